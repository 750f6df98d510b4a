// Legacy parameters as the expressions that mean the same. Pure; each function adds the placeholders of its expression
// to `attributes` (beside those that are there) and marks them as made of legacy parameters; an empty parameter is no
// expression, as where it was not given. Errors: ValidationException in the service's words, in its order.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "wire/legacy/parameters.h"

namespace wire::legacy {

// Expected.
[[nodiscard]] dynamodb::Result<std::optional<std::string>> condition_expression(
    const Expected& expected, dynamodb::ExpressionAttributes& attributes,
    ConditionalOperator conditional_operator = ConditionalOperator::all);
// QueryFilter, ScanFilter.
[[nodiscard]] dynamodb::Result<std::optional<std::string>> filter_expression(
    const Conditions& filter, dynamodb::ExpressionAttributes& attributes,
    ConditionalOperator conditional_operator = ConditionalOperator::all);
// KeyConditions of which there is at least one. A request may have them and (other) expressions together, so their
// placeholders are not marked.
[[nodiscard]] dynamodb::Result<std::string> key_condition_expression(const Conditions& key_conditions,
                                                                     dynamodb::ExpressionAttributes& attributes);
// AttributeUpdates.
[[nodiscard]] dynamodb::Result<std::optional<std::string>> update_expression(
    const AttributeUpdates& updates, dynamodb::ExpressionAttributes& attributes);
// AttributesToGet: top-level names (a dot in one is part of it).
[[nodiscard]] dynamodb::Result<std::optional<std::string>> projection_expression(
    const std::vector<std::string>& attributes_to_get, dynamodb::ExpressionAttributes& attributes);

// ConditionalOperator needs at least two conditions (of Expected, QueryFilter or ScanFilter) to connect.
[[nodiscard]] dynamodb::Result<void> check_conditional_operator(std::size_t condition_count);
// AttributesToGet with a Select that says something else.
[[nodiscard]] dynamodb::Result<void> check_select_of_attributes_to_get(dynamodb::Select select);

}  // namespace wire::legacy
