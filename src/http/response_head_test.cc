#include "http/response_head.h"

#include <gtest/gtest.h>

#include <string>

#include "http/http_date.h"
#include "http/message.h"
#include "http/request_id.h"

namespace http {
namespace {

std::string head_of(const Response& response, std::size_t body_bytes, ConnectionField connection = {}) {
  std::string head;
  append_response_head(head, response, body_bytes, {.date = "D", .request_id = "I", .connection = connection});
  return head;
}

TEST(ResponseHead, says_what_the_server_knows_and_then_what_the_application_says) {
  Response response;
  response.headers.add("Content-Type", "text/plain");
  EXPECT_EQ(
      head_of(response, 1234),
      "HTTP/1.1 200 OK\r\nDate: D\r\nContent-Length: 1234\r\nX-Request-Id: I\r\nContent-Type: text/plain\r\n\r\n");
}

TEST(ResponseHead, an_empty_body_has_a_length_too) {
  EXPECT_NE(
      head_of(Response{.status = 404, .headers = {}, .body = {}, .static_body = {}}, 0).find("Content-Length: 0\r\n"),
      std::string::npos);
}

TEST(ResponseHead, no_length_where_no_body_can_be) {
  for (const int status : {204, 304}) {
    const Response response{.status = status, .headers = {}, .body = {}, .static_body = {}};
    EXPECT_EQ(head_of(response, 0).find("Content-Length"), std::string::npos);
  }
}

TEST(ResponseHead, says_what_becomes_of_the_connection) {
  EXPECT_NE(head_of({}, 0, ConnectionField::close).find("\r\nConnection: close\r\n"), std::string::npos);
  EXPECT_NE(head_of({}, 0, ConnectionField::keep_alive).find("\r\nConnection: keep-alive\r\n"), std::string::npos);
  EXPECT_EQ(head_of({}, 0).find("Connection"), std::string::npos);
}

TEST(ResponseHead, leaves_out_what_is_the_servers_to_say) {
  Response response;
  for (const char* name : {"content-length", "Transfer-Encoding", "connection", "DATE", "x-request-id"}) {
    response.headers.add(name, "forged");
  }
  EXPECT_EQ(head_of(response, 0).find("forged"), std::string::npos);
}

TEST(ResponseHead, a_value_cannot_end_its_line) {
  Response response;
  response.headers.add("Location", "/a\r\nSet-Cookie: b");
  response.headers.add("X\r\nY", std::string("a\0b", 3));
  const std::string head = head_of(response, 0);
  EXPECT_NE(head.find("\r\nLocation: /a  Set-Cookie: b\r\n"), std::string::npos);
  EXPECT_NE(head.find("\r\nX  Y: a b\r\n"), std::string::npos);
}

TEST(HttpDate, is_as_the_rfc_writes_it) {
  EXPECT_EQ(format_http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(format_http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date_now().size(), 29);
}

TEST(RequestIds, are_16_hex_digits_and_differ) {
  RequestIds ids;
  std::string first;
  std::string second;
  ids.next(first);
  ids.next(second);
  EXPECT_EQ(first.size(), 16);
  EXPECT_EQ(first.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(first, second);
}

}  // namespace
}  // namespace http
