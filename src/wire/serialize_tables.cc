// Descriptions of tables.
#include <algorithm>
#include <optional>

#include "dynamodb/table_names.h"
#include "dynamodb/warm_throughput.h"
#include "wire/serialize.h"
#include "wire/table_text.h"

namespace wire {

using dynamodb::BillingMode;
using dynamodb::IndexDefinition;
using dynamodb::IndexDescription;
using dynamodb::ProvisionedThroughput;
using dynamodb::TableDescription;
using dynamodb::TableStatus;

namespace {

// Zeros where the table is billed by request.
void write_throughput(const std::optional<ProvisionedThroughput>& throughput, JsonText& out) {
  const ProvisionedThroughput units = throughput.value_or(ProvisionedThroughput());
  out.raw_key("ProvisionedThroughput").begin_object();
  out.raw_key("NumberOfDecreasesToday").integer(0);
  out.raw_key("ReadCapacityUnits").integer(units.read_capacity_units);
  out.raw_key("WriteCapacityUnits").integer(units.write_capacity_units);
  out.end_object();
}

// `changing`: the table or index itself, or its warm throughput.
void write_warm_throughput(const dynamodb::WarmUnits& units, bool changing, JsonText& out) {
  out.raw_key("WarmThroughput").begin_object();
  out.raw_key("ReadUnitsPerSecond").integer(units.read).raw_key("WriteUnitsPerSecond").integer(units.write);
  out.member("Status", name_of(changing ? TableStatus::updating : TableStatus::active)).end_object();
}

// {Status, SSEType, KMSMasterKeyArn}; a table without a key of KMS has none.
void write_encryption(const TableDescription& table, JsonText& out) {
  if (!table.kms_key_arn && !table.encryption_changing) return;
  out.raw_key("SSEDescription").begin_object();
  out.member("Status", table.encryption_changing ? "UPDATING" : "ENABLED");
  if (table.kms_key_arn) out.member("SSEType", "KMS").member("KMSMasterKeyArn", *table.kms_key_arn);
  out.end_object();
}

// What local and global indexes have in common.
void write_index(const TableDescription& table, const IndexDefinition& definition, const IndexDescription& index,
                 JsonText& out) {
  out.member("IndexName", definition.name).raw_key("KeySchema");
  write_key_schema(definition.key_schema, out);
  out.raw_key("Projection");
  write_projection(definition.projection, out);
  out.raw_key("IndexSizeBytes").integer(index.size_bytes);
  out.raw_key("ItemCount").integer(index.item_count);
  out.member("IndexArn", table.arn + "/index/" + definition.name);
}

// An index that is not described (there is none such) is active and empty.
IndexDescription description_of(const TableDescription& table, const IndexDefinition& definition) {
  const auto found = std::ranges::find(table.indexes, definition.name, &IndexDescription::name);
  return found == table.indexes.end() ? IndexDescription{.name = definition.name} : *found;
}

void write_local_indexes(const TableDescription& table, JsonText& out) {
  if (table.definition.local_secondary_indexes.empty()) return;
  out.raw_key("LocalSecondaryIndexes").begin_array();
  for (const IndexDefinition& definition : table.definition.local_secondary_indexes) {
    out.begin_object();
    write_index(table, definition, description_of(table, definition), out);
    out.end_object();
  }
  out.end_array();
}

void write_global_indexes(const TableDescription& table, JsonText& out) {
  if (table.definition.global_secondary_indexes.empty()) return;
  out.raw_key("GlobalSecondaryIndexes").begin_array();
  for (const IndexDefinition& definition : table.definition.global_secondary_indexes) {
    const IndexDescription index = description_of(table, definition);
    out.begin_object();
    write_index(table, definition, index, out);
    out.member("IndexStatus", name_of(index.status));
    if (index.status == TableStatus::creating) out.raw_key("Backfilling").boolean(index.backfilling);
    write_throughput(definition.provisioned_throughput, out);
    write_on_demand_throughput(definition.on_demand_throughput, out);
    write_warm_throughput(warm_units(table.definition, definition),
                          index.warming || index.status != TableStatus::active, out);
    out.end_object();
  }
  out.end_array();
}

// A table that was always provisioned has none.
void write_billing_mode(const TableDescription& table, JsonText& out) {
  const bool provisioned = table.definition.billing_mode == BillingMode::provisioned;
  if (provisioned && !table.pay_per_request_since) return;
  out.raw_key("BillingModeSummary").begin_object();
  out.member("BillingMode", name_of(table.definition.billing_mode));
  if (table.pay_per_request_since) {
    out.raw_key("LastUpdateToPayPerRequestDateTime");
    write_time(*table.pay_per_request_since, out);
  }
  out.end_object();
}

// A table whose class was always the standard one has none.
void write_table_class(const TableDescription& table, JsonText& out) {
  const bool standard = table.definition.table_class == dynamodb::TableClass::standard;
  if (standard && !table.table_class_since) return;
  out.raw_key("TableClassSummary").begin_object();
  out.member("TableClass", name_of(table.definition.table_class));
  if (table.table_class_since) {
    out.raw_key("LastUpdateDateTime");
    write_time(*table.table_class_since, out);
  }
  out.end_object();
}

void write_stream(const TableDescription& table, JsonText& out) {
  if (table.definition.stream_view_type) {
    out.raw_key("StreamSpecification").begin_object().raw_key("StreamEnabled").boolean(true);
    out.member("StreamViewType", stream_view_type_text(*table.definition.stream_view_type)).end_object();
  }
  out.optional_member("LatestStreamLabel", table.latest_stream_label);
  out.optional_member("LatestStreamArn", table.latest_stream_arn);
}

void write_table(const TableDescription& table, JsonText& out) {
  const dynamodb::TableDefinition& definition = table.definition;
  out.begin_object().raw_key("AttributeDefinitions");
  write_attribute_definitions(definition.attribute_definitions, out);
  out.member("TableName", definition.name).raw_key("KeySchema");
  write_key_schema(definition.key_schema, out);
  out.member("TableStatus", name_of(table.status)).raw_key("CreationDateTime");
  write_time(table.created_at, out);
  write_throughput(definition.provisioned_throughput, out);
  out.raw_key("TableSizeBytes").integer(table.size_bytes);
  out.raw_key("ItemCount").integer(table.item_count);
  out.member("TableArn", table.arn).member("TableId", table.id);
  write_billing_mode(table, out);
  write_local_indexes(table, out);
  write_global_indexes(table, out);
  write_stream(table, out);
  write_encryption(table, out);
  write_table_class(table, out);
  out.raw_key("DeletionProtectionEnabled").boolean(definition.deletion_protection_enabled);
  write_on_demand_throughput(definition.on_demand_throughput, out);
  write_warm_throughput(warm_units(definition), table.warming || table.status != TableStatus::active, out);
  out.end_object();
}

}  // namespace

std::string serialize(const dynamodb::TableResult& result, TableMember member) {
  JsonText out(1024);
  out.begin_object().raw_key(member == TableMember::table ? "Table" : "TableDescription");
  write_table(result.table, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::ListTablesResult& result) {
  JsonText out;
  out.begin_object().raw_key("TableNames").begin_array();
  for (const std::string& name : result.table_names) {
    out.string(name);
  }
  out.end_array().optional_member("LastEvaluatedTableName", result.last_evaluated_table_name);
  return std::move(out.end_object()).take();
}

}  // namespace wire
