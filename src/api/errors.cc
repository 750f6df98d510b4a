#include "api/errors.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "api/api.h"
#include "api/query_parameters.h"
#include "api/responses.h"
#include "json/writer.h"

namespace api {
namespace {

constexpr std::string_view retry_after_seconds = "1";

// {"detail":{"error":…,"message":…}}, with what identifies the request where somebody will have to look for it.
http::Response coded(int status, std::string_view code, std::string_view message, std::string_view request_id = {}) {
  json::Writer writer;
  writer.start_object().key("detail").start_object();
  writer.key("error").string(code).key("message").string(message);
  if (!request_id.empty()) writer.key("requestId").string(request_id);
  writer.end_object().end_object();
  return json_response(status, writer.take());
}

http::Response plain(int status, std::string_view detail) {
  json::Writer writer;
  writer.start_object().key("detail").string(detail).end_object();
  return json_response(status, writer.take());
}

http::Response to_be_retried(http::Response response) {
  response.headers.set("Retry-After", std::string(retry_after_seconds));
  return response;
}

std::string_view code_of(int status) {
  static constexpr std::array<std::pair<int, std::string_view>, 13> codes = {{
      {400, "BAD_REQUEST"},
      {401, "UNAUTHORIZED"},
      {403, "FORBIDDEN"},
      {404, "NOT_FOUND"},
      {408, "REQUEST_TIMEOUT"},
      {413, "PAYLOAD_TOO_LARGE"},
      {414, "URI_TOO_LONG"},
      {417, "EXPECTATION_FAILED"},
      {421, "MISDIRECTED_REQUEST"},
      {431, "HEADERS_TOO_LARGE"},
      {501, "NOT_IMPLEMENTED"},
      {503, "UNAVAILABLE"},
      {505, "HTTP_VERSION_NOT_SUPPORTED"},
  }};
  for (const auto& [known, code] : codes) {
    if (known == status) return code;
  }
  return status >= 500 ? "INTERNAL_ERROR" : "BAD_REQUEST";
}

std::string_view code_of(operations::InputFault fault) {
  switch (fault) {
    case operations::InputFault::columns:
      return "COLUMNS_NOT_RECOGNISED";
    case operations::InputFault::athlete:
      return "ATHLETE_NEEDED";
    case operations::InputFault::file:
    case operations::InputFault::date_order:
    case operations::InputFault::decimal_mark:
    case operations::InputFault::store:
      break;
  }
  return "UNREADABLE_FILE";
}

ValidationErrors just(ValidationError error) {
  ValidationErrors errors;
  errors.push_back(std::move(error));
  return errors;
}

json::Value header_value(const http::Request& request, std::string_view name) {
  const auto value = request.headers.find(name);
  return value ? json::Value(std::string(*value)) : json::Value();
}

// One overload per alternative of tracker::Error: a new one does not compile until it is answered here.
struct TrackerErrorResponse {
  const http::Request& request;

