#include "endpoint/endpoint.h"

#include <memory>
#include <utility>

#include "dynamodb/errors.h"
#include "endpoint/compression.h"
#include "endpoint/operations.h"
#include "endpoint/response.h"
#include "http/accept_encoding.h"
#include "http/ascii.h"

namespace endpoint {
namespace {

namespace asio = boost::asio;
namespace errors = dynamodb::errors;
using dynamodb::Result;

// Everything that answering needs; lives as long as the application and its last request.
struct State {
  State(dynamodb::Service& its_service, Options options)
      : service(its_service),
        authentication(std::move(options.authentication)),
        authorization(std::move(options.policy), authentication.region),
        faults(std::move(options.fault_rules), std::move(options.random)) {}

  dynamodb::Service& service;
  AuthenticationOptions authentication;
  Authorization authorization;
  Faults faults;
};

// A form of another site can send none of these without asking first.
bool has_json_type(const http::Headers& headers) {
  const std::string_view field = headers.find("Content-Type").value_or("");
  std::string_view type = field.substr(0, field.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return http::equal_ignoring_case(type, "application/x-amz-json-1.0") ||
         http::equal_ignoring_case(type, "application/x-amz-json-1.1") ||
         http::equal_ignoring_case(type, "application/json");
}

// The body to parse: `expanded` when it came compressed, else the request's own.
Result<std::string_view> plain_body(const http::Request& request, std::string& expanded) {
  const auto encoding = request.headers.find("Content-Encoding");
  if (!encoding || http::equal_ignoring_case(*encoding, "identity")) return request.body;
  if (!http::equal_ignoring_case(*encoding, "gzip")) {
    return std::unexpected(errors::serialization("The only content encoding that is understood is gzip."));
  }
  auto body = expand(request.body, body_bytes_max);
  if (!body) {
    return std::unexpected(errors::serialization(body.error() == ExpandError::too_large
                                                     ? "The body of the request expands to more than 16 MB."
                                                     : "The body of the request is not gzip."));
  }
  expanded = *std::move(body);
  return expanded;
}

// nullptr: no such operation.
dynamodb::Awaitable<std::string> perform(const State& state, const http::Request& request, const Operation* operation) {
  if (operation == nullptr) co_return std::unexpected(errors::unknown_operation());
  const auto caller = authenticate(request, state.authentication);
  if (!caller) co_return std::unexpected(caller.error());
  std::string expanded;
  const auto body = plain_body(request, expanded);
  if (!body) co_return std::unexpected(body.error());
  const auto fault = state.faults.draw(operation->name());
  if (fault == Fault::throttling || fault == Fault::internal) {
    co_return std::unexpected(error_of(*fault, operation->name()));
  }
  const Call call{.service = state.service,
                  .authorization = state.authorization,
                  .caller = *caller,
                  .host = request.headers.find("Host").value_or(""),
                  .body = *body,
                  .has_conflict = fault == Fault::conflict,
                  .is_processed_half = fault == Fault::unprocessed};
  auto answer = co_await operation->answer(call);
  if (answer && fault == Fault::lost) co_return std::unexpected(error_of(*fault, operation->name()));
  co_return answer;
}

asio::awaitable<http::Response> dispatch(std::shared_ptr<const State> state, const http::Request& request) {
  const bool is_root = request.path() == "/";
  if (is_root && (request.method == "GET" || request.method == "HEAD")) {
    co_return healthy(request.headers.find("Host").value_or(""));
  }
  if (!is_root || request.method != "POST" || !has_json_type(request.headers)) co_return no_such_page();
  const Operation* operation = find_operation(request.headers.find("X-Amz-Target").value_or(""));
  auto answer = co_await perform(*state, request, operation);
  const bool may_compress = http::accepts_gzip(request.headers);
  auto response =
      answer ? json_response(200, *std::move(answer), may_compress) : error_response(answer.error(), may_compress);
  if (operation != nullptr) response.operation = operation->name();
  co_return response;
}

}  // namespace

http::Application make_application(dynamodb::Service& service, Options options) {
  auto state = std::make_shared<const State>(service, std::move(options));
  return [state = std::move(state)](const http::Request& request) { return dispatch(state, request); };
}

http::Response make_error(int status, std::string_view message, const std::string& /*request_id*/) {
  const std::string text(message);
  auto response = error_response(status == 503   ? errors::unavailable(text)
                                 : status >= 500 ? errors::internal(text)
                                                 : errors::serialization(text),
                                 false);
  response.status = status;
  return response;
}

}  // namespace endpoint
