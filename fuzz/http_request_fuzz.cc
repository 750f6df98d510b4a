// What a stranger sends, through all that looks at it before a handler does: parser, target, host and origin checks,
// router, query. The parser must find the same requests however the bytes are cut on their way.
#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/body_budget.h"
#include "http/foreign_request.h"
#include "http/limits.h"
#include "http/message.h"
#include "http/read_buffer.h"
#include "http/request_fault.h"
#include "http/request_parser.h"
#include "http/router.h"
#include "http/target.h"
#include "http/utf8.h"
#include "require.h"

namespace {

http::Limits limits() {
  http::Limits limits;
  limits.header_bytes_max = 512;
  limits.header_fields_max = 16;
  limits.body_bytes_max = 1024;
  limits.body_bytes_in_flight_max = 2048;
  return limits;
}

boost::asio::awaitable<http::Response> nothing(const http::Request& /*request*/,
                                               const http::PathParameters& /*parameters*/) {
  co_return http::Response{};
}

const http::Router& router() {
  static const http::Router routes = [] {
    http::Router made;
    made.add("GET", "/", nothing);
    made.add("GET", "/v1/athletes", nothing);
    made.add("POST", "/v1/athletes", nothing);
    made.add("GET", "/v1/athletes/{id}", nothing);
    made.add("GET", "/v1/athletes/statistics", nothing);
    made.add("PUT", "/v1/athletes/{id}/sessions/{session}", nothing);
    return made;
  }();
  return routes;
}

void look_at(const http::Request& request, bool is_http_1_1) {
  const http::HostPolicy policy{.listening_address = "127.0.0.1", .allowed_hosts = {"a.example:1"}, .any_host = false};
  (void)http::check_host(request.headers, is_http_1_1, policy);
  (void)http::check_origin(request.method, request.headers);
  if (const auto target = http::parse_target(request.method, request.target)) {
    if (target->authority) (void)http::check_authority(*target->authority, policy);
  }
  const http::RouteMatch match = router().match(request.method, request.path());
  for (const std::string& parameter : match.parameters) {
    require(!parameter.empty() && http::is_utf8(parameter) && !parameter.contains('/'));
  }
  for (const auto& [name, value] : http::parse_query(request.query_string())) {
    require(http::is_utf8(name) && http::is_utf8(value));
  }
  if (const auto decoded = http::percent_decode(request.target)) require(http::is_utf8(*decoded));
}

// All requests in `bytes`, when `step` of them come at a time, each as one string.
std::vector<std::string> parse(std::string_view bytes, std::size_t step) {
  const http::Limits bounds = limits();
  http::BodyBudget budget(bounds.body_bytes_in_flight_max);
  http::RequestParser parser(bounds, budget);
  http::ReadBuffer buffer(16);
  http::Request request;
  std::vector<std::string> requests;
  parser.restart(request);
  while (true) {
    const std::size_t taken = parser.feed(buffer.content());
    require(taken <= buffer.content().size());
    buffer.consume(taken);
    if (parser.state() == http::RequestParser::State::failed) {
      require(http::status_of(parser.fault()) >= 400 && parser.fault() != http::RequestFault::none);
      return requests;
    }
    if (parser.state() == http::RequestParser::State::complete) {
      look_at(request, parser.is_http_1_1());
      std::string all = request.method + '\n' + request.target + '\n' + request.body + '\n';
      for (const auto& [name, value] : request.headers.fields()) all += name + ':' + value + '\n';
      all += parser.keep_alive() ? "stays" : "closes";
      requests.push_back(std::move(all));
      parser.restart(request);
      continue;
    }
    if (taken > 0 && parser.state() == http::RequestParser::State::body && !buffer.empty()) continue;
    if (bytes.empty()) return requests;
    const std::span<char> room = buffer.room(bounds.header_bytes_max);
    require(!room.empty());
    const std::size_t count = std::min({step, bytes.size(), room.size()});
    bytes.copy(room.data(), count);
    bytes.remove_prefix(count);
    buffer.commit(count);
    require(request.body.size() <= bounds.body_bytes_max);
    require(budget.bytes() <= bounds.body_bytes_in_flight_max);
  }
}

}  // namespace

// libFuzzer's name for it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t step = 1 + data[0] % 32;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  require(parse(bytes, step) == parse(bytes, bytes.size() + 1));
  return 0;
}
