#include "dynamodb/expressions/expression_context.h"

#include <gtest/gtest.h>

#include "dynamodb/expressions/expression.h"
#include "dynamodb/expressions/testing/requests.h"
#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

using expression_requests::condition;
using expression_requests::message;
using expression_requests::placeholders;
using expression_requests::update;

std::string creation_error(const ExpressionAttributes& attributes) {
  return message(ExpressionContext::create(attributes, true));
}

TEST(ExpressionContext, undefined_placeholders_are_named) {
  EXPECT_EQ(message(condition("a = #x")),
            "Invalid ConditionExpression: An expression attribute name used in the document path is not defined; "
            "attribute name: #x");
  EXPECT_EQ(message(update("SET a = :v")),
            "Invalid UpdateExpression: An expression attribute value used in expression is not defined; attribute "
            "value: :v");
  EXPECT_EQ(message(condition("a = #X", {}, {{"#x", "b"}})),
            "Invalid ConditionExpression: An expression attribute name used in the document path is not defined; "
            "attribute name: #X")
      << "placeholders are case-sensitive";
}

TEST(ExpressionContext, unused_placeholders_are_all_named) {
  EXPECT_EQ(message(condition("a = b", {}, {{"#y", "b"}, {"#x", "a"}})),
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#x, #y}");
  EXPECT_EQ(message(condition("a = :u", {{":q", Number(1)}, {":p", ""}, {":u", ""}})),
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:p, :q}");
}

TEST(ExpressionContext, a_use_in_any_expression_of_the_request_counts) {
  const ExpressionAttributes attributes = placeholders({{":v", "x"}, {":w", "y"}}, {{"#a", "a"}});
  auto context = ExpressionContext::create(attributes, true);
  ASSERT_TRUE(context);
  ASSERT_TRUE(parse_condition("#a = :v", ExpressionKind::condition, *context));
  EXPECT_FALSE(context->check_all_used());
  ASSERT_TRUE(parse_update("SET b = if_not_exists(b, :w)", *context));
  EXPECT_TRUE(context->check_all_used());
}

TEST(ExpressionContext, placeholders_need_an_expression) {
  const ExpressionAttributes names = placeholders({}, {{"#a", "a"}});
  const ExpressionAttributes values = placeholders({{":v", "x"}});
  using Kind = ExpressionKind;
  EXPECT_EQ(message(ExpressionContext::create(names, {{Kind::projection, false}})),
            "ExpressionAttributeNames can only be specified when using expressions");
  EXPECT_EQ(message(ExpressionContext::create(values, {{Kind::condition, false}})),
            "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null");
  EXPECT_EQ(message(ExpressionContext::create(values, {{Kind::update, false}, {Kind::condition, false}})),
            "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and "
            "ConditionExpression are null");
  EXPECT_EQ(message(ExpressionContext::create(values, {{Kind::filter, false}, {Kind::projection, true}})),
            "ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null");
  EXPECT_TRUE(ExpressionContext::create(values, {{Kind::filter, true}, {Kind::key_condition, false}}));
  EXPECT_EQ(message(ExpressionContext::create(names, false)),
            "ExpressionAttributeNames can only be specified when using expressions");
  EXPECT_EQ(message(ExpressionContext::create(values, false)),
            "ExpressionAttributeValues can only be specified when using expressions");
  EXPECT_TRUE(ExpressionContext::create({}, false));
}

TEST(ExpressionContext, given_but_empty_is_an_error) {
  ExpressionAttributes attributes;
  attributes.names.emplace();
  EXPECT_EQ(creation_error(attributes), "ExpressionAttributeNames must not be empty");
  attributes.names.reset();
  attributes.values.emplace();
  EXPECT_EQ(creation_error(attributes), "ExpressionAttributeValues must not be empty");
}

TEST(ExpressionContext, malformed_placeholders_are_quoted) {
  for (const char* key : {"x", "#", "#x-y", ":x", "#\u00e9", "", "# x"}) {
    EXPECT_EQ(creation_error(placeholders({}, {{key, "a"}})),
              std::string("ExpressionAttributeNames contains invalid key: Syntax error; key: \"") + key + "\"");
  }
  for (const char* key : {"x", ":", ":x y", "#x"}) {
    EXPECT_EQ(creation_error(placeholders({{key, "a"}})),
              std::string("ExpressionAttributeValues contains invalid key: Syntax error; key: \"") + key + "\"");
  }
}

TEST(ExpressionContext, placeholders_have_a_length) {
  const std::string longest = "#" + std::string(limits::placeholder_bytes_max - 1, 'x');
  EXPECT_EQ(creation_error(placeholders({}, {{longest, "a"}})), "no error");
  EXPECT_EQ(creation_error(placeholders({}, {{longest + "x", "a"}})),
            "ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too "
            "long; size of key: 256");
}

TEST(ExpressionContext, attribute_names_have_a_length) {
  EXPECT_EQ(creation_error(placeholders({}, {{"#x", ""}})),
            "ExpressionAttributeNames contains invalid value: Empty attribute name for key #x");
  EXPECT_EQ(creation_error(placeholders({}, {{"#x", std::string(65535, 'n')}})), "no error");
  EXPECT_EQ(creation_error(placeholders({}, {{"#x", std::string(65536, 'n')}})),
            "ExpressionAttributeNames contains invalid value: Attribute name is too large, must be less than 65536 "
            "bytes for key #x");
}

TEST(ExpressionContext, all_values_together_have_a_size) {
  const std::size_t half = limits::substitution_values_bytes_max / 2;
  EXPECT_EQ(creation_error(placeholders({{":a", std::string(half, 'x')}, {":b", std::string(half, 'x')}})), "no error");
  EXPECT_EQ(creation_error(placeholders({{":a", std::string(half, 'x')}, {":b", std::string(half + 1, 'x')}})),
            "ExpressionAttributeValues exceeds max size");
}

TEST(ExpressionContext, a_bad_value_is_named_by_its_placeholder) {
  EXPECT_EQ(creation_error(placeholders({{":a", "good"}, {":v", StringSet{}}})),
            "ExpressionAttributeValues contains invalid value: One or more parameter values were invalid: An string "
            "set  may not be empty for key :v");
}

}  // namespace
}  // namespace dynamodb
