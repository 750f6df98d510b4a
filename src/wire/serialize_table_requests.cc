// Requests about tables, as a client sends them.
#include "wire/serialize_request.h"
#include "wire/table_text.h"

namespace wire {
namespace {

void write_throughput(const std::optional<dynamodb::ProvisionedThroughput>& throughput, JsonText& out) {
  if (!throughput) return;
  out.raw_key("ProvisionedThroughput").begin_object();
  out.raw_key("ReadCapacityUnits").integer(throughput->read_capacity_units);
  out.raw_key("WriteCapacityUnits").integer(throughput->write_capacity_units).end_object();
}

void write_indexes(std::string_view member, const std::vector<dynamodb::IndexDefinition>& indexes, JsonText& out) {
  if (indexes.empty()) return;
  out.raw_key(member).begin_array();
  for (const dynamodb::IndexDefinition& index : indexes) {
    out.begin_object().member("IndexName", index.name).raw_key("KeySchema");
    write_key_schema(index.key_schema, out);
    out.raw_key("Projection");
    write_projection(index.projection, out);
    write_throughput(index.provisioned_throughput, out);
    out.end_object();
  }
  out.end_array();
}

void write_tags(const std::vector<dynamodb::Tag>& tags, JsonText& out) {
  if (tags.empty()) return;
  out.raw_key("Tags").begin_array();
  for (const dynamodb::Tag& tag : tags) {
    out.begin_object().member("Key", tag.key).member("Value", tag.value).end_object();
  }
  out.end_array();
}

template <class Request>
std::string naming_a_table(const Request& request) {
  JsonText out;
  return std::move(out.begin_object().member("TableName", request.table_name).end_object()).take();
}

}  // namespace

std::string serialize(const dynamodb::CreateTableRequest& request) {
  const dynamodb::TableDefinition& table = request.definition;
  JsonText out;
  out.begin_object().member("TableName", table.name).raw_key("AttributeDefinitions");
  write_attribute_definitions(table.attribute_definitions, out);
  out.raw_key("KeySchema");
  write_key_schema(table.key_schema, out);
  write_indexes("GlobalSecondaryIndexes", table.global_secondary_indexes, out);
  write_indexes("LocalSecondaryIndexes", table.local_secondary_indexes, out);
  const bool provisioned = table.billing_mode == dynamodb::BillingMode::provisioned;
  out.member("BillingMode", provisioned ? "PROVISIONED" : "PAY_PER_REQUEST");
  write_throughput(table.provisioned_throughput, out);
  if (table.stream_view_type) {
    out.raw_key("StreamSpecification").begin_object().raw_key("StreamEnabled").boolean(true);
    out.member("StreamViewType", stream_view_type_text(*table.stream_view_type)).end_object();
  }
  const bool standard = table.table_class == dynamodb::TableClass::standard;
  out.member("TableClass", standard ? "STANDARD" : "STANDARD_INFREQUENT_ACCESS");
  out.raw_key("DeletionProtectionEnabled").boolean(table.deletion_protection_enabled);
  write_tags(request.tags, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::DescribeTableRequest& request) {
  return naming_a_table(request);
}

std::string serialize(const dynamodb::DeleteTableRequest& request) {
  return naming_a_table(request);
}

std::string serialize(const dynamodb::ListTablesRequest& request) {
  JsonText out;
  out.begin_object().optional_member("ExclusiveStartTableName", request.exclusive_start_table_name);
  if (request.limit) out.raw_key("Limit").integer(*request.limit);
  return std::move(out.end_object()).take();
}

}  // namespace wire
