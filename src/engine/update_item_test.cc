#include <gmock/gmock.h>

#include "dynamodb/item_size.h"
#include "dynamodb/limits.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::ReturnValues;

class UpdateItemTest : public DatabaseTest {
 protected:
  dynamodb::Result<dynamodb::WriteItemResult> set_note(ReturnValues return_values) {
    return database_.update(update_request(item("a", "1"), "SET Note = :new, Extra.part = :new",
                                           {.values = {{{":new", "new"}}}, .return_values = return_values}));
  }
  void put_old() {
    const dynamodb::AttributeMap extra = {{"part", "old"}, {"rest", "kept"}};
    ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "old"}, {"Extra", extra}, {"Other", "kept"}}))));
  }
};
ENGINE_INSTANTIATE(UpdateItemTest);

TEST_P(UpdateItemTest, changes_what_it_names_and_keeps_the_rest) {
  put_old();
  ASSERT_TRUE(set_note(ReturnValues::none));
  const dynamodb::AttributeMap extra = {{"part", "new"}, {"rest", "kept"}};
  EXPECT_EQ(database_.get("Log", item("a", "1")),
            item("a", "1", {{"Note", "new"}, {"Extra", extra}, {"Other", "kept"}}));
}

TEST_P(UpdateItemTest, makes_the_item_where_there_is_none) {
  ASSERT_TRUE(database_.update(update_request(item("a", "1"), "ADD Score :one", {.values = {{{":one", number(1)}}}})));
  EXPECT_EQ(database_.get("Log", item("a", "1")), item("a", "1", {{"Score", number(1)}}));
}

TEST_P(UpdateItemTest, without_an_expression_makes_an_item_of_its_key) {
  auto request = update_request(item("a", "1"), "");
  request.update_expression = std::nullopt;
  ASSERT_TRUE(database_.update(std::move(request)));
  EXPECT_EQ(database_.get("Log", item("a", "1")), item("a", "1"));
}

TEST_P(UpdateItemTest, returns_what_is_asked_for) {
  const dynamodb::AttributeMap old_extra = {{"part", "old"}, {"rest", "kept"}};
  const dynamodb::AttributeMap new_extra = {{"part", "new"}, {"rest", "kept"}};
  const dynamodb::AttributeMap old_part = {{"part", "old"}};
  const dynamodb::AttributeMap new_part = {{"part", "new"}};
  const std::pair<ReturnValues, dynamodb::Item> expected[] = {
      {ReturnValues::all_old, item("a", "1", {{"Note", "old"}, {"Extra", old_extra}, {"Other", "kept"}})},
      {ReturnValues::all_new, item("a", "1", {{"Note", "new"}, {"Extra", new_extra}, {"Other", "kept"}})},
      {ReturnValues::updated_old, {{"Note", "old"}, {"Extra", old_part}}},
      {ReturnValues::updated_new, {{"Note", "new"}, {"Extra", new_part}}},
  };
  for (const auto& [return_values, attributes] : expected) {
    put_old();
    const auto result = set_note(return_values);
    ASSERT_TRUE(result && result->attributes);
    EXPECT_EQ(result->attributes->decode(), attributes);
  }
}

TEST_P(UpdateItemTest, returns_nothing_old_of_an_item_that_it_made) {
  for (const ReturnValues return_values : {ReturnValues::all_old, ReturnValues::updated_old}) {
    const auto result =
        database_.update(update_request(item("a", return_values == ReturnValues::all_old ? "1" : "2"), "SET Note = :n",
                                        {.values = {{{":n", "new"}}}, .return_values = return_values}));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->attributes, std::nullopt);
  }
}

TEST_P(UpdateItemTest, returns_no_empty_map_where_what_it_wrote_was_removed) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "old"}}))));
  const auto result =
      database_.update(update_request(item("a", "1"), "REMOVE Note", {.return_values = ReturnValues::updated_new}));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->attributes, std::nullopt);
}

