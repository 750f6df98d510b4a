// Everything that goes wrong, as a response. Together with validation_error.cc the one place for texts and statuses.
#pragma once

#include <string>
#include <string_view>

#include "api/request_body.h"
#include "api/validation_error.h"
#include "http/message.h"
#include "operations/input_error.h"
#include "tracker/error.h"

namespace api::errors {
// 422 {"detail":[…]}
[[nodiscard]] http::Response invalid_request(const ValidationErrors& errors);
// 400 or 422
[[nodiscard]] http::Response invalid_body(const BodyProblem& problem);
// 404 {"detail":"Not Found"}: no such route.
[[nodiscard]] http::Response no_such_route();
// 405 {"detail":"Method Not Allowed"}
[[nodiscard]] http::Response wrong_method(std::string allow);
[[nodiscard]] http::Response body_too_large(std::size_t bytes_max, const http::Request& request);
// 401, with WWW-Authenticate
[[nodiscard]] http::Response unauthorized(const http::Request& request);
// 422, or 503 where the store is what fails: what is wrong with an uploaded file. `file_name`: empty where it is not
// known.
[[nodiscard]] http::Response from_file(const operations::InputError& error, std::string_view file_name,
                                       const http::Request& request);
// 409
[[nodiscard]] http::Response store_not_empty();
// 412: a session that should come back is there.
[[nodiscard]] http::Response session_is_there(std::string_view id);
[[nodiscard]] http::Response not_ready(std::string_view reason, const http::Request& request);
// What the domain answered instead of a value.
[[nodiscard]] http::Response from_tracker(const tracker::Error& error, const http::Request& request);
}  // namespace api::errors
