#include "engine/pending_batch.h"

#include <rocksdb/write_batch.h>

#include <stdexcept>

#include "dynamodb/item_size.h"
#include "engine/byte_codec.h"
#include "engine/index_entry.h"
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
  if (!change.table->indexes.empty()) add_index_changes(change);
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

void PendingBatch::add_index_changes(const ItemChange& change) {
  const dynamodb::Item before = change.before ? change.before->decode() : dynamodb::Item();
  const dynamodb::Item after = change.after ? change.after->decode() : dynamodb::Item();
  for (const Index& index : change.table->indexes) {
    std::optional<IndexEntry> old_entry;
    std::optional<IndexEntry> new_entry;
    if (change.before) old_entry = index_entry(*change.table, index, before, *change.before);
    if (change.after) new_entry = index_entry(*change.table, index, after, *change.after);
    if (index.status == IndexStatus::creating && old_entry && !holds(*old_entry)) old_entry.reset();
    const bool same_key = old_entry && new_entry && old_entry->key == new_entry->key;
    if ((!old_entry && !new_entry) || (same_key && old_entry->item == new_entry->item)) continue;

    Counts& counts = count_changes_[system_keys::counts(index.id)];
    const bool has_sort_key = index.definition.key_schema.sort_key.has_value();
    if (old_entry) {
      const Counts removed = minus(one_entry(old_entry->item));
      counts += removed;
      if (has_sort_key) count_changes_[system_keys::partition_count(old_entry->partition_prefix)] += removed;
      if (!same_key) put(std::move(old_entry->key), std::nullopt);
    }
    if (new_entry) {
      const Counts added = one_entry(new_entry->item);
      counts += added;
      if (has_sort_key) count_changes_[system_keys::partition_count(new_entry->partition_prefix)] += added;
      put(std::move(new_entry->key), std::move(new_entry->item).release());
    }
  }
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
    *counts += change;
    (*counts == Counts() ? batch.Delete(key) : batch.Put(key, encode_counts(*counts))).PermitUncheckedError();
  }
  return {};
}

}  // namespace engine
