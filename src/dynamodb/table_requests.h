// Requests and results of the control plane.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dynamodb/table.h"

namespace dynamodb {

struct Tag {
  std::string key;
  std::string value;
  friend bool operator==(const Tag&, const Tag&) = default;
};

struct CreateTableRequest {
  TableDefinition definition;
  std::vector<Tag> tags = {};
};
struct DescribeTableRequest {
  std::string table_name;
};
struct DeleteTableRequest {
  std::string table_name;
};

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html
struct CreateGlobalSecondaryIndex {
  IndexDefinition definition;
};
struct UpdateGlobalSecondaryIndex {
  std::string index_name = {};
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  OnDemandThroughput on_demand_throughput = {};        // -1: no maximum from now on
  std::optional<WarmThroughput> warm_throughput = {};  // without any of its two it is an error
};
struct DeleteGlobalSecondaryIndex {
  std::string index_name;
};
using GlobalSecondaryIndexUpdate =
    std::variant<CreateGlobalSecondaryIndex, UpdateGlobalSecondaryIndex, DeleteGlobalSecondaryIndex>;
struct StreamSpecification {
  bool stream_enabled = false;
  std::optional<StreamViewType> stream_view_type;
};
struct EncryptionChange {
  std::optional<std::string> kms_key;  // as in TableDefinition
};
// nullopt (an empty list): left as it is.
struct UpdateTableRequest {
  std::string table_name = {};
  std::optional<std::vector<AttributeDefinition>> attribute_definitions = {};
  std::optional<BillingMode> billing_mode = {};
  std::optional<ProvisionedThroughput> provisioned_throughput = {};
  std::vector<GlobalSecondaryIndexUpdate> global_secondary_index_updates = {};
  std::optional<StreamSpecification> stream_specification = {};
  std::optional<TableClass> table_class = {};
  std::optional<bool> deletion_protection_enabled = {};
  OnDemandThroughput on_demand_throughput = {};  // -1: no maximum from now on
  WarmThroughput warm_throughput = {};
  std::optional<EncryptionChange> encryption = {};
};
// Of CreateTable, UpdateTable, DescribeTable and DeleteTable.
struct TableResult {
  TableDescription table;
};
struct ListTablesRequest {
  std::optional<std::string> exclusive_start_table_name;
  std::optional<std::int64_t> limit;  // 1 … 100
};
struct ListTablesResult {
  std::vector<std::string> table_names;  // ascending by bytes
  std::optional<std::string> last_evaluated_table_name;
};

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
enum class TimeToLiveStatus { enabling, disabling, enabled, disabled };
struct UpdateTimeToLiveRequest {
  std::string table_name;
  bool enabled = false;
  std::string attribute_name;
};
struct UpdateTimeToLiveResult {
  bool enabled = false;
  std::string attribute_name;
};
struct DescribeTimeToLiveRequest {
  std::string table_name;
};
struct DescribeTimeToLiveResult {
  TimeToLiveStatus status = TimeToLiveStatus::disabled;
  std::optional<std::string> attribute_name;
};

struct TagResourceRequest {
  std::string resource_arn;
  std::vector<Tag> tags;
};
struct TagResourceResult {};
struct UntagResourceRequest {
  std::string resource_arn;
  std::vector<std::string> tag_keys;
};
struct UntagResourceResult {};
struct ListTagsOfResourceRequest {
  std::string resource_arn;
  std::optional<std::string> next_token;
};
struct ListTagsOfResourceResult {
  std::vector<Tag> tags;
  std::optional<std::string> next_token;
};

}  // namespace dynamodb
