// The request target that an event stands for.
#pragma once

#include <string>
#include <string_view>

namespace lambda {

// Percent-encodes what may not stand in a path (RFC 3986, 3.3) and keeps every escape that is there: HTTP APIs hand
// paths over decoded, function URLs and load balancers as they were sent. Begins with '/'.
[[nodiscard]] std::string encode_path(std::string_view path);

// The same for a query that was sent encoded.
[[nodiscard]] std::string encode_query(std::string_view query);

// Appends "&name=value" (without "&" where `query` is empty), both of them text without escapes.
void append_decoded_parameter(std::string& query, std::string_view name, std::string_view value);

// "/prod/v1" behind the stage "prod" to "/v1"; as it is where it does not begin with the stage, or for "$default".
[[nodiscard]] std::string_view without_stage(std::string_view path, std::string_view stage);

}  // namespace lambda
