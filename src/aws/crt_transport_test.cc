#include "aws/crt_transport.h"

#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <future>

#include "aws/testing/loopback_server.h"
#include "aws/testing/transports.h"

namespace aws::testing {
namespace {

namespace asio = boost::asio;
using Kind = TransportFailure::Kind;
using Socket = LoopbackServer::Socket;

// Answers every request of a connection with its own body.
void echo(Socket& socket) {
  while (true) {
    const std::string request = read_request(socket);
    if (request.empty()) return;
    send(socket, answer_of(request.substr(request.find("\r\n\r\n") + 4)));
  }
}

// A server that answers the first request with this text and closes.
std::function<void(Socket&)> once(std::string text) {
  return [text = std::move(text)](Socket& socket) {
    if (!read_request(socket).empty()) send(socket, text);
  };
}

TEST(CrtTransport, SendsASignedRequestAndReadsTheAnswersHeaders) {
  std::promise<std::string> request;
  LoopbackServer server{[&](Socket& socket) {
    request.set_value(read_request(socket));
    send(socket,
         answer_of("{\"Item\":{}}", "x-amzn-RequestId: ABC\r\nX-Amz-Crc32: 4294967295\r\nx-amz-retry-after: 250\r\n"));
  }};
  const auto transport = transport_to(plain_endpoint(server.port()));
  const Answer answer = exchanged(*transport, "{\"a\":1}");
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->status, 200);
  EXPECT_EQ(answer->body, "{\"Item\":{}}");
  EXPECT_EQ(answer->request_id, "ABC");
  EXPECT_EQ(answer->crc32, 4294967295U);
  EXPECT_EQ(answer->retry_after, std::chrono::milliseconds{250});
  const std::string sent = request.get_future().get();
  EXPECT_TRUE(sent.starts_with("POST / HTTP/1.1\r\n"));
  EXPECT_NE(sent.find("host: 127.0.0.1:" + std::to_string(server.port())), std::string::npos);
  EXPECT_NE(sent.find("x-amz-target: DynamoDB_20120810.GetItem\r\n"), std::string::npos);
  EXPECT_NE(sent.find("Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"), std::string::npos);
  EXPECT_TRUE(sent.ends_with("\r\n\r\n{\"a\":1}"));
}

TEST(CrtTransport, UsesAConnectionAgain) {
  LoopbackServer server{echo};
  const auto transport = transport_to(plain_endpoint(server.port()));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(exchanged(*transport, std::to_string(i))->body, std::to_string(i));
  EXPECT_EQ(server.connections(), 1);
}

TEST(CrtTransport, GivesAnyStatusAsAReply) {
  LoopbackServer server{once("HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\n{}")};
  const auto transport = transport_to(plain_endpoint(server.port()));
  EXPECT_EQ(exchanged(*transport)->status, 400);
}

TEST(CrtTransport, ReadsAChunkedAnswer) {
  LoopbackServer server{once("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")};
  const auto transport = transport_to(plain_endpoint(server.port()));
  EXPECT_EQ(exchanged(*transport)->body, "abcde");
}

// The libraries' resolver sets the address aside after the first time.
TEST(CrtTransport, SaysThatNobodyListensEachTimeUntilSomeoneDoes) {
  std::uint16_t port = 0;
  {
    port = LoopbackServer{echo}.port();
  }
  std::optional<LoopbackServer> server;
  const auto transport = transport_to(plain_endpoint(port));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(kind_of(exchanged(*transport)), Kind::connection_refused);
  server.emplace(echo, port);
  std::optional<Answer> answer;
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{10};
  while ((!answer || !*answer) && std::chrono::steady_clock::now() < until) answer = exchanged(*transport, "back");
  ASSERT_TRUE(*answer) << answer->error().message;
  EXPECT_EQ((*answer)->body, "back");
}

TEST(CrtTransport, SaysThatANameIsNotResolved) {
  const auto transport =
      transport_to({.tls = false, .host = "no-such-host.invalid", .port = 80, .region = "us-east-1"});
  EXPECT_EQ(kind_of(exchanged(*transport)), Kind::name_not_resolved);
}

class Interrupted : public ::testing::TestWithParam<std::string> {};

TEST_P(Interrupted, IsToldApartFromAnAnswer) {
  LoopbackServer server{once(GetParam())};
  const auto transport = transport_to(plain_endpoint(server.port()));
  EXPECT_EQ(kind_of(exchanged(*transport)), Kind::interrupted);
}

INSTANTIATE_TEST_SUITE_P(
    CrtTransport, Interrupted,
    ::testing::Values("",                                                                   // closed without an answer
                      "HTTP/1.1 200 OK\r\nContent-Le",                                      // in a header
                      "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345",                 // in the body
                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123",      // in a chunk
                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n123\r\n",  // before the last chunk
                      "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n12345",                  // of unknown length
                      "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Encoding: gzip\r\n\r\n1",
                      "SSH-2.0-OpenSSH_9.2\r\n"));

TEST(CrtTransport, DoesNotWaitLongerThanItsDeadline) {
  LoopbackServer server{hang};
  const auto transport = transport_to(plain_endpoint(server.port()));
  const auto started = std::chrono::steady_clock::now();
  const Answer answer = exchanged(*transport, "{}", std::chrono::milliseconds{100});
  EXPECT_EQ(kind_of(answer), Kind::timed_out);
  EXPECT_NE(answer.error().message.find("waiting for the answer"), std::string::npos);
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds{5});
}

