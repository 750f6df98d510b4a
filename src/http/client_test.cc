#include "http/client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <exception>
#include <string>

#include "http/testing/running_server.h"
#include "http/unix_client.h"

namespace http {
namespace {

namespace asio = boost::asio;
using testing::RunningServer;
constexpr std::chrono::seconds patience{testing::patience_seconds};
using Answer = std::expected<Response, std::string>;

template <class T>
T run(asio::awaitable<T> coroutine) {
  asio::io_context context(1);
  std::optional<T> result;
  asio::co_spawn(context, std::move(coroutine), [&result](const std::exception_ptr& failure, T value) {
    if (!failure) result.emplace(std::move(value));
  });
  context.run();
  return std::move(result).value();
}

Request request_of(std::string method, std::string target, std::string body = {}) {
  Request request;
  request.method = std::move(method);
  request.target = std::move(target);
  request.body = std::move(body);
  return request;
}

TcpPeer peer_of(const RunningServer& server) {
  return {.host = "127.0.0.1", .port = std::to_string(server.port())};
}

// Each request on the same client, one after the other.
asio::awaitable<std::vector<Answer>> ask_all(Peer peer, std::vector<Request> requests) {
  Client client(std::move(peer));
  std::vector<Answer> answers;
  answers.reserve(requests.size());
  for (auto& request : requests) answers.push_back(co_await client.exchange(std::move(request), patience));
  co_return answers;
}

// The port of the client: two requests of one connection come from the same.
asio::awaitable<Response> answer_with_peer(const Request& request) {
  Response response;
  response.headers.add("X-Host", std::string(request.headers.find("Host").value_or("")));
  response.body = request.method + " " + request.target + " " + request.body;
  if (request.target == "/close") response.headers.add("Connection", "close");
  co_return response;
}

TEST(Client, asks_again_and_again_over_one_connection) {
  // The server takes one connection only: a second one would be told 503.
  ServerOptions options;
  options.limits.connections_max = 1;
  const RunningServer server(std::move(options), answer_with_peer);
  const auto answers = run(ask_all(peer_of(server), {request_of("GET", "/a?b=c"), request_of("POST", "/b", "text"),
                                                     request_of("HEAD", "/c"), request_of("GET", "/d")}));
  ASSERT_TRUE(answers[0] && answers[1] && answers[2] && answers[3]);
  EXPECT_EQ(answers[0]->status, 200);
  EXPECT_EQ(answers[0]->body, "GET /a?b=c ");
  EXPECT_EQ(answers[0]->headers.find("X-Host"), "127.0.0.1:" + std::to_string(server.port()));
  EXPECT_EQ(answers[1]->body, "POST /b text");
  EXPECT_EQ(answers[2]->body, "");
  EXPECT_EQ(answers[3]->body, "GET /d ");
}

TEST(Client, connects_anew_where_the_other_side_has_said_close) {
  const RunningServer server({}, answer_with_peer);
  auto closing = request_of("GET", "/own");
  closing.headers.set("Connection", "close");
  const auto answers =
      run(ask_all(peer_of(server), {request_of("GET", "/close"), std::move(closing), request_of("GET", "/after")}));
  EXPECT_EQ(answers[0]->body, "GET /close ");
  EXPECT_EQ(answers[1]->body, "GET /own ");
  EXPECT_EQ(answers[2]->body, "GET /after ");
}

TEST(Client, says_what_failed_and_goes_on) {
  std::uint16_t port = 0;
  {
    const RunningServer server;
    port = server.port();
  }
  const auto refused = run(ask_all(TcpPeer{.host = "127.0.0.1", .port = std::to_string(port)},
                                   {request_of("GET", "/"), request_of("GET", "/")}));
  EXPECT_EQ(refused[0].error(), "Connection refused");
  EXPECT_EQ(refused[1].error(), "Connection refused");
}

asio::awaitable<Answer> ask_within_a_second(TcpPeer peer) {
  Client client(std::move(peer));
  co_return co_await client.exchange(request_of("GET", "/"), std::chrono::seconds(1));
}

TEST(Client, gives_up_at_the_deadline) {
  asio::io_context context;
  using asio::ip::tcp;
  // Connections wait in its queue for ever.
  const tcp::acceptor acceptor(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
  const auto port = std::to_string(acceptor.local_endpoint().port());
  EXPECT_FALSE(run(ask_within_a_second({.host = "127.0.0.1", .port = port})));
}

TEST(UnixClient, a_path_that_is_too_long_is_an_error) {
  EXPECT_FALSE(run(exchange_over_unix_socket(std::string(200, 'x'), request_of("GET", "/"), patience)));
}

}  // namespace
}  // namespace http
