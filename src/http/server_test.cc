#include "http/server.h"

#include <gtest/gtest.h>

#include <string>

#include "http/server_testing.h"

namespace http {
namespace {

using testing::Client;
using testing::get;
using testing::Reply;
using testing::RunningServer;

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
    EXPECT_EQ(reply->header("Connection"), "");
  }
}

}  // namespace
}  // namespace http
