// Which handler answers which method and path.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace http {

// What a route's {name} segments matched, percent-decoded, in order.
using PathParameters = std::vector<std::string>;
using Handler = std::function<boost::asio::awaitable<Response>(const Request&, const PathParameters&)>;

// OPTIONS of a path that is there gives wrong_method with `allow`, unless a route of its own answers it.
struct RouteMatch {
  enum class Outcome { found, wrong_method, not_found };
  Outcome outcome = Outcome::not_found;
  const Handler* handler = nullptr;  // found
  std::string_view pattern;          // found and wrong_method: for metrics
  PathParameters parameters;
  std::string allow;  // wrong_method and OPTIONS: "GET, HEAD, PUT, DELETE, OPTIONS"
};

class Router {
 public:
  // pattern: "/v1/athletes/{id}"; literal segments beat {name} segments, the leftmost first, among the routes of the
  // method: PUT /v1/training-sessions/statistics is the PUT of an id. HEAD follows GET by itself.
  void add(std::string_view method, std::string_view pattern, Handler handler);
  // `path` still percent-encoded: %2F does not separate segments and matches no {name}, nor do an empty segment,
  // a malformed escape and what is not UTF-8. "." and ".." are segments like others; "/a/" is not "/a".
  [[nodiscard]] RouteMatch match(std::string_view method, std::string_view path) const;

 private:
  struct Route {
    std::string method;
    std::string pattern;
    std::vector<std::string> segments;
    Handler handler;
  };
  std::vector<Route> routes_;
};

}  // namespace http
