// DynamoDB's data plane in the simplest words: maps and sorted copies. What the engine must agree with.
// Written without a look at the engine, and shares nothing with it but the types of dynamodb/.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dynamodb/item_size.h"
#include "dynamodb/limits.h"
#include "dynamodb/requests.h"
#include "dynamodb/table.h"

namespace engine::testing {

using dynamodb::AttributeValue;
using dynamodb::IndexDefinition;
using dynamodb::Item;
using dynamodb::Key;
using dynamodb::KeySchema;
using dynamodb::TableDefinition;

// Keys of one table: the same names, values of the same types.
struct KeyLess {
  bool operator()(const Key& left, const Key& right) const {
    return std::ranges::lexicographical_compare(left, right, [](const auto& one, const auto& other) {
      return dynamodb::compare(one.second, other.second) < 0;
    });
  }
};

struct ModelTable {
  TableDefinition definition;
  std::map<Key, Item, KeyLess> items;
};

struct ModelRead {
  std::optional<std::string> index_name;
  dynamodb::AttributeMap equal;  // key attributes; the partition key's among them, or none at all (a Scan)
  std::string sort_key_name;     // of sort_key_matches
  std::function<bool(const AttributeValue&)> sort_key_matches;
  std::function<bool(const Item&)> filter;
  std::optional<std::vector<std::string>> projection;  // top-level names
  std::optional<std::int64_t> limit;
  std::size_t bytes_max = dynamodb::limits::page_bytes_max;
  std::optional<Key> start;
  bool forward = true;
  bool all_attributes = false;  // Select
};

struct ModelPage {
  std::vector<Item> items;
  std::int64_t scanned_count = 0;
  std::optional<Key> last_evaluated_key;
};

inline std::vector<std::string> names_of(const KeySchema& schema) {
  std::vector<std::string> names{schema.partition_key};
  for (const auto& name : schema.more_partition_keys) names.push_back(name);
  if (schema.sort_key) names.push_back(*schema.sort_key);
  for (const auto& name : schema.more_sort_keys) names.push_back(name);
  return names;
}

inline Item only(const Item& item, const std::vector<std::string>& names) {
  Item kept;
  for (const auto& name : names) {
    if (const auto found = item.find(name); found != item.end()) kept.insert(*found);
  }
  return kept;
}

inline const IndexDefinition* find_index(const TableDefinition& table, const std::string& name) {
  for (const auto* indexes : {&table.global_secondary_indexes, &table.local_secondary_indexes}) {
    for (const auto& index : *indexes) {
      if (index.name == name) return &index;
    }
  }
  return nullptr;
}

class Model {
 public:
  std::map<std::string, ModelTable> tables;

  static Key key_of(const ModelTable& table, const Item& item) {
    return only(item, names_of(table.definition.key_schema));
  }
  // An empty item where there is none.
  static Item get(const ModelTable& table, const Key& key) {
    const auto found = table.items.find(key);
    return found == table.items.end() ? Item() : found->second;
  }

  // The next page of a read, of Query's order (which of equal sort keys comes first is the engine's own: by the table's
  // key).
  static ModelPage read(const ModelTable& table, const ModelRead& read) {
    const auto* index = read.index_name ? find_index(table.definition, *read.index_name) : nullptr;
    const auto rows = sorted_rows(table, read, index);
    ModelPage page;
    std::size_t bytes = 0;
    for (const auto* item : rows) {
      const auto row = index == nullptr ? *item : only(*item, projected_names(table, *index, *item));
      bytes += dynamodb::item_size_bytes(fetches_items(table, read, index) ? *item : row);
      ++page.scanned_count;
      page.last_evaluated_key = row_key(table, index, *item);
      if (!read.filter || read.filter(*item)) {
        const auto& answered = read.all_attributes ? *item : row;
        page.items.push_back(read.projection ? only(*item, *read.projection) : answered);
      }
      if (page.scanned_count == read.limit || bytes > read.bytes_max) return page;
    }
    page.last_evaluated_key.reset();
    return page;
  }

 private:
  // From the table, for a read of a local index. The random filters and projections all name what such an index lacks.
  static bool fetches_items(const ModelTable& table, const ModelRead& read, const IndexDefinition* index) {
    const auto& local = table.definition.local_secondary_indexes;
    return index != nullptr && index->projection.type != dynamodb::ProjectionType::all &&
           std::ranges::find(local, *index) != local.end() && (read.filter || read.projection || read.all_attributes);
  }
  static const KeySchema& schema_of(const ModelTable& table, const IndexDefinition* index) {
    return index == nullptr ? table.definition.key_schema : index->key_schema;
  }

  static Key row_key(const ModelTable& table, const IndexDefinition* index, const Item& item) {
    auto key = key_of(table, item);
    if (index != nullptr) key.merge(only(item, names_of(index->key_schema)));
    return key;
  }

  // In the order in which rows of one partition are compared.
  static std::vector<AttributeValue> order_of(const ModelTable& table, const IndexDefinition* index, const Item& item) {
    std::vector<AttributeValue> order;
    const auto& schema = schema_of(table, index);
    if (schema.sort_key) order.push_back(item.at(*schema.sort_key));
    for (const auto& name : schema.more_sort_keys) order.push_back(item.at(name));
    if (index != nullptr) {
      for (const auto& name : names_of(table.definition.key_schema)) order.push_back(item.at(name));
    }
    return order;
  }

  static bool before(const std::vector<AttributeValue>& left, const std::vector<AttributeValue>& right) {
    return std::ranges::lexicographical_compare(
        left, right, [](const auto& one, const auto& other) { return dynamodb::compare(one, other) < 0; });
  }

  static std::vector<std::string> projected_names(const ModelTable& table, const IndexDefinition& index,
                                                  const Item& item) {
    std::vector<std::string> names;
    if (index.projection.type == dynamodb::ProjectionType::all) {
      for (const auto& [name, value] : item) names.push_back(name);
      return names;
    }
    names = index.projection.non_key_attributes;
    for (const auto& name : names_of(table.definition.key_schema)) names.push_back(name);
    for (const auto& name : names_of(index.key_schema)) names.push_back(name);
    return names;
  }

  static std::vector<const Item*> sorted_rows(const ModelTable& table, const ModelRead& read,
                                              const IndexDefinition* index) {
    const auto& schema = schema_of(table, index);
    const auto start = read.start ? order_of(table, index, *read.start) : std::vector<AttributeValue>();
    std::vector<const Item*> rows;
    for (const auto& [key, item] : table.items) {
      if (only(item, names_of(schema)).size() != names_of(schema).size()) continue;  // not in this (sparse) index
      if (!std::ranges::all_of(read.equal, [&](const auto& one) { return item.at(one.first) == one.second; })) continue;
      if (read.sort_key_matches && !read.sort_key_matches(item.at(read.sort_key_name))) continue;
      if (read.start) {
        const auto order = order_of(table, index, item);
        if (!(read.forward ? before(start, order) : before(order, start))) continue;
      }
      rows.push_back(&item);
    }
    std::ranges::sort(rows, [&](const Item* left, const Item* right) {
      return before(order_of(table, index, *left), order_of(table, index, *right));
    });
    if (!read.forward) std::ranges::reverse(rows);
    return rows;
  }
};

}  // namespace engine::testing
