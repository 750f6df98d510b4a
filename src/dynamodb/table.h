// What a table is: keys, indexes, projections, status.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/attribute_value.h"

namespace dynamodb {

enum class ScalarType { string, number, binary };  // "S", "N", "B"
struct AttributeDefinition {
  std::string name;
  ScalarType type = ScalarType::string;
  friend bool operator==(const AttributeDefinition&, const AttributeDefinition&) = default;
};

// A partition key and, perhaps, a sort key, by attribute name. Those of a global index may have more attributes, which
// follow the first of their kind; key_schema.h has them all together.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html
struct KeySchema {
  std::string partition_key;
  std::optional<std::string> sort_key;
  std::vector<std::string> more_partition_keys = {};
  std::vector<std::string> more_sort_keys = {};
  friend bool operator==(const KeySchema&, const KeySchema&) = default;
};

enum class ProjectionType { all, keys_only, include };
struct Projection {
  ProjectionType type = ProjectionType::all;
  std::vector<std::string> non_key_attributes;  // include only
  friend bool operator==(const Projection&, const Projection&) = default;
};

struct ProvisionedThroughput {
  std::int64_t read_capacity_units = 0;
  std::int64_t write_capacity_units = 0;
  friend bool operator==(const ProvisionedThroughput&, const ProvisionedThroughput&) = default;
};
// The most that a table or global index billed by request takes; nullopt: no maximum. It is remembered and told,
// nothing here is throttled.
struct OnDemandThroughput {
  std::optional<std::int64_t> max_read_request_units = {};
  std::optional<std::int64_t> max_write_request_units = {};
  friend bool operator==(const OnDemandThroughput&, const OnDemandThroughput&) = default;
};
// What a table or global index is made ready to take at once; nullopt: what its billing implies (warm_throughput.h).
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html
struct WarmThroughput {
  std::optional<std::int64_t> read_units_per_second = {};
  std::optional<std::int64_t> write_units_per_second = {};
  friend bool operator==(const WarmThroughput&, const WarmThroughput&) = default;
};
enum class BillingMode { provisioned, pay_per_request };
enum class TableClass { standard, standard_infrequent_access };
enum class StreamViewType { keys_only, new_image, old_image, new_and_old_images };

struct IndexDefinition {
  std::string name;
  KeySchema key_schema;
  Projection projection = {};
  std::optional<ProvisionedThroughput> provisioned_throughput = std::nullopt;  // global indexes of provisioned tables
  OnDemandThroughput on_demand_throughput = {};                                // global indexes, as is the next
  WarmThroughput warm_throughput = {};
  friend bool operator==(const IndexDefinition&, const IndexDefinition&) = default;
};

struct TableDefinition {
  std::string name;
  std::vector<AttributeDefinition> attribute_definitions;
  KeySchema key_schema;
  std::vector<IndexDefinition> global_secondary_indexes;
  std::vector<IndexDefinition> local_secondary_indexes;
  BillingMode billing_mode = BillingMode::provisioned;
  std::optional<ProvisionedThroughput> provisioned_throughput;
  bool deletion_protection_enabled = false;
  std::optional<StreamViewType> stream_view_type = {};  // nullopt: no stream
  TableClass table_class = TableClass::standard;
  OnDemandThroughput on_demand_throughput = {};
  WarmThroughput warm_throughput = {};
  // An ARN, id or alias; empty: the account's own key for DynamoDB; nullopt: no key of KMS.
  std::optional<std::string> kms_key = {};
  friend bool operator==(const TableDefinition&, const TableDefinition&) = default;
};

enum class TableStatus { creating, updating, deleting, active };

struct IndexDescription {
  std::string name;
  TableStatus status = TableStatus::active;
  std::int64_t item_count = 0;
  std::int64_t size_bytes = 0;
  bool backfilling = false;  // global, while creating
  bool warming = false;      // its warm throughput is being raised
};

struct TableDescription {
  TableDefinition definition;
  TableStatus status = TableStatus::active;
  std::string id;   // UUID
  std::string arn;  // arn:aws:dynamodb:<region>:000000000000:table/<name>
  std::chrono::sys_time<std::chrono::milliseconds> created_at;
  std::int64_t item_count = 0;
  std::int64_t size_bytes = 0;
  std::vector<IndexDescription> indexes;  // global and local, in the definition's order
  std::optional<std::string> latest_stream_arn = {};
  std::optional<std::string> latest_stream_label = {};
  std::optional<std::chrono::sys_time<std::chrono::milliseconds>> pay_per_request_since = {};
  std::optional<std::chrono::sys_time<std::chrono::milliseconds>> table_class_since = {};
  std::optional<std::string> kms_key_arn = {};
  bool encryption_changing = false;
  bool warming = false;  // its warm throughput is being raised
};

}  // namespace dynamodb