TEST(CrtTransport, EndsEachRequestOnceHoweverShortItsDeadline) {
  LoopbackServer server{echo};
  constexpr int requests = 300;
  const auto transport = transport_to(plain_endpoint(server.port()), with_keys(), {.connections_max = 4});
  std::vector<std::optional<Answer>> answers(requests);
  asio::thread_pool pool{3};
  for (int i = 0; i < requests; ++i) {
    asio::co_spawn(
        pool,
        exchange_into(transport.get(), "{}", std::chrono::milliseconds{i % 3}, &answers[static_cast<std::size_t>(i)]),
        asio::detached);
  }
  pool.join();
  for (const auto& answer : answers) {
    ASSERT_TRUE(answer);
    EXPECT_TRUE(*answer || kind_of(*answer) == Kind::timed_out || kind_of(*answer) == Kind::overloaded);
  }
}

TEST(CrtTransport, UsesNoConnectionAgainWhoseAnswerCameTooLate) {
  LoopbackServer server{[](Socket& socket) {
    for (std::string request = read_request(socket); !request.empty(); request = read_request(socket)) {
      if (request.contains("late")) return hang(socket);
      send(socket, answer_of("right"));
    }
  }};
  const auto transport = transport_to(plain_endpoint(server.port()), with_keys(), {.connections_max = 1});
  EXPECT_EQ(kind_of(exchanged(*transport, R"({"late":1})", std::chrono::milliseconds{100})), Kind::timed_out);
  EXPECT_EQ(exchanged(*transport)->body, "right");
}

TEST(CrtTransport, CountsWaitingForAConnectionIntoTheDeadline) {
  LoopbackServer server{hang};
  const auto transport = transport_to(plain_endpoint(server.port()), with_keys(), {.connections_max = 1});
  asio::io_context context;
  std::optional<Answer> first;
  std::optional<Answer> second;
  asio::co_spawn(context, exchange_into(transport.get(), "{}", std::chrono::milliseconds{400}, &first), asio::detached);
  asio::co_spawn(context, exchange_into(transport.get(), "{}", std::chrono::milliseconds{100}, &second),
                 asio::detached);
  context.run();
  EXPECT_EQ(kind_of(*second), Kind::timed_out);
  EXPECT_NE(second->error().message.find("waiting for a connection"), std::string::npos);
  EXPECT_EQ(server.connections(), 1);
}

TEST(CrtTransport, ShedsWhatIsTooMuch) {
  LoopbackServer server{hang};
  const auto transport = transport_to(plain_endpoint(server.port()), with_keys(), {.connections_max = 1}, 1);
  asio::io_context context;
  std::optional<Answer> first;
  std::optional<Answer> second;
  std::optional<Answer> third;
  asio::co_spawn(context, exchange_into(transport.get(), "{}", std::chrono::milliseconds{300}, &first), asio::detached);
  asio::co_spawn(context, exchange_into(transport.get(), "{}", std::chrono::milliseconds{300}, &second),
                 asio::detached);
  asio::co_spawn(context, exchange_into(transport.get(), "{}", std::chrono::milliseconds{300}, &third), asio::detached);
  context.poll();
  ASSERT_TRUE(third);
  EXPECT_EQ(kind_of(*third), Kind::overloaded);
  context.run();
  EXPECT_EQ(kind_of(*first), Kind::timed_out);
  EXPECT_EQ(kind_of(*second), Kind::timed_out);
  // There is room again.
  EXPECT_EQ(kind_of(exchanged(*transport, "{}", std::chrono::milliseconds{50})), Kind::timed_out);
}

