// What a request consumed, as the API answers it on demand. How it is counted: engine/
// (docs/differences-from-dynamodb.md).
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/attribute_value.h"

namespace dynamodb {

enum class ReturnConsumedCapacity { none, total, indexes };
enum class ReturnItemCollectionMetrics { none, size };

// In capacity units (halves with eventually consistent reads).
struct Capacity {
  double units = 0;
  std::optional<double> read_units = {};   // transactions only
  std::optional<double> write_units = {};  // transactions only
  friend bool operator==(const Capacity&, const Capacity&) = default;
};
struct ConsumedCapacity {
  std::string table_name;
  Capacity total;
  // With ReturnConsumedCapacity::indexes.
  std::optional<Capacity> table = {};
  std::map<std::string, Capacity> local_secondary_indexes = {};   // by index name, those that were used
  std::map<std::string, Capacity> global_secondary_indexes = {};  // by index name, those that were used
  friend bool operator==(const ConsumedCapacity&, const ConsumedCapacity&) = default;
};

// Of a table with local secondary indexes; an estimate from `lower` to `upper`, in gigabytes.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemCollectionMetrics.html
struct ItemCollectionMetrics {
  AttributeMap item_collection_key;  // the partition key alone
  double size_estimate_lower_gb = 0;
  double size_estimate_upper_gb = 0;
  friend bool operator==(const ItemCollectionMetrics&, const ItemCollectionMetrics&) = default;
};
// By table name.
using ItemCollectionMetricsOfTables = std::map<std::string, std::vector<ItemCollectionMetrics>>;

}  // namespace dynamodb
