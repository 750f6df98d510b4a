// The kinds of response that there are.
#pragma once

#include <string>

#include "http/message.h"

namespace api {

[[nodiscard]] inline http::Response empty_response(int status) {
  http::Response response;
  response.status = status;
  return response;
}

[[nodiscard]] inline http::Response json_response(int status, std::string body) {
  http::Response response = empty_response(status);
  response.headers.add("Content-Type", "application/json");
  response.body = std::move(body);
  return response;
}

}  // namespace api
