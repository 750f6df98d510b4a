// The engine's own rows, under id 0 of the key space: id | kind | … (The format version is a file of its own beside the
// store, so that a newer store is recognised before anything of it is opened; data_directory.h.)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/key_encoding.h"

namespace engine::system_keys {

inline constexpr std::uint32_t system_id = 0;
inline constexpr std::uint32_t first_table_id = 1;

// The id that the next table or index gets (u32).
[[nodiscard]] std::string next_id();
// A table's record (catalog.h), by name.
[[nodiscard]] std::string table(std::string_view name);
[[nodiscard]] KeyRange all_tables();
// Entries and bytes of a table or index (counters.h).
[[nodiscard]] std::string counts(std::uint32_t id);
// Entries of one partition of an index with a sort key, or a table's item collection (item_collection.h). `prefix` is
// partition_prefix() (key_encoding.h), which begins with the index's or table's id.
[[nodiscard]] std::string partition_count(std::string_view prefix);
[[nodiscard]] KeyRange partition_counts(std::uint32_t id);
// The partition_prefix() that a key of partition_count() was made of.
[[nodiscard]] std::string_view prefix_of_partition_count(std::string_view key);
// A ClientRequestToken that was used, and the same by its time of expiry, for the sweep (idempotency.h).
[[nodiscard]] std::string token(std::string_view client_request_token);
[[nodiscard]] std::string token_expiry(std::uint64_t expires_at_ms, std::string_view client_request_token);
// Expiries up to and with `now_ms`.
[[nodiscard]] KeyRange expired_tokens(std::uint64_t now_ms);
[[nodiscard]] std::string_view token_of_expiry(std::string_view key);

// An item that has a time to live, by its expiry (time_to_live.h). `item_key` is item_key() (key_encoding.h).
[[nodiscard]] std::string time_to_live(std::uint32_t table_id, std::uint64_t expiry_seconds, std::string_view item_key);
// All of a table's; those with first <= expiry < end.
[[nodiscard]] KeyRange times_to_live(std::uint32_t table_id);
[[nodiscard]] KeyRange times_to_live(std::uint32_t table_id, std::uint64_t first_seconds, std::uint64_t end_seconds);
// Of every table.
[[nodiscard]] KeyRange all_times_to_live();
[[nodiscard]] std::string_view item_key_of_time_to_live(std::string_view key);

// A stream (stream_rows.h), by its table's name and its label; those of one table; those of all, as their ARNs ascend.
struct StreamName {
  std::string_view table_name;
  std::string_view label;
};
[[nodiscard]] std::string stream(std::string_view table_name, std::string_view label);
[[nodiscard]] KeyRange streams(std::string_view table_name);
[[nodiscard]] KeyRange all_streams();
// Damaged bytes throw std::runtime_error. Views into the key.
[[nodiscard]] StreamName name_of_stream(std::string_view key);
// A record of a stream; tables of the same name have different ids.
[[nodiscard]] std::string stream_record(std::uint32_t table_id, std::string_view label, std::uint64_t number);
[[nodiscard]] KeyRange stream_records(std::uint32_t table_id, std::string_view label);
[[nodiscard]] KeyRange all_stream_records();
[[nodiscard]] std::uint64_t number_of_stream_record(std::string_view key);
// The last number that a stream's record got (u64).
[[nodiscard]] std::string last_stream_number();

}  // namespace engine::system_keys
