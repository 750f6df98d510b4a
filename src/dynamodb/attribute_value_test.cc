#include "dynamodb/attribute_value.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "dynamodb/testing/generators.h"

namespace dynamodb {
namespace {

TEST(AttributeValue, every_type_has_its_descriptor) {
  const std::vector<std::pair<AttributeValue, std::string_view>> values{
      {"text", "S"},
      {Number(1), "N"},
      {Binary{"b"}, "B"},
      {AttributeValue::boolean(true), "BOOL"},
      {Null{}, "NULL"},
      {List{}, "L"},
      {AttributeMap{}, "M"},
      {StringSet{{"a"}}, "SS"},
      {NumberSet{{Number(1)}}, "NS"},
      {BinarySet{{Binary{"a"}}}, "BS"},
  };
  for (const auto& [value, descriptor] : values) {
    EXPECT_EQ(type_descriptor(value.type()), descriptor);
  }
}

TEST(AttributeValue, a_text_literal_is_a_string_and_not_a_boolean) {
  EXPECT_EQ(AttributeValue("x").type(), AttributeType::string);
  EXPECT_EQ(*AttributeValue("x").get_if<std::string>(), "x");
  EXPECT_EQ(AttributeValue("x").get_if<bool>(), nullptr);
}

TEST(AttributeValue, bytes_above_127_sort_last) {
  EXPECT_TRUE(std::is_lt(compare("z", "\xC3\xA9")));
  EXPECT_TRUE(std::is_lt(compare(Binary{"\x7F"}, Binary{"\x80"})));
  EXPECT_TRUE(std::is_lt(compare(Binary{std::string(1, '\0')}, Binary{std::string(2, '\0')})));
  EXPECT_TRUE(std::is_lt(compare("", "a")));
  EXPECT_TRUE(std::is_lt(compare("A", "a")));
}

TEST(AttributeValue, numbers_compare_by_value) {
  EXPECT_TRUE(std::is_lt(compare(Number(9), Number(10))));
  EXPECT_TRUE(std::is_lt(compare(Number(-10), Number(-9))));
}

TEST(AttributeValue, values_of_different_or_unordered_types_do_not_compare) {
  const auto unordered = std::partial_ordering::unordered;
  EXPECT_EQ(compare("1", Number(1)), unordered);
  EXPECT_EQ(compare("1", Binary{"1"}), unordered);
  EXPECT_EQ(compare(Null{}, Null{}), unordered);
  EXPECT_EQ(compare(AttributeValue::boolean(false), AttributeValue::boolean(true)), unordered);
  EXPECT_EQ(compare(List{}, List{}), unordered);
  EXPECT_EQ(compare(StringSet{{"a"}}, StringSet{{"a"}}), unordered);
}

TEST(MakeSet, sorts_its_members) {
  EXPECT_EQ(make_set(std::vector<std::string>{"b", "a"})->values, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(make_set(std::vector{Number(10), Number(9), Number(-1)})->values,
            (std::vector{Number(-1), Number(9), Number(10)}));
  EXPECT_EQ(make_set(std::vector{Binary{"\xFF"}, Binary{"a"}})->values, (std::vector{Binary{"a"}, Binary{"\xFF"}}));
}

TEST(MakeSet, refuses_duplicates_and_empty_sets) {
  EXPECT_EQ(make_set(std::vector<std::string>{"b", "a", "b"}).error().message,
            "One or more parameter values were invalid: Input collection [b, a, b] contains duplicates.");
  EXPECT_EQ(make_set(std::vector{*Number::parse("1"), *Number::parse("1.0")}).error().message,
            "Input collection contains duplicates");
  EXPECT_EQ(make_set(std::vector{Binary{"a"}, Binary{"a"}}).error().message,
            "One or more parameter values were invalid: Input collection [YQ==, YQ==]of type BS contains duplicates.");
  EXPECT_EQ(make_set(std::vector<std::string>{}).error().message,
            "One or more parameter values were invalid: An string set  may not be empty");
  EXPECT_EQ(make_set(std::vector<Number>{}).error().message,
            "One or more parameter values were invalid: An number set  may not be empty");
  EXPECT_EQ(make_set(std::vector<Binary>{}).error().message,
            "One or more parameter values were invalid: Binary sets should not be empty");
}

RC_GTEST_PROP(AttributeValueProperty, key_values_are_ordered_totally_within_a_type,
              (const std::vector<std::uint8_t>& left_bytes, const std::vector<std::uint8_t>& right_bytes)) {
  const Binary left{std::string(left_bytes.begin(), left_bytes.end())};
  const Binary right{std::string(right_bytes.begin(), right_bytes.end())};
  RC_ASSERT(compare(left, right) == std::partial_ordering(left_bytes <=> right_bytes));
}

RC_GTEST_PROP(AttributeValueProperty, a_value_equals_its_copy_and_only_then_compares_equal,
              (const AttributeValue& left, const AttributeValue& right)) {
  const AttributeValue copy = left;
  RC_ASSERT(copy == left);
  if (compare(left, right) != std::partial_ordering::unordered) {
    RC_ASSERT(std::is_eq(compare(left, right)) == (left == right));
  }
}

}  // namespace
}  // namespace dynamodb
