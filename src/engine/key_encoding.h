// Keys as bytes, in an order that RocksDB's byte order keeps.
//
//   item           id (u32, big endian) | hash (u16, big endian) | partition key | sort key
//   index entry    id of the index      | hash of the index's    | the index's partition key | the index's sort key |
//                                         partition key          | the table's partition key | the table's sort key
//
// A key of several attributes is their values, one after the other, and its hash is that of all of them. A sort key
// that a schema does not have takes no bytes. One partition is one range, in sort key order; a parallel Scan's segment
// is a range of hashes. The encoding of a value never is a prefix of another's of the same type, so values can be put
// one after the other and the whole still compares value by value:
//   string, binary  bytes, with 00 written as 00 FF, then 00 01
//   number          02 for zero; otherwise 01 (negative) or 03 (positive), the decimal exponent of its first digit
//                   + 130, its digits in pairs (each 1 + 0…99), 00; all but the first byte inverted when negative
// The format is on disk: a change needs a new format version (storage.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "dynamodb/attribute_value.h"
#include "dynamodb/expressions/expression.h"
#include "dynamodb/requests.h"
#include "dynamodb/table.h"

namespace engine {

inline constexpr std::size_t key_id_bytes = 4;
inline constexpr std::size_t key_hash_bytes = 2;
inline constexpr std::uint32_t key_hashes = 65536;

// Where keys of a table or index lie: lower <= key < upper. Empty where lower >= upper.
struct KeyRange {
  std::string lower;
  std::string upper;
  [[nodiscard]] bool empty() const { return lower >= upper; }
};

// --- one value. It is a string, number or binary (anything else throws std::logic_error: keys are validated before).
void append_key_value(std::string& out, const dynamodb::AttributeValue& value);
// Takes one value off the front of `bytes`. Damaged bytes throw std::runtime_error.
[[nodiscard]] dynamodb::AttributeValue take_key_value(std::string_view& bytes, dynamodb::ScalarType type);

// --- whole keys
// Stable for ever, since it is on disk. Of the encoded partition key.
[[nodiscard]] std::uint16_t partition_hash(std::string_view encoded_partition_key);

// id | hash | partition key: the prefix of everything in one partition of a table or index.
[[nodiscard]] std::string partition_prefix(std::uint32_t id, const dynamodb::AttributeValue& partition_key,
                                           std::span<const dynamodb::AttributeValue> more_partition_keys = {});
// `attributes` has the schema's partition key attributes.
[[nodiscard]] std::string partition_prefix(std::uint32_t id, const dynamodb::KeySchema& schema,
                                           const dynamodb::AttributeMap& attributes);

// `attributes` is an item or a Key, and has the schema's attributes.
[[nodiscard]] std::string item_key(std::uint32_t table_id, const dynamodb::KeySchema& table,
                                   const dynamodb::AttributeMap& attributes);
// The same for a caller's buffer, whose capacity is used again.
void item_key_into(std::string& out, std::uint32_t table_id, const dynamodb::KeySchema& table,
                   const dynamodb::AttributeMap& attributes);
// `attributes` has the key attributes of the index and of the table.
[[nodiscard]] std::string index_entry_key(std::uint32_t index_id, const dynamodb::KeySchema& index,
                                          const dynamodb::KeySchema& table, const dynamodb::AttributeMap& attributes);

// The key attributes, with their names, back from the bytes. Damaged bytes throw std::runtime_error.
[[nodiscard]] dynamodb::Key decode_item_key(std::string_view key, const dynamodb::TableDefinition& table);
// The index's and the table's key attributes: what LastEvaluatedKey holds in a read of an index.
[[nodiscard]] dynamodb::Key decode_index_entry_key(std::string_view key, const dynamodb::TableDefinition& table,
                                                   const dynamodb::KeySchema& index);
// The key of the item that an index entry stands for.
[[nodiscard]] std::string item_key_of_index_entry(std::string_view entry_key, std::uint32_t table_id,
                                                  const dynamodb::TableDefinition& table,
                                                  const dynamodb::KeySchema& index);
// id | hash | partition key of an item's key, without decoding it.
[[nodiscard]] std::string_view partition_prefix_of(std::string_view key, dynamodb::ScalarType partition_key_type);

[[nodiscard]] std::uint32_t key_id(std::string_view key);
[[nodiscard]] std::uint16_t key_hash(std::string_view key);

// --- ranges
// The first key after every key that begins with `prefix`; empty (no bound) when there is none.
[[nodiscard]] std::string after_prefix(std::string_view prefix);
// Everything of one table or index.
[[nodiscard]] KeyRange whole_range(std::uint32_t id);
// Segment `segment` of `total_segments` (0 <= segment < total_segments): together they cover whole_range, once. Some
// are empty where there are more segments than hashes.
[[nodiscard]] KeyRange segment_range(std::uint32_t id, std::int64_t segment, std::int64_t total_segments);
// What a Query's key condition selects.
[[nodiscard]] KeyRange query_range(std::uint32_t id, const dynamodb::KeyCondition& condition);

}  // namespace engine
