// The loop against a runtime API that hands out events by hand and takes what comes back.
#include "cli/lambda_loop.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/exit_status.h"
#include "cli/store.h"
#include "http/testing/running_server.h"
#include "json/value.h"
#include "lambda/answer.h"

namespace cli {
namespace {

namespace asio = boost::asio;
using std::chrono::milliseconds;
using ::testing::HasSubstr;

struct HandedOut {
  std::string payload;
  milliseconds time_left{60'000};
};

std::string payload_of(std::string_view path, bool is_authorized = true) {
  return fmt::format(
      R"({{"version":"2.0","rawPath":"{}","rawQueryString":"","headers":{{}},"isBase64Encoded":false,)"
      R"("requestContext":{{"stage":"$default","authorizer":{},"http":{{"method":"GET","sourceIp":"::1"}}}}}})",
      path, is_authorized ? R"({"iam":{}})" : "null");
}

// Gives the events in order, then 500, which ends the loop.
class RuntimeApi {
 public:
  explicit RuntimeApi(std::vector<HandedOut> events) : events_(events.begin(), events.end()) {}

  [[nodiscard]] ::lambda::RuntimeAddress address() const {
    return {.host = "127.0.0.1", .port = std::to_string(server_.port())};
  }
  struct Posted {
    std::string target;
    std::string body;
    std::optional<std::string> error_type;
  };
  [[nodiscard]] std::vector<Posted> posted() const {
    const std::scoped_lock lock(mutex_);
    return posted_;
  }

 private:
  static asio::awaitable<http::Response> answer(RuntimeApi* self, const http::Request& request) {
    const std::scoped_lock lock(self->mutex_);
    http::Response response;
    if (request.method == "POST") {
      const auto type = request.headers.find("Lambda-Runtime-Function-Error-Type");
      self->posted_.push_back({request.target, request.body, type ? std::optional<std::string>(*type) : std::nullopt});
      response.status = 202;
    } else if (self->events_.empty()) {
      response.status = 500;
    } else {
      const HandedOut event = std::move(self->events_.front());
      self->events_.pop_front();
      const auto deadline = std::chrono::system_clock::now() + event.time_left;
      response.headers.add("Lambda-Runtime-Aws-Request-Id", fmt::format("id-{}", ++self->handed_out_));
      response.headers.add("Lambda-Runtime-Trace-Id", "Root=1");
      response.headers.add(
          "Lambda-Runtime-Deadline-Ms",
          std::to_string(std::chrono::duration_cast<milliseconds>(deadline.time_since_epoch()).count()));
      response.body = event.payload;
    }
    co_return response;
  }

