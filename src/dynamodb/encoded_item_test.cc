#include "dynamodb/encoded_item.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/item_size.h"
#include "dynamodb/key.h"
#include "dynamodb/limits.h"
#include "dynamodb/testing/generators.h"

namespace dynamodb {
namespace {

using namespace std::string_literals;

// The golden bytes: what is on disk must stay readable.
TEST(EncodedItem, has_the_documented_layout) {
  const Item item{{"b", Number(-5)},
                  {"a", "xyz"},
                  {"c", Binary{"\xFF"}},
                  {"d", AttributeValue::boolean(true)},
                  {"e", Null{}},
                  {"f", List{"q", Null{}}},
                  {"g", AttributeMap{{"n", "v"}}},
                  {"h", StringSet{{"s", "t"}}},
                  {"i", NumberSet{{Number(1), Number(10)}}},
                  {"j", BinarySet{{Binary{"z"}}}}};
  EXPECT_EQ(EncodedItem(item).bytes(),
            "\x0A"
            "\x01"
            "a\x00\x03xyz"
            "\x01"
            "b\x01\x02-5"
            "\x01"
            "c\x02\x01\xFF"
            "\x01"
            "d\x03\x01"
            "\x01"
            "e\x04"
            "\x01"
            "f\x05\x05\x02\x00\x01q\x04"
            "\x01"
            "g\x06\x06\x01\x01n\x00\x01v"
            "\x01"
            "h\x07\x05\x02\x01s\x01t"
            "\x01"
            "i\x08\x06\x02\x01"
            "1\x02"
            "10"
            "\x01"
            "j\x09\x03\x01\x01z"s);
}

TEST(EncodedItem, without_attributes_is_one_byte) {
  EXPECT_EQ(EncodedItem().bytes(), "\0"s);
  EXPECT_EQ(EncodedItem(Item{}), EncodedItem());
  EXPECT_EQ(EncodedItem().decode(), Item{});
}

TEST(EncodedItem, carries_lengths_of_several_bytes) {
  for (const std::size_t length : {127U, 128U, 16383U, 16384U, 400000U}) {
    const Item item{{"list", List{std::string(length, 'x')}}, {"set", StringSet{{std::string(length, 'y')}}}};
    EXPECT_EQ(EncodedItem(item).decode(), item) << length;
    EXPECT_EQ(item_size_bytes(EncodedItem(item)), item_size_bytes(item)) << length;
  }
}

TEST(EncodedItem, finds_one_attribute) {
  const EncodedItem encoded(Item{{"PK", "ATHLETE#1"}, {"Count", Number(3)}, {"Tags", List{"a"}}});
  EXPECT_EQ(encoded.find_string("PK"), "ATHLETE#1");
  EXPECT_EQ(encoded.find("Tags"), AttributeValue(List{"a"}));
  EXPECT_EQ(encoded.find_string("Count"), std::nullopt) << "it is a number";
  for (const std::string_view absent : {"", "A", "P", "PK0", "Z"}) {
    EXPECT_EQ(encoded.find(absent), std::nullopt) << absent;
    EXPECT_EQ(encoded.find_string(absent), std::nullopt) << absent;
  }
}

AttributeValue nested_lists(std::size_t lists) {
  AttributeValue value = List{};
  for (std::size_t level = 1; level < lists; ++level) {
    List outer;
    outer.push_back(std::move(value));
    value = std::move(outer);
  }
  return value;
}

TEST(EncodedItem, decodes_the_deepest_valid_item_and_no_deeper) {
  const Item deepest{{"a", nested_lists(limits::nesting_levels_max)}};
  ASSERT_TRUE(validate_values(deepest));
  EXPECT_EQ(EncodedItem(deepest).decode(), deepest);
  EXPECT_EQ(item_size_bytes(EncodedItem(deepest)), item_size_bytes(deepest));

  const Item deeper{{"a", nested_lists(limits::nesting_levels_max + 1)}};
  ASSERT_FALSE(validate_values(deeper));
  EXPECT_THROW(static_cast<void>(EncodedItem(deeper).decode()), std::runtime_error);
}

TEST(EncodedItem, refuses_bytes_that_it_never_writes) {
  const std::vector<std::pair<std::string, std::string>> damaged{
      {"", "no count"},
      {"\x01", "an attribute is announced and absent"},
      {"\x00\x00"s, "something follows"},
      {"\x01\x01"
       "a",
       "no type"},
      {"\x01\x01"
       "a\x0A",
       "no such type"},
      {"\x01\x01"
       "a\x00"s,
       "no length"},
      {"\x01\x01"
       "a\x00\x02x"s,
       "too short"},
      {"\x01\x01"
       "a\x00\xFF\xFF\xFF\xFF\x0F"s,
       "far too short"},
      {"\x01\x01"
       "a\x00\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"s,
       "a length of ten bytes"},
      {"\xFF\xFF\xFF\xFF\x0F", "four billion attributes"},
      {"\x01\x01"
       "a\x03\x02",
       "a boolean of 2"},
      {"\x01\x01"
       "a\x01\x01x",
       "not a number"},
      {"\x02\x01"
       "b\x04\x01"
       "a\x04",
       "names out of order"},
      {"\x02\x01"
       "a\x04\x01"
       "a\x04",
       "a name twice"},
      {"\x01\x01"
       "a\x05\x02\x00\x00"s,
       "something follows inside the list"},
      {"\x01\x01"
       "a\x07\x01\xFF",
       "more members than bytes"},
  };
  for (const auto& [bytes, what] : damaged) {
    EXPECT_THROW(static_cast<void>(EncodedItem::from_bytes(bytes).decode()), std::runtime_error) << what;
  }
}

TEST(EncodedItem, damaged_nesting_does_not_exhaust_the_stack) {
  std::string bytes(300'000, '\x05');  // a list in a list in a list …
  bytes.insert(0,
               "\x01\x01"
               "a");
  EXPECT_THROW(static_cast<void>(EncodedItem::from_bytes(bytes).decode()), std::runtime_error);
  EXPECT_THROW(static_cast<void>(item_size_bytes(EncodedItem::from_bytes(bytes))), std::runtime_error);
}

RC_GTEST_PROP(EncodedItemProperty, round_trips, (const Item& item)) {
  const EncodedItem encoded(item);
  RC_ASSERT(encoded.decode() == item);
  RC_ASSERT(EncodedItem::from_bytes(encoded.bytes()) == encoded);
  RC_ASSERT(EncodedItem(encoded.decode()).bytes() == encoded.bytes());
}

RC_GTEST_PROP(EncodedItemProperty, finds_what_the_item_has, (const Item& item)) {
  const EncodedItem encoded(item);
  for (const auto& [name, value] : item) {
    RC_ASSERT(encoded.find(name) == value);
    const auto* text = value.get_if<std::string>();
    RC_ASSERT(encoded.find_string(name) == (text ? std::optional<std::string_view>(*text) : std::nullopt));
  }
  const std::string other = *generators::attribute_name();
  RC_ASSERT(encoded.find(other).has_value() == item.contains(other));
}

RC_GTEST_PROP(EncodedItemProperty, has_the_size_of_its_item, (const Item& item)) {
  RC_ASSERT(item_size_bytes(EncodedItem(item)) == item_size_bytes(item));
}

// Under AddressSanitizer this also shows that nothing outside of the bytes is read.
RC_GTEST_PROP(EncodedItemProperty, damaged_bytes_decode_to_something_or_throw, (const Item& item)) {
  std::string bytes = EncodedItem(item).bytes();
  const auto changes = *rc::gen::inRange(1, 4);
  for (int change = 0; change < changes && !bytes.empty(); ++change) {
    const auto position = *rc::gen::inRange<std::size_t>(0, bytes.size());
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        bytes[position] = *rc::gen::arbitrary<char>();
        break;
      case 1:
        bytes.resize(position);
        break;
      default:
        bytes.insert(position, 1, *rc::gen::arbitrary<char>());
    }
  }
  bytes.shrink_to_fit();
  const EncodedItem damaged = EncodedItem::from_bytes(bytes);
  const auto runs_or_throws = [](const auto& action) {
    try {
      action();
    } catch (const std::runtime_error& error) {
      RC_ASSERT(error.what() == "an encoded item is damaged"s);
    }
  };
  runs_or_throws([&] { RC_ASSERT(EncodedItem(damaged.decode()).decode() == damaged.decode()); });
  runs_or_throws([&] { static_cast<void>(damaged.find("b")); });
  runs_or_throws([&] { static_cast<void>(damaged.find_string("b")); });
  runs_or_throws([&] { static_cast<void>(item_size_bytes(damaged)); });
  runs_or_throws([&] {
    constexpr std::array<std::string_view, 2> names = {"a", "b"};
    std::array<std::optional<ScalarText>, 2> found;
    damaged.find_scalars(names, found);
  });
}

RC_GTEST_PROP(EncodedItemProperty, finds_several_scalars_as_it_finds_one, (const Item& item)) {
  std::set<std::string> wanted = {"", "a", "b", "zz"};
  for (const auto& [name, value] : item) {
    if (*rc::gen::arbitrary<bool>()) wanted.insert(name);
  }
  const std::vector<std::string_view> names(wanted.begin(), wanted.end());
  const EncodedItem encoded(item);
  std::vector<std::optional<ScalarText>> found(names.size());
  encoded.find_scalars(names, found);
  for (std::size_t index = 0; index < names.size(); ++index) {
    const auto value = encoded.find(names[index]);
    const auto* text = value ? value->get_if<std::string>() : nullptr;
    const auto* number = value ? value->get_if<Number>() : nullptr;
    RC_ASSERT(found[index].has_value() == (text != nullptr || number != nullptr));
    if (text != nullptr) RC_ASSERT(found[index]->text == *text);
    if (number != nullptr) RC_ASSERT(found[index]->text == number->to_string());
    if (found[index]) RC_ASSERT((found[index]->type == AttributeType::string) == (text != nullptr));
  }
}

}  // namespace
}  // namespace dynamodb
