// Answers about tables.
#include "wire/answer.h"
#include "wire/parse_result.h"
#include "wire/table_members.h"
#include "wire/table_settings.h"

namespace wire {

using dynamodb::Result;
using dynamodb::TableStatus;

namespace {

constexpr Name<TableStatus> statuses[] = {{"CREATING", TableStatus::creating},
                                          {"UPDATING", TableStatus::updating},
                                          {"DELETING", TableStatus::deleting},
                                          {"ACTIVE", TableStatus::active}};

// Zeros are how an answer says that there is none.
std::optional<dynamodb::ProvisionedThroughput> throughput(const Field& field) {
  if (!field.structure("ProvisionedThroughput")) return std::nullopt;
  const dynamodb::ProvisionedThroughput units{
      .read_capacity_units = field["ReadCapacityUnits"].long_integer().value_or(0),
      .write_capacity_units = field["WriteCapacityUnits"].long_integer().value_or(0)};
  if (units == dynamodb::ProvisionedThroughput()) return std::nullopt;
  return units;
}

void read_indexes(const Field& field, dynamodb::TableDescription& table,
                  std::vector<dynamodb::IndexDefinition>& definitions) {
  field.list({}, [&](const Field& element) {
    if (!element.structure("SecondaryIndexDescription")) return;
    dynamodb::IndexDefinition definition;
    definition.name = element["IndexName"].text().value_or("");
    definition.key_schema = global_key_schema(element["KeySchema"]).schema;
    definition.projection = projection(element["Projection"]);
    definition.provisioned_throughput = throughput(element["ProvisionedThroughput"]);
    definition.on_demand_throughput = on_demand_throughput(element["OnDemandThroughput"]);
    table.indexes.push_back({.name = definition.name,
                             .status = element["IndexStatus"].one_of(statuses).value_or(TableStatus::active),
                             .item_count = element["ItemCount"].long_integer().value_or(0),
                             .size_bytes = element["IndexSizeBytes"].long_integer().value_or(0),
                             .backfilling = element["Backfilling"].boolean().value_or(false)});
    definitions.push_back(std::move(definition));
  });
}

void read_definition(const Field& field, dynamodb::TableDefinition& definition) {
  definition.name = field["TableName"].text().value_or("");
  definition.attribute_definitions =
      attribute_definitions(field["AttributeDefinitions"]).value_or(std::vector<dynamodb::AttributeDefinition>());
  definition.key_schema = key_schema(field["KeySchema"]).schema;
  definition.provisioned_throughput = throughput(field["ProvisionedThroughput"]);
  if (const Field billing = field["BillingModeSummary"]; billing.structure("BillingModeSummary")) {
    definition.billing_mode = billing_mode(billing["BillingMode"]).value_or(dynamodb::BillingMode::provisioned);
  }
  if (const Field stream = field["StreamSpecification"]; stream.structure("StreamSpecification")) {
    definition.stream_view_type = stream_view_type(stream["StreamViewType"]);
  }
  if (const Field summary = field["TableClassSummary"]; summary.structure("TableClassSummary")) {
    definition.table_class = table_class(summary["TableClass"]).value_or(dynamodb::TableClass::standard);
  }
  definition.on_demand_throughput = on_demand_throughput(field["OnDemandThroughput"]);
  definition.deletion_protection_enabled = field["DeletionProtectionEnabled"].boolean().value_or(false);
}

dynamodb::TableDescription description(const Field& field) {
  dynamodb::TableDescription table;
  if (!field.structure("TableDescription")) return table;
  read_definition(field, table.definition);
  table.status = field["TableStatus"].one_of(statuses).value_or(TableStatus::active);
  table.id = field["TableId"].text().value_or("");
  table.arn = field["TableArn"].text().value_or("");
  table.created_at = time(field["CreationDateTime"]).value_or(decltype(table.created_at)());
  table.item_count = field["ItemCount"].long_integer().value_or(0);
  table.size_bytes = field["TableSizeBytes"].long_integer().value_or(0);
  read_indexes(field["GlobalSecondaryIndexes"], table, table.definition.global_secondary_indexes);
  read_indexes(field["LocalSecondaryIndexes"], table, table.definition.local_secondary_indexes);
  if (const Field encryption = field["SSEDescription"]; encryption.structure("SSEDescription")) {
    table.kms_key_arn = encryption["KMSMasterKeyArn"].text();
    table.definition.kms_key = table.kms_key_arn;
  }
  table.latest_stream_arn = field["LatestStreamArn"].text();
  table.latest_stream_label = field["LatestStreamLabel"].text();
  return table;
}

}  // namespace

template <>
Result<dynamodb::TableResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::TableResult>(body, [](const Field& answer) {
    const Field described = answer["Table"];
    const Field changed = answer["TableDescription"];
    return dynamodb::TableResult{description(described.present() ? described : changed)};
  });
}

template <>
Result<dynamodb::ListTablesResult> parse_result(std::string_view body) {
  return parse_answer<dynamodb::ListTablesResult>(body, [](const Field& answer) {
    dynamodb::ListTablesResult result;
    answer["TableNames"].list({}, [&](const Field& name) { result.table_names.push_back(name.text().value_or("")); });
    result.last_evaluated_table_name = answer["LastEvaluatedTableName"].text();
    return result;
  });
}

}  // namespace wire
