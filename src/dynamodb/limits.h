// Every number that DynamoDB documents as a limit, in one place.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
#pragma once

#include <cstddef>
#include <cstdint>

namespace dynamodb::limits {

inline constexpr std::size_t item_size_bytes_max = std::size_t{400} * 1024;
// All items of one partition key, where there are local indexes, with their entries in those: 10 GB.
inline constexpr std::uint64_t item_collection_bytes_max = std::uint64_t{10} * 1024 * 1024 * 1024;
inline constexpr std::size_t partition_key_bytes_max = 2048;
inline constexpr std::size_t sort_key_bytes_max = 1024;
inline constexpr std::size_t attribute_name_bytes_max = 65535;
inline constexpr std::size_t key_attribute_name_bytes_max = 255;
inline constexpr std::size_t key_schema_elements_max = 2;          // of a table or a local index
inline constexpr std::size_t global_index_key_attributes_max = 4;  // of each kind
inline constexpr std::size_t nesting_levels_max = 32;
inline constexpr std::size_t number_digits_max = 38;
inline constexpr int number_magnitude_exponent_max = 125;
inline constexpr int number_magnitude_exponent_min = -130;

inline constexpr std::size_t expression_bytes_max = 4096;
inline constexpr std::size_t expression_operators_max = 300;
inline constexpr std::size_t expression_in_operands_max = 100;
inline constexpr std::size_t placeholder_bytes_max = 255;
inline constexpr std::size_t substitution_values_bytes_max = std::size_t{2} * 1024 * 1024;

inline constexpr std::size_t page_bytes_max = std::size_t{1024} * 1024;
inline constexpr std::size_t batch_get_keys_max = 100;
inline constexpr std::size_t batch_get_bytes_max = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t batch_write_items_max = 25;
inline constexpr std::size_t batch_write_bytes_max = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t transaction_actions_max = 100;
inline constexpr std::size_t transaction_bytes_max = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t client_request_token_chars_max = 36;
inline constexpr int client_request_token_minutes = 10;
inline constexpr std::size_t scan_segments_max = 1'000'000;
inline constexpr std::size_t list_tables_max = 100;

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.multiplebatching.html
inline constexpr std::size_t statement_chars_max = 8192;
inline constexpr std::size_t batch_statements_max = 25;
inline constexpr std::size_t statement_partition_keys_max = 50;  // of IN

inline constexpr std::size_t list_streams_max = 100;
inline constexpr std::size_t describe_stream_shards_max = 100;
inline constexpr std::size_t get_records_max = 1000;
inline constexpr std::size_t get_records_bytes_max = std::size_t{1024} * 1024;

inline constexpr std::size_t name_chars_min = 3;  // tables and indexes
inline constexpr std::size_t name_chars_max = 255;
inline constexpr std::size_t local_secondary_indexes_max = 5;
inline constexpr std::size_t global_secondary_indexes_max = 20;
inline constexpr long long capacity_units_max = 1'000'000'000'000;  // per table or index
// What a table or global index billed by request takes at once when it is new, per second.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
inline constexpr std::int64_t on_demand_read_units_at_first = 12'000;
inline constexpr std::int64_t on_demand_write_units_at_first = 4'000;
inline constexpr std::size_t non_key_attributes_max = 20;         // per index
inline constexpr std::size_t non_key_attributes_total_max = 100;  // per table

inline constexpr std::size_t tags_max = 50;  // per table
inline constexpr std::size_t tag_key_chars_max = 128;
inline constexpr std::size_t tag_value_chars_max = 256;
// An item whose time to live lies further back is left alone: five years.
inline constexpr long long time_to_live_age_seconds_max = 5LL * 365 * 24 * 60 * 60;

}  // namespace dynamodb::limits
