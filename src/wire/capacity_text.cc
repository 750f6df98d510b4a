#include "wire/capacity_text.h"

#include "wire/item_text.h"

namespace wire {
namespace {

using dynamodb::Capacity;
using dynamodb::ConsumedCapacity;
using dynamodb::ItemCollectionMetrics;

void write_units(const Capacity& capacity, JsonText& out) {
  out.raw_key("CapacityUnits").floating(capacity.units);
  if (capacity.read_units) out.raw_key("ReadCapacityUnits").floating(*capacity.read_units);
  if (capacity.write_units) out.raw_key("WriteCapacityUnits").floating(*capacity.write_units);
}

void write_indexes(std::string_view member, const std::map<std::string, Capacity>& indexes, JsonText& out) {
  if (indexes.empty()) return;
  out.raw_key(member).begin_object();
  for (const auto& [name, capacity] : indexes) {
    out.key(name).begin_object();
    write_units(capacity, out);
    out.end_object();
  }
  out.end_object();
}

void write(const ConsumedCapacity& capacity, JsonText& out) {
  out.begin_object().member("TableName", capacity.table_name);
  write_units(capacity.total, out);
  if (capacity.table) {
    out.raw_key("Table").begin_object();
    write_units(*capacity.table, out);
    out.end_object();
  }
  write_indexes("LocalSecondaryIndexes", capacity.local_secondary_indexes, out);
  write_indexes("GlobalSecondaryIndexes", capacity.global_secondary_indexes, out);
  out.end_object();
}

void write(const ItemCollectionMetrics& metrics, JsonText& out) {
  out.begin_object().raw_key("ItemCollectionKey");
  write_map(metrics.item_collection_key, out);
  out.raw_key("SizeEstimateRangeGB").begin_array();
  out.floating(metrics.size_estimate_lower_gb).floating(metrics.size_estimate_upper_gb).end_array().end_object();
}

}  // namespace

void write_consumed_capacity(const std::optional<ConsumedCapacity>& capacity, JsonText& out) {
  if (!capacity) return;
  out.raw_key("ConsumedCapacity");
  write(*capacity, out);
}

void write_consumed_capacity(const std::vector<ConsumedCapacity>& capacities, JsonText& out) {
  if (capacities.empty()) return;
  out.raw_key("ConsumedCapacity").begin_array();
  for (const ConsumedCapacity& capacity : capacities) {
    write(capacity, out);
  }
  out.end_array();
}

void write_item_collection_metrics(const std::optional<ItemCollectionMetrics>& metrics, JsonText& out) {
  if (!metrics) return;
  out.raw_key("ItemCollectionMetrics");
  write(*metrics, out);
}

void write_item_collection_metrics(const dynamodb::ItemCollectionMetricsOfTables& metrics, JsonText& out) {
  if (metrics.empty()) return;
  out.raw_key("ItemCollectionMetrics").begin_object();
  for (const auto& [table, collections] : metrics) {
    out.key(table).begin_array();
    for (const ItemCollectionMetrics& collection : collections) {
      write(collection, out);
    }
    out.end_array();
  }
  out.end_object();
}

}  // namespace wire
