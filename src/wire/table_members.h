// What the definitions of tables are made of: members of CreateTable and UpdateTable.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/table.h"
#include "wire/field.h"

namespace wire {

// "TableName" of the control plane, which words its absence in a way of its own.
[[nodiscard]] std::string required_table_name(const Field& request);

// "AttributeDefinitions", "BillingMode", "ProvisionedThroughput", "TableClass" and "StreamViewType".
[[nodiscard]] std::optional<std::vector<dynamodb::AttributeDefinition>> attribute_definitions(const Field& field);
[[nodiscard]] std::optional<dynamodb::BillingMode> billing_mode(const Field& field);
[[nodiscard]] std::optional<dynamodb::ProvisionedThroughput> provisioned_throughput(const Field& field);
[[nodiscard]] std::optional<dynamodb::TableClass> table_class(const Field& field);
[[nodiscard]] std::optional<dynamodb::StreamViewType> stream_view_type(const Field& field);

// A KeySchema as a dynamodb::KeySchema, which does not know in which order it was.
struct ReadKeySchema {
  dynamodb::KeySchema schema;
  std::optional<dynamodb::Error> order_error;  // HASH does not stand first, RANGE behind it
};
// Of a table or a local index: more than two keys are a violated constraint.
[[nodiscard]] ReadKeySchema key_schema(const Field& field);
// Of a global secondary index, whose keys may have several attributes. How many, is for the engine to judge.
[[nodiscard]] ReadKeySchema global_key_schema(const Field& field);

// "Projection", which is required.
[[nodiscard]] dynamodb::Projection projection(const Field& field);

}  // namespace wire
