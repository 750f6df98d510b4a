// Legacy parameters of request bodies: read, and put in the place of the expressions that mean the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/requests.h"
#include "wire/field.h"

namespace wire::legacy {

enum class Operation { get_item, put_or_delete_item, update_item, query, scan };

// Legacy parameters together with expressions, and placeholders without an expression that could use them. To be called
// before the values of the request are read: the service tells it before what is wrong with a value.
void check_parameters(const Field& request, Operation operation);

// Each fills an expression (and its placeholders) when its legacy parameter is given, and otherwise leaves it alone.
// Expected and its ConditionalOperator.
void read_condition(const Field& request, std::optional<std::string>& condition_expression,
                    dynamodb::ExpressionAttributes& attributes);
// QueryFilter or ScanFilter (`member`) and its ConditionalOperator.
void read_filter(const Field& request, std::string_view member, std::optional<std::string>& filter_expression,
                 dynamodb::ExpressionAttributes& attributes);
// KeyConditions; false when there are none.
bool read_key_conditions(const Field& request, std::string& key_condition_expression,
                         dynamodb::ExpressionAttributes& attributes);
// AttributeUpdates.
void read_update(const Field& request, std::optional<std::string>& update_expression,
                 dynamodb::ExpressionAttributes& attributes);
// AttributesToGet; `select` is that of a Query or Scan.
void read_projection(const Field& request, std::optional<std::string>& projection_expression,
                     dynamodb::ExpressionAttributes& attributes,
                     dynamodb::Select select = dynamodb::Select::unspecified);

}  // namespace wire::legacy
