// Slow clients, many clients, and stopping while clients are at work.
#include <gtest/gtest.h>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <latch>
#include <memory>
#include <optional>
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
using testing::Reply;
using testing::RunningServer;
using namespace std::chrono_literals;
namespace asio = boost::asio;

ServerOptions impatient() {
  ServerOptions options;
  options.limits.header_timeout = 60ms;
  options.limits.body_timeout = 60ms;
  options.limits.idle_timeout = 120ms;
  options.limits.write_timeout = 100ms;
  options.limits.linger_timeout = 100ms;
  return options;
}

TEST(Timeouts, a_header_that_does_not_end_is_answered_408) {
  const RunningServer server(impatient());
  Client client = server.connect();
  const auto reply = client.ask("GET / HTTP/1.1\r\nHost: localhost\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 408);
  EXPECT_FALSE(reply->body.empty());
  EXPECT_TRUE(client.is_closed());
}

TEST(Timeouts, a_body_that_does_not_end_is_answered_408) {
  const RunningServer server(impatient());
  Client client = server.connect();
  const auto reply = client.ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 408);
  EXPECT_TRUE(client.is_closed());
}

TEST(Timeouts, sending_a_little_now_and_then_does_not_help) {
  const RunningServer server(impatient());
  Client client = server.connect();
  std::atomic<bool> answered = false;
  std::thread dripper([&client, &answered] {
    client.send("GET / HTTP/1.1\r\n");
    // Ends with the answer; each write is short of the timeout.
    while (!answered && client.send("A: b\r\n")) std::this_thread::sleep_for(5ms);
  });
  const auto reply = client.receive();
  answered = true;
  dripper.join();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 408);
}

TEST(Timeouts, connections_that_ask_nothing_are_closed_without_a_word) {
  const RunningServer server(impatient());
  Client fresh = server.connect();
  Client used = server.connect();
  EXPECT_TRUE(used.ask(get("/")));
  EXPECT_TRUE(fresh.is_closed());
  EXPECT_TRUE(used.is_closed());
}

asio::awaitable<Response> large(const Request& request) {
  Response response;
  response.body.assign(request.target == "/large" ? 50'000'000 : 10, 'x');
  co_return response;
}

TEST(Timeouts, a_client_that_does_not_read_is_given_up) {
  RunningServer server(impatient(), large);
  Client client = server.connect();
  client.send(get("/large"));
  // Nothing is read until the server has closed its side: then the answer ends in the middle.
  while (server.records().empty()) std::this_thread::sleep_for(1ms);
  EXPECT_FALSE(client.receive());
}

