// AttributeValues of request bodies: {"S": "text"}, {"N": "1.5"}, {"M": {…}} …
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
#pragma once

#include <optional>

#include "dynamodb/attribute_value.h"
#include "dynamodb/requests.h"
#include "wire/field.h"

namespace wire {

// A map of them, and a single one (a member or an element). Nothing when it is absent or of a wrong JSON type (noted).
// What is wrong with a value itself (no or several types, no number, an empty set, nesting over 32 levels) is noted as
// invalid; the answer is then of no use.
[[nodiscard]] std::optional<dynamodb::AttributeMap> attribute_map(const Field& field);
[[nodiscard]] std::optional<dynamodb::AttributeValue> attribute_value(const Field& field);

// ExclusiveStartKey: what is wrong with its values is told as of a starting key.
[[nodiscard]] std::optional<dynamodb::Key> exclusive_start_key(const Field& request);
// ExpressionAttributeNames and ExpressionAttributeValues, the latter with errors of their own.
[[nodiscard]] dynamodb::ExpressionAttributes expression_attributes(const Field& request);
// Where the model has ExpressionAttributeNames only (reads by key).
[[nodiscard]] dynamodb::ExpressionAttributes expression_attribute_names(const Field& request);

}  // namespace wire
