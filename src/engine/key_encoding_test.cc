#include "engine/key_encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include <set>
#include "dynamodb/limits.h"

namespace engine {
namespace {

using dynamodb::AttributeValue;
using dynamodb::Binary;
using dynamodb::KeySchema;
using dynamodb::Number;
using dynamodb::ScalarType;
using dynamodb::SortKeyOperator;

std::string encoded(const AttributeValue& value) {
  std::string bytes;
  append_key_value(bytes, value);
  return bytes;
}

Number number(std::string_view text) {
  return Number::parse(text).value();
}

// Few different bytes, among them both that the escaping knows: so that values share long prefixes.
rc::Gen<std::string> any_bytes() {
  return rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("\0\0\x01\xFF\xFE"
                                     "ab",
                                     7)));
}

rc::Gen<Number> any_number() {
  const auto digits = rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 39), [](std::size_t count) {
    return rc::gen::container<std::string>(count, rc::gen::elementOf(std::string("0012599")));
  });
  // One digit in front of the point, so that the exponent's whole range is allowed.
  return rc::gen::map(rc::gen::tuple(rc::gen::arbitrary<bool>(), digits, rc::gen::inRange(-130, 126)),
                      [](const std::tuple<bool, std::string, int>& parts) {
                        const auto& [negative, digits_text, exponent] = parts;
                        std::string text = (negative ? "-" : "") + digits_text.substr(0, 1) + ".";
                        text += digits_text.substr(1) + "0e" + std::to_string(exponent);
                        return Number::parse(text).value_or(Number(0));
                      });
}

rc::Gen<AttributeValue> any_value(ScalarType type) {
  switch (type) {
    case ScalarType::string:
      return rc::gen::map(any_bytes(), [](std::string bytes) { return AttributeValue(std::move(bytes)); });
    case ScalarType::number:
      return rc::gen::map(any_number(), [](Number value) { return AttributeValue(value); });
    case ScalarType::binary:
      break;
  }
  return rc::gen::map(any_bytes(), [](std::string bytes) { return AttributeValue(Binary{std::move(bytes)}); });
}

rc::Gen<ScalarType> any_type() {
  return rc::gen::element(ScalarType::string, ScalarType::number, ScalarType::binary);
}

int sign(const std::string& left, const std::string& right) {
  return (left > right) - (left < right);
}
int sign(std::partial_ordering order) {
  return (order > 0) - (order < 0);
}

RC_GTEST_PROP(KeyEncoding, order_of_bytes_is_order_of_values, ()) {
  const auto type = *any_type();
  const auto left = *any_value(type);
  const auto right = *any_value(type);
  RC_ASSERT(sign(encoded(left), encoded(right)) == sign(dynamodb::compare(left, right)));
}

RC_GTEST_PROP(KeyEncoding, decoding_gives_the_value_back_and_takes_only_its_bytes, ()) {
  const auto type = *any_type();
  const auto value = *any_value(type);
  const auto bytes = encoded(value) + "rest";
  std::string_view view = bytes;
  RC_ASSERT(take_key_value(view, type) == value);
  RC_ASSERT(view == "rest");
}

RC_GTEST_PROP(KeyEncoding, no_encoding_is_a_prefix_of_another, ()) {
  const auto type = *any_type();
  const auto left = *any_value(type);
  const auto right = *any_value(type);
  RC_PRE(left != right);
  RC_ASSERT(!encoded(right).starts_with(encoded(left)));
}

RC_GTEST_PROP(KeyEncoding, values_one_after_the_other_compare_value_by_value, ()) {
  const auto first_type = *any_type();
  const auto second_type = *any_type();
  const auto first = *any_value(first_type);
  const auto other_first = *rc::gen::oneOf(rc::gen::just(first), any_value(first_type));
  const auto second = *any_value(second_type);
  const auto other_second = *any_value(second_type);
  const auto first_order = sign(dynamodb::compare(first, other_first));
  const auto expected = first_order != 0 ? first_order : sign(dynamodb::compare(second, other_second));
  RC_ASSERT(sign(encoded(first) + encoded(second), encoded(other_first) + encoded(other_second)) == expected);
}

