// Expected, QueryFilter, ScanFilter and KeyConditions.
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "wire/legacy/comparison.h"
#include "wire/legacy/expressions.h"

namespace wire::legacy {

namespace errors = dynamodb::errors;
using dynamodb::ExpressionAttributes;
using dynamodb::Result;

namespace {

bool needs_operands(ComparisonOperator comparison_operator) {
  return comparison_operator != ComparisonOperator::null && comparison_operator != ComparisonOperator::not_null;
}

// A ComparisonOperator with a Value (one operand) or an AttributeValueList.
Result<Condition> compared(const std::string& attribute, const ExpectedAttributeValue& expected) {
  const ComparisonOperator comparison_operator = *expected.comparison_operator;
  if (expected.exists) return std::unexpected(errors::legacy_exists_and_comparison(attribute));
  if (needs_operands(comparison_operator) && !expected.value && !expected.attribute_value_list) {
    return std::unexpected(errors::legacy_comparison_without_value(spelling(comparison_operator), attribute));
  }
  Condition condition{comparison_operator, {}};
  if (expected.attribute_value_list) condition.attribute_value_list = *expected.attribute_value_list;
  if (expected.value) condition.attribute_value_list.push_back(*expected.value);
  return condition;
}

// The forms without a ComparisonOperator mean EQ and NULL.
Result<Condition> as_condition(const std::string& attribute, const ExpectedAttributeValue& expected) {
  if (expected.value && expected.attribute_value_list) {
    return std::unexpected(errors::legacy_value_and_list(attribute));
  }
  if (expected.comparison_operator) return compared(attribute, expected);
  if (expected.attribute_value_list) return std::unexpected(errors::legacy_list_without_comparison(attribute));
  if (expected.exists == false) {
    if (expected.value) return std::unexpected(errors::legacy_value_of_absent(attribute));
    return Condition{ComparisonOperator::null, {}};
  }
  if (!expected.value) {
    return std::unexpected(errors::legacy_value_required(expected.exists ? "true" : "null", attribute));
  }
  return Condition{ComparisonOperator::equal, {*expected.value}};
}

Result<void> check_all(const Conditions& conditions) {
  for (const auto& [attribute, condition] : conditions) {
    auto valid = check_comparison(attribute, condition.comparison_operator, condition.attribute_value_list);
    if (!valid) return valid;
  }
  return {};
}

// Of conditions that were checked.
std::string text_of(const Conditions& conditions, ConditionalOperator conditional_operator,
                    ExpressionAttributes& attributes) {
  Placeholders placeholders(attributes);
  const char* connective = conditional_operator == ConditionalOperator::all ? " AND " : " OR ";
  std::string text;
  for (const auto& [attribute, condition] : conditions) {
    if (!text.empty()) text += connective;
    text += comparison_text(attribute, condition.comparison_operator, condition.attribute_value_list, placeholders);
  }
  return text;
}

bool is_indexable(ComparisonOperator comparison_operator) {
  switch (comparison_operator) {
    case ComparisonOperator::equal:
    case ComparisonOperator::less_equal:
    case ComparisonOperator::less:
    case ComparisonOperator::greater_equal:
    case ComparisonOperator::greater:
    case ComparisonOperator::between:
    case ComparisonOperator::begins_with:
      return true;
    default:
      return false;
  }
}

}  // namespace

Result<std::optional<std::string>> condition_expression(const Expected& expected, ExpressionAttributes& attributes,
                                                        ConditionalOperator conditional_operator) {
  Conditions conditions;
  for (const auto& [attribute, entry] : expected) {
    auto condition = as_condition(attribute, entry);
    if (!condition) return std::unexpected(std::move(condition.error()));
    conditions.emplace(attribute, std::move(*condition));
  }
  return filter_expression(conditions, attributes, conditional_operator);
}

Result<std::optional<std::string>> filter_expression(const Conditions& filter, ExpressionAttributes& attributes,
                                                     ConditionalOperator conditional_operator) {
  if (filter.empty()) return std::nullopt;
  if (auto valid = check_all(filter); !valid) return std::unexpected(std::move(valid.error()));
  attributes.made_of_legacy_parameters = true;
  return text_of(filter, conditional_operator, attributes);
}

Result<std::string> key_condition_expression(const Conditions& key_conditions, ExpressionAttributes& attributes) {
  if (auto valid = check_all(key_conditions); !valid) return std::unexpected(std::move(valid.error()));
  // Whether the key has as many attributes is for the engine to judge.
  if (key_conditions.size() > 2 * dynamodb::limits::global_index_key_attributes_max) {
    return std::unexpected(errors::legacy_key_condition_count());
  }
  for (const auto& [attribute, condition] : key_conditions) {
    if (!is_indexable(condition.comparison_operator)) {
      return std::unexpected(errors::legacy_key_condition_not_indexable());
    }
  }
  return text_of(key_conditions, ConditionalOperator::all, attributes);
}

Result<void> check_conditional_operator(std::size_t condition_count) {
  if (condition_count == 0) return std::unexpected(errors::legacy_conditional_operator_alone());
  if (condition_count == 1) return std::unexpected(errors::legacy_conditional_operator_of_one());
  return {};
}

}  // namespace wire::legacy
