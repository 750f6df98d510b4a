// UpdateTable, DescribeTable, DeleteTable, ListTables. The members are read in the order in which the service lists
// violated constraints.
#include <utility>

#include "dynamodb/limits.h"
#include "wire/members.h"
#include "wire/parse.h"
#include "wire/table_members.h"
#include "wire/table_settings.h"
#include "wire/unsupported.h"

namespace wire {

using dynamodb::GlobalSecondaryIndexUpdate;
using dynamodb::Result;
using dynamodb::UpdateTableRequest;

namespace {

using Updates = std::vector<GlobalSecondaryIndexUpdate>;

void read_index_update(const Field& update, Updates& updates) {
  if (!update.structure("UpdateGlobalSecondaryIndexAction")) return;
  dynamodb::UpdateGlobalSecondaryIndex action;
  action.index_name = index_name(update["IndexName"].required()).value_or("");
  action.provisioned_throughput = provisioned_throughput(update["ProvisionedThroughput"]);
  action.on_demand_throughput = on_demand_throughput(update["OnDemandThroughput"]);
  action.warm_throughput = warm_throughput(update["WarmThroughput"]);
  updates.emplace_back(std::move(action));
}

void read_index_creation(const Field& creation, Updates& updates) {
  if (!creation.structure("CreateGlobalSecondaryIndexAction")) return;
  dynamodb::IndexDefinition index;
  index.projection = projection(creation["Projection"]);
  index.name = index_name(creation["IndexName"].required()).value_or("");
  index.provisioned_throughput = provisioned_throughput(creation["ProvisionedThroughput"]);
  ReadKeySchema keys = global_key_schema(creation["KeySchema"]);
  if (keys.order_error) creation.faults().invalid(*std::move(keys.order_error));
  index.key_schema = std::move(keys.schema);
  index.on_demand_throughput = on_demand_throughput(creation["OnDemandThroughput"]);
  index.warm_throughput = warm_throughput(creation["WarmThroughput"]).value_or(dynamodb::WarmThroughput());
  updates.emplace_back(dynamodb::CreateGlobalSecondaryIndex{std::move(index)});
}

void read_index_deletion(const Field& deletion, Updates& updates) {
  if (!deletion.structure("DeleteGlobalSecondaryIndexAction")) return;
  updates.emplace_back(dynamodb::DeleteGlobalSecondaryIndex{index_name(deletion["IndexName"].required()).value_or("")});
}

Updates index_updates(const Field& field) {
  Updates updates;
  field.list({}, [&](const Field& element) {
    if (!element.structure("GlobalSecondaryIndexUpdate")) return;
    const Field update = element["Update"];
    const Field creation = element["Create"];
    const Field deletion = element["Delete"];
    if (!update.present() && !creation.present() && !deletion.present()) {
      element.faults().invalid(dynamodb::errors::index_update_without_action());
    }
    read_index_update(update, updates);
    read_index_creation(creation, updates);
    read_index_deletion(deletion, updates);
  });
  return updates;
}

std::optional<dynamodb::StreamSpecification> stream_specification(const Field& field) {
  if (!field.structure("StreamSpecification")) return std::nullopt;
  dynamodb::StreamSpecification specification;
  specification.stream_enabled = field["StreamEnabled"].required().boolean().value_or(false);
  specification.stream_view_type = stream_view_type(field["StreamViewType"]);
  return specification;
}

UpdateTableRequest read_update_table(const Field& fields) {
  UpdateTableRequest request{.table_name = required_table_name(fields)};
  request.attribute_definitions = attribute_definitions(fields["AttributeDefinitions"]);
  request.provisioned_throughput = provisioned_throughput(fields["ProvisionedThroughput"]);
  request.billing_mode = billing_mode(fields["BillingMode"]);
  request.global_secondary_index_updates = index_updates(fields["GlobalSecondaryIndexUpdates"]);
  request.stream_specification = stream_specification(fields["StreamSpecification"]);
  request.table_class = table_class(fields["TableClass"]);
  request.deletion_protection_enabled = fields["DeletionProtectionEnabled"].boolean();
  request.encryption = encryption(fields["SSESpecification"]);
  request.on_demand_throughput = on_demand_throughput(fields["OnDemandThroughput"]);
  request.warm_throughput = warm_throughput(fields["WarmThroughput"]).value_or(dynamodb::WarmThroughput());
  refuse_unsupported_members(fields);
  return request;
}

}  // namespace

template <>
Result<UpdateTableRequest> parse(std::string_view body) {
  return parse_body<UpdateTableRequest>(body, read_update_table);
}

template <>
Result<dynamodb::DescribeTableRequest> parse(std::string_view body) {
  return parse_body<dynamodb::DescribeTableRequest>(
      body, [](const Field& fields) { return dynamodb::DescribeTableRequest{required_table_name(fields)}; });
}

template <>
Result<dynamodb::DeleteTableRequest> parse(std::string_view body) {
  return parse_body<dynamodb::DeleteTableRequest>(
      body, [](const Field& fields) { return dynamodb::DeleteTableRequest{required_table_name(fields)}; });
}

template <>
Result<dynamodb::ListTablesRequest> parse(std::string_view body) {
  return parse_body<dynamodb::ListTablesRequest>(body, [](const Field& fields) {
    dynamodb::ListTablesRequest request;
    request.limit = fields["Limit"].integer({.min = 1, .max = dynamodb::limits::list_tables_max});
    request.exclusive_start_table_name = index_name(fields["ExclusiveStartTableName"]);
    return request;
  });
}

}  // namespace wire
