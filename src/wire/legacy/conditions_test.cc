#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <ranges>
#include <string>

#include "dynamodb/expressions/expression.h"
#include "dynamodb/testing/generators.h"
#include "wire/legacy/expressions.h"

namespace wire::legacy {
namespace {

using dynamodb::AttributeValue;
using dynamodb::Binary;
using dynamodb::BinarySet;
using dynamodb::ExpressionAttributes;
using dynamodb::ExpressionKind;
using dynamodb::Item;
using dynamodb::List;
using dynamodb::Null;
using dynamodb::Number;
using dynamodb::NumberSet;
using dynamodb::Result;
using dynamodb::StringSet;

// What the expression says of the item; the expression must be a valid one and use every placeholder.
bool evaluate(const std::string& text, const ExpressionAttributes& attributes, const Item& item) {
  auto context = dynamodb::ExpressionContext::create(attributes, true);
  EXPECT_TRUE(context) << context.error().message;
  const auto condition = dynamodb::parse_condition(text, ExpressionKind::condition, *context);
  EXPECT_TRUE(condition) << text << ": " << condition.error().message;
  EXPECT_TRUE(context->check_all_used()) << text;
  return condition && condition->evaluate(item);
}

std::string error_of(const Expected& expected) {
  ExpressionAttributes attributes;
  const auto text = condition_expression(expected, attributes);
  return text ? "" : text.error().message;
}
std::string error_of(ComparisonOperator comparison_operator, std::vector<AttributeValue> operands) {
  ExpressionAttributes attributes;
  const auto text = filter_expression({{"a", {comparison_operator, std::move(operands)}}}, attributes);
  return text ? "" : text.error().message;
}
std::string key_condition_error_of(const Conditions& conditions) {
  ExpressionAttributes attributes;
  const auto text = key_condition_expression(conditions, attributes);
  return text ? "" : text.error().message;
}

// ---- a direct model of the comparisons, from the developer guide

template <class Set, class Member>
bool has_member(const AttributeValue& set, const AttributeValue& member) {
  const auto* members = set.get_if<Set>();
  const auto* value = member.get_if<Member>();
  return members != nullptr && value != nullptr && std::ranges::find(members->values, *value) != members->values.end();
}

bool contains(const AttributeValue& container, const AttributeValue& element) {
  if (const auto* list = container.get_if<List>()) return std::ranges::find(*list, element) != list->end();
  if (container.type() == element.type()) {
    if (const auto* text = container.get_if<std::string>()) return text->contains(*element.get_if<std::string>());
    if (const auto* binary = container.get_if<Binary>()) return binary->bytes.contains(element.get_if<Binary>()->bytes);
  }
  return has_member<StringSet, std::string>(container, element) || has_member<NumberSet, Number>(container, element) ||
         has_member<BinarySet, Binary>(container, element);
}

bool begins_with(const AttributeValue& value, const AttributeValue& prefix) {
  if (value.type() != prefix.type()) return false;
  if (const auto* text = value.get_if<std::string>()) return text->starts_with(*prefix.get_if<std::string>());
  const auto* binary = value.get_if<Binary>();
  return binary != nullptr && binary->bytes.starts_with(prefix.get_if<Binary>()->bytes);
}

bool holds(const Condition& condition, const AttributeValue* attribute) {
  const auto& operands = condition.attribute_value_list;
  switch (condition.comparison_operator) {
    case ComparisonOperator::null:
      return attribute == nullptr;
    case ComparisonOperator::not_equal:
      return attribute == nullptr || *attribute != operands[0];
    default:
      break;
  }
  if (attribute == nullptr) return false;
  const auto order = [&](std::size_t index) { return compare(*attribute, operands[index]); };
  switch (condition.comparison_operator) {
    case ComparisonOperator::equal:
      return *attribute == operands[0];
    case ComparisonOperator::in:
      return std::ranges::find(operands, *attribute) != operands.end();
    case ComparisonOperator::less_equal:
      return std::is_lteq(order(0));
    case ComparisonOperator::less:
      return std::is_lt(order(0));
    case ComparisonOperator::greater_equal:
      return std::is_gteq(order(0));
    case ComparisonOperator::greater:
      return std::is_gt(order(0));
    case ComparisonOperator::between:
      return std::is_gteq(order(0)) && std::is_lteq(order(1));
    case ComparisonOperator::contains:
      return contains(*attribute, operands[0]);
    case ComparisonOperator::not_contains:
      return !contains(*attribute, operands[0]);
    case ComparisonOperator::begins_with:
      return begins_with(*attribute, operands[0]);
    default:
      return true;
  }
}

// From few values, so that comparisons often hold.
rc::Gen<AttributeValue> small_value() {
  return rc::gen::oneOf(
      rc::gen::element<AttributeValue>("", "m", "mm", "z", Number(4), Number(5), Binary{""}, Binary{"m"},
                                       AttributeValue::boolean(true), Null{}, List{"mm", Number(5), Null{}}, List{},
                                       StringSet{{"m", "z"}}, NumberSet{{Number(4), Number(5)}}, BinarySet{{{"m"}}}),
      dynamodb::generators::value(2));
}

std::size_t operand_count(ComparisonOperator comparison_operator) {
  switch (comparison_operator) {
    case ComparisonOperator::null:
    case ComparisonOperator::not_null:
      return 0;
    case ComparisonOperator::between:
      return 2;
    case ComparisonOperator::in:
      return *rc::gen::element<std::size_t>(1, 2, 3, 101);
    default:
      return 1;
  }
}

rc::Gen<Condition> valid_condition() {
  return rc::gen::suchThat(rc::gen::exec([] {
                             Condition condition{static_cast<ComparisonOperator>(*rc::gen::inRange(0, 13)), {}};
                             const std::size_t count = operand_count(condition.comparison_operator);
                             while (condition.attribute_value_list.size() < count)
                               condition.attribute_value_list.push_back(*small_value());
                             if (count > 3)
                               condition.attribute_value_list.assign(count, condition.attribute_value_list.front());
                             return condition;
                           }),
                           [](const Condition& condition) {
                             return error_of(condition.comparison_operator, condition.attribute_value_list).empty();
                           });
}

RC_GTEST_PROP(LegacyConditions, say_the_same_as_expressions, ()) {
  const Item item{{"a", *small_value()}, {"b.c", *small_value()}, {"#_0", *small_value()}};
  Conditions conditions;
  for (const char* name : {"a", "b.c", "#_0", "absent"}) {
    if (*rc::gen::arbitrary<bool>()) conditions.emplace(name, *valid_condition());
  }
  RC_PRE(!conditions.empty());
  const auto holds_here = [&](const auto& named) {
    const auto found = item.find(named.first);
    return holds(named.second, found == item.end() ? nullptr : &found->second);
  };
  for (const bool all : {true, false}) {
    ExpressionAttributes attributes;
    const auto text =
        filter_expression(conditions, attributes, all ? ConditionalOperator::all : ConditionalOperator::any);
    RC_ASSERT(text.has_value());
    const bool expected =
        all ? std::ranges::all_of(conditions, holds_here) : std::ranges::any_of(conditions, holds_here);
    RC_TAG(expected);
    RC_ASSERT(evaluate(text->value(), attributes, item) == expected);
  }
}

TEST(LegacyConditions, of_each_operator_are_one_expression) {
  struct Row {
    ComparisonOperator comparison_operator;
    std::vector<AttributeValue> operands;
    std::string_view text;
  };
  const std::vector<Row> table{
      {ComparisonOperator::equal, {"v"}, "#_0=:_0"},
      {ComparisonOperator::not_equal, {"v"}, "#_0<>:_0"},
      {ComparisonOperator::in, {"v", "w"}, "#_0 IN (:_0,:_1)"},
      {ComparisonOperator::less_equal, {"v"}, "#_0<=:_0"},
      {ComparisonOperator::less, {"v"}, "#_0<:_0"},
      {ComparisonOperator::greater_equal, {"v"}, "#_0>=:_0"},
      {ComparisonOperator::greater, {"v"}, "#_0>:_0"},
      {ComparisonOperator::between, {"v", "w"}, "#_0 BETWEEN :_0 AND :_1"},
      {ComparisonOperator::not_null, {}, "attribute_exists(#_0)"},
      {ComparisonOperator::null, {}, "attribute_not_exists(#_0)"},
      {ComparisonOperator::contains, {"v"}, "contains(#_0,:_0)"},
      {ComparisonOperator::not_contains, {"v"}, "(attribute_exists(#_0) AND NOT contains(#_0,:_0))"},
      {ComparisonOperator::begins_with, {"v"}, "begins_with(#_0,:_0)"},
  };
  for (const Row& row : table) {
    ExpressionAttributes attributes;
    const auto text = filter_expression({{"a", {row.comparison_operator, row.operands}}}, attributes);
    ASSERT_TRUE(text && *text) << row.text;
    EXPECT_EQ(**text, row.text);
    EXPECT_EQ(attributes.names->at("#_0"), "a");
    EXPECT_TRUE(attributes.made_of_legacy_parameters);
  }
}

TEST(LegacyConditions, that_are_empty_are_no_expression) {
  ExpressionAttributes attributes;
  EXPECT_EQ(filter_expression({}, attributes).value(), std::nullopt);
  EXPECT_EQ(condition_expression({}, attributes).value(), std::nullopt);
  EXPECT_FALSE(attributes.names || attributes.values || attributes.made_of_legacy_parameters);
}

TEST(LegacyConditions, have_no_limit_of_number_or_length) {
  Conditions conditions;
  Item item;
  for (int index = 0; index < 400; ++index) {
    const std::string name = "attribute" + std::to_string(index);
    conditions[name] = {ComparisonOperator::in, std::vector<AttributeValue>(150, Number(index))};
    item[name] = Number(index);
  }
  ExpressionAttributes attributes;
  const std::string text = filter_expression(conditions, attributes).value().value();
  EXPECT_GT(text.size(), 4096U);
  EXPECT_TRUE(evaluate(text, attributes, item));
  item.erase("attribute7");
  EXPECT_FALSE(evaluate(text, attributes, item));
}

TEST(LegacyConditions, refuse_operands_in_the_words_of_the_service) {
  const std::string invalid = "One or more parameter values were invalid: ";
  EXPECT_EQ(error_of(ComparisonOperator::equal, {}),
            invalid + "Invalid number of argument(s) for the EQ ComparisonOperator");
  EXPECT_EQ(error_of(ComparisonOperator::begins_with, {"a", "b"}),
            invalid + "Invalid number of argument(s) for the BEGINS_WITH ComparisonOperator");
  EXPECT_EQ(error_of(ComparisonOperator::in, {}),
            invalid + "Invalid number of argument(s) for the IN ComparisonOperator");
  EXPECT_EQ(error_of(ComparisonOperator::between, {"a", "b", "c"}),
            invalid + "Invalid number of argument(s) for the BETWEEN ComparisonOperator");
  EXPECT_EQ(error_of(ComparisonOperator::not_null, {"a"}),
            invalid + "Invalid number of argument(s) for the NOT_NULL ComparisonOperator");
  EXPECT_EQ(error_of(ComparisonOperator::in, {"a", Number(1)}),
            invalid + "AttributeValues inside AttributeValueList must be of same type");
  EXPECT_EQ(error_of(ComparisonOperator::less, {AttributeValue::boolean(true)}),
            invalid + "ComparisonOperator LT is not valid for BOOL AttributeValue type");
  EXPECT_EQ(error_of(ComparisonOperator::contains, {StringSet{{"a"}}}),
            invalid + "ComparisonOperator CONTAINS is not valid for SS AttributeValue type");
  EXPECT_EQ(error_of(ComparisonOperator::begins_with, {Number(1)}),
            invalid + "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type");
  EXPECT_EQ(error_of(ComparisonOperator::between, {"b", "a"}),
            "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
  EXPECT_EQ(error_of(ComparisonOperator::equal, {StringSet{}}), invalid + "An string set  may not be empty");
  EXPECT_EQ(error_of({{"", {.exists = false}}}), "Empty attribute name");
  EXPECT_EQ(error_of({{std::string(65536, 'n'), {.exists = false}}}),
            "Attribute name is too large, must be less than 65536 bytes");
}

TEST(LegacyConditions, of_expected_refuse_members_that_contradict) {
  using enum ComparisonOperator;
  const std::string invalid = "One or more parameter values were invalid: ";
  const std::vector<AttributeValue> list{"v"};
  const std::vector<std::pair<ExpectedAttributeValue, std::string>> table{
      {{}, "Value must be provided when Exists is null for Attribute: a"},
      {{.exists = true}, "Value must be provided when Exists is true for Attribute: a"},
      {{.value = "v", .exists = false}, "Value cannot be used when Exists is false for Attribute: a"},
      {{.value = "v", .attribute_value_list = list},
       "Value and AttributeValueList cannot be used together for Attribute: a"},
      {{.value = "v", .comparison_operator = equal, .attribute_value_list = list},
       "Value and AttributeValueList cannot be used together for Attribute: a"},
      {{.attribute_value_list = list},
       "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"},
      {{.exists = true, .attribute_value_list = list},
       "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"},
      {{.value = "v", .exists = true, .comparison_operator = equal},
       "Exists and ComparisonOperator cannot be used together for Attribute: a"},
      {{.comparison_operator = equal},
       "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a"},
      {{.value = "v", .comparison_operator = null}, "Invalid number of argument(s) for the NULL ComparisonOperator"},
      {{.value = "v", .comparison_operator = between},
       "Invalid number of argument(s) for the BETWEEN ComparisonOperator"},
  };
  for (const auto& [expected, message] : table) EXPECT_EQ(error_of({{"a", expected}}), invalid + message);
}

TEST(LegacyConditions, of_expected_compare_a_value_and_know_absence) {
  const auto is_met = [](const ExpectedAttributeValue& expected, const Item& item) {
    ExpressionAttributes attributes;
    return evaluate(condition_expression({{"a", expected}}, attributes).value().value(), attributes, item);
  };
  const Item item{{"a", Number::parse("1.0").value()}};
  EXPECT_TRUE(is_met({.value = Number(1)}, item));
  EXPECT_TRUE(is_met({.value = Number(1), .exists = true}, item));
  EXPECT_FALSE(is_met({.value = Number(2)}, item));
  EXPECT_FALSE(is_met({.value = Number(1)}, {}));
  EXPECT_FALSE(is_met({.exists = false}, item));
  EXPECT_TRUE(is_met({.exists = false}, {}));
  EXPECT_TRUE(is_met({.value = Number(3), .comparison_operator = ComparisonOperator::less}, item));
  EXPECT_FALSE(is_met({.comparison_operator = ComparisonOperator::null}, item));
}

TEST(LegacyConditions, of_keys_leave_the_placeholders_of_the_request_alone) {
  ExpressionAttributes attributes{.names = {{{"#_0", "other"}}}, .values = {{{":_0", "x"}}}};
  const auto text = key_condition_expression(
      {{"pk", {ComparisonOperator::equal, {"p"}}}, {"sk", {ComparisonOperator::between, {"a", "b"}}}}, attributes);
  EXPECT_EQ(text.value(), "#_1=:_1 AND #_2 BETWEEN :_2 AND :_3");
  EXPECT_EQ(attributes.names->at("#_0"), "other");
  EXPECT_EQ(attributes.names->at("#_2"), "sk");
  EXPECT_EQ(attributes.values->at(":_3"), AttributeValue("b"));
  EXPECT_FALSE(attributes.made_of_legacy_parameters);
}

TEST(LegacyConditions, of_keys_are_few_that_an_index_can_answer) {
  const Condition equal{ComparisonOperator::equal, {"v"}};
  // As many as the key of an index can have attributes; whether this one has, is for the engine to judge.
  Conditions conditions;
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) conditions.emplace(name, equal);
  ExpressionAttributes attributes;
  EXPECT_TRUE(key_condition_expression(conditions, attributes));
  conditions.emplace("i", equal);
  EXPECT_EQ(key_condition_error_of(conditions), "Conditions can be of length 1 or 2 only");
  for (const Condition& condition : {Condition{ComparisonOperator::not_equal, {"v"}},
                                     {ComparisonOperator::in, {"v"}},
                                     {ComparisonOperator::contains, {"v"}},
                                     {ComparisonOperator::not_contains, {"v"}},
                                     {ComparisonOperator::null, {}},
                                     {ComparisonOperator::not_null, {}}}) {
    EXPECT_EQ(key_condition_error_of({{"a", equal}, {"b", condition}}),
              "Attempted conditional constraint is not an indexable operation");
  }
  EXPECT_EQ(key_condition_error_of({{"a", {ComparisonOperator::equal, {}}}}),
            "One or more parameter values were invalid: Invalid number of argument(s) for the EQ ComparisonOperator");
}

TEST(LegacyConditions, are_connected_only_when_there_are_two) {
  EXPECT_EQ(check_conditional_operator(0).error().message,
            "ConditionalOperator cannot be used without Filter or Expected");
  EXPECT_EQ(check_conditional_operator(1).error().message,
            "ConditionalOperator can only be used when Filter or Expected has two or more elements");
  EXPECT_TRUE(check_conditional_operator(2));
}

}  // namespace
}  // namespace wire::legacy
