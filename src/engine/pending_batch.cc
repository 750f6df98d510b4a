#include "engine/pending_batch.h"

#include <rocksdb/write_batch.h>

#include <stdexcept>

#include "dynamodb/item_size.h"
#include "engine/index_entry.h"
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
  if (mutations.catalog) catalog_ = std::move(mutations.catalog);
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

dynamodb::Result<void> PendingBatch::write_into(rocksdb::WriteBatch& batch) const {
  for (const KeyRange& range : deleted_ranges_) batch.DeleteRange(range.lower, range.upper).PermitUncheckedError();
  for (const auto& [key, value] : rows_) {
    (value ? batch.Put(key, *value) : batch.Delete(key))
        .PermitUncheckedError();  // fail only with batch options unused here
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
