#include "http/request_fault.h"

#include <string_view>

namespace http {
namespace {

struct Description {
  int status;
  std::string_view message;
};

Description describe(RequestFault fault) {
  switch (fault) {
    case RequestFault::plain_text_to_tls:
      return {400, "This port speaks HTTPS; ask again with https:// in front."};
    case RequestFault::malformed_request_line:
      return {400, "The request line is malformed."};
    case RequestFault::unsupported_version:
      return {505, "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
    case RequestFault::target_too_long:
      return {414, "The request target is too long."};
    case RequestFault::malformed_target:
      return {400, "The request target must be a path that begins with '/', or an http URL."};
    case RequestFault::header_too_large:
      return {431, "The header of the request is too large."};
    case RequestFault::too_many_header_fields:
      return {431, "The request has too many header fields."};
    case RequestFault::malformed_header:
      return {400, "A header field of the request is malformed."};
    case RequestFault::bad_content_length:
      return {400, "Content-Length is not a number, or is there twice with different values."};
    case RequestFault::conflicting_body_length:
      return {400, "Content-Length and Transfer-Encoding contradict each other."};
    case RequestFault::unsupported_transfer_encoding:
      return {501, "The only transfer encoding that is understood is chunked."};
    case RequestFault::bad_chunk:
      return {400, "The chunked body is malformed."};
    case RequestFault::body_too_large:
      return {413, "The body of the request is too large."};
    case RequestFault::too_many_bodies:
      return {503, "Too many large requests are being received; try again later."};
    case RequestFault::unsupported_expectation:
      return {417, "The only expectation that is understood is 100-continue."};
    case RequestFault::ended_early:
      return {400, "The request ended before it was complete."};
    case RequestFault::header_timeout:
      return {408, "The header of the request took too long to arrive."};
    case RequestFault::body_timeout:
      return {408, "The body of the request took too long to arrive."};
    case RequestFault::missing_host:
      return {400, "The request has no Host header."};
    case RequestFault::repeated_host:
      return {400, "The request has several Host headers."};
    case RequestFault::malformed_host:
      return {400, "The Host header is malformed."};
    case RequestFault::foreign_host:
      return {421, "This server does not answer for the host that is named in the Host header."};
    case RequestFault::foreign_origin:
      return {403, "Pages of other sites may not write here."};
    case RequestFault::too_many_connections:
      return {503, "The server has too many connections; try again later."};
    case RequestFault::application_failed:
    case RequestFault::none:
      break;
  }
  return {500, "Internal Server Error"};
}

}  // namespace

int status_of(RequestFault fault) {
  return describe(fault).status;
}

std::string_view message_of(RequestFault fault) {
  return describe(fault).message;
}

}  // namespace http
