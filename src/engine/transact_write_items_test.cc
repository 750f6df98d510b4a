#include <gmock/gmock.h>

#include "dynamodb/limits.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::TransactWriteItem;
using dynamodb::TransactWriteItemsRequest;
using ::testing::ElementsAre;
using namespace std::chrono_literals;

std::vector<std::string> codes(const dynamodb::Error& error) {
  std::vector<std::string> result;
  for (const dynamodb::CancellationReason& reason : error.cancellation_reasons) result.push_back(reason.code);
  return result;
}

class TransactWriteItemsTest : public DatabaseTest {
 protected:
  dynamodb::Result<dynamodb::TransactWriteItemsResult> transact(std::vector<TransactWriteItem> items,
                                                                std::optional<std::string> token = std::nullopt) {
    return database_.transact({std::move(items), std::move(token)});
  }
  dynamodb::Error refused(std::vector<TransactWriteItem> items, std::optional<std::string> token = std::nullopt) {
    auto result = transact(std::move(items), std::move(token));
    return result ? dynamodb::Error{ErrorCode::internal_server_error, "it was not refused", {}, {}} : result.error();
  }
  static TransactWriteItem add_one(const std::string& sk) {
    return update_request(item("a", sk), "ADD Score :one", {.values = {{{":one", number(1)}}}});
  }
  std::optional<dynamodb::Item> stored(const std::string& sk) { return database_.get("Log", item("a", sk)); }
};
ENGINE_INSTANTIATE(TransactWriteItemsTest);

TEST_P(TransactWriteItemsTest, does_all_four_actions_together) {
  ASSERT_TRUE(database_.put(put_request(item("a", "gone"))));
  ASSERT_TRUE(database_.put(put_request(item("a", "checked"))));
  ASSERT_TRUE(transact({put_request(item("a", "put")), add_one("updated"), delete_request(item("a", "gone")),
                        check_request(item("a", "checked"), "attribute_exists(PK)")}));
  EXPECT_EQ(stored("put"), item("a", "put"));
  EXPECT_EQ(stored("updated"), item("a", "updated", {{"Score", number(1)}}));
  EXPECT_EQ(stored("gone"), std::nullopt);
  EXPECT_EQ(stored("checked"), item("a", "checked"));
}

TEST_P(TransactWriteItemsTest, does_nothing_when_one_condition_fails_and_says_which) {
  ASSERT_TRUE(database_.put(put_request(item("a", "2", {{"Note", "kept"}}))));
  const auto error =
      refused({put_request(item("a", "1")),
               put_request(item("a", "2"), {.condition = "attribute_not_exists(PK)", .item_on_failure = true}),
               check_request(item("a", "3"), "attribute_exists(PK)"), put_request(item("a", "4"))});
  EXPECT_EQ(error.code, ErrorCode::transaction_canceled);
  EXPECT_THAT(codes(error), ElementsAre("None", "ConditionalCheckFailed", "ConditionalCheckFailed", "None"));
  ASSERT_NE(error.cancellation_reasons[1].item, nullptr);
  EXPECT_EQ(error.cancellation_reasons[1].item->item, item("a", "2", {{"Note", "kept"}}));
  EXPECT_EQ(error.cancellation_reasons[2].item, nullptr);
  EXPECT_EQ(stored("1"), std::nullopt);
  EXPECT_EQ(stored("4"), std::nullopt);
}

TEST_P(TransactWriteItemsTest, cancels_for_an_update_that_cannot_be_applied) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "text"}}))));
  const auto error =
      refused({update_request(item("a", "1"), "ADD Note :one", {.values = {{{":one", number(1)}}}}), add_one("2")});
  EXPECT_EQ(error.code, ErrorCode::transaction_canceled);
  EXPECT_THAT(codes(error), ElementsAre("ValidationError", "None"));
  EXPECT_EQ(stored("2"), std::nullopt);
}

