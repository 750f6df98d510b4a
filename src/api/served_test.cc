// A few requests over a real socket: that the application and the server fit together.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "api/testing/test_api.h"
#include "http/testing/running_server.h"

namespace api {
namespace {

using http::testing::RunningServer;
using ::testing::HasSubstr;

http::ServerOptions server_options() {
  http::ServerOptions options;
  options.limits.body_bytes_max = body_bytes_max;
  options.make_error = make_error;
  return options;
}

std::string request(std::string_view head, std::string_view body) {
  return fmt::format("{} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                     head, body.size(), body);
}

TEST(ServedApi, keeps_a_session_over_one_connection) {
  testing::TestApi api;
  const RunningServer server(server_options(), api.application());
  auto client = server.connect();
  const auto created = client.ask(request("POST /v1/athletes", R"({"name":"Ann"})"));
  ASSERT_TRUE(created);
  EXPECT_EQ(created->status, 201);
  const auto id = json::parse(created->body)->find("id")->get_if<std::string>()->substr();
  EXPECT_EQ(client.ask(request("POST /v1/training-sessions", testing::session_json(id, "2025-10-23")))->status, 201);
  const auto list = client.ask(http::testing::get("/v1/training-sessions?athleteId=" + id));
  EXPECT_THAT(list->body, HasSubstr(R"("total":1)"));
  const auto deleted = client.ask(request("DELETE /v1/athletes/" + id + "?cascade=true", ""));
  EXPECT_EQ(deleted->status, 204);
  EXPECT_EQ(deleted->header("Content-Length"), "");
  EXPECT_EQ(deleted->header("Content-Type"), "");
}
TEST(ServedApi, answers_head_without_a_body) {
  testing::TestApi api;
  const RunningServer server(server_options(), api.application());
  auto client = server.connect();
  client.send("HEAD /v1/athletes HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const auto head = client.receive(false);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->header("Content-Length"), "2");
  EXPECT_EQ(client.ask(http::testing::get("/healthz"))->body, R"({"status":"ok"})");
}
TEST(ServedApi, errors_of_the_server_have_the_apis_shape) {
  testing::TestApi api;
  const RunningServer server(server_options(), api.application());
  const auto foreign = server.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  ASSERT_TRUE(foreign);
  EXPECT_EQ(foreign->status, 421);
  EXPECT_THAT(foreign->body, HasSubstr(R"({"detail":{"error":"MISDIRECTED_REQUEST","message":")"));
  const auto large = server.ask("POST /v1/athletes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 17000000\r\n\r\n");
  ASSERT_TRUE(large);
  EXPECT_EQ(large->status, 413);
  EXPECT_THAT(large->body, HasSubstr(R"("error":"PAYLOAD_TOO_LARGE")"));
}
boost::asio::awaitable<tracker::Result<void>> never() {
  boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, std::chrono::hours(1));
  co_await timer.async_wait(boost::asio::use_awaitable);
  co_return tracker::Result<void>{};
}
// That the server stops at the end shows that the probe was given up.
TEST(ServedApi, readiness_waits_a_bounded_time_for_the_store) {
  testing::TestApi api({.probe_store = never, .readiness_timeout = std::chrono::milliseconds(20)});
  const RunningServer server(server_options(), api.application());
  const auto reply = server.ask(http::testing::get("/readyz"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 503);
  EXPECT_THAT(reply->body, HasSubstr("The store does not answer."));
  EXPECT_EQ(server.ask(http::testing::get("/healthz"))->status, 200);
}

TEST(ServedApi, readiness_tells_what_the_store_last_failed_with) {
  testing::TestApi api({.probe_store = never, .readiness_timeout = std::chrono::milliseconds(20), .store_trouble = [] {
                          return std::optional<std::string>("Unreachable: nobody listens.");
                        }});
  const RunningServer server(server_options(), api.application());
  const auto reply = server.ask(http::testing::get("/readyz"));
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 503);
  EXPECT_THAT(reply->body, HasSubstr("The store does not answer. Unreachable: nobody listens."));
}

boost::asio::awaitable<tracker::Result<void>> wait_at(boost::asio::steady_timer& gate) {
  boost::system::error_code ignored;
  co_await gate.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
  co_return tracker::Result<void>{};
}
boost::asio::awaitable<void> ask_readiness(http::Application application, std::vector<int>& statuses) {
  http::Request request;
  request.method = "GET";
  request.target = "/readyz";
  const auto response = co_await application(request);
  statuses.push_back(response.status);
}
TEST(Readiness, asks_a_slow_store_only_so_many_questions_at_once) {
  boost::asio::io_context context;
  boost::asio::steady_timer gate(context, std::chrono::hours(1));
  testing::TestApi api({.probe_store = [&gate] { return wait_at(gate); }, .readiness_timeout = std::chrono::hours(1)});
  std::vector<int> statuses;
  for (int count = 0; count < 9; ++count) {
    boost::asio::co_spawn(context, ask_readiness(api.application(), statuses), boost::asio::detached);
  }
  context.poll();
  EXPECT_EQ(statuses, std::vector<int>{503});
  gate.cancel();
  context.run();
  EXPECT_EQ(statuses, (std::vector<int>{503, 200, 200, 200, 200, 200, 200, 200, 200}));
}

}  // namespace
}  // namespace api
