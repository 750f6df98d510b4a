#include "wire/legacy/read.h"

#include <utility>
#include <vector>

#include "wire/attribute_values.h"
#include "wire/legacy/expressions.h"

namespace wire::legacy {

using dynamodb::AttributeValue;
using dynamodb::ExpressionAttributes;
using dynamodb::Result;

namespace {

// The tables are in the order in which the service lists them.
constexpr Name<ComparisonOperator> comparison_operators[] = {{"IN", ComparisonOperator::in},
                                                             {"NULL", ComparisonOperator::null},
                                                             {"BETWEEN", ComparisonOperator::between},
                                                             {"LT", ComparisonOperator::less},
                                                             {"NOT_CONTAINS", ComparisonOperator::not_contains},
                                                             {"EQ", ComparisonOperator::equal},
                                                             {"GT", ComparisonOperator::greater},
                                                             {"NOT_NULL", ComparisonOperator::not_null},
                                                             {"NE", ComparisonOperator::not_equal},
                                                             {"LE", ComparisonOperator::less_equal},
                                                             {"BEGINS_WITH", ComparisonOperator::begins_with},
                                                             {"GE", ComparisonOperator::greater_equal},
                                                             {"CONTAINS", ComparisonOperator::contains}};
constexpr Name<ConditionalOperator> conditional_operators[] = {{"OR", ConditionalOperator::any},
                                                               {"AND", ConditionalOperator::all}};
constexpr Name<AttributeAction> actions[] = {
    {"ADD", AttributeAction::add}, {"DELETE", AttributeAction::remove}, {"PUT", AttributeAction::put}};

// An AttributeValueList; nothing when it is absent.
std::optional<std::vector<AttributeValue>> operands(const Field& field) {
  std::vector<AttributeValue> values;
  const bool given = field.list({}, [&](const Field& element) {
    if (auto value = attribute_value(element)) values.push_back(*std::move(value));
  });
  if (!given) return std::nullopt;
  return values;
}

Conditions conditions(const Field& field) {
  Conditions result;
  field.map("Condition", [&](std::string_view attribute, const Field& entry) {
    if (!entry.structure("Condition")) return;
    Condition condition;
    condition.attribute_value_list = operands(entry["AttributeValueList"]).value_or(std::vector<AttributeValue>());
    const auto comparison_operator = entry["ComparisonOperator"].required().one_of(comparison_operators);
    if (comparison_operator) condition.comparison_operator = *comparison_operator;
    result.insert_or_assign(std::string(attribute), std::move(condition));
  });
  return result;
}

Expected expected_values(const Field& field) {
  Expected result;
  field.map("ExpectedAttributeValue", [&](std::string_view attribute, const Field& entry) {
    if (!entry.structure("ExpectedAttributeValue")) return;
    ExpectedAttributeValue expected;
    expected.attribute_value_list = operands(entry["AttributeValueList"]);
    expected.comparison_operator = entry["ComparisonOperator"].one_of(comparison_operators);
    expected.exists = entry["Exists"].boolean();
    expected.value = attribute_value(entry["Value"]);
    result.insert_or_assign(std::string(attribute), std::move(expected));
  });
  return result;
}

AttributeUpdates attribute_updates(const Field& field) {
  AttributeUpdates result;
  field.map("AttributeValueUpdate", [&](std::string_view attribute, const Field& entry) {
    if (!entry.structure("AttributeValueUpdate")) return;
    AttributeValueUpdate update;
    update.action = entry["Action"].one_of(actions).value_or(AttributeAction::put);
    update.value = attribute_value(entry["Value"]);
    result.insert_or_assign(std::string(attribute), std::move(update));
  });
  return result;
}

// ConditionalOperator, for that many conditions.
ConditionalOperator conditional_operator(const Field& request, std::size_t condition_count) {
  const auto given = request["ConditionalOperator"].one_of(conditional_operators);
  if (!given) return ConditionalOperator::all;
  if (auto valid = check_conditional_operator(condition_count); !valid) request.faults().invalid(valid.error());
  return *given;
}

template <class Expression>
void take(const Field& request, Result<std::optional<std::string>> made, Expression& expression) {
  if (!made) {
    request.faults().invalid(std::move(made.error()));
  } else if (*made) {
    expression = **std::move(made);
  }
}

}  // namespace

void read_condition(const Field& request, std::optional<std::string>& condition_expression,
                    ExpressionAttributes& attributes) {
  const Expected expected = expected_values(request["Expected"]);
  const ConditionalOperator connective = conditional_operator(request, expected.size());
  take(request, legacy::condition_expression(expected, attributes, connective), condition_expression);
}

void read_filter(const Field& request, std::string_view member, std::optional<std::string>& filter_expression,
                 ExpressionAttributes& attributes) {
  const Conditions filter = conditions(request[member]);
  const ConditionalOperator connective = conditional_operator(request, filter.size());
  take(request, legacy::filter_expression(filter, attributes, connective), filter_expression);
}

bool read_key_conditions(const Field& request, std::string& key_condition_expression,
                         ExpressionAttributes& attributes) {
  const Conditions key_conditions = conditions(request["KeyConditions"]);
  if (key_conditions.empty()) return false;
  take(request, legacy::key_condition_expression(key_conditions, attributes), key_condition_expression);
  return true;
}

void read_update(const Field& request, std::optional<std::string>& update_expression,
                 ExpressionAttributes& attributes) {
  take(request, legacy::update_expression(attribute_updates(request["AttributeUpdates"]), attributes),
       update_expression);
}

void read_projection(const Field& request, std::optional<std::string>& projection_expression,
                     ExpressionAttributes& attributes, dynamodb::Select select) {
  std::vector<std::string> names;
  const bool given = request["AttributesToGet"].list(
      {.min = 1}, [&](const Field& name) { names.push_back(name.text().value_or("")); });
  if (!given) return;
  if (auto valid = check_select_of_attributes_to_get(select); !valid) request.faults().invalid(valid.error());
  take(request, legacy::projection_expression(names, attributes), projection_expression);
}

}  // namespace wire::legacy
