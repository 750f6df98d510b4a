#include "http/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "http/testing/running_server.h"

namespace http {
namespace {

using testing::Client;
using testing::get;
using ::testing::HasSubstr;
using testing::Reply;
using testing::RunningServer;
namespace asio = boost::asio;

TEST(Server, answers_and_keeps_the_connection) {
  const RunningServer server;
  Client client = server.connect();
  for (int count = 0; count < 3; ++count) {
    const auto reply = client.ask(get("/a?b=c"));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(reply->body, "GET /a?b=c ");
    EXPECT_EQ(reply->header("Content-Length"), "11");
    EXPECT_EQ(reply->header("X-Request-Id").size(), 16);
    EXPECT_EQ(reply->header("Date").size(), 29);
    EXPECT_EQ(reply->header("Connection"), "");
  }
}

TEST(Server, closes_when_the_client_wants_it) {
  const RunningServer server;
  Client client = server.connect();
  const auto reply = client.ask("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->header("Connection"), "close");
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, http_1_0_closes_unless_asked_to_stay) {
  const RunningServer server;
  Client client = server.connect();
  const auto kept = client.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->header("Connection"), "keep-alive");
  const auto last = client.ask("GET / HTTP/1.0\r\n\r\n");
  ASSERT_TRUE(last);
  EXPECT_EQ(last->header("Connection"), "close");
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, answers_requests_that_come_one_behind_the_other_in_their_order) {
  const RunningServer server;
  Client client = server.connect();
  std::string bytes;
  for (int count = 0; count < 500; ++count) {
    const std::string body(static_cast<std::size_t>(count), 'x');
    bytes += "POST /" + std::to_string(count) +
             " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(count) + "\r\n\r\n" + body;
  }
  std::thread sender([&client, &bytes] { client.send(bytes); });
  for (int count = 0; count < 500; ++count) {
    const auto reply = client.receive();
    ASSERT_TRUE(reply) << count;
    const std::string expected =
        "POST /" + std::to_string(count) + " " + std::string(static_cast<std::size_t>(count), 'x');
    EXPECT_EQ(reply->body, expected);
  }
  sender.join();
}

TEST(Server, reads_chunked_bodies) {
  const RunningServer server;
  const auto reply = server.ask(
      "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "POST / abcde");
}

TEST(Server, reads_and_writes_large_bodies) {
  const RunningServer server;
  const std::string body(10'000'000, 'b');
  Client client = server.connect();
  const auto reply = client.ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000\r\n\r\n" + body);
  ASSERT_TRUE(reply);
  EXPECT_TRUE(reply->body == "POST / " + body);
  EXPECT_TRUE(client.ask(get("/")));
}

TEST(Server, says_continue_to_those_who_wait_for_it) {
  const RunningServer server;
  Client client = server.connect();
  client.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  const auto interim = client.receive(false);
  ASSERT_TRUE(interim);
  EXPECT_EQ(interim->status, 100);
  const auto reply = client.ask("ab");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "POST / ab");
}

TEST(Server, refuses_instead_of_saying_continue) {
  const RunningServer server;
  Client client = server.connect();
  const auto reply =
      client.ask("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 413);
}

TEST(Server, head_has_the_length_but_not_the_body) {
  const RunningServer server;
  Client client = server.connect();
  client.send("HEAD /abc HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const auto head = client.receive(false);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->header("Content-Length"), "10");
  // What follows is the next response and not a body.
  EXPECT_EQ(client.ask(get("/next"))->body, "GET /next ");
}

asio::awaitable<Response> answer_by_target(const Request& request) {
  Response response;
  if (request.target == "/204" || request.target == "/304") {
    response.status = std::stoi(request.target.substr(1));
    response.body = "not to be sent";
  }
  if (request.target == "/throw") throw std::runtime_error("the disk burns");
  if (request.target == "/throw-int") throw 5;
  if (request.target == "/status-99") response.status = 99;
  if (request.target == "/static") response.static_body = "kept for ever";
  if (request.target == "/empty") response.status = 200;
  if (request.target == "/close") response.headers.add("Connection", "close");
  if (request.target == "/who") response.body = request.peer + " " + request.id;
  co_return response;
}

TEST(Server, no_content_and_not_modified_have_no_body) {
  const RunningServer server({}, answer_by_target);
  Client client = server.connect();
  for (const std::string_view target : {"/204", "/304"}) {
    const auto reply = client.ask(get(target));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->header("Content-Length"), "");
  }
  EXPECT_EQ(client.ask(get("/empty"))->header("Content-Length"), "0");
}

TEST(Server, exceptions_become_500_and_the_connection_goes_on) {
  std::vector<std::string> said;
  ServerOptions options;
  options.on_exception = [&said](const std::string& /*id*/, std::string_view what) { said.emplace_back(what); };
  const RunningServer server(std::move(options), answer_by_target);
  Client client = server.connect();
  for (const std::string_view target : {"/throw", "/throw-int", "/status-99"}) {
    const auto reply = client.ask(get(target));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 500);
    EXPECT_EQ(reply->header("Content-Type"), "application/json");
    EXPECT_THAT(reply->body, HasSubstr(reply->header("X-Request-Id")));
    EXPECT_EQ(reply->body.find("disk"), std::string::npos);  // what burns is for the log
  }
  ASSERT_EQ(said.size(), 3);
  EXPECT_EQ(said.front(), "the disk burns");
}

TEST(Server, sends_bodies_that_are_the_same_for_everyone) {
  const RunningServer server({}, answer_by_target);
  EXPECT_EQ(server.ask(get("/static"))->body, "kept for ever");
}

TEST(Server, closes_when_the_application_wants_it) {
  const RunningServer server({}, answer_by_target);
  Client client = server.connect();
  EXPECT_EQ(client.ask(get("/close"))->header("Connection"), "close");
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, tells_the_application_who_asks) {
  const RunningServer server({}, answer_by_target);
  const auto reply = server.ask(get("/who"));
  EXPECT_EQ(reply->body, "127.0.0.1 " + reply->header("X-Request-Id"));
}

TEST(Server, reports_a_request_that_the_application_answered) {
  RunningServer server;
  const auto reply = server.ask("POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\nab");
  ASSERT_TRUE(reply);
  server.stop();  // the report comes after the answer
  const std::vector<AccessRecord> records = server.records();
  ASSERT_EQ(records.size(), 1);
  EXPECT_EQ(records[0].method, "POST");
  EXPECT_EQ(records[0].target, "/a");
  EXPECT_EQ(records[0].status, 200);
  EXPECT_EQ(records[0].peer, "127.0.0.1");
  EXPECT_EQ(records[0].request_id, reply->header("X-Request-Id"));
  EXPECT_EQ(records[0].request_bytes, 58);
  EXPECT_EQ(records[0].response_bytes, reply->head.size() + 2 + reply->body.size());
}

TEST(Server, reports_what_the_application_calls_the_request) {
  RunningServer server({}, [](const Request&) -> boost::asio::awaitable<Response> {
    Response response;
    response.operation = "GetItem";
    co_return response;
  });
  ASSERT_TRUE(server.ask(get("/")));
  server.stop();
  const std::vector<AccessRecord> records = server.records();
  ASSERT_EQ(records.size(), 1);
  EXPECT_EQ(records[0].operation, "GetItem");
}

TEST(Server, reports_a_request_that_it_refused) {
  RunningServer server;
  EXPECT_EQ(server.ask("nonsense\r\n\r\n")->status, 400);
  server.stop();
  const std::vector<AccessRecord> records = server.records();
  ASSERT_EQ(records.size(), 1);
  EXPECT_EQ(records[0].status, 400);
}

TEST(Server, answers_a_client_that_has_ended_its_side) {
  const RunningServer server;
  Client client = server.connect();
  client.send(get("/"));
  client.end();
  EXPECT_TRUE(client.receive());
  EXPECT_TRUE(client.is_closed());
}

TEST(Server, many_clients_at_once_get_their_own_answers) {
  const RunningServer server;
  std::vector<std::thread> threads;
  for (int number = 0; number < 16; ++number) {
    threads.emplace_back([&server, number] {
      Client client = server.connect();
      for (int count = 0; count < 50; ++count) {
        const std::string target = "/" + std::to_string(number) + "/" + std::to_string(count);
        const auto reply = client.ask(get(target));
        ASSERT_TRUE(reply);
        ASSERT_EQ(reply->body, "GET " + target + " ");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace http