TEST_P(TransactWriteItemsTest, takes_100_actions_and_no_more) {
  std::vector<TransactWriteItem> items;
  for (int i = 0; i < 100; ++i) items.emplace_back(put_request(item("a", std::to_string(i))));
  EXPECT_TRUE(transact(items));
  items.emplace_back(put_request(item("a", "one more")));
  EXPECT_EQ(refused(items).code, ErrorCode::validation);
  EXPECT_EQ(refused({}).code, ErrorCode::validation);
}

TEST_P(TransactWriteItemsTest, refuses_two_actions_on_one_item) {
  EXPECT_EQ(refused({put_request(item("a", "1")), check_request(item("a", "1"), "attribute_not_exists(PK)")}).code,
            ErrorCode::validation);
  EXPECT_EQ(stored("1"), std::nullopt);
}

TEST_P(TransactWriteItemsTest, refuses_more_than_4_MB) {
  std::vector<TransactWriteItem> items;
  for (int i = 0; i < 11; ++i) {
    items.emplace_back(put_request(item("a", std::to_string(i), {{"Note", std::string(390'000, 'x')}})));
  }
  EXPECT_EQ(refused(items).code, ErrorCode::validation);
  items.pop_back();
  EXPECT_TRUE(transact(items));
}

TEST_P(TransactWriteItemsTest, refuses_an_update_without_an_expression) {
  auto update = update_request(item("a", "1"), "");
  update.update_expression = std::nullopt;
  EXPECT_EQ(refused({update}).code, ErrorCode::validation);
}

TEST_P(TransactWriteItemsTest, refuses_a_table_that_does_not_exist) {
  auto put = put_request(item("a", "1"));
  put.table_name = "Nope";
  EXPECT_EQ(refused({put}).code, ErrorCode::resource_not_found);
}

TEST_P(TransactWriteItemsTest, does_the_same_request_once_for_ten_minutes) {
  ASSERT_TRUE(transact({add_one("1")}, "token"));
  database_.advance(10min - 1ms);
  ASSERT_TRUE(transact({add_one("1")}, "token"));
  EXPECT_EQ(stored("1"), item("a", "1", {{"Score", number(1)}}));
  database_.advance(1ms);
  ASSERT_TRUE(transact({add_one("1")}, "token"));
  EXPECT_EQ(stored("1"), item("a", "1", {{"Score", number(2)}}));
}

TEST_P(TransactWriteItemsTest, refuses_a_token_with_another_request) {
  ASSERT_TRUE(transact({add_one("1")}, "token"));
  EXPECT_EQ(refused({add_one("2")}, "token").code, ErrorCode::idempotent_parameter_mismatch);
  EXPECT_EQ(
      refused({update_request(item("a", "1"), "ADD Score :one", {.values = {{{":one", number(2)}}}})}, "token").code,
      ErrorCode::idempotent_parameter_mismatch);
  EXPECT_EQ(stored("2"), std::nullopt);
}

TEST_P(TransactWriteItemsTest, does_not_remember_the_token_of_a_cancelled_request) {
  const std::vector<TransactWriteItem> items = {put_request(item("a", "1")),
                                                check_request(item("a", "2"), "attribute_exists(PK)")};
  EXPECT_EQ(refused(items, "token").code, ErrorCode::transaction_canceled);
  ASSERT_TRUE(database_.put(put_request(item("a", "2"))));
  EXPECT_TRUE(transact(items, "token"));
  EXPECT_NE(stored("1"), std::nullopt);
}

TEST_P(TransactWriteItemsTest, refuses_tokens_of_no_and_of_37_characters) {
  EXPECT_EQ(refused({add_one("1")}, "").code, ErrorCode::validation);
  EXPECT_EQ(refused({add_one("1")}, std::string(37, 't')).code, ErrorCode::validation);
  EXPECT_TRUE(transact({add_one("1")}, std::string(36, 't')));
}

TEST_P(TransactWriteItemsTest, goes_on_with_tokens_while_old_ones_are_swept_away) {
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(transact({add_one("1")}, "token" + std::to_string(i)));
    database_.advance(10min);
  }
  EXPECT_EQ(stored("1"), item("a", "1", {{"Score", number(60)}}));
}

}  // namespace
}  // namespace engine::testing
