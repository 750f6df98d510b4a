// Why the server itself refuses a request, and with which status and sentence. All of them stand in request_fault.cc.
#pragma once

#include <string_view>

namespace http {

enum class RequestFault {
  none,
  plain_text_to_tls,
  malformed_request_line,
  unsupported_version,
  target_too_long,
  malformed_target,
  header_too_large,
  too_many_header_fields,
  malformed_header,
  bad_content_length,
  conflicting_body_length,
  unsupported_transfer_encoding,
  bad_chunk,
  body_too_large,
  too_many_bodies,
  unsupported_expectation,
  ended_early,
  header_timeout,
  body_timeout,
  missing_host,
  repeated_host,
  malformed_host,
  foreign_host,
  foreign_origin,
  too_many_connections,
  application_failed,
};

[[nodiscard]] int status_of(RequestFault fault);                // 4xx or 5xx; RFC 9110, section 15
[[nodiscard]] std::string_view message_of(RequestFault fault);  // one sentence for the client

}  // namespace http
