#include "dynamodb/item_size.h"

#include <gtest/gtest.h>

namespace dynamodb {
namespace {

// The rules of facts, section 2.
TEST(ItemSize, counts_scalars) {
  EXPECT_EQ(value_size_bytes("\xC3\xA9x"), 3U) << "UTF-8 bytes, not characters";
  EXPECT_EQ(value_size_bytes(""), 0U);
  EXPECT_EQ(value_size_bytes(Binary{std::string(5, '\0')}), 5U);
  EXPECT_EQ(value_size_bytes(Number(-42)), 3U);
  EXPECT_EQ(value_size_bytes(AttributeValue::boolean(false)), 1U);
  EXPECT_EQ(value_size_bytes(Null{}), 1U);
}

TEST(ItemSize, counts_three_bytes_for_a_container_and_one_for_each_element) {
  EXPECT_EQ(value_size_bytes(List{}), 3U);
  EXPECT_EQ(value_size_bytes(AttributeMap{}), 3U);
  EXPECT_EQ(value_size_bytes(List{"ab", Null{}}), 3U + (2 + 1) + (1 + 1));
  EXPECT_EQ(value_size_bytes(AttributeMap{{"name", "ab"}}), 3U + 4 + 2 + 1);
  EXPECT_EQ(value_size_bytes(List{AttributeValue(List{})}), 3U + 3 + 1);
}

TEST(ItemSize, counts_the_members_of_sets_alone) {
  EXPECT_EQ(value_size_bytes(StringSet{{"a", "bc"}}), 3U);
  EXPECT_EQ(value_size_bytes(NumberSet{{Number(1), Number(100)}}), 4U);
  EXPECT_EQ(value_size_bytes(BinarySet{{Binary{"abc"}}}), 3U);
}

TEST(ItemSize, counts_names_and_values) {
  EXPECT_EQ(item_size_bytes(Item{}), 0U);
  EXPECT_EQ(item_size_bytes(Item{{"PK", "12345"}, {"Größe", Number(1)}}), 2U + 5 + 7 + 2);
}

}  // namespace
}  // namespace dynamodb
