#include "engine/counts.h"

#include "engine/byte_codec.h"
#include "engine/storage.h"

namespace engine {

std::string encode_counts(const Counts& counts) {
  std::string out;
  append_integer(out, static_cast<std::uint64_t>(counts.entries));
  append_integer(out, static_cast<std::uint64_t>(counts.bytes));
  return out;
}

Counts decode_counts(std::string_view bytes) {
  ByteReader reader(bytes);
  Counts counts;
  counts.entries = static_cast<std::int64_t>(reader.integer<std::uint64_t>());
  counts.bytes = static_cast<std::int64_t>(reader.integer<std::uint64_t>());
  return counts;
}

dynamodb::Result<Counts> read_counts(const ReadView& view, std::string_view key) {
  dynamodb::Result<std::optional<std::string>> row = view.get(key);
  if (!row) return std::unexpected(std::move(row.error()));
  return *row ? decode_counts(**row) : Counts();
}

}  // namespace engine
