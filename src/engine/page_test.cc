#include "engine/page.h"

#include <gtest/gtest.h>

namespace engine {
namespace {

using dynamodb::AttributeValue;
using dynamodb::EncodedItem;
using dynamodb::Item;
using dynamodb::Number;

// Name (1) and string (9): an item of ten bytes.
std::string row_of_ten_bytes() {
  Item item;
  item.emplace("a", AttributeValue("123456789"));
  return EncodedItem(item).bytes();
}

// How many of `rows` equal rows a page takes, and where it says that it ended.
struct Outcome {
  std::int64_t scanned = 0;
  std::string last_key;
};
Outcome fill(PageOptions options, int rows) {
  PageBuilder page(std::move(options));
  for (int row = 0; row < rows; ++row) {
    if (!page.add(std::to_string(row), row_of_ten_bytes()).value()) break;
  }
  Outcome outcome{.scanned = 0, .last_key = std::string(page.last_key().value_or("none"))};
  outcome.scanned = std::move(page).take().scanned_count;
  return outcome;
}

TEST(Page, ends_with_its_rows_and_has_no_last_key_then) {
  const auto outcome = fill({.limit = 4}, 3);
  EXPECT_EQ(outcome.scanned, 3);
  EXPECT_EQ(outcome.last_key, "none");
}

TEST(Page, has_a_last_key_also_when_the_limit_falls_on_the_last_row) {
  const auto outcome = fill({.limit = 3}, 3);
  EXPECT_EQ(outcome.scanned, 3);
  EXPECT_EQ(outcome.last_key, "2");
}

TEST(Page, ends_with_the_row_that_makes_it_too_large) {
  EXPECT_EQ(fill({.bytes_max = 30}, 3).last_key, "none");
  const auto outcome = fill({.bytes_max = 39}, 5);
  EXPECT_EQ(outcome.scanned, 4);
  EXPECT_EQ(outcome.last_key, "3");
}

TEST(Page, takes_one_row_at_least) {
  EXPECT_EQ(fill({.bytes_max = 1}, 2).scanned, 1);
}

TEST(Page, counts_rows_without_answering_them) {
  PageBuilder page({.count_only = true});
  ASSERT_TRUE(page.add("0", row_of_ten_bytes()).value());
  const auto result = std::move(page).take();
  EXPECT_EQ(result.count, 1);
  EXPECT_TRUE(result.items.empty());
}

TEST(Page, hands_stored_bytes_on_untouched) {
  PageBuilder page({});
  ASSERT_TRUE(page.add("0", row_of_ten_bytes()).value());
  EXPECT_EQ(std::move(page).take().items.at(0).bytes(), row_of_ten_bytes());
}

// Item {n: 0 … 4}, filter n > 1.
TEST(Page, limit_and_size_count_rows_that_the_filter_drops) {
  dynamodb::ExpressionAttributes attributes;
  attributes.values.emplace().emplace(":one", AttributeValue(Number(1)));
  auto context = dynamodb::ExpressionContext::create(attributes, true).value();
  PageOptions options{.limit = 3};
  options.filter = parse_condition("n > :one", dynamodb::ExpressionKind::filter, context).value();
  PageBuilder page(std::move(options));
  for (int row = 0; row < 5; ++row) {
    Item item;
    item.emplace("n", AttributeValue(Number(row)));
    if (!page.add(std::to_string(row), EncodedItem(item).bytes()).value()) break;
  }
  EXPECT_EQ(page.last_key(), "2");
  const auto result = std::move(page).take();
  EXPECT_EQ(result.scanned_count, 3);
  EXPECT_EQ(result.count, 1);
}

}  // namespace
}  // namespace engine
