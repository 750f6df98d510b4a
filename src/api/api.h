// The REST API as one http::Application: everything under /v1, the documentation, health, readiness and metrics.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/metrics.h"
#include "http/message.h"
#include "http/server.h"
#include "tracker/repository.h"

namespace api {

// The version of the API, not of the program: clients read it from `GET /` and /openapi.json.
inline constexpr std::string_view api_version = "1.0.0";
// Larger request bodies are answered 413.
inline constexpr std::size_t body_bytes_max = std::size_t{1} << 20;
// Of an uploaded training log, which may be the largest of all: to be given to http::Limits, so that more is not even
// read.
inline constexpr std::size_t log_bytes_max = std::size_t{32} << 20;

struct Options {
  std::string build_version{};      // of the program, for /metrics
  std::string store_description{};  // one of few words ("embedded", "memory", "dynamodb"), for /metrics
  // Empty: everybody may do everything. Otherwise /v1, /metrics and /openapi.json want one of these as a bearer token.
  std::vector<std::string> tokens{};
  std::string scheme = "http";  // of the absolute URLs that redirects name
  // Does the store answer? Default: Repository::check_ready.
  std::function<boost::asio::awaitable<tracker::Result<void>>()> probe_store{};
  std::chrono::milliseconds readiness_timeout{2'000};  // a store that has not answered by then is not ready
  // What the store failed with, if it has not answered since: the reason where a probe hears nothing in time.
  std::function<std::optional<std::string>()> store_trouble{};
  std::shared_ptr<Metrics> metrics{};         // default: one of its own
  std::function<tracker::Timestamp()> now{};  // default: the system's clock
};

// The repository must outlive the application and every request that it answers. Thread-safe.
[[nodiscard]] http::Application make_application(tracker::Repository& repository, Options options);

// An error in the API's own shape, {"detail":{"error":…,"message":…,"requestId":…}}: for
// http::ServerOptions::make_error.
[[nodiscard]] http::Response make_error(int status, std::string_view message, const std::string& request_id);

}  // namespace api
