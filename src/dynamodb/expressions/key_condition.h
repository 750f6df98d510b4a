// KeyConditionExpression, bound to a key schema.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dynamodb/expressions/expression_context.h"
#include "dynamodb/table.h"

namespace dynamodb {

enum class SortKeyOperator { equal, less, less_equal, greater, greater_equal, between, begins_with };
struct SortKeyCondition {
  SortKeyOperator operation = SortKeyOperator::equal;
  AttributeValue operand;
  std::optional<AttributeValue> upper;  // between only
};
// Of a key with several attributes: every partition key attribute has a value, and the sort key attributes are used
// from left to right, all but the last one with an equality.
struct KeyCondition {
  AttributeValue partition_key;
  std::optional<SortKeyCondition> sort_key;  // of the last sort key attribute that is used
  std::vector<AttributeValue> more_partition_keys = {};
  std::vector<AttributeValue> sort_key_prefix = {};  // of the sort key attributes in front of that one
};

// Checks names, operators and value types against the schema and the attribute definitions.
[[nodiscard]] Result<KeyCondition> parse_key_condition(std::string_view text, const KeySchema& schema,
                                                       const std::vector<AttributeDefinition>& definitions,
                                                       ExpressionContext& context);

}  // namespace dynamodb
