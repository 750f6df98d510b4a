#include "http/response_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "http/ascii.h"
#include "http/message.h"

namespace http {
namespace {

bool is_control(char letter) {
  return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
}

void append_without_controls(std::string& head, std::string_view text) {
  const std::size_t begin = head.size();
  head += text;
  std::replace_if(head.begin() + static_cast<std::ptrdiff_t>(begin), head.end(), is_control, ' ');
}

bool is_of_the_server(std::string_view name) {
  switch (name.size()) {
    case 4:
      return equal_ignoring_case(name, "Date");
    case 10:
      return equal_ignoring_case(name, "Connection");
    case 12:
      return equal_ignoring_case(name, "X-Request-Id");
    case 14:
      return equal_ignoring_case(name, "Content-Length");
    case 17:
      return equal_ignoring_case(name, "Transfer-Encoding");
    default:
      return false;
  }
}

}  // namespace

bool status_has_body(int status) {
  return status != 204 && status != 304;
}

void append_response_head(std::string& head, const Response& response, std::size_t body_bytes,
                          const ResponseFraming& framing) {
  auto out = std::back_inserter(head);
  head += "HTTP/1.1 ";
  fmt::format_to(out, "{:03}", response.status);
  head += ' ';
  head += reason_phrase(response.status);
  head += "\r\nDate: ";
  head += framing.date;
  if (status_has_body(response.status)) {
    head += "\r\nContent-Length: ";
    const fmt::format_int length(body_bytes);
    head.append(length.data(), length.size());
  }
  if (framing.connection == ConnectionField::close) head += "\r\nConnection: close";
  if (framing.connection == ConnectionField::keep_alive) head += "\r\nConnection: keep-alive";
  head += "\r\nX-Request-Id: ";
  head += framing.request_id;
  for (const auto& [name, value] : response.headers.fields()) {
    if (is_of_the_server(name)) continue;
    head += "\r\n";
    append_without_controls(head, name);
    head += ": ";
    append_without_controls(head, value);
  }
  head += "\r\n\r\n";
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 307:
      return "Temporary Redirect";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 417:
      return "Expectation Failed";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 428:
      return "Precondition Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 502:
      return "Bad Gateway";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    case 505:
      return "HTTP Version Not Supported";
    case 507:
      return "Insufficient Storage";
    default:
      return {};
  }
}

}  // namespace http
