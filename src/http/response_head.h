// The status line and the fields of a response. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/message.h"

namespace http {

enum class ConnectionField { none, keep_alive, close };  // keep-alive is said to HTTP/1.0 only

struct ResponseFraming {
  std::string_view date;  // as in http_date
  std::string_view request_id;
  ConnectionField connection = ConnectionField::none;
};

// 204 and 304 (RFC 9110, 15.3.5 and 15.4.5). They get no Content-Length either.
[[nodiscard]] bool status_has_body(int status);

// Appends to `head`, the empty line included. Content-Length, Date, Connection and X-Request-Id are the server's:
// the application's are left out. Control characters in values become blanks, so that no value can end its line.
void append_response_head(std::string& head, const Response& response, std::size_t body_bytes,
                          const ResponseFraming& framing);

// "OK"; empty for a status that has no name.
[[nodiscard]] std::string_view reason_phrase(int status);

}  // namespace http