TEST(KeyEncoding, numbers_keep_their_order_at_the_ends_of_the_range) {
  const std::vector<std::string> ascending = {"-9.9999999999999999999999999999999999999e125",
                                              "-9.9e125",
                                              "-1e125",
                                              "-100",
                                              "-99.5",
                                              "-99",
                                              "-10",
                                              "-9",
                                              "-1.01",
                                              "-1",
                                              "-1e-129",
                                              "-1.1e-130",
                                              "-1e-130",
                                              "0",
                                              "1e-130",
                                              "1.1e-130",
                                              "1e-129",
                                              "0.5",
                                              "1",
                                              "1.001",
                                              "1.01",
                                              "9",
                                              "10",
                                              "11",
                                              "99",
                                              "99.5",
                                              "100",
                                              "101",
                                              "1e125",
                                              "9.9e125",
                                              "9.9999999999999999999999999999999999999e125"};
  for (std::size_t index = 1; index < ascending.size(); ++index) {
    EXPECT_LT(encoded(number(ascending[index - 1])), encoded(number(ascending[index])))
        << ascending[index - 1] << " and " << ascending[index];
  }
  for (const auto& text : ascending) {
    const auto bytes = encoded(number(text));
    std::string_view view = bytes;
    EXPECT_EQ(take_key_value(view, ScalarType::number), AttributeValue(number(text))) << text;
  }
}

TEST(KeyEncoding, damaged_bytes_throw) {
  for (const std::string& bytes : {std::string("\x04", 1), std::string("\x03\x80", 2), std::string("\x03\x80\x00", 3),
                                   std::string("\x03\x80\x7F\x00", 4), std::string()}) {
    std::string_view view = bytes;
    EXPECT_THROW(static_cast<void>(take_key_value(view, ScalarType::number)), std::runtime_error);
  }
  for (const std::string& bytes : {std::string("abc"), std::string("abc\0", 4), std::string("abc\0\x02", 5)}) {
    std::string_view view = bytes;
    EXPECT_THROW(static_cast<void>(take_key_value(view, ScalarType::string)), std::runtime_error);
  }
}

// A table with a number as sort key, and an index whose sort key is a binary.
dynamodb::TableDefinition table() {
  dynamodb::TableDefinition definition;
  definition.name = "Table";
  definition.key_schema = {.partition_key = "p", .sort_key = "s"};
  definition.attribute_definitions = {{.name = "p", .type = ScalarType::string},
                                      {.name = "s", .type = ScalarType::number},
                                      {.name = "q", .type = ScalarType::number},
                                      {.name = "b", .type = ScalarType::binary}};
  return definition;
}
const KeySchema index_schema{.partition_key = "q", .sort_key = "b"};
constexpr std::uint32_t table_id = 7;
constexpr std::uint32_t index_id = 8;

rc::Gen<dynamodb::Key> any_index_attributes() {
  return rc::gen::map(rc::gen::tuple(any_value(ScalarType::string), any_value(ScalarType::number),
                                     any_value(ScalarType::number), any_value(ScalarType::binary)),
                      [](const std::tuple<AttributeValue, AttributeValue, AttributeValue, AttributeValue>& values) {
                        dynamodb::Key key;
                        key.emplace("p", std::get<0>(values));
                        key.emplace("s", std::get<1>(values));
                        key.emplace("q", std::get<2>(values));
                        key.emplace("b", std::get<3>(values));
                        return key;
                      });
}

RC_GTEST_PROP(KeyEncoding, keys_of_items_and_index_entries_decode, ()) {
  const auto attributes = *any_index_attributes();
  dynamodb::Key item_attributes;
  for (const char* name : {"p", "s"}) item_attributes.emplace(name, attributes.at(name));
  const auto item = item_key(table_id, table().key_schema, attributes);
  const auto entry = index_entry_key(index_id, index_schema, table().key_schema, attributes);
  RC_ASSERT(decode_item_key(item, table()) == item_attributes);
  RC_ASSERT(decode_index_entry_key(entry, table(), index_schema) == attributes);
  RC_ASSERT(item_key_of_index_entry(entry, table_id, table(), index_schema) == item);
  RC_ASSERT(key_id(entry) == index_id);
  RC_ASSERT(partition_prefix_of(item, ScalarType::string) == partition_prefix(table_id, attributes.at("p")));
  RC_ASSERT(entry.starts_with(partition_prefix(index_id, index_schema, attributes)));
}

