#include "engine/write_state.h"

namespace engine {

dynamodb::Result<std::optional<dynamodb::EncodedItem>> WriteState::item(std::string_view key) const {
  dynamodb::Result<std::optional<std::string>> bytes = row(key);
  if (!bytes) return std::unexpected(std::move(bytes.error()));
  if (!*bytes) return std::optional<dynamodb::EncodedItem>();
  return dynamodb::EncodedItem::from_bytes(std::move(**bytes));
}

}  // namespace engine
