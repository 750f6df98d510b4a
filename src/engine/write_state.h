// What a write decides by: the committed state plus what the writes before it in the same batch have decided.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/encoded_item.h"
#include "dynamodb/error.h"
#include "engine/catalog.h"
#include "engine/pending_batch.h"

namespace engine {

class WriteState {
 public:
  using Time = engine::Time;

  // Both outlive it.
  WriteState(const ReadView& committed, const PendingBatch& batch, Time now, std::uint64_t item_collection_bytes_max)
      : committed_(committed), batch_(batch), now_(now), item_collection_bytes_max_(item_collection_bytes_max) {}

  // Operations on tables are alone in their batch, so the committed catalog is the one.
  [[nodiscard]] const Catalog& catalog() const { return committed_.catalog(); }
  [[nodiscard]] Time now() const { return now_; }
  [[nodiscard]] dynamodb::Result<std::optional<std::string>> row(std::string_view key) const { return batch_.get(key); }
  [[nodiscard]] dynamodb::Result<std::optional<dynamodb::EncodedItem>> item(std::string_view key) const;
  // An item collection of the table, by the row of its counts (item_collection.h).
  [[nodiscard]] dynamodb::Result<Counts> collection(const Table& table, const std::string& row) const {
    return batch_.collection(table, row);
  }
  [[nodiscard]] std::uint64_t item_collection_bytes_max() const { return item_collection_bytes_max_; }
  // Only what is committed (the batch's own rows are not in it).
  [[nodiscard]] const ReadView& committed() const { return committed_; }

 private:
  const ReadView& committed_;
  const PendingBatch& batch_;
  Time now_;
  std::uint64_t item_collection_bytes_max_;
};

}  // namespace engine
