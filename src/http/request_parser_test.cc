#include "http/request_parser.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/body_budget.h"
#include "http/limits.h"
#include "http/message.h"
#include "http/request_fault.h"
#include "http/target.h"

namespace http {
namespace {

using State = RequestParser::State;

struct Parsed {
  Request request;
  State state = State::header;
  RequestFault fault = RequestFault::none;
  std::size_t left = 0;
  std::size_t budget_bytes = 0;
};

Limits small_limits() {
  Limits limits;
  limits.header_bytes_max = 1024;
  limits.header_fields_max = 8;
  limits.body_bytes_max = 4096;
  return limits;
}

// Feeds `step` bytes at a time, as a slow network would.
Parsed parse(std::string_view bytes, std::size_t step, const Limits& limits = small_limits()) {
  BodyBudget budget(limits.body_bytes_in_flight_max);
  RequestParser parser(limits, budget);
  Parsed parsed;
  parser.restart(parsed.request);
  std::string waiting;
  while (true) {
    const std::size_t taken = parser.feed(waiting);
    waiting.erase(0, taken);
    parsed.state = parser.state();
    if (parsed.state == State::failed || parsed.state == State::complete) break;
    if (taken > 0 && parsed.state == State::body) continue;
    if (bytes.empty()) break;
    EXPECT_LT(waiting.size(), limits.header_bytes_max);
    waiting += bytes.substr(0, step);
    bytes.remove_prefix(std::min(step, bytes.size()));
  }
  if (parsed.state == State::failed) parsed.fault = parser.fault();
  parsed.left = waiting.size() + bytes.size();
  parsed.budget_bytes = budget.bytes();
  return parsed;
}

void expect_fault(std::string_view bytes, RequestFault fault) {
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
    const Parsed parsed = parse(bytes, step);
    EXPECT_EQ(parsed.state, State::failed) << bytes.substr(0, 200) << " by " << step;
    EXPECT_EQ(message_of(parsed.fault), message_of(fault)) << bytes.substr(0, 200) << " by " << step;
  }
}

void expect_body(std::string_view bytes, std::string_view body, std::size_t left = 0) {
  for (std::size_t step = 1; step <= bytes.size(); ++step) {
    const Parsed parsed = parse(bytes, step);
    ASSERT_EQ(parsed.state, State::complete) << bytes << " by " << step << ' ' << message_of(parsed.fault);
    EXPECT_EQ(parsed.request.body, body);
    EXPECT_EQ(parsed.left, left);
  }
}

TEST(RequestParser, fills_the_request) {
  const Parsed parsed =
      parse("PUT /a?b HTTP/1.1\r\nHost: h\r\nX-One:  two words \r\nx-one:\r\nContent-Length: 3\r\n\r\nabc", 5);
  ASSERT_EQ(parsed.state, State::complete);
  EXPECT_EQ(parsed.request.method, "PUT");
  EXPECT_EQ(parsed.request.target, "/a?b");
  EXPECT_EQ(parsed.request.body, "abc");
  ASSERT_EQ(parsed.request.headers.fields().size(), 4);
  EXPECT_EQ(parsed.request.headers.find("x-one"), "two words");
  EXPECT_EQ(parsed.request.headers.fields()[2].second, "");
}

TEST(RequestParser, leaves_what_belongs_to_the_next_request) {
  expect_body("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nabGET / HTTP/1.1\r\n", "ab", 16);
}

TEST(RequestParser, reads_bodies_of_either_framing_in_any_pieces) {
  expect_body("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello", "hello");
  expect_body("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", "");
  expect_body("POST / HTTP/1.1\r\n\r\n", "");
  expect_body("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "");
  expect_body("POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n0A;x=\"y\"\r\n0123456789\r\n0\r\n\r\n",
              "abc0123456789");
}

TEST(RequestParser, drops_fields_behind_the_body) {
  const Parsed parsed = parse(
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nAuthorization: b\r\n\r\n", 3);
  ASSERT_EQ(parsed.state, State::complete);
  EXPECT_FALSE(parsed.request.headers.find("Authorization"));
}

TEST(RequestParser, takes_empty_lines_before_a_request) {
  expect_body("\r\n\r\nGET / HTTP/1.1\r\n\r\n", "");
}

TEST(RequestParser, refuses_malformed_request_lines) {
  for (const std::string_view line :
       {"GET", "GET /", " GET / HTTP/1.1", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", "G=T / HTTP/1.1", "GET /\x01 HTTP/1.1",
        "GET / FTP/1.1", "GET / HTTP/x.1", "\x16\x03\x01\x02\x00"}) {
    expect_fault(std::string(line) + "\r\nHost: localhost\r\n\r\n", RequestFault::malformed_request_line);
  }
}

TEST(RequestParser, refuses_other_versions) {
  for (const std::string_view version : {"HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "HTTP/9.9"}) {
    expect_fault("GET / " + std::string(version) + "\r\n\r\n", RequestFault::unsupported_version);
  }
  expect_fault("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", RequestFault::unsupported_version);
}

TEST(RequestParser, refuses_malformed_fields) {
  for (const std::string_view field :
       {"Host : a", "Ho st: a", ": a", "Host", "Host: a\x01", "H\xC3\xB6st: a", "A: b\rC: d", "A: b\nC: d"}) {
    expect_fault("GET / HTTP/1.1\r\n" + std::string(field) + "\r\n\r\n", RequestFault::malformed_header);
  }
}

TEST(RequestParser, refuses_lengths_that_invite_smuggling) {
  const std::string start = "POST / HTTP/1.1\r\n";
  for (const std::string_view length :
       {"-1", "+1", "1x", "0x1", "", "1 2", "1,2", "99999999999999999999", "1,", ",1"}) {
    expect_fault(start + "Content-Length: " + std::string(length) + "\r\n\r\nabc", RequestFault::bad_content_length);
  }
  expect_fault(start + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", RequestFault::bad_content_length);
  expect_fault(start + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
               RequestFault::conflicting_body_length);
  expect_fault(start + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", RequestFault::bad_content_length);
  expect_fault(start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
               RequestFault::conflicting_body_length);
  expect_fault("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", RequestFault::conflicting_body_length);
}

TEST(RequestParser, refuses_codings_that_it_does_not_know) {
  for (const std::string_view coding :
       {"gzip", "gzip, chunked", "chunked, gzip", "xchunked", "identity", "", "chunked;q=1"}) {
    expect_fault("POST / HTTP/1.1\r\nTransfer-Encoding: " + std::string(coding) + "\r\n\r\n",
                 RequestFault::unsupported_transfer_encoding);
  }
}

TEST(RequestParser, refuses_bad_chunks) {
  for (const std::string_view chunk : {"xyz\r\n", "-1\r\nabc\r\n", " 3\r\nabc\r\n", "3\r\nabcdef\r\n",
                                       "fffffffffffffffff\r\n", "3 x\r\nabc\r\n", "3;\r\nabc\r\n", "\r\n\r\n\r\n"}) {
    expect_fault("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + std::string(chunk), RequestFault::bad_chunk);
  }
}

TEST(RequestParser, refuses_expectations_that_it_does_not_know) {
  expect_fault("POST / HTTP/1.1\r\nExpect: a-miracle\r\nContent-Length: 1\r\n\r\n",
               RequestFault::unsupported_expectation);
}

TEST(RequestParser, bounds_the_header) {
  expect_fault("GET /" + std::string(2000, 'a') + " HTTP/1.1\r\n\r\n", RequestFault::target_too_long);
  expect_fault("GET / HTTP/1.1\r\nA: " + std::string(2000, 'a') + "\r\n\r\n", RequestFault::header_too_large);
  std::string many = "GET / HTTP/1.1\r\n";
  for (int count = 0; count < 9; ++count) many += "A: b\r\n";
  expect_fault(many + "\r\n", RequestFault::too_many_header_fields);
  std::string long_fields = "GET / HTTP/1.1\r\n";
  for (int count = 0; count < 4; ++count) long_fields += "A: " + std::string(300, 'b') + "\r\n";
  expect_fault(long_fields + "\r\n", RequestFault::header_too_large);
  std::string empty_lines;
  for (int count = 0; count < 2000; ++count) empty_lines += "\r\n";
  EXPECT_EQ(parse(empty_lines, 7).state, State::failed);
}

TEST(RequestParser, bounds_the_body) {
  expect_body("POST / HTTP/1.1\r\nContent-Length: 4096\r\n\r\n" + std::string(4096, 'a'), std::string(4096, 'a'));
  expect_fault("POST / HTTP/1.1\r\nContent-Length: 4097\r\n\r\n", RequestFault::body_too_large);
  expect_fault("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1001\r\n", RequestFault::body_too_large);
  expect_fault(
      "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n" + std::string(4096, 'a') + "\r\n1\r\na\r\n",
      RequestFault::body_too_large);
}

TEST(RequestParser, bounds_what_stands_between_chunks) {
  const std::string start = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
  expect_fault(start + "1;" + std::string(3000, 'x'), RequestFault::bad_chunk);
  expect_fault(start + "0\r\nA: " + std::string(3000, 'x'), RequestFault::bad_chunk);
}

TEST(RequestParser, takes_no_more_than_the_budget) {
  Limits limits = small_limits();
  limits.body_bytes_in_flight_max = 1000;
  const std::string body(1001, 'a');
  EXPECT_EQ(parse("POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n" + body, 100, limits).fault,
            RequestFault::too_many_bodies);
  const Parsed parsed = parse("POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n" + body, 100, limits);
  EXPECT_EQ(parsed.state, State::complete);
  EXPECT_EQ(parsed.budget_bytes, 1000);
}

TEST(RequestParser, gives_the_budget_back) {
  const Limits limits;
  BodyBudget budget(100'000);
  {
    RequestParser parser(limits, budget);
    Request request;
    parser.restart(request);
    const std::string bytes = "POST / HTTP/1.1\r\nContent-Length: 90000\r\n\r\n" + std::string(90'000, 'a');
    std::size_t taken = parser.feed(bytes);
    taken += parser.feed(std::string_view(bytes).substr(taken));
    EXPECT_EQ(taken, bytes.size());
    EXPECT_EQ(budget.bytes(), 90'000);
    parser.restart(request);
    EXPECT_EQ(budget.bytes(), 0);
    EXPECT_LT(request.body.capacity(), 90'000);
    EXPECT_EQ(parser.feed(std::string_view(bytes).substr(0, 42)), 42);
    (void)parser.feed("abcdef");
    EXPECT_GT(budget.bytes(), 0);
  }
  EXPECT_EQ(budget.bytes(), 0);
}

TEST(RequestParser, a_promise_of_a_large_body_costs_nothing) {
  const Parsed parsed = parse("POST / HTTP/1.1\r\nContent-Length: 4096\r\n\r\n", 1000);
  EXPECT_EQ(parsed.state, State::body);
  EXPECT_EQ(parsed.budget_bytes, 0);
}

TEST(ParseTarget, takes_paths_and_urls) {
  EXPECT_EQ(parse_target("GET", "/a?b")->path_and_query, "/a?b");
  EXPECT_EQ(parse_target("OPTIONS", "*")->path_and_query, "*");
  const auto url = parse_target("GET", "HTTP://localhost:8080/a?b");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->path_and_query, "/a?b");
  EXPECT_EQ(url->authority, "localhost:8080");
  EXPECT_EQ(parse_target("GET", "http://localhost")->path_and_query, "/");
  for (const std::string_view target : {"*", "a", "localhost:80", "ftp://a/", "?a"})
    EXPECT_FALSE(parse_target("GET", target));
}

}  // namespace
}  // namespace http
