#include "dynamodb/expressions/key_condition.h"

#include <gtest/gtest.h>

#include "dynamodb/expressions/testing/requests.h"

namespace dynamodb {
namespace {

using expression_requests::message;
using expression_requests::Names;

// Partition key PK (string), sort key SK (string); GSI-like second schema: hash N (number), range B (binary).
Result<KeyCondition> key_condition(std::string_view text, AttributeMap values = {}, Names names = {},
                                   const KeySchema& schema = {"PK", "SK"}) {
  const std::vector<AttributeDefinition> definitions{
      {"PK", ScalarType::string}, {"SK", ScalarType::string}, {"N", ScalarType::number}, {"B", ScalarType::binary}};
  return expression_requests::parse_request(
      ExpressionKind::key_condition, expression_requests::placeholders(std::move(values), std::move(names)),
      [&](auto& context) { return parse_key_condition(text, schema, definitions, context); });
}

const AttributeMap both{{":p", "ATHLETE#1"}, {":s", "SESSION#"}};

TEST(KeyCondition, the_partition_key_alone) {
  for (const char* text : {"PK = :p", "(PK = :p)", ":p = PK", "(PK) = (:p)"}) {
    auto parsed = key_condition(text, {{":p", "ATHLETE#1"}});
    ASSERT_TRUE(parsed) << text << message(parsed);
    EXPECT_EQ(parsed->partition_key, AttributeValue("ATHLETE#1"));
    EXPECT_FALSE(parsed->sort_key);
  }
}

TEST(KeyCondition, every_operator_of_the_sort_key) {
  const std::pair<const char*, SortKeyOperator> operators[] = {{"SK = :s", SortKeyOperator::equal},
                                                               {"SK < :s", SortKeyOperator::less},
                                                               {"SK <= :s", SortKeyOperator::less_equal},
                                                               {"SK > :s", SortKeyOperator::greater},
                                                               {"SK >= :s", SortKeyOperator::greater_equal},
                                                               {"begins_with(SK, :s)", SortKeyOperator::begins_with},
                                                               {"SK between :s and :s", SortKeyOperator::between}};
  for (const auto& [text, operation] : operators) {
    for (const std::string& whole : {std::string("PK = :p AND ") + text, std::string(text) + " and PK = :p",
                                     std::string("(PK = :p AND (") + text + "))"}) {
      auto parsed = key_condition(whole, both);
      ASSERT_TRUE(parsed) << whole << message(parsed);
      ASSERT_TRUE(parsed->sort_key);
      EXPECT_EQ(parsed->partition_key, AttributeValue("ATHLETE#1"));
      EXPECT_EQ(parsed->sort_key->operation, operation) << whole;
      EXPECT_EQ(parsed->sort_key->operand, AttributeValue("SESSION#"));
      EXPECT_EQ(parsed->sort_key->upper.has_value(), operation == SortKeyOperator::between);
    }
  }
}

TEST(KeyCondition, a_value_on_the_left_turns_the_operator_round) {
  const std::pair<const char*, SortKeyOperator> operators[] = {{"PK = :p AND :s = SK", SortKeyOperator::equal},
                                                               {"PK = :p AND :s < SK", SortKeyOperator::greater},
                                                               {"PK = :p AND :s <= SK", SortKeyOperator::greater_equal},
                                                               {"PK = :p AND :s > SK", SortKeyOperator::less},
                                                               {"PK = :p AND :s >= SK", SortKeyOperator::less_equal}};
  for (const auto& [text, operation] : operators) EXPECT_EQ(key_condition(text, both)->sort_key->operation, operation);
}

TEST(KeyCondition, names_may_be_placeholders) {
  auto parsed = key_condition("#p = :p AND #s = :s", both, {{"#p", "PK"}, {"#s", "SK"}});
  EXPECT_TRUE(parsed) << message(parsed);
}

TEST(KeyCondition, types_are_those_of_the_definitions) {
  const KeySchema other{"N", "B"};
  EXPECT_TRUE(key_condition("N = :n AND begins_with(B, :b)", {{":n", Number(1)}, {":b", Binary{"x"}}}, {}, other));
  constexpr std::string_view mismatch =
      "One or more parameter values were invalid: Condition parameter type does not match schema type";
  EXPECT_EQ(message(key_condition("PK = :p", {{":p", Number(1)}})), mismatch);
  EXPECT_EQ(message(key_condition("PK = :p AND SK > :s", {{":p", "a"}, {":s", Binary{"b"}}})), mismatch);
  EXPECT_EQ(message(key_condition("N = :n AND B = :n", {{":n", Number(1)}}, {}, other)), mismatch);
}

TEST(KeyCondition, missing_keys_are_named) {
  EXPECT_EQ(message(key_condition("SK = :s", {{":s", "a"}})), "Query condition missed key schema element: PK");
  EXPECT_EQ(message(key_condition("PK = :p AND extra = :s", both)), "Query condition missed key schema element: SK");
  EXPECT_EQ(message(key_condition("extra = :s AND SK = :p", both)), "Query condition missed key schema element: PK");
}

TEST(KeyCondition, the_partition_key_takes_equality_only) {
  for (const char* text : {"PK > :p", "PK BETWEEN :p AND :p", "begins_with(PK, :p)", "PK < :p AND SK = :p"}) {
    EXPECT_EQ(message(key_condition(text, {{":p", "a"}})), "Query key condition not supported") << text;
  }
  EXPECT_EQ(message(key_condition("PK = :p AND SK = :s", both, {}, {"PK", std::nullopt})),
            "Query key condition not supported");
}

TEST(KeyCondition, every_other_operator_is_named) {
  const std::pair<const char*, const char*> operators[] = {
      {"PK = :p OR SK = :p", "OR"},
      {"NOT PK = :p", "NOT"},
      {"PK <> :p", "<>"},
      {"PK IN (:p)", "IN"},
      {"PK = :p AND attribute_exists(SK)", "attribute_exists"},
      {"attribute_not_exists(SK) AND PK = :p", "attribute_not_exists"},
      {"PK = :p AND contains(SK, :p)", "contains"},
      {"attribute_type(SK, :p)", "attribute_type"}};
  for (const auto& [text, name] : operators) {
    EXPECT_EQ(message(key_condition(text, {{":p", "S"}})),
              std::string("Invalid operator used in KeyConditionExpression: ") + name)
        << text;
  }
}

TEST(KeyCondition, shapes_that_are_no_key_condition) {
  const std::pair<const char*, std::string> shapes[] = {
      {"PK = :p AND size(SK) = :p", "KeyConditionExpressions cannot contain nested operations"},
      {"PK.a = :p", "KeyConditionExpressions cannot have conditions on nested attributes"},
      {"PK[0] = :p", "KeyConditionExpressions cannot have conditions on nested attributes"},
      {"PK = SK AND SK = :p",
       "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition"},
      {":p = :p", "Invalid condition in KeyConditionExpression: No key attribute specified"},
      {":p BETWEEN PK AND SK",
       "Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first "
       "operand"},
      {"PK = :p AND begins_with(:p, SK)",
       "Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first "
       "operand"},
      {"PK = :p AND PK = :p", "KeyConditionExpressions must only contain one condition per key"},
      {"PK = :p AND SK > :p AND SK < :p", "KeyConditionExpressions must only contain one condition per key"},
      {"PK = :p AND SK = :p AND extra = :p", "Conditions can be of length 1 or 2 only"}};
  for (const auto& [text, expected] : shapes) {
    EXPECT_EQ(message(key_condition(text, {{":p", "a"}})), expected) << text;
  }
}

// Hash PK, N; range SK, B.
const KeySchema several{.partition_key = "PK", .sort_key = "SK", .more_partition_keys = {"N"}, .more_sort_keys = {"B"}};
Result<KeyCondition> several_condition(std::string_view text) {
  AttributeMap values;
  for (const auto& [placeholder, value] :
       AttributeMap{{":p", "a"}, {":n", Number(1)}, {":s", "b"}, {":b", Binary{"c"}}}) {
    if (text.find(placeholder) != std::string_view::npos) values.emplace(placeholder, value);
  }
  return key_condition(text, std::move(values), {}, several);
}

TEST(KeyCondition, of_several_attributes_in_any_order_of_words) {
  for (const char* text : {"PK = :p AND N = :n AND SK = :s AND B > :b", "B > :b AND SK = :s AND N = :n AND PK = :p"}) {
    auto parsed = several_condition(text);
    ASSERT_TRUE(parsed) << message(parsed);
    EXPECT_EQ(parsed->partition_key, AttributeValue("a"));
    EXPECT_EQ(parsed->more_partition_keys, std::vector<AttributeValue>{Number(1)});
    EXPECT_EQ(parsed->sort_key_prefix, std::vector<AttributeValue>{"b"});
    ASSERT_TRUE(parsed->sort_key);
    EXPECT_EQ(parsed->sort_key->operation, SortKeyOperator::greater);
    EXPECT_EQ(parsed->sort_key->operand, AttributeValue(Binary{"c"}));
  }
  auto partition = several_condition("PK = :p AND N = :n");
  ASSERT_TRUE(partition) << message(partition);
  EXPECT_FALSE(partition->sort_key);
  auto first = several_condition("N = :n AND begins_with(SK, :s) AND PK = :p");
  ASSERT_TRUE(first) << message(first);
  EXPECT_TRUE(first->sort_key_prefix.empty());
  EXPECT_EQ(first->sort_key->operation, SortKeyOperator::begins_with);
}

TEST(KeyCondition, of_several_attributes_needs_each_partition_key_attribute) {
  const std::string every =
      "Query key condition not supported. Every HASH key attribute must have an equality condition: ";
  EXPECT_EQ(message(several_condition("PK = :p")), every + "N");
  EXPECT_EQ(message(several_condition("PK = :p AND SK = :s")), every + "N");
  EXPECT_EQ(message(several_condition("SK = :s")), every + "PK");
  EXPECT_EQ(message(several_condition("PK = :p AND N > :n")), every + "N");
  EXPECT_EQ(message(several_condition("begins_with(PK, :p) AND N = :n")), every + "PK");
}

TEST(KeyCondition, of_several_attributes_uses_sort_keys_from_left_to_right) {
  const std::string in_order =
      "Query key condition not supported. RANGE key attributes must be used from left to right, each but the last with "
      "an equality condition: SK";
  EXPECT_EQ(message(several_condition("PK = :p AND N = :n AND B = :b")), in_order);
  EXPECT_EQ(message(several_condition("PK = :p AND N = :n AND extra = :b")), in_order);
  EXPECT_EQ(message(several_condition("PK = :p AND N = :n AND SK > :s AND B = :b")), in_order);
  EXPECT_EQ(message(several_condition("PK = :p AND N = :n AND SK BETWEEN :s AND :s AND B > :b")), in_order);
  EXPECT_EQ(message(several_condition("PK = :p AND N = :n AND SK = :s AND B = :b AND extra = :b")),
            "Conditions can be of length 1 to 4 only");
  const KeySchema partition_only{.partition_key = "PK", .sort_key = std::nullopt, .more_partition_keys = {"N"}};
  EXPECT_EQ(
      message(key_condition("PK = :p AND N = :n AND SK = :p", {{":p", "a"}, {":n", Number(1)}}, {}, partition_only)),
      "Conditions can be of length 1 or 2 only");
}

TEST(KeyCondition, of_several_attributes_has_the_type_of_each) {
  constexpr std::string_view mismatch =
      "One or more parameter values were invalid: Condition parameter type does not match schema type";
  EXPECT_EQ(message(several_condition("PK = :p AND N = :s")), mismatch);
  EXPECT_EQ(message(several_condition("PK = :p AND N = :n AND SK = :n")), mismatch);
  EXPECT_EQ(message(several_condition("PK = :p AND N = :n AND SK = :s AND B = :s")), mismatch);
}

TEST(KeyCondition, empty_and_too_long_values_cannot_be_keys) {
  EXPECT_EQ(
      message(key_condition("PK = :p", {{":p", ""}})),
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
      "string value. Key: PK");
  EXPECT_EQ(
      message(key_condition("PK = :p AND SK BETWEEN :e AND :p", {{":p", "a"}, {":e", ""}})),
      "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
      "string value. Key: SK");
  EXPECT_TRUE(key_condition("PK = :p", {{":p", std::string(2048, 'x')}}));
  EXPECT_FALSE(key_condition("PK = :p", {{":p", std::string(2049, 'x')}}));
  EXPECT_TRUE(key_condition("PK = :p AND SK = :s", {{":p", "a"}, {":s", std::string(1024, 'x')}}));
  EXPECT_FALSE(key_condition("PK = :p AND SK = :s", {{":p", "a"}, {":s", std::string(1025, 'x')}}));
}

TEST(KeyCondition, reversed_bounds_are_refused) {
  EXPECT_EQ(message(key_condition("PK = :p AND SK BETWEEN :b AND :a", {{":p", "p"}, {":a", "a"}, {":b", "b"}})),
            "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to "
            "lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}");
}

}  // namespace
}  // namespace dynamodb
