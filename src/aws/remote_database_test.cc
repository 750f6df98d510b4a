#include "aws/remote_database.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "aws/testing/fake_transport.h"

namespace aws {
namespace {

using dynamodb::ErrorCode;
using std::chrono::milliseconds;
using testing::Script;
using Kind = TransportFailure::Kind;

Reply ok(std::string body = "{}") {
  return {.status = 200, .body = std::move(body), .request_id = {}};
}
Reply refusal(const std::string& name, int status = 400) {
  return {.status = status, .body = R"({"__type":"x#)" + name + R"(","message":"said"})", .request_id = {}};
}
std::unexpected<TransportFailure> failure(Kind kind) {
  return std::unexpected(TransportFailure{.kind = kind, .message = "detail"});
}

template <class T>
dynamodb::Result<T> awaited(dynamodb::Awaitable<T> awaitable) {
  boost::asio::io_context context;
  std::optional<dynamodb::Result<T>> result;
  boost::asio::co_spawn(context, std::move(awaitable), [&](std::exception_ptr exception, dynamodb::Result<T> value) {
    if (exception) std::rethrow_exception(exception);
    result.emplace(std::move(value));
  });
  context.run();
  return std::move(result).value();
}

struct Remote {
  std::shared_ptr<Script> script = std::make_shared<Script>();
  std::vector<milliseconds> pauses;
  std::chrono::steady_clock::time_point now;
  std::vector<std::string> calls;  // "", or why the store is unavailable
  std::unique_ptr<wire::ProtocolService> database;

  explicit Remote(std::initializer_list<std::expected<Reply, TransportFailure>> replies, std::size_t calls_max = 256) {
    script->replies = replies;
    RemoteOptions options;
    options.endpoint = {.tls = false, .host = "localhost", .port = 8000, .region = "us-east-1"};
    options.calls_max = calls_max;
    options.random = [] { return 0.5; };
    options.token = [] { return std::string("token"); };
    options.now = [this] { return now; };
    options.pause = [this](milliseconds length) -> boost::asio::awaitable<void> { return paused(length); };
    options.on_call = [this](const dynamodb::Error* error) { calls.push_back(error == nullptr ? "" : error->message); };
    database = make_remote_database(std::make_unique<testing::FakeTransport>(script), std::move(options));
  }
  boost::asio::awaitable<void> paused(milliseconds length) {
    pauses.push_back(length);
    now += length;
    co_return;
  }

  dynamodb::Result<dynamodb::GetItemResult> get() {
    dynamodb::GetItemRequest request;
    request.table_name = "T";
    request.key = {{"PK", "1"}};
    return awaited(database->get_item(std::move(request)));
  }
  dynamodb::Result<dynamodb::WriteItemResult> put(std::optional<std::string> condition = {}) {
    dynamodb::PutItemRequest request;
    request.table_name = "T";
    request.item = {{"PK", "1"}};
    request.condition_expression = std::move(condition);
    return awaited(database->put_item(std::move(request)));
  }
  [[nodiscard]] std::size_t attempts() const { return script->exchanges.size(); }
};

TEST(RemoteDatabase, asks_by_the_protocol) {
  Remote remote({ok(R"({"Item":{"PK":{"S":"1"}}})")});
  const auto result = remote.get();
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->item->find_string("PK"), "1");
  ASSERT_EQ(remote.attempts(), 1U);
  EXPECT_EQ(remote.script->exchanges[0].target, "DynamoDB_20120810.GetItem");
  EXPECT_EQ(remote.script->exchanges[0].body, R"({"TableName":"T","Key":{"PK":{"S":"1"}}})");
  EXPECT_EQ(remote.calls, std::vector<std::string>{""});
}

TEST(RemoteDatabase, tries_again_what_fails_in_passing) {
  Remote remote({refusal("InternalServerError", 500), failure(Kind::interrupted), ok()});
  EXPECT_TRUE(remote.get());
  EXPECT_EQ(remote.pauses, (std::vector{milliseconds(12), milliseconds(25)}));
}

TEST(RemoteDatabase, gives_up_after_four_attempts) {
  Remote remote({refusal("ThrottlingException")});
  const auto result = remote.get();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::throttling);
  EXPECT_EQ(remote.attempts(), 4U);
  EXPECT_EQ(remote.pauses, (std::vector{milliseconds(500), milliseconds(1'000), milliseconds(2'000)}));
}

TEST(RemoteDatabase, an_error_of_the_request_is_not_tried_again) {
  Remote remote({refusal("ValidationException")});
  const auto result = remote.get();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::validation);
  EXPECT_EQ(result.error().message, "said");
  EXPECT_EQ(remote.attempts(), 1U);
  EXPECT_EQ(remote.calls, std::vector<std::string>{""});
}