TEST_P(UpdateItemTest, makes_no_ghost_when_its_condition_fails) {
  const auto result = database_.update(update_request(
      item("a", "1"), "SET Note = :n", {.condition = "attribute_exists(PK)", .values = {{{":n", "new"}}}}));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::conditional_check_failed);
  EXPECT_EQ(database_.get("Log", item("a", "1")), std::nullopt);
}

TEST_P(UpdateItemTest, refuses_to_write_key_attributes) {
  for (const char* update : {"SET PK = :v", "SET SK = :v", "REMOVE SK", "SET PK.part = :v"}) {
    With with;
    if (std::string(update).contains(":v")) with.values.emplace().emplace(":v", "x");
    const auto result = database_.update(update_request(item("a", "1"), update, with));
    ASSERT_FALSE(result) << update;
    EXPECT_EQ(result.error().code, ErrorCode::validation);
  }
}

TEST_P(UpdateItemTest, refuses_an_index_key_that_may_not_be_one) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Name", "good"}}))));
  for (const dynamodb::AttributeValue& bad : {number(1), dynamodb::AttributeValue("")}) {
    const auto result = database_.update(
        update_request(item("a", "1"), "SET #n = :bad", {.values = {{{":bad", bad}}}, .names = {{{"#n", "Name"}}}}));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::validation);
  }
  EXPECT_EQ(database_.get("Log", item("a", "1")), item("a", "1", {{"Name", "good"}}));
}

TEST_P(UpdateItemTest, refuses_a_result_over_400_KB) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", std::string(300'000, 'x')}}))));
  const auto result = database_.update(
      update_request(item("a", "1"), "SET More = :more", {.values = {{{":more", std::string(110'000, 'x')}}}}));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::validation);
  EXPECT_EQ(database_.get("Log", item("a", "1"))->size(), 3U);
}

// Measured against the service: with a short key, an item that PutItem takes may be out of UpdateItem's reach, but not
// out of a transaction's.
TEST_P(UpdateItemTest, counts_its_action_instead_of_the_key_in_the_400_KB) {
  constexpr std::size_t set_bytes = 3 + 19;
  const dynamodb::Key key = item("a", "1");
  const std::size_t full = dynamodb::limits::item_size_bytes_max - std::string("More").size();
  const auto update = [&](std::size_t bytes) {
    return update_request(key, "SET More = :more", {.values = {{{":more", std::string(bytes, 'x')}}}});
  };
  EXPECT_TRUE(database_.update(update(full - set_bytes)));
  EXPECT_FALSE(database_.update(update(full - set_bytes + 1)));
  const std::size_t with_key = full - dynamodb::item_size_bytes(key);
  EXPECT_TRUE(database_.put(put_request(item("a", "1", {{"More", std::string(with_key, 'x')}}))));
  dynamodb::TransactWriteItemsRequest transaction;
  transaction.transact_items.emplace_back(update(with_key));
  EXPECT_TRUE(database_.transact(transaction));
}

TEST_P(UpdateItemTest, refuses_operands_of_the_wrong_type_and_changes_nothing) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "text"}}))));
  EXPECT_FALSE(database_.update(
      update_request(item("a", "1"), "SET Other = :n, Note = Note + :n", {.values = {{{":n", number(1)}}}})));
  EXPECT_EQ(database_.get("Log", item("a", "1")), item("a", "1", {{"Note", "text"}}));
}

TEST_P(UpdateItemTest, moves_the_item_between_index_partitions) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Owner", "o"}, {"Date", "1"}}))));
  ASSERT_TRUE(database_.update(
      update_request(item("a", "1"), "SET #o = :p", {.values = {{{":p", "p"}}}, .names = {{{"#o", "Owner"}}}})));
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "o"), 0);
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "p"), 1);
  ASSERT_TRUE(database_.update(update_request(item("a", "1"), "REMOVE #o", {.names = {{{"#o", "Owner"}}}})));
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "p"), 0);
}

}  // namespace
}  // namespace engine::testing
