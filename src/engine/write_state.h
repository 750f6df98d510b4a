// What a write decides by: the committed state plus what the writes before it in the same batch have decided.
#pragma once

#include <chrono>
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
  WriteState(const ReadView& committed, const PendingBatch& batch, Time now)
      : committed_(committed), batch_(batch), now_(now) {}

  // Operations on tables are alone in their batch, so the committed catalog is the one.
  [[nodiscard]] const Catalog& catalog() const { return committed_.catalog(); }
  [[nodiscard]] Time now() const { return now_; }
  [[nodiscard]] dynamodb::Result<std::optional<std::string>> row(std::string_view key) const { return batch_.get(key); }
  [[nodiscard]] dynamodb::Result<std::optional<dynamodb::EncodedItem>> item(std::string_view key) const;
  // Only what is committed (the batch's own rows are not in it).
  [[nodiscard]] const ReadView& committed() const { return committed_; }

 private:
  const ReadView& committed_;
  const PendingBatch& batch_;
  Time now_;
};

}  // namespace engine
