#include <gmock/gmock.h>

#include "dynamodb/limits.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::BatchWriteItemRequest;
using dynamodb::DeleteRequest;
using dynamodb::ErrorCode;
using dynamodb::PutRequest;

class BatchWriteItemTest : public DatabaseTest {
 protected:
  void expect_refused(BatchWriteItemRequest request) {
    const auto result = database_.batch_write(std::move(request));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::validation);
  }
  static BatchWriteItemRequest puts(std::size_t count, const std::string& note = "x") {
    BatchWriteItemRequest request;
    for (std::size_t i = 0; i < count; ++i) {
      request.request_items["Log"].emplace_back(PutRequest{item("a", std::to_string(i), {{"Note", note}})});
    }
    return request;
  }
};
ENGINE_INSTANTIATE(BatchWriteItemTest);

TEST_P(BatchWriteItemTest, puts_and_deletes_in_several_tables) {
  auto other = log_table();
  other.name = "Other";
  ASSERT_TRUE(database_.create_table(other));
  ASSERT_TRUE(database_.put(put_request(item("a", "old"))));
  BatchWriteItemRequest request = puts(2);
  request.request_items["Log"].emplace_back(DeleteRequest{item("a", "old")});
  request.request_items["Other"].emplace_back(PutRequest{item("b", "1")});
  const auto result = database_.batch_write(std::move(request));
  ASSERT_TRUE(result);
  EXPECT_THAT(result->unprocessed_items, ::testing::IsEmpty());
  EXPECT_EQ(database_.get("Log", item("a", "old")), std::nullopt);
  EXPECT_NE(database_.get("Log", item("a", "1")), std::nullopt);
  EXPECT_NE(database_.get("Other", item("b", "1")), std::nullopt);
}

TEST_P(BatchWriteItemTest, takes_25_writes_and_no_more) {
  EXPECT_TRUE(database_.batch_write(puts(25)));
  expect_refused(puts(26));
}

TEST_P(BatchWriteItemTest, refuses_an_empty_request) {
  expect_refused({});
  BatchWriteItemRequest no_writes;
  no_writes.request_items["Log"];
  expect_refused(std::move(no_writes));
}

TEST_P(BatchWriteItemTest, refuses_two_writes_of_one_item) {
  BatchWriteItemRequest request = puts(1);
  request.request_items["Log"].emplace_back(DeleteRequest{item("a", "0")});
  expect_refused(std::move(request));
  EXPECT_EQ(database_.get("Log", item("a", "0")), std::nullopt);
}

TEST_P(BatchWriteItemTest, writes_nothing_when_one_item_is_not_valid) {
  BatchWriteItemRequest request = puts(2);
  request.request_items["Log"].emplace_back(PutRequest{{{"PK", "a"}}});
  expect_refused(std::move(request));
  EXPECT_EQ(database_.get("Log", item("a", "0")), std::nullopt);
}

TEST_P(BatchWriteItemTest, refuses_a_table_that_does_not_exist) {
  BatchWriteItemRequest request = puts(1);
  request.request_items["Nope"].emplace_back(PutRequest{item("a", "1")});
  const auto result = database_.batch_write(std::move(request));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::resource_not_found);
}

}  // namespace
}  // namespace engine::testing