TEST(RemoteDatabase, has_a_deadline_over_all_attempts) {
  Remote remote({failure(Kind::timed_out)});
  remote.script->on_exchange = [&remote](milliseconds deadline) { remote.now += deadline; };
  const auto result = remote.get();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::unreachable);
  std::vector<milliseconds> deadlines;
  for (const auto& exchange : remote.script->exchanges) deadlines.push_back(exchange.deadline);
  // Of 20 s; the pauses were 12 and 25 ms.
  EXPECT_EQ(deadlines, (std::vector{milliseconds(8'000), milliseconds(8'000), milliseconds(3'963)}));
}

TEST(RemoteDatabase, waits_as_long_as_the_other_side_asks) {
  auto busy = refusal("ServiceUnavailable", 503);
  busy.retry_after = milliseconds(900);
  Remote remote({busy, ok()});
  EXPECT_TRUE(remote.get());
  EXPECT_EQ(remote.pauses, std::vector{milliseconds(900)});
}

TEST(RemoteDatabase, a_damaged_answer_is_asked_for_again) {
  auto damaged = ok(R"({"Item":{"PK":{"S":"2"}}})");
  damaged.crc32 = 1;
  auto intact = ok("{}");
  intact.crc32 = 2745614147;
  Remote remote({damaged, intact});
  const auto result = remote.get();
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_FALSE(result->item);
  EXPECT_EQ(remote.attempts(), 2U);
}

TEST(RemoteDatabase, a_write_that_would_meet_its_own_success_is_not_repeated) {
  for (const auto& lost : {std::expected<Reply, TransportFailure>(failure(Kind::interrupted)),
                           std::expected<Reply, TransportFailure>(refusal("InternalServerError", 500))}) {
    Remote remote({lost, refusal("ConditionalCheckFailedException")});
    const auto result = remote.put("attribute_not_exists(PK)");
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().code, ErrorCode::conditional_check_failed);
    EXPECT_EQ(remote.attempts(), 1U);
  }
}

TEST(RemoteDatabase, such_a_write_is_repeated_when_it_was_not_applied) {
  Remote remote({failure(Kind::connection_refused), refusal("ThrottlingException"), ok()});
  EXPECT_TRUE(remote.put("attribute_not_exists(PK)"));
  EXPECT_EQ(remote.attempts(), 3U);
}

TEST(RemoteDatabase, a_plain_put_is_repeated) {
  Remote remote({failure(Kind::interrupted), ok()});
  EXPECT_TRUE(remote.put());
}

TEST(RemoteDatabase, what_may_have_been_applied_is_never_said_not_to_be) {
  Remote remote({failure(Kind::interrupted), refusal("ThrottlingException")});
  const auto result = remote.put();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::unreachable);
}

TEST(RemoteDatabase, a_transaction_has_one_token_for_all_attempts) {
  Remote remote({failure(Kind::interrupted), refusal("TransactionInProgressException"), ok()});
  dynamodb::DeleteItemRequest remove;
  remove.table_name = "T";
  remove.key = {{"PK", "1"}};
  remove.condition_expression = "attribute_exists(PK)";
  dynamodb::TransactWriteItemsRequest request;
  request.transact_items = {remove};
  EXPECT_TRUE(awaited(remote.database->transact_write_items(request)));
  ASSERT_EQ(remote.attempts(), 3U);
  for (const auto& exchange : remote.script->exchanges) {
    EXPECT_NE(exchange.body.find(R"("ClientRequestToken":"token")"), std::string::npos) << exchange.body;
  }
  request.client_request_token = "own";
  EXPECT_TRUE(awaited(remote.database->transact_write_items(request)));
  EXPECT_NE(remote.script->exchanges.back().body.find(R"("ClientRequestToken":"own")"), std::string::npos);
}

TEST(RemoteDatabase, expired_credentials_are_fetched_anew_once) {
  Remote renewed({refusal("ExpiredTokenException"), ok()});
  EXPECT_TRUE(renewed.put("attribute_not_exists(PK)"));
  EXPECT_EQ(renewed.script->forgotten_credentials, 1);
  EXPECT_TRUE(renewed.pauses.empty());

  Remote expired({refusal("ExpiredTokenException")});
  const auto result = expired.get();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::expired_token);
  EXPECT_EQ(expired.attempts(), 2U);
}

constexpr std::chrono::sys_seconds noon =
    std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{12};