  mutable std::mutex mutex_;
  std::deque<HandedOut> events_;
  std::vector<Posted> posted_;
  int handed_out_ = 0;
  http::testing::RunningServer server_{{}, [this](const http::Request& request) { return answer(this, request); }};
};

asio::awaitable<http::Response> application(const http::Request& request) {
  http::Response response;
  response.headers.add("Content-Type", "text/plain");
  if (request.target == "/slow") {
    asio::steady_timer timer(co_await asio::this_coro::executor, milliseconds(700));
    co_await timer.async_wait(asio::use_awaitable);
  }
  if (request.target == "/throw") throw std::runtime_error("the disk burns");
  if (request.target == "/large") response.body = std::string(::lambda::answer_bytes_max, 'x');
  if (request.target == "/who") {
    response.body = request.id + " " + std::string(request.headers.find("X-Amzn-Trace-Id").value_or("nobody"));
  }
  co_return response;
}

std::vector<RuntimeApi::Posted> serve(std::vector<HandedOut> events, bool has_tokens = false) {
  const RuntimeApi runtime(std::move(events));
  EXPECT_EQ(
      run(serve_invocations(
          {.runtime = runtime.address(), .application = application, .has_tokens = has_tokens, .access_log = false})),
      exit_failure);
  return runtime.posted();
}

std::int64_t status_of(const RuntimeApi::Posted& posted) {
  const auto answer = json::parse(posted.body);
  return std::stoll(answer->find("statusCode")->get_if<json::Number>()->text);
}

std::string body_of(const RuntimeApi::Posted& posted) {
  return *json::parse(posted.body)->find("body")->get_if<std::string>();
}

TEST(LambdaLoop, answers_one_event_after_the_other_with_its_ids) {
  const auto posted = serve({{payload_of("/who")}, {payload_of("/who")}});
  ASSERT_EQ(posted.size(), 2U);
  EXPECT_EQ(posted[0].target, "/2018-06-01/runtime/invocation/id-1/response");
  EXPECT_EQ(body_of(posted[0]), "id-1 Root=1");
  EXPECT_EQ(posted[1].target, "/2018-06-01/runtime/invocation/id-2/response");
  EXPECT_EQ(body_of(posted[1]), "id-2 Root=1");
}

TEST(LambdaLoop, refuses_what_aws_has_not_authorized) {
  const auto posted = serve({{payload_of("/who", false)}, {payload_of("/who")}});
  EXPECT_EQ(status_of(posted[0]), 401);
  EXPECT_THAT(body_of(posted[0]), HasSubstr("--token-file"));
  EXPECT_EQ(status_of(posted[1]), 200);
}

TEST(LambdaLoop, leaves_it_to_the_application_where_that_has_tokens) {
  EXPECT_EQ(status_of(serve({{payload_of("/who", false)}}, true)[0]), 200);
}

TEST(LambdaLoop, answers_503_before_the_deadline_and_goes_on) {
  const auto posted = serve({{payload_of("/slow"), milliseconds(400)}, {payload_of("/who")}, {payload_of("/slow")}});
  ASSERT_EQ(posted.size(), 3U);
  EXPECT_EQ(status_of(posted[0]), 503);
  EXPECT_THAT(posted[0].body, HasSubstr(R"("Retry-After":"1")"));
  EXPECT_EQ(status_of(posted[1]), 200);
  EXPECT_EQ(status_of(posted[2]), 200);
}

TEST(LambdaLoop, says_503_at_once_where_no_time_is_left) {
  EXPECT_EQ(status_of(serve({{payload_of("/slow"), milliseconds(-5'000)}})[0]), 503);
}

TEST(LambdaLoop, an_exception_is_a_500_that_tells_nothing) {
  const auto posted = serve({{payload_of("/throw")}, {payload_of("/who")}});
  EXPECT_EQ(status_of(posted[0]), 500);
  EXPECT_THAT(posted[0].body, ::testing::Not(HasSubstr("burns")));
  EXPECT_EQ(status_of(posted[1]), 200);
}

TEST(LambdaLoop, an_answer_beyond_lambdas_limit_is_a_500_that_says_so) {
  const auto posted = serve({{payload_of("/large")}});
  EXPECT_EQ(status_of(posted[0]), 500);
  EXPECT_THAT(body_of(posted[0]), HasSubstr("6 MB"));
}

TEST(LambdaLoop, an_event_that_is_no_request_is_an_error_of_the_invocation) {
  const auto posted = serve({{R"({"Records":[]})"}, {payload_of("/who")}});
  EXPECT_EQ(posted[0].target, "/2018-06-01/runtime/invocation/id-1/error");
  EXPECT_EQ(posted[0].error_type, "TrainingTracker.UnknownEvent");
  EXPECT_EQ(status_of(posted[1]), 200);
}

TEST(LambdaLoop, a_start_that_fails_is_told_to_lambda) {
  const RuntimeApi runtime({});
  EXPECT_EQ(fail_to_start(runtime.address(), "There is no table.", exit_usage), exit_usage);
  ASSERT_EQ(runtime.posted().size(), 1U);
  EXPECT_EQ(runtime.posted()[0].target, "/2018-06-01/runtime/init/error");
  EXPECT_THAT(runtime.posted()[0].body, HasSubstr("There is no table."));
}

}  // namespace
}  // namespace cli