const KeySchema several_schema{
    .partition_key = "q", .sort_key = "b", .more_partition_keys = {"p"}, .more_sort_keys = {"s"}};

RC_GTEST_PROP(KeyEncoding, keys_of_several_attributes_decode, ()) {
  const auto attributes = *any_index_attributes();
  const auto entry = index_entry_key(index_id, several_schema, table().key_schema, attributes);
  RC_ASSERT(decode_index_entry_key(entry, table(), several_schema) == attributes);
  RC_ASSERT(item_key_of_index_entry(entry, table_id, table(), several_schema) ==
            item_key(table_id, table().key_schema, attributes));
  const std::vector<AttributeValue> more{attributes.at("p")};
  const auto prefix = partition_prefix(index_id, several_schema, attributes);
  RC_ASSERT(prefix == partition_prefix(index_id, attributes.at("q"), more));
  RC_ASSERT(entry.starts_with(prefix));
}

RC_GTEST_PROP(KeyEncoding, keys_of_several_attributes_compare_from_left_to_right, ()) {
  const auto left = *any_index_attributes();
  auto right = *any_index_attributes();
  for (const char* name : {"q", "p"}) right.insert_or_assign(name, left.at(name));
  if (*rc::gen::arbitrary<bool>()) right.insert_or_assign("b", left.at("b"));
  const auto first = sign(dynamodb::compare(left.at("b"), right.at("b")));
  const auto expected = first != 0 ? first : sign(dynamodb::compare(left.at("s"), right.at("s")));
  RC_ASSERT(sign(index_entry_key(index_id, several_schema, table().key_schema, left),
                 index_entry_key(index_id, several_schema, table().key_schema, right)) == expected);
}

bool satisfies(const dynamodb::SortKeyCondition& condition, const AttributeValue& value) {
  const auto order = dynamodb::compare(value, condition.operand);
  switch (condition.operation) {
    case SortKeyOperator::equal:
      return order == 0;
    case SortKeyOperator::less:
      return order < 0;
    case SortKeyOperator::less_equal:
      return order <= 0;
    case SortKeyOperator::greater:
      return order > 0;
    case SortKeyOperator::greater_equal:
      return order >= 0;
    case SortKeyOperator::between:
      return order >= 0 && dynamodb::compare(value, *condition.upper) <= 0;
    case SortKeyOperator::begins_with:
      return value.get_if<Binary>()->bytes.starts_with(condition.operand.get_if<Binary>()->bytes);
  }
  return false;
}

// Of an index, whose keys go on behind the sort key.
RC_GTEST_PROP(KeyEncoding, a_query_range_holds_exactly_the_keys_that_satisfy_it, ()) {
  const auto attributes = *any_index_attributes();
  dynamodb::KeyCondition condition;
  condition.partition_key = *rc::gen::oneOf(rc::gen::just(attributes.at("q")), any_value(ScalarType::number));
  condition.sort_key = dynamodb::SortKeyCondition{
      .operation = *rc::gen::element(SortKeyOperator::equal, SortKeyOperator::less, SortKeyOperator::less_equal,
                                     SortKeyOperator::greater, SortKeyOperator::greater_equal, SortKeyOperator::between,
                                     SortKeyOperator::begins_with),
      .operand = *any_value(ScalarType::binary),
      .upper = std::nullopt};
  if (condition.sort_key->operation == SortKeyOperator::between)
    condition.sort_key->upper = *any_value(ScalarType::binary);
  const auto range = query_range(index_id, condition);
  const auto key = index_entry_key(index_id, index_schema, table().key_schema, attributes);
  const bool expected =
      condition.partition_key == attributes.at("q") && satisfies(*condition.sort_key, attributes.at("b"));
  RC_ASSERT((range.lower <= key && key < range.upper) == expected);
}

