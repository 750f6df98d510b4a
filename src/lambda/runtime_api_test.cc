#include "lambda/runtime_api.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lambda {
namespace {

using ::testing::HasSubstr;

TEST(RuntimeAddress, is_a_host_and_a_port) {
  const auto address = parse_runtime_address("169.254.100.1:9001");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->host, "169.254.100.1");
  EXPECT_EQ(address->port, "9001");
  for (const auto* text : {"", "localhost", "http://127.0.0.1:9001", ":9001"}) {
    EXPECT_FALSE(parse_runtime_address(text)) << text;
  }
}

http::Response invocation_response() {
  http::Response response;
  response.headers.add("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
  response.headers.add("Lambda-Runtime-Deadline-Ms", "1542409706888");
  response.headers.add("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7;Sampled=1");
  response.body = "{}";
  return response;
}

TEST(Invocation, is_read_from_the_headers_of_next) {
  const auto invocation = parse_invocation(invocation_response());
  ASSERT_TRUE(invocation) << invocation.error();
  EXPECT_EQ(invocation->request_id, "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
  EXPECT_EQ(invocation->trace_id, "Root=1-5bef4de7;Sampled=1");
  EXPECT_EQ(invocation->payload, "{}");
  EXPECT_EQ(std::chrono::system_clock::to_time_t(invocation->deadline), 1542409706);
}

TEST(Invocation, without_its_headers_is_an_error) {
  auto failed = invocation_response();
  failed.status = 500;
  EXPECT_THAT(parse_invocation(failed).error(), HasSubstr("500"));
  auto late = invocation_response();
  late.headers.set("Lambda-Runtime-Deadline-Ms", "soon");
  EXPECT_THAT(parse_invocation(late).error(), HasSubstr("Lambda-Runtime-Deadline-Ms"));
  EXPECT_THAT(parse_invocation(http::Response()).error(), HasSubstr("Lambda-Runtime-Aws-Request-Id"));
}

TEST(RuntimeRequests, go_where_the_documentation_says) {
  EXPECT_EQ(next_invocation_request().method, "GET");
  EXPECT_EQ(next_invocation_request().target, "/2018-06-01/runtime/invocation/next");
  const auto response = response_request("id", "{}");
  EXPECT_EQ(response.method, "POST");
  EXPECT_EQ(response.target, "/2018-06-01/runtime/invocation/id/response");
  EXPECT_EQ(response.body, "{}");
  const auto error = error_request("id", {.type = "A.B", .message = "\"why\""});
  EXPECT_EQ(error.target, "/2018-06-01/runtime/invocation/id/error");
  EXPECT_EQ(error.headers.find("Lambda-Runtime-Function-Error-Type"), "A.B");
  EXPECT_EQ(error.body, R"({"errorMessage":"\"why\"","errorType":"A.B","stackTrace":[]})");
  EXPECT_EQ(init_error_request({.type = "A.B", .message = "why"}).target, "/2018-06-01/runtime/init/error");
}

}  // namespace
}  // namespace lambda