  http::Response operator()(const tracker::AthleteNotFound& error) const {
    return coded(404, "NOT_FOUND", fmt::format("Athlete with id '{}' not found", error.id));
  }
  http::Response operator()(const tracker::SessionNotFound& error) const {
    return coded(404, "NOT_FOUND", fmt::format("Training session with id '{}' not found", error.id));
  }
  http::Response operator()(const tracker::AthleteHasSessions& error) const {
    json::Writer writer;
    writer.start_object().key("detail").start_object();
    writer.key("error").string("ATHLETE_HAS_SESSIONS");
    writer.key("message").string(
        fmt::format("Cannot delete athlete. They have {} training session(s). Use cascade=true to delete athlete and "
                    "all their sessions.",
                    error.session_count));
    writer.key("sessionCount").integer(error.session_count).end_object().end_object();
    return json_response(400, writer.take());
  }
  http::Response operator()(const tracker::PreconditionFailed&) const {
    return coded(412, "PRECONDITION_FAILED",
                 "The training session was changed since. Read it again and repeat the request with its new ETag.");
  }
  http::Response operator()(const tracker::IdempotencyKeyReused&) const {
    return errors::invalid_request(
        just(invalid::bad_value({"header", "Idempotency-Key"}, header_value(request, "Idempotency-Key"),
                                "this key was used before, with another request")));
  }
  http::Response operator()(const tracker::IdempotencyKeyInUse&) const {
    return to_be_retried(coded(409, "IDEMPOTENCY_KEY_IN_USE",
                               "The first request with this Idempotency-Key is still running. Try again shortly."));
  }
  http::Response operator()(const tracker::InvalidCursor&) const {
    const auto sent = QueryReader(request.query_string()).text(parameters::cursor);
    return errors::invalid_request(just(invalid::bad_value(
        query_field(parameters::cursor.name), json::Value(sent.value_or("")), "not a cursor that this service gave")));
  }
  http::Response operator()(const tracker::AlreadyExists& error) const {
    return coded(409, "ALREADY_EXISTS", fmt::format("'{}' is there already, with other content.", error.id));
  }
  http::Response operator()(const tracker::Unavailable& error) const {
    return to_be_retried(coded(503, "UNAVAILABLE", error.reason, request.id));
  }
};

}  // namespace

http::Response make_error(int status, std::string_view message, const std::string& request_id) {
  auto response = coded(status, code_of(status), message, request_id);
  return status == 503 ? to_be_retried(std::move(response)) : response;
}

namespace errors {

http::Response invalid_request(const ValidationErrors& errors) {
  return json_response(422, render(errors));
}

http::Response invalid_body(const BodyProblem& problem) {
  if (const auto* errors = std::get_if<ValidationErrors>(&problem)) return invalid_request(*errors);
  return plain(400, "There was an error parsing the body");
}

http::Response no_such_route() {
  return plain(404, "Not Found");
}

http::Response wrong_method(std::string allow) {
  auto response = plain(405, "Method Not Allowed");
  response.headers.add("Allow", std::move(allow));
  return response;
}

http::Response body_too_large(std::size_t bytes_max, const http::Request& request) {
  return make_error(413, fmt::format("The body is larger than {} bytes.", bytes_max), request.id);
}

http::Response unauthorized(const http::Request& request) {
  const bool came_with_token = request.headers.find("Authorization").has_value();
  auto response = coded(
      401, "UNAUTHORIZED",
      came_with_token ? "This bearer token is not known." : "This needs an Authorization header with a bearer token.");
  response.headers.add("WWW-Authenticate", came_with_token ? R"(Bearer realm="training-tracker", error="invalid_token")"
                                                           : R"(Bearer realm="training-tracker")");
  return response;
}

http::Response from_file(const operations::InputError& error, std::string_view file_name,
                         const http::Request& request) {
  const std::string name(file_name.empty() ? "The file" : file_name);
  const std::string message = operations::describe(name, error);
  if (error.fault == operations::InputFault::store) return from_tracker(tracker::Unavailable{message}, request);
  json::Writer writer;
  writer.start_object().key("detail").start_object();
  writer.key("error").string(code_of(error.fault)).key("message").string(message);
  if (error.fault == operations::InputFault::columns) {
    writer.key("columns").start_array();
    for (const auto& column : error.columns) writer.string(column);
    writer.end_array();
  }
  writer.end_object().end_object();
  return json_response(422, writer.take());
}

http::Response store_not_empty() {
  return coded(409, "STORE_NOT_EMPTY", "There are athletes already; example data are for an empty store.");
}

http::Response session_is_there(std::string_view id) {
  return coded(412, "PRECONDITION_FAILED", fmt::format("There is a training session with id '{}' already.", id));
}

http::Response not_ready(std::string_view reason, const http::Request& request) {
  return to_be_retried(coded(503, "NOT_READY", reason, request.id));
}

http::Response from_tracker(const tracker::Error& error, const http::Request& request) {
  return std::visit(TrackerErrorResponse{request}, error);
}

}  // namespace errors
}  // namespace api