RC_GTEST_PROP(KeyEncoding, a_query_range_of_several_attributes_holds_exactly_the_keys_that_satisfy_it, ()) {
  const auto attributes = *any_index_attributes();
  const auto same_or_any = [&](const char* name, ScalarType type) {
    return *rc::gen::oneOf(rc::gen::just(attributes.at(name)), any_value(type));
  };
  dynamodb::KeyCondition condition;
  condition.partition_key = same_or_any("q", ScalarType::number);
  condition.more_partition_keys = {same_or_any("p", ScalarType::string)};
  condition.sort_key_prefix = {same_or_any("b", ScalarType::binary)};
  condition.sort_key = dynamodb::SortKeyCondition{
      .operation = *rc::gen::element(SortKeyOperator::equal, SortKeyOperator::less, SortKeyOperator::less_equal,
                                     SortKeyOperator::greater, SortKeyOperator::greater_equal),
      .operand = same_or_any("s", ScalarType::number),
      .upper = std::nullopt};
  const auto range = query_range(index_id, condition);
  const auto key = index_entry_key(index_id, several_schema, table().key_schema, attributes);
  const bool expected =
      condition.partition_key == attributes.at("q") && condition.more_partition_keys.front() == attributes.at("p") &&
      condition.sort_key_prefix.front() == attributes.at("b") && satisfies(*condition.sort_key, attributes.at("s"));
  RC_ASSERT((range.lower <= key && key < range.upper) == expected);
}

RC_GTEST_PROP(KeyEncoding, every_key_is_in_exactly_one_segment, ()) {
  const auto attributes = *any_index_attributes();
  const auto total = *rc::gen::inRange<std::int64_t>(1, 200);
  const auto key = item_key(table_id, table().key_schema, attributes);
  int found = 0;
  for (std::int64_t segment = 0; segment < total; ++segment) {
    const auto range = segment_range(table_id, segment, total);
    if (range.lower <= key && key < range.upper) ++found;
  }
  RC_ASSERT(found == 1);
}

TEST(KeyEncoding, segments_cover_the_table_without_gap_even_when_there_are_more_of_them_than_hashes) {
  constexpr std::int64_t total = dynamodb::limits::scan_segments_max;
  auto expected_lower = whole_range(table_id).lower + std::string(2, '\0');
  for (std::int64_t segment = 0; segment < total; ++segment) {
    const auto range = segment_range(table_id, segment, total);
    ASSERT_EQ(range.lower, expected_lower);
    expected_lower = range.upper;
  }
  EXPECT_EQ(expected_lower, whole_range(table_id).upper);
}

TEST(KeyEncoding, hashes_spread_small_numbers_and_similar_names_over_the_segments) {
  constexpr int keys = 16'000;
  constexpr int segments = 16;
  std::vector<int> counts(segments);
  for (int index = 0; index < keys; ++index) {
    ++counts[key_hash(partition_prefix(1, AttributeValue("ATHLETE#" + std::to_string(index)))) * segments / 65536];
  }
  const auto [least, most] = std::ranges::minmax(counts);
  EXPECT_GT(least, keys / segments * 8 / 10);
  EXPECT_LT(most, keys / segments * 12 / 10);
}

// On disk for ever: if this fails, existing data directories can no longer be read.
TEST(KeyEncoding, the_format_on_disk_does_not_change) {
  EXPECT_EQ(encoded(AttributeValue(std::string("a\0b", 3))), std::string("a\0\xFF"
                                                                         "b\0\x01",
                                                                         6));
  EXPECT_EQ(encoded(number("-12.3")), std::string("\x01\x7C\xF2\xE0\xFF", 5));
  EXPECT_EQ(encoded(number("0")), "\x02");
  EXPECT_EQ(encoded(number("100")), std::string("\x03\x84\x0B\0", 4));
  EXPECT_EQ(partition_hash(encoded("ATHLETE#1")), 62185);
}

TEST(KeyEncoding, the_bound_behind_a_prefix_skips_full_bytes) {
  EXPECT_EQ(after_prefix("ab"), "ac");
  EXPECT_EQ(after_prefix("a\xFF\xFF"), "b");
  EXPECT_EQ(after_prefix("\xFF"), "");
}

}  // namespace
}  // namespace engine
