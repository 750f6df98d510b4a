// What an index holds of an item.
#pragma once

#include <optional>
#include <string>

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

}  // namespace engine
