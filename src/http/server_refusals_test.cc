// What the server refuses by itself: each with its status and a body, and then the connection is closed, while other
// clients go on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "http/server.h"
#include "http/testing/running_server.h"

namespace http {
namespace {

using testing::Client;
using testing::get;
using ::testing::HasSubstr;
using testing::Reply;
using testing::RunningServer;

class Refusals : public ::testing::Test {
 protected:
  void expect(int status, std::string_view bytes) {
    Client client = server_.connect();
    // The server may stop reading and answer before all is sent.
    std::thread sender([&client, bytes] { client.send(bytes); });
    const std::optional<Reply> reply = client.receive();
    sender.join();
    ASSERT_TRUE(reply) << bytes.substr(0, 100);
    EXPECT_EQ(reply->status, status) << bytes.substr(0, 100);
    EXPECT_EQ(reply->header("Connection"), "close");
    EXPECT_EQ(reply->header("Content-Type"), "application/json");
    EXPECT_THAT(reply->body, HasSubstr(reply->header("X-Request-Id")));
    EXPECT_GT(reply->body.size(), 20);
    client.end();
    EXPECT_TRUE(client.is_closed());
    const std::optional<Reply> other = bystander_.ask(get("/"));
    ASSERT_TRUE(other);
    EXPECT_EQ(other->status, 200);
  }

  RunningServer server_;
  Client bystander_ = server_.connect();
};

TEST_F(Refusals, malformed_requests) {
  expect(400, "nonsense\r\n\r\n");
  expect(400, "GET /\r\n\r\n");
  expect(400, std::string("\x16\x03\x01\x00\xEE\x01\r\n\r\n", 10));  // TLS spoken to a port that has none
  expect(400, "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n");
  expect(400, "GET relative HTTP/1.1\r\nHost: localhost\r\n\r\n");
  expect(400, "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost\r\n\r\n");
  expect(505, "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n");
}

TEST_F(Refusals, headers_without_measure) {
  std::string many = "GET / HTTP/1.1\r\nHost: localhost\r\n";
  for (int count = 0; count < 100'000; ++count) many += "X-" + std::to_string(count) + ": y\r\n";
  expect(431, many + "\r\n");
  expect(431, "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + std::string(1'000'000, 'c') + "\r\n\r\n");
  expect(414, "GET /" + std::string(1'000'000, 'c') + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
}

TEST_F(Refusals, bodies_without_measure) {
  const std::string start = "POST / HTTP/1.1\r\nHost: localhost\r\n";
  expect(413, start + "Content-Length: 17000000\r\n\r\n" + std::string(17'000'000, 'b'));
  expect(413, start + "Transfer-Encoding: chunked\r\n\r\n1036640\r\n" + std::string(17'000'000, 'b') + "\r\n0\r\n\r\n");
}

TEST_F(Refusals, requests_that_two_servers_would_read_differently) {
  const std::string start = "POST / HTTP/1.1\r\nHost: localhost\r\n";
  expect(400, start + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
  expect(400, start + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
  expect(400, start + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n");
  expect(501, start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
  expect(400, start + "Transfer-Encoding: chunked\r\n\r\nnothex\r\n\r\n");
  expect(417, start + "Expect: the unexpected\r\nContent-Length: 3\r\n\r\nabc");
}

TEST_F(Refusals, half_requests) {
  for (const std::string_view half :
       {"G", "GET / HTTP/1.1\r\nHost: loc", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nabc",
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab"}) {
    Client client = server_.connect();
    client.send(half);
    client.end();
    const std::optional<Reply> reply = client.receive();
    ASSERT_TRUE(reply) << half;
    EXPECT_EQ(reply->status, 400);
    EXPECT_TRUE(client.is_closed());
  }
}

TEST_F(Refusals, foreign_hosts) {
  expect(421, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  expect(421, "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
  expect(400, "GET / HTTP/1.1\r\n\r\n");
  expect(400, "GET / HTTP/1.1\r\nHost:\r\n\r\n");
  expect(400, "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n");
}

TEST_F(Refusals, writes_of_foreign_pages) {
  const std::string post = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n";
  expect(403, post + "Origin: http://evil.example\r\n\r\na");
  expect(403, post + "Origin: null\r\n\r\na");
  expect(403, post + "Sec-Fetch-Site: cross-site\r\n\r\na");
}

TEST_F(Refusals, leave_honest_requests_alone) {
  for (const std::string_view bytes : {"GET http://localhost:1/a HTTP/1.1\r\nHost: localhost:1\r\n\r\n",
                                       "BREW /a HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n\r\n",
                                       "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n",
                                       "GET /%00/../a HTTP/1.1\r\nHost: 127.0.0.1:99\r\nOrigin: null\r\n\r\n"}) {
    const std::optional<Reply> reply = bystander_.ask(bytes);
    ASSERT_TRUE(reply) << bytes;
    EXPECT_EQ(reply->status, 200) << bytes;
  }
  EXPECT_EQ(bystander_.ask("GET http://localhost/a HTTP/1.1\r\nHost: localhost\r\n\r\n")->body, "GET /a ");
}

TEST(RefusalsByConfiguration, allowed_hosts_are_answered) {
  ServerOptions options;
  options.allowed_hosts = {"training.example"};
  const RunningServer server(std::move(options));
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: training.example\r\n\r\n")->status, 200);
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")->status, 421);
}

TEST(RefusalsByConfiguration, a_failing_make_error_still_gives_a_body) {
  ServerOptions options;
  options.make_error = [](int, std::string_view, const std::string&) -> Response { throw std::runtime_error("no"); };
  const RunningServer server(std::move(options));
  const auto reply = server.ask("nonsense\r\n\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 400);
  EXPECT_EQ(reply->body, "The request line is malformed.\n");
}

}  // namespace
}  // namespace http
