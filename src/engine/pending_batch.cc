#include "engine/pending_batch.h"

#include <rocksdb/write_batch.h>

#include <stdexcept>

#include "dynamodb/item_size.h"
#include "engine/byte_codec.h"
#include "engine/item_collection.h"
#include "engine/stream_rows.h"
#include "engine/system_keys.h"
#include "engine/time_to_live.h"

namespace engine {
namespace {

Counts one_entry(const dynamodb::EncodedItem& item) {
  return {1, static_cast<std::int64_t>(dynamodb::item_size_bytes(item))};
}

Counts minus(const Counts& counts) {
  return {-counts.entries, -counts.bytes};
}

void write_counts(const std::string& row, const Counts& counts, rocksdb::WriteBatch& batch) {
  (counts == Counts() ? batch.Delete(row) : batch.Put(row, encode_counts(counts))).PermitUncheckedError();
}

bool has_stream(const Table& table) {
  return table.definition.stream_view_type.has_value();
}

bool has_same_stream(const Catalog& catalog, const Table& table) {
  const std::shared_ptr<const Table> other = catalog.find(table.definition.name);
  return other && has_stream(*other) && other->id == table.id && other->stream_label == table.stream_label;
}

}  // namespace

dynamodb::Result<std::optional<std::string>> PendingBatch::get(std::string_view key) const {
  if (const auto found = rows_.find(key); found != rows_.end()) return found->second;
  return committed_.get(key);
}

dynamodb::Result<Counts> PendingBatch::collection(const Table& table, const std::string& row) const {
  dynamodb::Result<Counts> counts = read_collection(committed_, table, row);
  const auto changed = collection_changes_.find(row);
  if (counts && changed != collection_changes_.end()) *counts += changed->second.change;
  return counts;
}

void PendingBatch::put(std::string key, std::optional<std::string> value) {
  rows_.insert_or_assign(std::move(key), std::move(value));
}

void PendingBatch::add(Mutations mutations) {
  for (KeyRange& range : mutations.deleted_ranges) deleted_ranges_.push_back(std::move(range));
  for (ItemChange& change : mutations.items) add_item(std::move(change));
  for (RowChange& row : mutations.rows) put(std::move(row.key), std::move(row.value));
  for (AddedEntry& added : mutations.added_entries) add_entry(std::move(added));
  if (!mutations.catalog) return;
  add_stream_changes(*mutations.catalog);
  catalog_ = std::move(mutations.catalog);
}

void PendingBatch::add_item(ItemChange change) {
  if (change.before == change.after) return;
  Counts& counts = count_changes_[system_keys::counts(change.table->id)];
  if (change.before) counts += minus(one_entry(*change.before));
  if (change.after) counts += one_entry(*change.after);
  add_collection_change(change);
  add_index_changes(std::move(change.indexes));
  if (change.table->time_to_live) {
    for (RowChange& row : time_to_live_changes(change)) put(std::move(row.key), std::move(row.value));
  }
  if (change.table->definition.stream_view_type) {
    RowChange record = stream_record_row(change, next_stream_number(), now_);
    put(std::move(record.key), std::move(record.value));
  }
  std::optional<std::string> value;
  if (change.after) value = std::move(*change.after).release();
  put(std::move(change.key), std::move(value));
}

void PendingBatch::add_index_changes(std::vector<IndexChange> changes) {
  for (IndexChange& change : changes) {
    const Index& index = *change.index;
    if (index.status == IndexStatus::creating && change.before && !holds(*change.before)) change.before.reset();
    if ((!change.before && !change.after) || change.is_none()) continue;

    Counts& counts = count_changes_[system_keys::counts(index.id)];
    const bool has_sort_key = index.definition.key_schema.sort_key.has_value();
    const bool same_key = change.has_same_key();
    if (auto& entry = change.before) {
      const Counts removed = minus(one_entry(entry->item));
      counts += removed;
      if (has_sort_key) count_changes_[system_keys::partition_count(entry->partition_prefix)] += removed;
      if (!same_key) put(std::move(entry->key), std::nullopt);
    }
    if (auto& entry = change.after) {
      const Counts added = one_entry(entry->item);
      counts += added;
      if (has_sort_key) count_changes_[system_keys::partition_count(entry->partition_prefix)] += added;
      put(std::move(entry->key), std::move(entry->item).release());
    }
  }
}

void PendingBatch::add_collection_change(const ItemChange& change) {
  std::optional<CollectionChange> collection = collection_change(change);
  if (!collection) return;
  CollectionCounts& counts = collection_changes_[std::move(collection->row)];
  counts.table = change.table;
  counts.change += collection->change;
}

void PendingBatch::add_entry(AddedEntry added) {
  const Counts counts = one_entry(added.entry.item);
  count_changes_[system_keys::counts(added.index_id)] += counts;
  if (!added.entry.partition_prefix.empty()) {
    count_changes_[system_keys::partition_count(added.entry.partition_prefix)] += counts;
  }
  put(std::move(added.entry.key), std::move(added.entry.item).release());
}

bool PendingBatch::holds(const IndexEntry& entry) const {
  const auto row = get(entry.key);
  if (!row) throw std::runtime_error(row.error().message);
  return row->has_value();
}

void PendingBatch::add_stream_changes(const Catalog& after) {
  const Catalog& before = committed_.catalog();
  for (const auto& [name, table] : before.tables()) {
    if (has_stream(*table) && !has_same_stream(after, *table)) close_stream(*table);
  }
  for (const auto& [name, table] : after.tables()) {
    if (has_stream(*table) && !has_same_stream(before, *table)) open_stream(*table);
  }
}

void PendingBatch::open_stream(const Table& table) {
  Stream stream;
  stream.table_name = table.definition.name;
  stream.label = table.stream_label;
  stream.table_id = table.id;
  stream.view_type = *table.definition.stream_view_type;
  stream.created_at = now_;
  stream.key_schema = table.definition.key_schema;
  stream.first_number = next_stream_number();
  put(stream_row_key(stream), encode_stream(stream));
}

void PendingBatch::close_stream(const Table& table) {
  std::string key = system_keys::stream(table.definition.name, table.stream_label);
  const auto row = get(key);
  if (!row) throw std::runtime_error(row.error().message);
  if (!*row) return;
  Stream stream = decode_stream(key, **row);
  stream.closed_at = now_;
  stream.last_number = next_stream_number();
  put(std::move(key), encode_stream(stream));
}

std::uint64_t PendingBatch::next_stream_number() {
  if (!last_stream_number_) {
    const auto row = get(system_keys::last_stream_number());
    if (!row) throw std::runtime_error(row.error().message);
    last_stream_number_ = *row ? ByteReader(**row).integer<std::uint64_t>() : 0;
  }
  return ++*last_stream_number_;
}

dynamodb::Result<void> PendingBatch::write_into(rocksdb::WriteBatch& batch) const {
  for (const KeyRange& range : deleted_ranges_) batch.DeleteRange(range.lower, range.upper).PermitUncheckedError();
  for (const auto& [key, value] : rows_) {
    (value ? batch.Put(key, *value) : batch.Delete(key))
        .PermitUncheckedError();  // fail only with batch options unused here
  }
  if (last_stream_number_) {
    std::string number;
    append_integer(number, *last_stream_number_);
    batch.Put(system_keys::last_stream_number(), number).PermitUncheckedError();
  }
  for (const auto& [key, change] : count_changes_) {
    if (change == Counts()) continue;
    dynamodb::Result<Counts> counts = read_counts(committed_, key);
    if (!counts) return std::unexpected(std::move(counts.error()));
    write_counts(key, *counts += change, batch);
  }
  for (const auto& [key, changed] : collection_changes_) {
    dynamodb::Result<Counts> counts = read_collection(committed_, *changed.table, key);
    if (!counts) return std::unexpected(std::move(counts.error()));
    write_counts(key, *counts += changed.change, batch);
  }
  return {};
}

}  // namespace engine