TEST(CrtTransport, ServesManyAtOnceOverFewConnections) {
  LoopbackServer server{echo};
  constexpr int requests = 200;
  const auto transport = transport_to(plain_endpoint(server.port()), with_keys(), {.connections_max = 4});
  std::vector<std::optional<Answer>> answers(requests);
  asio::thread_pool pool{3};
  for (int i = 0; i < requests; ++i) {
    asio::co_spawn(
        pool, exchange_into(transport.get(), std::to_string(i), long_enough, &answers[static_cast<std::size_t>(i)]),
        asio::detached);
  }
  pool.join();
  for (int i = 0; i < requests; ++i) {
    const Answer& answer = *answers[static_cast<std::size_t>(i)];
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->body, std::to_string(i));
  }
  EXPECT_LE(server.connections(), 4);
}

TEST(CrtTransport, GoesOnAfterTheServerClosedAnIdleConnection) {
  LoopbackServer server{once(answer_of("one"))};
  const auto transport = transport_to(plain_endpoint(server.port()));
  // A request that meets the close on its way is interrupted; the next one is not.
  int answers = 0;
  for (int tries = 0; answers < 3 && tries < 20; ++tries) {
    const Answer answer = exchanged(*transport);
    if (answer) ++answers;
    EXPECT_TRUE(answer || kind_of(answer) == Kind::interrupted);
  }
  EXPECT_EQ(answers, 3);
}

TEST(CrtTransport, TouchesNothingOfAnIoContextThatIsGone) {
  std::promise<void> arrived;
  std::promise<void> go_on;
  LoopbackServer server{[&](Socket& socket) {
    static_cast<void>(read_request(socket));
    arrived.set_value();
    go_on.get_future().wait();
    send(socket, answer_of("too late"));
    hang(socket);
  }};
  const auto transport = transport_to(plain_endpoint(server.port()));
  std::optional<Answer> answer;
  {
    asio::io_context context;
    asio::co_spawn(context, exchange_into(transport.get(), "{}", long_enough, &answer), asio::detached);
    context.poll();
    arrived.get_future().wait();
  }
  go_on.set_value();
  EXPECT_FALSE(answer);
}

TEST(CrtTransport, EndsItsRequestsWhenItIsDestroyed) {
  std::promise<void> arrived;
  LoopbackServer server{[&](Socket& socket) {
    static_cast<void>(read_request(socket));
    arrived.set_value();
    hang(socket);
  }};
  auto transport = transport_to(plain_endpoint(server.port()));
  asio::io_context context;
  std::optional<Answer> answer;
  asio::co_spawn(context, exchange_into(transport.get(), "{}", long_enough, &answer), asio::detached);
  context.poll();
  arrived.get_future().wait();
  transport.reset();
  context.run();
  EXPECT_EQ(kind_of(answer.value()), Kind::interrupted);
}

TEST(CrtTransport, EndsARequestThatIsCancelled) {
  LoopbackServer server{hang};
  const auto transport = transport_to(plain_endpoint(server.port()));
  asio::io_context context;
  asio::cancellation_signal signal;
  bool ended = false;
  std::optional<Answer> answer;
  asio::co_spawn(context, exchange_into(transport.get(), "{}", long_enough, &answer),
                 asio::bind_cancellation_slot(signal.slot(), [&](const std::exception_ptr&) { ended = true; }));
  context.poll();
  signal.emit(asio::cancellation_type::terminal);
  context.run_for(std::chrono::seconds{5});
  EXPECT_TRUE(ended);
}

TEST(CrtTransport, StopsSoonWhileMuchIsUnderWay) {
  LoopbackServer server{hang};
  asio::io_context context;
  std::vector<std::optional<Answer>> answers(20);
  const auto started = std::chrono::steady_clock::now();
  {
    const auto transport = transport_to(plain_endpoint(server.port()), with_keys(), {.connections_max = 8});
    for (auto& answer : answers)
      asio::co_spawn(context, exchange_into(transport.get(), "{}", long_enough, &answer), asio::detached);
    context.poll();
  }
  context.run();
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds{5});
  for (const auto& answer : answers) EXPECT_EQ(kind_of(answer.value()), Kind::interrupted);
}

}  // namespace
}  // namespace aws::testing
