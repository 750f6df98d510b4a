// What the reads of streams have in common: finding a stream, and the positions that shard iterators hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/error.h"
#include "engine/storage.h"
#include "engine/stream_rows.h"

namespace engine {

inline constexpr std::chrono::minutes shard_iterator_lifetime{15};

// Of the stream with that ARN, whether there is one or not. nullopt: it is no ARN of a stream of ours.
[[nodiscard]] std::optional<std::string> stream_row_key(std::string_view arn, const std::string& region);
// nullopt: there is none of that ARN, or not any more.
[[nodiscard]] dynamodb::Result<std::optional<Stream>> find_stream(const ReadView& view, std::string_view arn,
                                                                  const std::string& region, Time now);

// Where GetRecords goes on. As text it is the stream's ARN, the rest in hexadecimal, and a checksum.
struct ShardPosition {
  std::string stream_arn;
  std::optional<std::uint64_t> next_number;  // of the first record that may come; nullopt: the oldest there is
  Time made_at;
};
[[nodiscard]] std::string format_shard_iterator(const ShardPosition& position);
// nullopt: not made by format_shard_iterator().
[[nodiscard]] std::optional<ShardPosition> parse_shard_iterator(std::string_view text);

}  // namespace engine
