// The table of everything that is answered. /openapi.json is checked against it.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <span>
#include <string_view>

#include "api/api.h"
#include "api/query_parameters.h"
#include "api/service.h"
#include "http/router.h"

namespace api {

enum class Access { everybody, with_token };
enum class Kind { api, page };  // pages and their files are not in /openapi.json

// A coroutine. Its references live until it has answered.
using Handle = boost::asio::awaitable<http::Response> (*)(const Service& service, const http::Request& request,
                                                          const http::PathParameters& path);

struct Endpoint {
  std::string_view method;
  std::string_view pattern;
  Handle handle = nullptr;
  Access access = Access::everybody;
  int success_status = 200;
  std::span<const Parameter* const> query_parameters{};
  Kind kind = Kind::api;
  std::size_t body_bytes_max = api::body_bytes_max;
  bool reads_body = true;  // POST and PUT
};

[[nodiscard]] std::span<const Endpoint> endpoints();

}  // namespace api
