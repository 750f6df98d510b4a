#include "engine/fill.h"

#include <algorithm>

#include "engine/index_entry.h"
#include "engine/table_change.h"
#include "engine/time_to_live.h"

namespace engine {
namespace {

using dynamodb::EncodedItem;
using dynamodb::Result;

std::shared_ptr<const Table> table_of(const Fill& fill, const WriteState& state) {
  std::shared_ptr<const Table> table = state.catalog().find(fill.table_name);
  return table && table->id == fill.table_id ? table : nullptr;
}

// nullptr: it is filled, or gone.
const Index* index_of(const Fill& fill, const Table& table) {
  const auto found = std::ranges::find(table.indexes, *fill.index_id, &Index::id);
  return found == table.indexes.end() || found->status != IndexStatus::creating ? nullptr : &*found;
}

bool is_wanted(const Fill& fill, const Table& table) {
  if (fill.index_id) return index_of(fill, table) != nullptr;
  return table.time_to_live && table.time_to_live->enabling;
}

Result<void> add_item(const Fill& fill, const Table& table, std::string_view key, const EncodedItem& item,
                      const WriteState& state, Mutations& mutations) {
  if (!fill.index_id) {
    if (auto row = time_to_live_row(table, key, item)) mutations.rows.push_back({std::move(*row), std::string()});
    return {};
  }
  std::optional<IndexEntry> entry = index_entry(table, *index_of(fill, table), item.decode(), item);
  if (!entry) return {};
  auto held = state.row(entry->key);
  if (!held) return std::unexpected(std::move(held.error()));
  if (!*held) mutations.added_entries.push_back({*fill.index_id, std::move(*entry)});
  return {};
}

}  // namespace

std::vector<Fill> unfinished_fills(const Catalog& catalog) {
  std::vector<Fill> fills;
  for (const auto& [name, table] : catalog.tables()) {
    for (const Index& index : table->indexes) {
      if (index.status == IndexStatus::creating) fills.push_back({name, table->id, index.id});
    }
    if (table->time_to_live && table->time_to_live->enabling) fills.push_back({name, table->id, std::nullopt});
  }
  return fills;
}

Decision<FillProgress> decide_fill_step(const Fill& fill, const std::string& after_key, const WriteState& state) {
  const std::shared_ptr<const Table> table = table_of(fill, state);
  if (!table || !is_wanted(fill, *table)) return {FillProgress{.finished = true, .last_key = {}}, {}};
  KeyRange range = whole_range(table->id);
  if (!after_key.empty()) range.lower = after_key + '\0';

  Decision<FillProgress> decision{FillProgress(), {}};
  RangeIterator rows = state.committed().iterate(range);
  std::size_t bytes = 0;
  for (std::size_t count = 0; rows.valid() && count < fill_step_items_max && bytes < fill_step_bytes_max;
       rows.next(), ++count) {
    bytes += rows.value().size();
    decision.answer->last_key = rows.key();
    // As the writes before this one in the batch leave it; those that they add, they index.
    const auto item = state.item(rows.key());
    if (!item) return {std::unexpected(item.error()), {}};
    if (!*item) continue;
    if (auto added = add_item(fill, *table, rows.key(), **item, state, decision.mutations); !added) {
      return {std::unexpected(std::move(added.error())), {}};
    }
  }
  if (auto read = rows.status(); !rows.valid() && !read) return {std::unexpected(std::move(read.error())), {}};
  decision.answer->finished = !rows.valid();
  return decision;
}

Decision<bool> decide_fill_end(const Fill& fill, const WriteState& state) {
  const std::shared_ptr<const Table> table = table_of(fill, state);
  if (!table || !is_wanted(fill, *table)) return {false, {}};
  auto changed = std::make_shared<Table>(*table);
  if (fill.index_id) {
    std::ranges::find(changed->indexes, *fill.index_id, &Index::id)->status = IndexStatus::active;
  } else {
    changed->time_to_live->enabling = false;
  }
  return {true, changed_table(state, std::move(changed))};
}

}  // namespace engine
