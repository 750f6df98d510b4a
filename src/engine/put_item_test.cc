#include <gmock/gmock.h>

#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::ReturnValues;

class PutItemTest : public DatabaseTest {};
ENGINE_INSTANTIATE(PutItemTest);

TEST_P(PutItemTest, stores_the_item_as_it_was_given) {
  const auto whole =
      item("a", "1", {{"Note", "easy"}, {"Score", number(7)}, {"Tags", dynamodb::StringSet{{"x", "y"}}}});
  ASSERT_TRUE(database_.put(put_request(whole)));
  EXPECT_EQ(database_.get("Log", item("a", "1")), whole);
}

TEST_P(PutItemTest, replaces_the_whole_item) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "old"}, {"Owner", "o"}, {"Date", "d"}}))));
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Name", "n"}}))));
  EXPECT_EQ(database_.get("Log", item("a", "1")), item("a", "1", {{"Name", "n"}}));
}

TEST_P(PutItemTest, returns_nothing_unless_asked) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1"))));
  EXPECT_EQ(database_.put(put_request(item("a", "1")))->attributes, std::nullopt);
}

TEST_P(PutItemTest, returns_the_old_item_with_all_old) {
  const With with{.return_values = ReturnValues::all_old};
  EXPECT_EQ(database_.put(put_request(item("a", "1", {{"Note", "first"}}), with))->attributes, std::nullopt);
  const auto second = database_.put(put_request(item("a", "1", {{"Note", "second"}}), with));
  ASSERT_TRUE(second && second->attributes);
  EXPECT_EQ(second->attributes->decode(), item("a", "1", {{"Note", "first"}}));
}

TEST_P(PutItemTest, refuses_return_values_that_only_updates_have) {
  for (const ReturnValues values : {ReturnValues::all_new, ReturnValues::updated_old, ReturnValues::updated_new}) {
    const auto result = database_.put(put_request(item("a", "1"), {.return_values = values}));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::validation);
  }
}

TEST_P(PutItemTest, does_nothing_when_its_condition_fails) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "first"}}))));
  const auto result =
      database_.put(put_request(item("a", "1", {{"Note", "second"}}), {.condition = "attribute_not_exists(PK)"}));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::conditional_check_failed);
  EXPECT_EQ(result.error().item, nullptr);
  EXPECT_EQ(database_.get("Log", item("a", "1")), item("a", "1", {{"Note", "first"}}));
}

TEST_P(PutItemTest, tells_the_item_that_failed_the_condition_when_asked) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", "first"}}))));
  const auto result =
      database_.put(put_request(item("a", "1"), {.condition = "attribute_not_exists(PK)", .item_on_failure = true}));
  ASSERT_FALSE(result);
  ASSERT_NE(result.error().item, nullptr);
  EXPECT_EQ(result.error().item->item, item("a", "1", {{"Note", "first"}}));
}

TEST_P(PutItemTest, evaluates_its_condition_against_an_empty_item_where_there_is_none) {
  EXPECT_FALSE(database_.put(put_request(item("a", "1"), {.condition = "attribute_exists(PK)"})));
  EXPECT_TRUE(database_.put(put_request(item("a", "1"), {.condition = "attribute_not_exists(PK)"})));
}

TEST_P(PutItemTest, refuses_what_no_item_may_be) {
  const auto big = std::string(410'000, 'x');
  const dynamodb::Item bad_items[] = {
      {{"PK", "a"}},                                          // no sort key
      item("", "1"),                                          // an empty key
      {{"PK", "a"}, {"SK", number(1)}},                       // a key of another type
      item("a", "1", {{"Owner", number(1)}, {"Date", "d"}}),  // an index key of another type
      item("a", "1", {{"Name", ""}}),                         // an empty index key
      item("a", "1", {{"Note", big}}),                        // over 400 KB
      item("a", "1", {{"Tags", dynamodb::StringSet{}}}),      // an empty set
      item(std::string(2049, 'k'), "1"),                      // a partition key over 2,048 bytes
      item("a", std::string(1025, 'k')),                      // a sort key over 1,024 bytes
  };
  for (const dynamodb::Item& bad : bad_items) {
    const auto result = database_.put(put_request(bad));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::validation) << result.error().message;
  }
}

TEST_P(PutItemTest, takes_an_item_of_exactly_400_KB) {
  // PK a, SK 1, Note: 2 + 1 + 2 + 1 + 4 bytes beside the text.
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Note", std::string(400 * 1024 - 10, 'x')}}))));
  EXPECT_FALSE(database_.put(put_request(item("a", "1", {{"Note", std::string(400 * 1024 - 9, 'x')}}))));
}

TEST_P(PutItemTest, refuses_placeholders_that_it_does_not_use) {
  const auto result = database_.put(
      put_request(item("a", "1"), {.condition = "attribute_exists(PK)", .names = {{{"#unused", "Note"}}}}));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::validation);
}

TEST_P(PutItemTest, knows_no_table_of_another_name) {
  auto request = put_request(item("a", "1"));
  request.table_name = "Nope";
  const auto result = database_.put(std::move(request));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::resource_not_found);
}

}  // namespace
}  // namespace engine::testing
