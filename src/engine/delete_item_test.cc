#include <gmock/gmock.h>

#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::ReturnValues;

class DeleteItemTest : public DatabaseTest {};
ENGINE_INSTANTIATE(DeleteItemTest);

TEST_P(DeleteItemTest, removes_the_item_and_its_index_entries) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Owner", "o"}, {"Date", "d"}, {"Score", number(1)}}))));
  ASSERT_TRUE(database_.remove(delete_request(item("a", "1"))));
  EXPECT_EQ(database_.get("Log", item("a", "1")), std::nullopt);
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "o"), 0);
}

TEST_P(DeleteItemTest, of_nothing_succeeds) {
  const auto result = database_.remove(delete_request(item("a", "1"), {.return_values = ReturnValues::all_old}));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->attributes, std::nullopt);
}

TEST_P(DeleteItemTest, returns_what_it_deleted_with_all_old) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "old"}}))));
  const auto result = database_.remove(delete_request(item("a", "1"), {.return_values = ReturnValues::all_old}));
  ASSERT_TRUE(result && result->attributes);
  EXPECT_EQ(result->attributes->decode(), item("a", "1", {{"Note", "old"}}));
}

TEST_P(DeleteItemTest, keeps_the_item_when_its_condition_fails) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "old"}}))));
  const auto result = database_.remove(delete_request(
      item("a", "1"), {.condition = "Note = :other", .values = {{{":other", "new"}}}, .item_on_failure = true}));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::conditional_check_failed);
  EXPECT_EQ(result.error().item->item, item("a", "1", {{"Note", "old"}}));
  EXPECT_NE(database_.get("Log", item("a", "1")), std::nullopt);
}

TEST_P(DeleteItemTest, refuses_a_key_that_is_not_exactly_the_tables) {
  for (const dynamodb::Key& key : {dynamodb::Key{{"PK", "a"}}, item("a", "1", {{"Note", "x"}}), item("a", "")}) {
    const auto result = database_.remove(delete_request(key));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::validation);
  }
}

TEST_P(DeleteItemTest, refuses_return_values_that_only_updates_have) {
  const auto result = database_.remove(delete_request(item("a", "1"), {.return_values = ReturnValues::all_new}));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::validation);
}

}  // namespace
}  // namespace engine::testing
