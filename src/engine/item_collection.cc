#include "engine/item_collection.h"

#include <algorithm>

#include "dynamodb/errors.h"
#include "dynamodb/key.h"
#include "engine/key_encoding.h"
#include "engine/system_keys.h"
#include "engine/write_state.h"

namespace engine {
namespace {

using dynamodb::Result;

constexpr std::int64_t gigabyte = std::int64_t{1024} * 1024 * 1024;

std::int64_t size_of(const dynamodb::EncodedItem& item) {
  return static_cast<std::int64_t>(dynamodb::item_size_bytes(item));
}

std::string_view partition_of(const Table& table, std::string_view item_key) {
  const std::string& attribute = table.definition.key_schema.partition_key;
  return partition_prefix_of(item_key, dynamodb::key_type(table.definition, attribute));
}

// Its items one by one, and what their entries are counted to have.
Result<Counts> counted_through(const ReadView& view, const Table& table, std::string_view partition) {
  Counts counts;
  RangeIterator rows = view.iterate({std::string(partition), after_prefix(partition)});
  std::optional<dynamodb::Key> key;
  for (; rows.valid(); rows.next()) {
    if (!key) key = decode_item_key(rows.key(), table.definition);
    counts += {1, size_of(dynamodb::EncodedItem::from_bytes(std::string(rows.value())))};
  }
  if (auto read = rows.status(); !read) return std::unexpected(std::move(read.error()));
  if (!key) return counts;
  const dynamodb::AttributeValue& partition_key = key->at(table.definition.key_schema.partition_key);
  for (const Index& index : table.indexes) {
    if (index.is_global) continue;
    auto entries = read_counts(view, system_keys::partition_count(partition_prefix(index.id, partition_key)));
    if (!entries) return entries;
    counts.bytes += entries->bytes;
  }
  return counts;
}

}  // namespace

std::optional<CollectionChange> collection_change(const ItemChange& change) {
  if (change.table->definition.local_secondary_indexes.empty()) return std::nullopt;
  CollectionChange result;
  result.row = system_keys::partition_count(partition_of(*change.table, change.key));
  if (change.before) result.change += {-1, -size_of(*change.before)};
  if (change.after) result.change += {1, size_of(*change.after)};
  for (const IndexChange& index : change.indexes) {
    if (index.index->is_global) continue;
    if (index.before) result.change.bytes -= size_of(index.before->item);
    if (index.after) result.change.bytes += size_of(index.after->item);
  }
  return result;
}

Result<Counts> read_collection(const ReadView& view, const Table& table, const std::string& row) {
  auto stored = view.get(row);
  if (!stored) return std::unexpected(std::move(stored.error()));
  if (*stored) return decode_counts(**stored);
  return counted_through(view, table, system_keys::prefix_of_partition_count(row));
}

Result<void> TouchedCollections::add(const ItemChange& change) {
  const std::optional<CollectionChange> touched = collection_change(change);
  if (!touched) return {};
  auto found = find(change, touched->row);
  if (!found) return std::unexpected(std::move(found.error()));
  Counts& counts = (*found)->counts;
  const auto bytes_max = static_cast<std::int64_t>(state_.item_collection_bytes_max());
  if (touched->change.bytes > 0 && counts.bytes + touched->change.bytes > bytes_max) {
    return std::unexpected(dynamodb::errors::item_collection_too_large());
  }
  counts += touched->change;
  return {};
}

Result<TouchedCollections::Collection*> TouchedCollections::find(const ItemChange& change, const std::string& row) {
  if (const auto found = std::ranges::find(collections_, row, &Collection::row); found != collections_.end()) {
    return &*found;
  }
  auto counts = state_.collection(*change.table, row);
  if (!counts) return std::unexpected(std::move(counts.error()));
  return &collections_.emplace_back(change.table, change.key, row, *counts);
}

dynamodb::ItemCollectionMetricsOfTables TouchedCollections::metrics() const {
  dynamodb::ItemCollectionMetricsOfTables metrics;
  for (const Collection& collection : collections_) {
    const dynamodb::TableDefinition& definition = collection.table->definition;
    const std::string& attribute = definition.key_schema.partition_key;
    const std::int64_t whole_gigabytes = collection.counts.bytes / gigabyte;
    const auto lower = static_cast<double>(whole_gigabytes);
    dynamodb::ItemCollectionMetrics one;
    one.item_collection_key.emplace(attribute, decode_item_key(collection.item_key, definition).at(attribute));
    one.size_estimate_lower_gb = lower;
    one.size_estimate_upper_gb = lower + 1;
    metrics[definition.name].push_back(std::move(one));
  }
  return metrics;
}

}  // namespace engine
