#include "api/api.h"

#include <fmt/format.h>

#include "api/endpoints.h"
#include "api/errors.h"
#include "api/responses.h"
#include "http/router.h"

namespace api {
namespace {

namespace asio = boost::asio;

constexpr std::string_view unmatched = "unmatched";  // the route of what no route answers, in /metrics

// Everything that answering needs; lives as long as the application and its last request.
struct State {
  State(tracker::Repository& repository, Options options) : service(repository, std::move(options)) {}

  Service service;
  http::Router router;
};

asio::awaitable<http::Response> respond(http::Response response) {
  co_return response;
}

void add_routes(State& state) {
  for (const auto& endpoint : endpoints()) {
    // No coroutine itself, so that it may hold references: the state outlives its router.
    state.router.add(
        endpoint.method, endpoint.pattern,
        [&service = state.service, &endpoint](const http::Request& request, const http::PathParameters& path) {
          const bool is_open = endpoint.access == Access::everybody;
          if (!is_open && !service.authorizer.caller(request.headers.find("Authorization"))) {
            return respond(errors::unauthorized(request));
          }
          if (request.body.size() > endpoint.body_bytes_max) {
            return respond(errors::body_too_large(endpoint.body_bytes_max, request));
          }
          return endpoint.handle(service, request, path);
        });
  }
}

// The absolute URL without the trailing slashes, where that is a route of ours.
std::optional<http::Response> redirect_to_slashless(const State& state, const http::Request& request) {
  std::string_view path = request.path();
  if (!path.ends_with('/')) return std::nullopt;
  path = path.substr(0, path.find_last_not_of('/') + 1);
  if (path.empty() || state.router.match(request.method, path).outcome == http::RouteMatch::Outcome::not_found) {
    return std::nullopt;
  }
  const auto host = request.headers.find("Host");
  const std::string origin = host ? fmt::format("{}://{}", state.service.options.scheme, *host) : "";
  const auto query = request.query_string();
  auto response = empty_response(307);
  response.headers.add("Location", fmt::format("{}{}{}{}", origin, path, query.empty() ? "" : "?", query));
  return response;
}

http::Response answer_options(std::string allow) {
  auto response = empty_response(204);
  response.headers.add("Allow", std::move(allow));
  return response;
}

// Counts the request in /metrics, also when it ends by an exception (which the server makes a 500 of).
class Observation {
 public:
  Observation(Metrics& metrics, std::string_view method) : metrics_(metrics), method_(method) {
    metrics_.request_started();
  }
  ~Observation() { metrics_.request_finished(route_, method_, status_, std::chrono::steady_clock::now() - begin_); }
  Observation(const Observation&) = delete;
  Observation& operator=(const Observation&) = delete;

  void matched(std::string_view route) { route_ = route; }
  void answered(int status) { status_ = status; }

 private:
  Metrics& metrics_;
  std::string_view method_;
  std::string_view route_ = unmatched;
  int status_ = 500;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

asio::awaitable<http::Response> answer(const State& state, const http::Request& request, Observation& observation) {
  const auto match = state.router.match(request.method, request.path());
  if (match.outcome == http::RouteMatch::Outcome::not_found) {
    if (request.path() == "/" || request.path() == "*") co_return errors::no_such_route();
    co_return redirect_to_slashless(state, request).value_or(errors::no_such_route());
  }
  observation.matched(match.pattern);
  if (match.outcome == http::RouteMatch::Outcome::found) co_return co_await (*match.handler)(request, match.parameters);
  if (request.method == "OPTIONS") co_return answer_options(match.allow);
  co_return errors::wrong_method(match.allow);
}

asio::awaitable<http::Response> dispatch(std::shared_ptr<const State> state, const http::Request& request) {
  Observation observation(*state->service.options.metrics, request.method);
  auto response = co_await answer(*state, request, observation);
  // What we send is what we say it is; a browser must not guess.
  response.headers.set("X-Content-Type-Options", "nosniff");
  observation.answered(response.status);
  co_return response;
}

}  // namespace

http::Application make_application(tracker::Repository& repository, Options options) {
  if (!options.metrics) options.metrics = std::make_shared<Metrics>();
  if (!options.probe_store) options.probe_store = [&repository] { return repository.check_ready(); };
  if (!options.now) {
    options.now = [] {
      return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    };
  }
  const auto state = std::make_shared<State>(repository, std::move(options));
  add_routes(*state);
  return [state](const http::Request& request) { return dispatch(state, request); };
}

}  // namespace api
