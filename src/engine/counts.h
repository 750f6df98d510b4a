// How many entries a table, an index, a partition of an index with a sort key, or an item collection has, kept exact:
// every change of an item changes them in the same batch.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dynamodb/error.h"

namespace engine {

class ReadView;

struct Counts {
  std::int64_t entries = 0;
  std::int64_t bytes = 0;  // as DynamoDB counts them (item_size.h)

  Counts& operator+=(const Counts& other) {
    entries += other.entries;
    bytes += other.bytes;
    return *this;
  }
  friend bool operator==(const Counts&, const Counts&) = default;
};

[[nodiscard]] std::string encode_counts(const Counts& counts);
// Damaged bytes throw std::runtime_error.
[[nodiscard]] Counts decode_counts(std::string_view bytes);
// The row `key` (system_keys::counts, or partition_count of an index); zeros where there is none.
[[nodiscard]] dynamodb::Result<Counts> read_counts(const ReadView& view, std::string_view key);

}  // namespace engine
