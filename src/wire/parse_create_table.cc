// CreateTable. The members are read in the order in which the service lists violated constraints.
#include <algorithm>
#include <utility>
#include <vector>

#include "dynamodb/table_validation.h"
#include "wire/members.h"
#include "wire/parse.h"
#include "wire/table_members.h"
#include "wire/table_settings.h"
#include "wire/table_tags.h"
#include "wire/unsupported.h"

namespace wire {

namespace errors = dynamodb::errors;
using dynamodb::CreateTableRequest;
using dynamodb::IndexDefinition;
using dynamodb::KeySchema;
using dynamodb::TableDefinition;

namespace {

// Key schemas in a wrong order, in the request's order.
using OrderErrors = std::vector<std::pair<KeySchema, dynamodb::Error>>;

KeySchema take(ReadKeySchema read, OrderErrors& order_errors) {
  if (read.order_error) order_errors.emplace_back(read.schema, *std::move(read.order_error));
  return std::move(read.schema);
}

std::vector<IndexDefinition> local_indexes(const Field& field, OrderErrors& order_errors) {
  std::vector<IndexDefinition> indexes;
  const bool given = field.list({}, [&](const Field& element) {
    if (!element.structure("LocalSecondaryIndex")) return;
    IndexDefinition index;
    index.name = index_name(element["IndexName"].required()).value_or("");
    index.key_schema = take(key_schema(element["KeySchema"]), order_errors);
    index.projection = projection(element["Projection"]);
    indexes.push_back(std::move(index));
  });
  if (given && indexes.empty()) field.faults().invalid(errors::index_list_empty("LocalSecondaryIndexes"));
  return indexes;
}

std::vector<IndexDefinition> global_indexes(const Field& field, OrderErrors& order_errors) {
  std::vector<IndexDefinition> indexes;
  const bool given = field.list({}, [&](const Field& element) {
    if (!element.structure("GlobalSecondaryIndex")) return;
    IndexDefinition index;
    index.name = index_name(element["IndexName"].required()).value_or("");
    index.key_schema = take(global_key_schema(element["KeySchema"]), order_errors);
    index.projection = projection(element["Projection"]);
    index.provisioned_throughput = provisioned_throughput(element["ProvisionedThroughput"]);
    index.on_demand_throughput = on_demand_throughput(element["OnDemandThroughput"]);
    index.warm_throughput = warm_throughput(element["WarmThroughput"]).value_or(dynamodb::WarmThroughput());
    indexes.push_back(std::move(index));
  });
  if (given && indexes.empty()) field.faults().invalid(errors::index_list_empty("GlobalSecondaryIndexes"));
  return indexes;
}

std::optional<dynamodb::StreamViewType> stream_of_new_table(const Field& field) {
  if (!field.structure("StreamSpecification")) return std::nullopt;
  const bool enabled = field["StreamEnabled"].required().boolean().value_or(false);
  const auto view_type = stream_view_type(field["StreamViewType"]);
  if (enabled && !view_type) field.faults().invalid(errors::new_stream_without_view_type());
  if (!enabled && view_type) field.faults().invalid(errors::view_type_without_new_stream());
  return view_type;
}

// The service checks the order of HASH and RANGE behind the billing mode and the names of the keys. Those are the
// engine's to answer (validate_table_definition), which no longer sees the order.
bool is_first_error(const TableDefinition& table, const KeySchema& schema) {
  TableDefinition keys_only = table;
  keys_only.key_schema = {schema.partition_key, schema.sort_key};
  keys_only.on_demand_throughput = {};
  keys_only.warm_throughput = {};
  keys_only.global_secondary_indexes.clear();
  keys_only.local_secondary_indexes.clear();
  std::erase_if(keys_only.attribute_definitions, [&](const dynamodb::AttributeDefinition& definition) {
    return definition.name != schema.partition_key && definition.name != schema.sort_key;
  });
  return validate_table_definition(keys_only).has_value();
}

CreateTableRequest read_create_table(const Field& fields) {
  CreateTableRequest request;
  TableDefinition& table = request.definition;
  OrderErrors order_errors;
  table.attribute_definitions = attribute_definitions(fields["AttributeDefinitions"].required())
                                    .value_or(std::vector<dynamodb::AttributeDefinition>());
  table.name = required_table_name(fields);
  table.billing_mode = billing_mode(fields["BillingMode"]).value_or(dynamodb::BillingMode::provisioned);
  table.provisioned_throughput = provisioned_throughput(fields["ProvisionedThroughput"]);
  table.key_schema = take(key_schema(fields["KeySchema"]), order_errors);
  table.local_secondary_indexes = local_indexes(fields["LocalSecondaryIndexes"], order_errors);
  table.global_secondary_indexes = global_indexes(fields["GlobalSecondaryIndexes"], order_errors);
  table.stream_view_type = stream_of_new_table(fields["StreamSpecification"]);
  table.table_class = table_class(fields["TableClass"]).value_or(dynamodb::TableClass::standard);
  table.deletion_protection_enabled = fields["DeletionProtectionEnabled"].boolean().value_or(false);
  if (auto change = encryption(fields["SSESpecification"])) table.kms_key = std::move(change->kms_key);
  table.on_demand_throughput = on_demand_throughput(fields["OnDemandThroughput"]);
  table.warm_throughput = warm_throughput(fields["WarmThroughput"]).value_or(dynamodb::WarmThroughput());
  request.tags = tags(fields["Tags"]);
  refuse_unsupported_members(fields);
  for (auto& [schema, error] : order_errors) {
    if (is_first_error(table, schema)) fields.faults().invalid(std::move(error));
  }
  return request;
}

}  // namespace

template <>
dynamodb::Result<CreateTableRequest> parse(std::string_view body) {
  return parse_body<CreateTableRequest>(body, read_create_table);
}

}  // namespace wire
