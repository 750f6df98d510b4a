// One handler per endpoint; each stands in the file named after its resource.
#pragma once

#include <boost/asio/awaitable.hpp>

#include "api/service.h"
#include "http/router.h"

namespace api::handlers {

using Answer = boost::asio::awaitable<http::Response>;

// athletes.cc
Answer list_athletes(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer create_athlete(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer get_athlete(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer rename_athlete(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer delete_athlete(const Service& service, const http::Request& request, const http::PathParameters& path);
// training_sessions.cc
Answer list_sessions(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer create_session(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer get_session(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer update_session(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer delete_session(const Service& service, const http::Request& request, const http::PathParameters& path);
// statistics.cc
Answer all_statistics(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer athlete_statistics(const Service& service, const http::Request& request, const http::PathParameters& path);
// period_statistics.cc
Answer period_statistics(const Service& service, const http::Request& request, const http::PathParameters& path);
// records.cc
Answer records(const Service& service, const http::Request& request, const http::PathParameters& path);
// imports.cc
Answer preview_import(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer import_log(const Service& service, const http::Request& request, const http::PathParameters& path);
// exports.cc
Answer export_csv(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer export_json(const Service& service, const http::Request& request, const http::PathParameters& path);
// example_data.cc
Answer add_example_data(const Service& service, const http::Request& request, const http::PathParameters& path);
// summaries.cc
Answer athlete_summaries(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer sport_totals(const Service& service, const http::Request& request, const http::PathParameters& path);
// service_state.cc
Answer alive(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer ready(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer metrics(const Service& service, const http::Request& request, const http::PathParameters& path);
// documents.cc
Answer root(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer openapi(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer documentation(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer documentation_file(const Service& service, const http::Request& request, const http::PathParameters& path);

// web_page.cc
Answer web_page(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer web_page_file(const Service& service, const http::Request& request, const http::PathParameters& path);
Answer web_page_asset(const Service& service, const http::Request& request, const http::PathParameters& path);

}  // namespace api::handlers