TEST(Timeouts, a_client_that_reads_slowly_but_steadily_gets_everything) {
  ServerOptions options = impatient();
  options.limits.write_timeout = 10s;
  options.limits.write_piece_bytes = 64 * 1024;
  const RunningServer server(std::move(options), large);
  const auto reply = server.ask(get("/large"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body.size(), 50'000'000);
}

TEST(Limits, further_connections_are_told_so) {
  ServerOptions options;
  options.limits.connections_max = 2;
  const RunningServer server(std::move(options));
  Client first = server.connect();
  Client second = server.connect();
  EXPECT_TRUE(first.ask(get("/")));
  EXPECT_TRUE(second.ask(get("/")));
  Client third = server.connect();
  const auto reply = third.ask(get("/"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 503);
  EXPECT_EQ(reply->header("Connection"), "close");
  EXPECT_TRUE(third.is_closed());
  EXPECT_TRUE(first.ask(get("/")));
}

TEST(Limits, a_place_that_becomes_free_is_given_again) {
  ServerOptions options;
  options.limits.connections_max = 1;
  const RunningServer server(std::move(options));
  {
    Client first = server.connect();
    EXPECT_TRUE(first.ask("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    EXPECT_TRUE(first.is_closed());
  }
  // The server notices when it reads the end of the first; until then it may refuse.
  std::optional<Reply> reply;
  do reply = server.ask(get("/"));
  while (reply && reply->status == 503);
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 200);
}

asio::awaitable<void> wait(std::chrono::milliseconds duration) {
  asio::steady_timer timer(co_await asio::this_coro::executor, duration);
  co_await timer.async_wait(asio::use_awaitable);
}

std::latch* entered = nullptr;  // counted down by slow()

asio::awaitable<Response> slow(const Request& request) {
  entered->count_down();
  co_await wait(100ms);
  Response response;
  response.body = request.target;
  co_return response;
}

std::atomic<bool> held = false;

asio::awaitable<Response> hold(const Request& request) {
  if (request.target == "/hold") {
    entered->count_down();
    while (held) co_await wait(1ms);
  }
  co_return Response{};
}

TEST(Limits, bodies_of_all_connections_together_are_bounded) {
  std::latch in_flight(1);
  entered = &in_flight;
  held = true;
  ServerOptions options;
  options.limits.body_bytes_in_flight_max = 1'000'000;
  const RunningServer server(std::move(options), hold);
  const std::string large_body =
      " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n" + std::string(900'000, 'a');
  Client holder = server.connect();
  holder.send("POST /hold" + large_body);
  in_flight.wait();
  const auto refused = server.ask("POST /" + large_body);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 503);
  EXPECT_EQ(server.ask("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc")->status, 200);
  held = false;
  const auto answered = holder.receive();
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->status, 200);
  // On the same connection the place of the body before is free for certain.
  EXPECT_EQ(holder.ask("POST /" + large_body)->status, 200);
}

TEST(Stop, what_is_in_flight_is_answered_and_then_the_connection_closes) {
  std::latch in_flight(1);
  entered = &in_flight;
  RunningServer server({}, slow);
  Client client = server.connect();
  client.send(get("/a"));
  in_flight.wait();
  server.stop();
  const auto reply = client.receive();
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "/a");
  EXPECT_EQ(reply->header("Connection"), "close");
  EXPECT_TRUE(client.is_closed());
}

TEST(Stop, closes_idle_connections_at_once_and_accepts_no_more) {
  RunningServer server;
  Client client = server.connect();
  EXPECT_TRUE(client.ask(get("/")));
  const auto begin = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  EXPECT_TRUE(client.is_closed());
  EXPECT_FALSE(server.connect().connected());
}

TEST(Stop, does_not_wait_longer_than_it_was_told) {
  std::latch in_flight(1);
  entered = &in_flight;
  ServerOptions options;
  options.limits.stop_timeout = 20ms;
  RunningServer server(std::move(options), slow);
  Client client = server.connect();
  client.send(get("/a"));
  in_flight.wait();
  server.stop();
  EXPECT_FALSE(client.receive());
}

TEST(Stop, may_be_asked_twice) {
  RunningServer server;
  server.stop();
  server.stop();
  EXPECT_FALSE(server.connect().connected());
}

// Every request that the application has seen was answered to the last byte.
TEST(Stop, loses_no_answer_under_load) {
  static std::atomic<int> seen;
  seen = 0;
  std::atomic<int> answered = 0;
  const Application counting = [](const Request& request) -> asio::awaitable<Response> {
    ++seen;
    Response response;
    response.body = request.body;
    co_return response;
  };
  RunningServer server({}, counting);
  std::vector<std::thread> threads;
  for (int number = 0; number < 8; ++number) {
    threads.emplace_back([&server, &answered] {
      const std::string body(5000, 'b');
      const std::string bytes = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n" + body;
      Client client = server.connect();
      // Two at a time, so that there is always one behind the other.
      client.send(bytes);
      while (client.send(bytes)) {
        const auto reply = client.receive();
        if (!reply) return;
        EXPECT_TRUE(reply->body == body);
        ++answered;
      }
      while (client.receive()) ++answered;
    });
  }
  while (answered < 200) std::this_thread::yield();
  server.stop();
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(seen, answered);
}

TEST(Stop, destroying_the_server_needs_no_stop) {
  asio::io_context context;
  auto server = Server::create(context.get_executor(), {}, testing::echo);
  ASSERT_TRUE(server);
  (*server)->start();
  Client client((*server)->port());
  client.send("GET / HTTP/1.1\r\n");
  context.run_for(10ms);
  server->reset();
  context.run();  // ends, since nothing is left
  EXPECT_FALSE(client.receive());
}

TEST(Stop, an_io_context_may_die_with_connections_in_it) {
  auto context = std::make_unique<asio::io_context>();
  auto server = Server::create(context->get_executor(), {}, testing::echo);
  ASSERT_TRUE(server);
  (*server)->start();
  Client client((*server)->port());
  client.send("GET / HTTP/1.1\r\n");
  context->run_for(10ms);
  server->reset();
  context.reset();
  EXPECT_FALSE(client.receive());
}

}  // namespace
}  // namespace http
