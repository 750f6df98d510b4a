#include "engine/index_entry.h"

#include "dynamodb/key.h"
#include "engine/key_encoding.h"

namespace engine {

std::optional<IndexEntry> index_entry(const Table& table, const Index& index, const dynamodb::Item& item,
                                      const dynamodb::EncodedItem& encoded) {
  if (!dynamodb::is_in_index(table.definition, index.definition, item)) return std::nullopt;
  const dynamodb::KeySchema& schema = index.definition.key_schema;
  IndexEntry entry;
  entry.key = index_entry_key(index.id, schema, table.definition.key_schema, item);
  entry.item = index.definition.projection.type == dynamodb::ProjectionType::all
                   ? encoded
                   : dynamodb::EncodedItem(dynamodb::project_to_index(table.definition, index.definition, item));
  if (schema.sort_key) entry.partition_prefix = partition_prefix(index.id, schema, item);
  return entry;
}

std::vector<IndexChange> index_changes(const Table& table, const std::optional<dynamodb::EncodedItem>& before,
                                       const std::optional<dynamodb::EncodedItem>& after) {
  std::vector<IndexChange> changes;
  if (table.indexes.empty() || before == after) return changes;
  const dynamodb::Item old_item = before ? before->decode() : dynamodb::Item();
  const dynamodb::Item new_item = after ? after->decode() : dynamodb::Item();
  for (const Index& index : table.indexes) {
    IndexChange change;
    change.index = &index;
    if (before) change.before = index_entry(table, index, old_item, *before);
    if (after) change.after = index_entry(table, index, new_item, *after);
    if (change.before || change.after) changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace engine
