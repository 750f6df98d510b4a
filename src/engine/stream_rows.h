// DynamoDB Streams as rows of our own, written in the same batch as the items that they tell of, so that a stream is
// never ahead of its table nor behind it. One row per stream, and one per record (system_keys.h). A stream has one
// shard, from its enabling to its disabling.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/stream_requests.h"
#include "engine/catalog.h"
#include "engine/mutations.h"

namespace engine {

// How long a record, and a stream that was disabled or whose table was deleted, can be read.
inline constexpr std::chrono::hours stream_retention{24};

struct Stream {
  std::string table_name;
  std::string label;
  std::uint32_t table_id = 0;
  dynamodb::StreamViewType view_type = dynamodb::StreamViewType::keys_only;
  Time created_at;
  dynamodb::KeySchema key_schema;
  // Numbers ascend over the whole store. Neither of these two is a record's.
  std::uint64_t first_number = 0;
  std::uint64_t last_number = 0;      // closed streams only
  std::optional<Time> closed_at;      // nullopt: enabled
  std::uint64_t trimmed_through = 0;  // no record up to this one is left

  [[nodiscard]] bool is_gone(Time now) const { return closed_at && *closed_at + stream_retention <= now; }
  friend bool operator==(const Stream&, const Stream&) = default;
};
[[nodiscard]] std::string encode_stream(const Stream& stream);
// Damaged bytes throw std::runtime_error, here and below.
[[nodiscard]] Stream decode_stream(std::string_view row_key, std::string_view bytes);
[[nodiscard]] std::string stream_row_key(const Stream& stream);
// The key of the stream's record with this number.
[[nodiscard]] std::string record_row_key(const Stream& stream, std::uint64_t number);

// A record as its row, by what the table's stream shows of an item that has changed (before != after).
[[nodiscard]] RowChange stream_record_row(const ItemChange& change, std::uint64_t number, Time now);
// `region` is not in the row.
[[nodiscard]] dynamodb::StreamRecord decode_record(const Stream& stream, std::string_view row_key,
                                                   std::string_view bytes, const std::string& region);
[[nodiscard]] std::chrono::sys_seconds time_of_record(std::string_view bytes);
[[nodiscard]] bool is_expired(std::chrono::sys_seconds record_time, Time now);

// "100000000000000000042": 21 digits, as many as the service's shortest.
[[nodiscard]] std::string sequence_number(std::uint64_t number);
// nullopt: not one of ours.
[[nodiscard]] std::optional<std::uint64_t> parse_sequence_number(std::string_view text);

[[nodiscard]] std::string stream_arn(const Stream& stream, const std::string& region);
[[nodiscard]] std::string shard_id(const Stream& stream);

}  // namespace engine
