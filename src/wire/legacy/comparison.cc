#include "wire/legacy/comparison.h"

#include <algorithm>
#include <array>
#include <compare>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/key.h"
#include "dynamodb/limits.h"

namespace wire::legacy {

namespace errors = dynamodb::errors;
using dynamodb::AttributeType;
using dynamodb::AttributeValue;
using dynamodb::Result;

namespace {

bool is_ordered(AttributeType type) {
  return type == AttributeType::string || type == AttributeType::number || type == AttributeType::binary;
}

bool takes_count(ComparisonOperator comparison_operator, std::size_t count) {
  switch (comparison_operator) {
    case ComparisonOperator::null:
    case ComparisonOperator::not_null:
      return count == 0;
    case ComparisonOperator::between:
      return count == 2;
    case ComparisonOperator::in:
      return count >= 1;
    default:
      return count == 1;
  }
}

bool takes_type(ComparisonOperator comparison_operator, AttributeType type) {
  switch (comparison_operator) {
    case ComparisonOperator::equal:
    case ComparisonOperator::not_equal:
    case ComparisonOperator::null:
    case ComparisonOperator::not_null:
      return true;
    case ComparisonOperator::contains:
    case ComparisonOperator::not_contains:
      return is_ordered(type) || type == AttributeType::boolean || type == AttributeType::null;
    case ComparisonOperator::begins_with:
      return type == AttributeType::string || type == AttributeType::binary;
    case ComparisonOperator::in:
    case ComparisonOperator::less_equal:
    case ComparisonOperator::less:
    case ComparisonOperator::greater_equal:
    case ComparisonOperator::greater:
    case ComparisonOperator::between:
      break;
  }
  return is_ordered(type);
}

}  // namespace

std::string_view spelling(ComparisonOperator comparison_operator) {
  constexpr std::array<std::string_view, 13> spellings{"EQ",       "NE",           "IN",         "LE",       "LT",
                                                       "GE",       "GT",           "BETWEEN",    "NOT_NULL", "NULL",
                                                       "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH"};
  return spellings.at(static_cast<std::size_t>(comparison_operator));
}

Result<void> check_attribute(std::string_view name) {
  if (name.empty()) return std::unexpected(errors::empty_attribute_name());
  if (name.size() > dynamodb::limits::attribute_name_bytes_max) {
    return std::unexpected(errors::attribute_name_too_long());
  }
  return {};
}

Result<void> check_value(const AttributeValue& value) {
  return dynamodb::validate_values({{"value", value}});
}

Result<void> check_comparison(std::string_view attribute, ComparisonOperator comparison_operator,
                              const Operands& operands) {
  if (auto valid = check_attribute(attribute); !valid) return valid;
  for (const AttributeValue& operand : operands) {
    if (auto valid = check_value(operand); !valid) return valid;
  }
  if (!takes_count(comparison_operator, operands.size())) {
    return std::unexpected(errors::legacy_operand_count(spelling(comparison_operator)));
  }
  const auto is_of_other_type = [&](const AttributeValue& operand) {
    return operand.type() != operands.front().type();
  };
  if (std::ranges::any_of(operands, is_of_other_type)) return std::unexpected(errors::legacy_operand_types_differ());
  for (const AttributeValue& operand : operands) {
    if (!takes_type(comparison_operator, operand.type())) {
      return std::unexpected(errors::legacy_operand_type(spelling(comparison_operator), operand.type()));
    }
  }
  if (comparison_operator == ComparisonOperator::between && std::is_gt(compare(operands[0], operands[1]))) {
    return std::unexpected(errors::legacy_bounds_reversed());
  }
  return {};
}

std::string comparison_text(std::string_view attribute, ComparisonOperator comparison_operator,
                            const Operands& operands, Placeholders& placeholders) {
  const std::string name = placeholders.name(attribute);
  std::vector<std::string> values;
  values.reserve(operands.size());
  for (const AttributeValue& operand : operands) values.push_back(placeholders.value(operand));
  const auto compared = [&](const char* comparator) { return name + comparator + values.front(); };
  const auto call = [&](const char* function) {
    return std::string(function) + "(" + name + "," + values.front() + ")";
  };
  switch (comparison_operator) {
    case ComparisonOperator::equal:
      return compared("=");
    case ComparisonOperator::not_equal:
      return compared("<>");
    case ComparisonOperator::less_equal:
      return compared("<=");
    case ComparisonOperator::less:
      return compared("<");
    case ComparisonOperator::greater_equal:
      return compared(">=");
    case ComparisonOperator::greater:
      return compared(">");
    case ComparisonOperator::between:
      return name + " BETWEEN " + values[0] + " AND " + values[1];
    case ComparisonOperator::in: {
      std::string text = name + " IN (";
      for (const std::string& value : values) text += (&value == values.data() ? "" : ",") + value;
      return text + ")";
    }
    case ComparisonOperator::not_null:
      return "attribute_exists(" + name + ")";
    case ComparisonOperator::null:
      return "attribute_not_exists(" + name + ")";
    case ComparisonOperator::contains:
      return call("contains");
    case ComparisonOperator::not_contains:
      // An attribute that is not there does not "not contain" something (DynamoDB Local), as NE is true of it.
      return "(attribute_exists(" + name + ") AND NOT " + call("contains") + ")";
    case ComparisonOperator::begins_with:
      return call("begins_with");
  }
  std::unreachable();
}

}  // namespace wire::legacy
