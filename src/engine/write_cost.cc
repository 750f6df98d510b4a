#include "engine/write_cost.h"

#include <algorithm>

#include "engine/index_entry.h"

namespace engine {
namespace {

// An estimate may be coarse: a collection's bytes are not counted, and few exceed one gigabyte.
constexpr double collection_gigabytes_upper = 1;

std::size_t larger_image_bytes(const ItemChange& change) {
  const std::size_t before = change.before ? dynamodb::item_size_bytes(*change.before) : 0;
  const std::size_t after = change.after ? dynamodb::item_size_bytes(*change.after) : 0;
  return std::max(before, after);
}

}  // namespace

void add_write_cost(dynamodb::CapacityMeter& meter, const ItemChange& change, double table_factor) {
  meter.add_table(table_factor * dynamodb::write_units(larger_image_bytes(change)));
  if (change.table->indexes.empty() || change.before == change.after) return;
  const dynamodb::Item before = change.before ? change.before->decode() : dynamodb::Item();
  const dynamodb::Item after = change.after ? change.after->decode() : dynamodb::Item();
  for (const Index& index : change.table->indexes) {
    std::optional<IndexEntry> old_entry;
    std::optional<IndexEntry> new_entry;
    if (change.before) old_entry = index_entry(*change.table, index, before, *change.before);
    if (change.after) new_entry = index_entry(*change.table, index, after, *change.after);
    dynamodb::IndexEntrySizes sizes;
    if (old_entry) sizes.before_bytes = dynamodb::item_size_bytes(old_entry->item);
    if (new_entry) sizes.after_bytes = dynamodb::item_size_bytes(new_entry->item);
    sizes.same_key = old_entry && new_entry && old_entry->key == new_entry->key;
    sizes.unchanged = sizes.same_key && old_entry->item == new_entry->item;
    const double units = dynamodb::index_write_units(sizes);
    if (units > 0) meter.add_index(index.definition.name, index.is_global, units);
  }
}

double repeated_write_units(const ItemChange& change) {
  return dynamodb::transaction_factor * dynamodb::read_units(larger_image_bytes(change), true);
}

std::optional<dynamodb::ItemCollectionMetrics> item_collection_metrics(const ItemChange& change) {
  if (change.table->definition.local_secondary_indexes.empty()) return std::nullopt;
  const std::string& partition_key = change.table->definition.key_schema.partition_key;
  dynamodb::ItemCollectionMetrics metrics;
  metrics.item_collection_key.emplace(partition_key,
                                      decode_item_key(change.key, change.table->definition).at(partition_key));
  metrics.size_estimate_upper_gb = collection_gigabytes_upper;
  return metrics;
}

void add_item_collection(dynamodb::ItemCollectionMetricsOfTables& metrics, const ItemChange& change) {
  auto one = item_collection_metrics(change);
  if (!one) return;
  auto& of_table = metrics[change.table->definition.name];
  if (std::ranges::find(of_table, *one) == of_table.end()) of_table.push_back(std::move(*one));
}

}  // namespace engine
