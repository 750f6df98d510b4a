#include "engine/mutations.h"

namespace engine {

ItemChange item_change(std::shared_ptr<const Table> table, std::string key, std::optional<dynamodb::EncodedItem> before,
                       std::optional<dynamodb::EncodedItem> after) {
  ItemChange change;
  change.indexes = index_changes(*table, before, after);
  change.table = std::move(table);
  change.key = std::move(key);
  change.before = std::move(before);
  change.after = std::move(after);
  return change;
}

}  // namespace engine
