// What a write decided to change: values, not yet written anywhere. Deciding is pure (it reads a WriteState and makes
// one of these), so a write that fails half-way leaves nothing behind.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/encoded_item.h"
#include "engine/catalog.h"
#include "engine/index_entry.h"
#include "engine/key_encoding.h"

namespace engine {

// One item, before and after, with what follows from it in the table's indexes. Made by item_change() alone.
struct ItemChange {
  std::shared_ptr<const Table> table;
  std::string key;                              // item_key()
  std::optional<dynamodb::EncodedItem> before;  // nullopt: there was none
  std::optional<dynamodb::EncodedItem> after;   // nullopt: deleted
  std::vector<IndexChange> indexes;             // none where nothing changes
  bool by_time_to_live = false;                 // deleted by the service itself, as its stream tells
};
[[nodiscard]] ItemChange item_change(std::shared_ptr<const Table> table, std::string key,
                                     std::optional<dynamodb::EncodedItem> before,
                                     std::optional<dynamodb::EncodedItem> after);

// One of the engine's own rows (system_keys.h).
struct RowChange {
  std::string key;
  std::optional<std::string> value;  // nullopt: deleted
};

// What an index that is being filled (fill.h) has not held until now.
struct AddedEntry {
  std::uint32_t index_id = 0;
  IndexEntry entry;
};

struct Mutations {
  std::vector<ItemChange> items;
  std::vector<RowChange> rows;
  std::vector<AddedEntry> added_entries;
  // Of operations on tables, which are written in a batch of their own, and of sweeps.
  std::vector<KeyRange> deleted_ranges;    // before everything else
  std::shared_ptr<const Catalog> catalog;  // published after the write
};

}  // namespace engine
