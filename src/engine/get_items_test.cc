// GetItem, BatchGetItem and TransactGetItems.
#include <gmock/gmock.h>

#include "dynamodb/limits.h"
#include "engine/testing/reads.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::AttributeValue;
using dynamodb::ErrorCode;

class GetItemsTest : public DatabaseTest {
 protected:
  static dynamodb::GetItemRequest get(dynamodb::Key key) {
    dynamodb::GetItemRequest request;
    request.table_name = "Log";
    request.key = std::move(key);
    return request;
  }
  static dynamodb::BatchGetItemRequest batch(std::size_t keys) {
    dynamodb::BatchGetItemRequest request;
    auto& table = request.request_items["Log"];
    for (std::size_t number = 0; number < keys; ++number) table.keys.push_back(item("a", std::to_string(number)));
    return request;
  }
  static dynamodb::TransactGetItemsRequest transaction(std::size_t keys) {
    dynamodb::TransactGetItemsRequest request;
    for (std::size_t number = 0; number < keys; ++number) {
      request.transact_items.push_back({.table_name = "Log",
                                        .key = item("a", std::to_string(number)),
                                        .projection_expression = {},
                                        .attributes = {}});
    }
    return request;
  }
  void put_large(std::size_t items) {
    for (std::size_t number = 0; number < items; ++number) {
      ASSERT_TRUE(database_.put(put_request(item("a", std::to_string(number), {{"Fat", std::string(large, 'x')}}))));
    }
  }
  static constexpr std::size_t large = 390'000;
};
ENGINE_INSTANTIATE(GetItemsTest);

TEST_P(GetItemsTest, answers_the_whole_item_or_what_is_asked_for_or_nothing) {
  const auto whole = item("a", "1", {{"Note", "easy"}});
  ASSERT_TRUE(database_.put(put_request(whole)));
  EXPECT_EQ(get_item(database_, get(item("a", "1")))->item->decode(), whole);
  auto projected = get(item("a", "1"));
  projected.projection_expression = "Note, Absent";
  EXPECT_EQ(get_item(database_, projected)->item->decode(), (dynamodb::Item{{"Note", AttributeValue("easy")}}));
  EXPECT_EQ(get_item(database_, get(item("a", "2")))->item, std::nullopt);
}

TEST_P(GetItemsTest, refuses_what_is_not_the_key_of_the_table) {
  EXPECT_EQ(message(get_item(database_, get({{"PK", AttributeValue("a")}}))),
            "The provided key element does not match the schema");
  EXPECT_EQ(message(get_item(database_, get(item("a", "1", {{"Note", "x"}})))),
            "The provided key element does not match the schema");
  auto absent = get(item("a", "1"));
  absent.table_name = "Absent";
  EXPECT_EQ(get_item(database_, absent).error().code, ErrorCode::resource_not_found);
}

TEST_P(GetItemsTest, batch_answers_what_there_is) {
  ASSERT_TRUE(database_.put(put_request(item("a", "0"))));
  ASSERT_TRUE(database_.put(put_request(item("a", "2"))));
  const auto result = batch_get(database_, batch(3));
  ASSERT_TRUE(result) << message(result);
  EXPECT_THAT(decoded(result->responses.at("Log")), ::testing::UnorderedElementsAre(item("a", "0"), item("a", "2")));
  EXPECT_TRUE(result->unprocessed_keys.empty());
}

TEST_P(GetItemsTest, batch_leaves_what_goes_beyond_16_megabytes_unprocessed) {
  constexpr std::size_t items = 45;
  put_large(items);
  auto request = batch(items);
  request.request_items["Log"].projection_expression = "SK";
  std::size_t rounds = 0;
  std::size_t answered = 0;
  while (!request.request_items.empty()) {
    const auto result = batch_get(database_, request);
    ASSERT_TRUE(result) << message(result);
    answered += result->responses.at("Log").size();
    if (rounds == 0) EXPECT_EQ(answered, dynamodb::limits::batch_get_bytes_max / (large + 10));
    request.request_items = result->unprocessed_keys;
    ++rounds;
  }
  EXPECT_EQ(answered, items);
  EXPECT_EQ(rounds, 2U);
}

TEST_P(GetItemsTest, batch_refuses_nothing_too_much_and_twice_the_same) {
  EXPECT_EQ(message(batch_get(database_, {})),
            "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have "
            "length greater than or equal to 1");
  EXPECT_EQ(message(batch_get(database_, batch(101))), "Too many items requested for the BatchGetItem call");
  EXPECT_EQ(message(batch_get(database_, batch(100))), "");
  auto twice = batch(1);
  twice.request_items["Log"].keys.push_back(twice.request_items["Log"].keys.front());
  EXPECT_EQ(message(batch_get(database_, twice)), "Provided list of item keys contains duplicates");
}

TEST_P(GetItemsTest, transaction_answers_in_the_order_of_the_request) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1"))));
  const auto result = transact_get(database_, transaction(2));
  ASSERT_TRUE(result) << message(result);
  ASSERT_EQ(result->responses.size(), 2U);
  EXPECT_EQ(result->responses[0], std::nullopt);
  EXPECT_EQ(result->responses[1]->decode(), item("a", "1"));
}

TEST_P(GetItemsTest, transaction_with_a_wrong_key_is_cancelled_with_a_reason_in_its_place) {
  auto wrong = transaction(2);
  wrong.transact_items[1].key = {};
  const auto result = transact_get(database_, wrong);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::transaction_canceled);
  ASSERT_EQ(result.error().cancellation_reasons.size(), 2U);
  EXPECT_EQ(result.error().cancellation_reasons[0].code, "None");
  EXPECT_EQ(result.error().cancellation_reasons[1].code, "ValidationError");
  EXPECT_EQ(result.error().cancellation_reasons[1].message, "The provided key element does not match the schema");
}

TEST_P(GetItemsTest, transaction_refuses_nothing_too_much_and_twice_the_same) {
  EXPECT_NE(message(transact_get(database_, {})), "");
  EXPECT_EQ(message(transact_get(database_, transaction(100))), "");
  EXPECT_EQ(transact_get(database_, transaction(101)).error().code, ErrorCode::validation);
  auto twice = transaction(1);
  twice.transact_items.push_back(twice.transact_items.front());
  EXPECT_EQ(message(transact_get(database_, twice)),
            "Transaction request cannot include multiple operations on one item");
  put_large(11);
  EXPECT_NE(message(transact_get(database_, transaction(11))), "");
}

}  // namespace
}  // namespace engine::testing
