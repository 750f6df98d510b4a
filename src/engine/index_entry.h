// What an index holds of an item, and what of that a change of the item changes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/encoded_item.h"
#include "engine/catalog.h"

namespace engine {

struct IndexEntry {
  std::string key;               // index_entry_key()
  dynamodb::EncodedItem item;    // the projection
  std::string partition_prefix;  // of the index's partition; empty for an index without a sort key
};

// nullopt: the item is not in this (sparse) index. `encoded` is the same item.
[[nodiscard]] std::optional<IndexEntry> index_entry(const Table& table, const Index& index, const dynamodb::Item& item,
                                                    const dynamodb::EncodedItem& encoded);

// An index's entry of one item, before and after a change of the item; one of them at least is there.
struct IndexChange {
  const Index* index = nullptr;
  std::optional<IndexEntry> before;
  std::optional<IndexEntry> after;

  [[nodiscard]] bool has_same_key() const { return before && after && before->key == after->key; }
  [[nodiscard]] bool is_none() const { return has_same_key() && before->item == after->item; }
};

// By the table's indexes, which the changes point to. Those of an index that is being filled are told as if it were.
[[nodiscard]] std::vector<IndexChange> index_changes(const Table& table,
                                                     const std::optional<dynamodb::EncodedItem>& before,
                                                     const std::optional<dynamodb::EncodedItem>& after);

}  // namespace engine
