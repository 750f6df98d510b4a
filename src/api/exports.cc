#include <fmt/format.h>

#include "api/errors.h"
#include "api/filters.h"
#include "api/handlers.h"
#include "api/responses.h"
#include "operations/csv_export.h"
#include "tracker/time_text.h"

namespace api::handlers {
namespace {

// Collects what an export writes. Outlives the export.
operations::TextSink into(std::string& text) {
  return [&text](std::string_view part) {
    text += part;
    return true;
  };
}

http::Response download(const Service& service, std::string body, std::string_view content_type,
                        std::string_view extension) {
  auto response = empty_response(200);
  const tracker::Date today(std::chrono::floor<std::chrono::days>(service.options.now()));
  response.headers.add("Content-Type", std::string(content_type));
  response.headers.add("Content-Disposition", fmt::format(R"(attachment; filename="training-tracker-{}.{}")",
                                                          tracker::format_date(today), extension));
  response.headers.add("Cache-Control", "private, no-store");
  response.body = std::move(body);
  return response;
}

}  // namespace

Answer export_csv(const Service& service, const http::Request& request, const http::PathParameters&) {
  QueryReader query(request.query_string());
  auto filter = read_filter(query);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  std::string text;
  const auto report = co_await operations::export_csv(service.repository, std::move(filter), into(text));
  if (!report) co_return errors::from_tracker(tracker::Unavailable{report.error()}, request);
  co_return download(service, std::move(text), "text/csv; charset=utf-8", "csv");
}

Answer export_json(const Service& service, const http::Request& request, const http::PathParameters&) {
  std::string text;
  const auto report = co_await operations::export_json(service.repository, into(text));
  if (!report) co_return errors::from_tracker(tracker::Unavailable{report.error()}, request);
  co_return download(service, std::move(text), "application/json", "json");
}

}  // namespace api::handlers
