// The parameters that expressions have replaced, as they stand in requests.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/attribute_value.h"

namespace wire::legacy {

enum class ComparisonOperator {
  equal,
  not_equal,
  in,
  less_equal,
  less,
  greater_equal,
  greater,
  between,
  not_null,
  null,
  contains,
  not_contains,
  begins_with
};
// "EQ", "NOT_CONTAINS" …
[[nodiscard]] std::string_view spelling(ComparisonOperator comparison_operator);

enum class ConditionalOperator { all, any };  // AND, OR

// One entry of KeyConditions, QueryFilter and ScanFilter.
struct Condition {
  ComparisonOperator comparison_operator = ComparisonOperator::equal;
  std::vector<dynamodb::AttributeValue> attribute_value_list;
};
using Conditions = std::map<std::string, Condition, std::less<>>;  // by attribute, here and below

// One entry of Expected: a Value or Exists, or a ComparisonOperator with operands.
struct ExpectedAttributeValue {
  std::optional<dynamodb::AttributeValue> value = {};
  std::optional<bool> exists = {};
  std::optional<ComparisonOperator> comparison_operator = {};
  std::optional<std::vector<dynamodb::AttributeValue>> attribute_value_list = {};
};
using Expected = std::map<std::string, ExpectedAttributeValue, std::less<>>;

enum class AttributeAction { put, add, remove };  // PUT, ADD, DELETE
struct AttributeValueUpdate {
  AttributeAction action = AttributeAction::put;
  std::optional<dynamodb::AttributeValue> value = {};
};
using AttributeUpdates = std::map<std::string, AttributeValueUpdate, std::less<>>;

}  // namespace wire::legacy
