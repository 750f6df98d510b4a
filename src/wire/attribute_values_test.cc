#include "wire/attribute_values.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "dynamodb/testing/generators.h"
#include "wire/item_text.h"

namespace {

using dynamodb::AttributeMap;
using dynamodb::AttributeValue;
using dynamodb::Result;

Result<AttributeMap> read_map(std::string_view json) {
  const auto document = json::parse(json);
  wire::Faults faults;
  const wire::Field field(document.value(), faults);
  const auto map = wire::attribute_map(field);
  if (auto error = faults.told()) return std::unexpected(*error);
  return map.value();
}
// The value of an attribute, and what is said of it.
AttributeValue value_of(const std::string& json) {
  return read_map(R"({"a":)" + json + "}").value().at("a");
}
std::string message_of(const std::string& json) {
  const auto map = read_map(R"({"a":)" + json + "}");
  return map ? "no error" : map.error().message;
}

TEST(AttributeValues, reads_all_ten_types) {
  EXPECT_EQ(value_of(R"({"S":"é\n"})"), AttributeValue("é\n"));
  EXPECT_EQ(value_of(R"({"N":"-1.50e2"})"), AttributeValue(dynamodb::Number(-150)));
  EXPECT_EQ(value_of(R"({"B":"AP8="})"), AttributeValue(dynamodb::Binary{std::string("\x00\xFF", 2)}));
  EXPECT_EQ(value_of(R"({"BOOL":false})"), AttributeValue::boolean(false));
  EXPECT_EQ(value_of(R"({"NULL":true})"), AttributeValue(dynamodb::Null{}));
  EXPECT_EQ(value_of(R"({"L":[{"S":"a"},{"L":[]}]})"), AttributeValue(dynamodb::List{"a", dynamodb::List{}}));
  EXPECT_EQ(value_of(R"({"M":{"b":{"S":"c"},"d":{"M":{}}}})"),
            AttributeValue(AttributeMap{{"b", "c"}, {"d", AttributeMap{}}}));
  EXPECT_EQ(value_of(R"({"SS":["b","a"]})"), AttributeValue(dynamodb::StringSet{{"a", "b"}}));
  EXPECT_EQ(value_of(R"({"NS":["2","1"]})"),
            AttributeValue(dynamodb::NumberSet{{dynamodb::Number(1), dynamodb::Number(2)}}));
  EXPECT_EQ(value_of(R"({"BS":["Yg==","YQ=="]})"), AttributeValue(dynamodb::BinarySet{{{"a"}, {"b"}}}));
}

TEST(AttributeValues, ignores_unknown_and_null_types_and_takes_the_last_of_equal_names) {
  EXPECT_EQ(value_of(R"({"S":"a","N":null,"X":1})"), AttributeValue("a"));
  EXPECT_EQ(value_of(R"({"S":"a","S":"b"})"), AttributeValue("b"));
  EXPECT_EQ(read_map(R"({"a":{"S":"x"},"a":{"S":"y"}})").value(), (AttributeMap{{"a", "y"}}));
}

TEST(AttributeValues, must_be_of_exactly_one_type) {
  constexpr auto empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes";
  EXPECT_EQ(message_of("{}"), empty);
  EXPECT_EQ(message_of("null"), empty);
  EXPECT_EQ(message_of(R"({"X":"a"})"), empty);
  EXPECT_EQ(message_of(R"({"L":[{}]})"), empty);
  EXPECT_EQ(message_of(R"({"L":[null]})"), empty);
  EXPECT_EQ(message_of(R"({"S":"a","N":"1"})"),
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported "
            "datatypes");
}

TEST(AttributeValues, must_be_of_the_right_json_type) {
  EXPECT_EQ(message_of("1"), "Unexpected value type in payload");
  EXPECT_EQ(message_of("[]"), "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue");
  EXPECT_EQ(message_of(R"({"S":1})"), "NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(message_of(R"({"N":1})"), "NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(message_of(R"({"N":1.5})"), "DECIMAL_VALUE cannot be converted to String");
  EXPECT_EQ(message_of(R"({"S":{}})"), "Start of structure or map found where not expected");
  EXPECT_EQ(message_of(R"({"S":[]})"), "Unrecognized collection type class java.lang.String");
  EXPECT_EQ(message_of(R"({"BOOL":1})"), "NUMBER_VALUE cannot be converted to Boolean");
  EXPECT_EQ(message_of(R"({"B":true})"), "only base-64-encoded strings are convertible to bytes");
  EXPECT_EQ(message_of(R"({"B":[]})"), "Unrecognized collection type class java.nio.ByteBuffer");
  EXPECT_EQ(message_of(R"({"B":{}})"), "Start of structure or map found where not expected");
  EXPECT_EQ(message_of(R"({"SS":"a"})"), "Unexpected field type");
  EXPECT_EQ(message_of(R"({"SS":{}})"), "Start of structure or map found where not expected");
  EXPECT_EQ(message_of(R"({"NS":[1]})"), "NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(message_of(R"({"L":{}})"), "Start of structure or map found where not expected");
  EXPECT_EQ(message_of(R"({"M":"a"})"), "Unexpected field type");
}

TEST(AttributeValues, takes_strict_base64_only) {
  EXPECT_EQ(message_of(R"({"B":"YQ"})"), "Base64 encoded length is expected a multiple of 4 bytes but found: 2");
  for (const std::string text : {"YR==", "YWJ=", "Y===", "Y=Q=", "====", "Y Q=", "YQ-_"}) {
    EXPECT_EQ(message_of(R"({"B":")" + text + R"("})"), "Invalid last non-pad Base64 character dectected") << text;
  }
  EXPECT_EQ(value_of(R"({"B":""})"), AttributeValue(dynamodb::Binary{}));
}

TEST(AttributeValues, refuses_values_that_no_item_can_have) {
  EXPECT_EQ(message_of(R"({"NULL":false})"),
            "One or more parameter values were invalid: Null attribute value types must have the value of true");
  EXPECT_EQ(message_of(R"({"N":""})"), "The parameter cannot be converted to a numeric value");
  EXPECT_EQ(message_of(R"({"N":"b"})"), "The parameter cannot be converted to a numeric value: b");
  EXPECT_EQ(message_of(R"({"N":"1e126"})"),
            "Number overflow. Attempting to store a number with magnitude larger than supported range");
  EXPECT_EQ(message_of(R"({"NS":["1","b"]})"), "The parameter cannot be converted to a numeric value: b");
  EXPECT_EQ(message_of(R"({"SS":[]})"), "One or more parameter values were invalid: An string set  may not be empty");
  EXPECT_EQ(message_of(R"({"NS":[]})"), "One or more parameter values were invalid: An number set  may not be empty");
  EXPECT_EQ(message_of(R"({"BS":[]})"), "One or more parameter values were invalid: Binary sets should not be empty");
  EXPECT_EQ(message_of(R"({"SS":["a","a"]})"),
            "One or more parameter values were invalid: Input collection [a, a] contains duplicates.");
  EXPECT_EQ(message_of(R"({"NS":["1","1.0"]})"), "Input collection contains duplicates");
  EXPECT_EQ(message_of(R"({"SS":["a",null]})"),
            "One or more parameter values were invalid: An string set  may not have a null string as a member");
}

TEST(AttributeValues, tells_of_a_wrong_json_type_before_a_wrong_value) {
  EXPECT_EQ(message_of(R"({"L":[{"N":"b"},{"S":1}]})"), "NUMBER_VALUE cannot be converted to String");
}

std::string nested(std::size_t levels) {
  std::string json;
  for (std::size_t level = 0; level < levels; ++level) {
    json += R"({"L":[)";
  }
  json += R"({"S":"a"})";
  for (std::size_t level = 0; level < levels; ++level) {
    json += "]}";
  }
  return json;
}

TEST(AttributeValues, nest_32_levels_and_no_deeper) {
  EXPECT_EQ(message_of(nested(32)), "no error");
  EXPECT_TRUE(message_of(nested(33)).starts_with("Nesting Levels have exceeded supported limits"));
  EXPECT_TRUE(message_of(nested(90)).starts_with("Nesting Levels have exceeded supported limits"));
}

TEST(ExpressionAttributeValues, name_the_placeholder_of_a_wrong_value) {
  const auto document = json::parse(R"({"ExpressionAttributeValues":{":a":{"S":"a"},":b":{"N":"x"}}})");
  wire::Faults faults;
  const wire::Field fields(*document, faults);
  static_cast<void>(wire::expression_attributes(fields));
  EXPECT_EQ(faults.told()->message,
            "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x "
            "for key :b");
}

RC_GTEST_PROP(AttributeValues, come_back_as_they_were_written, (const dynamodb::Item& item)) {
  wire::JsonText from_map;
  wire::write_map(item, from_map);
  wire::JsonText from_bytes;
  wire::write_item(dynamodb::EncodedItem(item), from_bytes);
  const std::string text = std::move(from_bytes).take();
  RC_ASSERT(text == std::move(from_map).take());
  RC_ASSERT(read_map(text).value() == item);
}

}  // namespace