Reply refused_at_noon(const std::string& name, std::chrono::seconds clock_is_wrong_by) {
  Reply reply = refusal(name);
  reply.date = noon;
  reply.signed_at = noon + clock_is_wrong_by;
  return reply;
}

TEST(RemoteDatabase, a_request_signed_by_a_wrong_clock_is_signed_anew_once) {
  constexpr const char* names[] = {"InvalidSignatureException", "RequestTimeTooSkewed", "RequestInTheFuture",
                                   "RequestExpired"};
  for (const auto* const name : names) {
    for (const auto wrong : {std::chrono::hours{3}, -std::chrono::hours{3}}) {
      Remote corrected({refused_at_noon(name, wrong), ok()});
      EXPECT_TRUE(corrected.put()) << name;
      EXPECT_EQ(corrected.script->clock_settings, std::vector{noon});
      EXPECT_EQ(corrected.script->forgotten_credentials, 0);
      EXPECT_TRUE(corrected.pauses.empty());
    }
  }
  Remote refused({refused_at_noon("InvalidSignatureException", std::chrono::hours{3})});
  EXPECT_EQ(refused.get().error().code, ErrorCode::invalid_signature);
  EXPECT_EQ(refused.attempts(), 2U);
}

TEST(RemoteDatabase, a_right_clock_is_left_alone) {
  Remote wrong_key({refused_at_noon("InvalidSignatureException", std::chrono::minutes{4})});
  EXPECT_EQ(wrong_key.get().error().code, ErrorCode::invalid_signature);
  EXPECT_EQ(wrong_key.attempts(), 1U);
  Remote without_date({refusal("InvalidSignatureException")});
  EXPECT_FALSE(without_date.get());
  EXPECT_EQ(without_date.attempts(), 1U);
  Remote unknown_key({refused_at_noon("UnrecognizedClientException", std::chrono::hours{3}), ok()});
  EXPECT_TRUE(unknown_key.get());
  EXPECT_TRUE(unknown_key.script->clock_settings.empty());
}

TEST(RemoteDatabase, a_right_clock_does_not_hide_expired_credentials) {
  Remote remote({refused_at_noon("ExpiredTokenException", std::chrono::hours{3}),
                 refused_at_noon("ExpiredTokenException", std::chrono::hours{0}), ok()});
  EXPECT_TRUE(remote.get());
  EXPECT_EQ(remote.script->forgotten_credentials, 1);
}

TEST(RemoteDatabase, failures_come_with_the_remedy_of_the_guide) {
  const auto message_of = [](std::expected<Reply, TransportFailure> reply, ErrorCode code) {
    Remote remote({std::move(reply)});
    const auto result = remote.get();
    EXPECT_FALSE(result);
    EXPECT_EQ(result.error().code, code);
    EXPECT_EQ(remote.calls, std::vector{result.error().message});
    return result.error().message;
  };
  EXPECT_EQ(
      message_of(failure(Kind::no_credentials), ErrorCode::missing_credentials),
      "Unable to locate credentials: detail. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use an IAM role.");
  EXPECT_EQ(
      message_of(refusal("ResourceNotFoundException"), ErrorCode::resource_not_found),
      "said. Create the table: python scripts/create_dynamodb_table.py (asked for at http://localhost:8000, region "
      "us-east-1)");
  const auto refused = message_of(failure(Kind::connection_refused), ErrorCode::unreachable);
  EXPECT_NE(refused.find("Connection refused"), std::string::npos);
  EXPECT_NE(refused.find("docker run -d -p 8000:8000 amazon/dynamodb-local"), std::string::npos);
  EXPECT_NE(message_of(refusal("AccessDeniedException"), ErrorCode::access_denied).find("policy"), std::string::npos);
  EXPECT_NE(message_of(failure(Kind::name_not_resolved), ErrorCode::unreachable).find("AWS_REGION is us-east-1"),
            std::string::npos);
  EXPECT_NE(message_of(failure(Kind::not_trusted), ErrorCode::unreachable).find("AWS_CA_BUNDLE"), std::string::npos);
  EXPECT_NE(message_of(refusal("InvalidSignatureException", 403), ErrorCode::invalid_signature).find("clock"),
            std::string::npos);
}

TEST(RemoteDatabase, one_call_too_many_is_refused_at_once) {
  Remote remote({ok()}, /*calls_max=*/0);
  const auto result = remote.get();
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::service_unavailable);
  EXPECT_EQ(remote.attempts(), 0U);
}

TEST(RemoteDatabase, calls_that_ended_count_no_more) {
  Remote remote({ok()}, /*calls_max=*/1);
  for (int call = 0; call < 3; ++call) EXPECT_TRUE(remote.get());
}

}  // namespace
}  // namespace aws
