// Requests about tables, as a client sends them.
#include <variant>

#include "dynamodb/table_names.h"
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

void write_warm_throughput(const dynamodb::WarmThroughput& throughput, JsonText& out) {
  if (throughput == dynamodb::WarmThroughput()) return;
  out.raw_key("WarmThroughput").begin_object();
  if (throughput.read_units_per_second) out.raw_key("ReadUnitsPerSecond").integer(*throughput.read_units_per_second);
  if (throughput.write_units_per_second) out.raw_key("WriteUnitsPerSecond").integer(*throughput.write_units_per_second);
  out.end_object();
}

void write_encryption(const std::optional<std::string>& kms_key, JsonText& out) {
  if (!kms_key) return;
  out.raw_key("SSESpecification").begin_object().raw_key("Enabled").boolean(true).member("SSEType", "KMS");
  if (!kms_key->empty()) out.member("KMSMasterKeyId", *kms_key);
  out.end_object();
}

void write_index(const dynamodb::IndexDefinition& index, JsonText& out) {
  out.begin_object().member("IndexName", index.name).raw_key("KeySchema");
  write_key_schema(index.key_schema, out);
  out.raw_key("Projection");
  write_projection(index.projection, out);
  write_throughput(index.provisioned_throughput, out);
  write_on_demand_throughput(index.on_demand_throughput, out);
  write_warm_throughput(index.warm_throughput, out);
  out.end_object();
}

void write_indexes(std::string_view member, const std::vector<dynamodb::IndexDefinition>& indexes, JsonText& out) {
  if (indexes.empty()) return;
  out.raw_key(member).begin_array();
  for (const dynamodb::IndexDefinition& index : indexes) write_index(index, out);
  out.end_array();
}

void write_tags(const std::vector<dynamodb::Tag>& tags, JsonText& out) {
  out.raw_key("Tags").begin_array();
  for (const dynamodb::Tag& tag : tags) {
    out.begin_object().member("Key", tag.key).member("Value", tag.value).end_object();
  }
  out.end_array();
}

struct IndexUpdateText {
  JsonText& out;
  void operator()(const dynamodb::CreateGlobalSecondaryIndex& creation) const {
    out.raw_key("Create");
    write_index(creation.definition, out);
  }
  void operator()(const dynamodb::UpdateGlobalSecondaryIndex& update) const {
    out.raw_key("Update").begin_object().member("IndexName", update.index_name);
    write_throughput(update.provisioned_throughput, out);
    write_on_demand_throughput(update.on_demand_throughput, out);
    if (update.warm_throughput) write_warm_throughput(*update.warm_throughput, out);
    out.end_object();
  }
  void operator()(const dynamodb::DeleteGlobalSecondaryIndex& deletion) const {
    out.raw_key("Delete").begin_object().member("IndexName", deletion.index_name).end_object();
  }
};

void write_index_updates(const std::vector<dynamodb::GlobalSecondaryIndexUpdate>& updates, JsonText& out) {
  if (updates.empty()) return;
  out.raw_key("GlobalSecondaryIndexUpdates").begin_array();
  for (const dynamodb::GlobalSecondaryIndexUpdate& update : updates) {
    out.begin_object();
    std::visit(IndexUpdateText{out}, update);
    out.end_object();
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
  out.member("BillingMode", name_of(table.billing_mode));
  write_throughput(table.provisioned_throughput, out);
  if (table.stream_view_type) {
    out.raw_key("StreamSpecification").begin_object().raw_key("StreamEnabled").boolean(true);
    out.member("StreamViewType", stream_view_type_text(*table.stream_view_type)).end_object();
  }
  out.member("TableClass", name_of(table.table_class));
  out.raw_key("DeletionProtectionEnabled").boolean(table.deletion_protection_enabled);
  write_encryption(table.kms_key, out);
  write_on_demand_throughput(table.on_demand_throughput, out);
  write_warm_throughput(table.warm_throughput, out);
  if (!request.tags.empty()) write_tags(request.tags, out);
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

std::string serialize(const dynamodb::UpdateTableRequest& request) {
  JsonText out;
  out.begin_object().member("TableName", request.table_name);
  if (request.attribute_definitions) {
    out.raw_key("AttributeDefinitions");
    write_attribute_definitions(*request.attribute_definitions, out);
  }
  if (request.billing_mode) out.member("BillingMode", name_of(*request.billing_mode));
  write_throughput(request.provisioned_throughput, out);
  write_index_updates(request.global_secondary_index_updates, out);
  if (const auto& stream = request.stream_specification) {
    out.raw_key("StreamSpecification").begin_object().raw_key("StreamEnabled").boolean(stream->stream_enabled);
    if (stream->stream_view_type) out.member("StreamViewType", stream_view_type_text(*stream->stream_view_type));
    out.end_object();
  }
  if (request.table_class) out.member("TableClass", name_of(*request.table_class));
  if (request.deletion_protection_enabled) {
    out.raw_key("DeletionProtectionEnabled").boolean(*request.deletion_protection_enabled);
  }
  write_on_demand_throughput(request.on_demand_throughput, out);
  write_warm_throughput(request.warm_throughput, out);
  if (request.encryption && request.encryption->kms_key) {
    write_encryption(request.encryption->kms_key, out);
  } else if (request.encryption) {
    out.raw_key("SSESpecification").begin_object().raw_key("Enabled").boolean(false).end_object();
  }
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::UpdateTimeToLiveRequest& request) {
  JsonText out;
  out.begin_object().member("TableName", request.table_name).raw_key("TimeToLiveSpecification").begin_object();
  out.raw_key("Enabled").boolean(request.enabled).member("AttributeName", request.attribute_name).end_object();
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::DescribeTimeToLiveRequest& request) {
  return naming_a_table(request);
}

std::string serialize(const dynamodb::TagResourceRequest& request) {
  JsonText out;
  out.begin_object().member("ResourceArn", request.resource_arn);
  write_tags(request.tags, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::UntagResourceRequest& request) {
  JsonText out;
  out.begin_object().member("ResourceArn", request.resource_arn).raw_key("TagKeys").begin_array();
  for (const std::string& key : request.tag_keys) out.string(key);
  return std::move(out.end_array().end_object()).take();
}

std::string serialize(const dynamodb::ListTagsOfResourceRequest& request) {
  JsonText out;
  out.begin_object().member("ResourceArn", request.resource_arn).optional_member("NextToken", request.next_token);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::UpdateContinuousBackupsRequest& request) {
  JsonText out;
  out.begin_object().member("TableName", request.table_name).raw_key("PointInTimeRecoverySpecification").begin_object();
  out.raw_key("PointInTimeRecoveryEnabled").boolean(request.point_in_time_recovery_enabled);
  if (request.recovery_period_in_days) out.raw_key("RecoveryPeriodInDays").integer(*request.recovery_period_in_days);
  return std::move(out.end_object().end_object()).take();
}

std::string serialize(const dynamodb::DescribeContinuousBackupsRequest& request) {
  return naming_a_table(request);
}

}  // namespace wire
