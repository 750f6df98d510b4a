#include "engine/key_encoding.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace engine {
namespace {

using dynamodb::AttributeMap;
using dynamodb::AttributeValue;
using dynamodb::KeySchema;
using dynamodb::Number;
using dynamodb::ScalarType;

constexpr char escaped_zero = '\xFF';
constexpr char terminator = '\x01';

constexpr char number_negative = '\x01';
constexpr char number_zero = '\x02';
constexpr char number_positive = '\x03';
constexpr int exponent_bias = 130;  // 1E-130 becomes 0 and 9.9E125 becomes 255
constexpr std::size_t digits_max = 38;

[[noreturn]] void damaged() {
  throw std::runtime_error("a stored key is damaged");
}

void append_escaped(std::string& out, std::string_view bytes) {
  std::size_t start = 0;
  for (auto zero = bytes.find('\0'); zero != std::string_view::npos; zero = bytes.find('\0', start)) {
    out.append(bytes, start, zero + 1 - start);
    out.push_back(escaped_zero);
    start = zero + 1;
  }
  out.append(bytes, start);
}

std::string take_escaped(std::string_view& bytes) {
  std::string value;
  std::size_t start = 0;
  while (true) {
    const auto zero = bytes.find('\0', start);
    if (zero == std::string_view::npos || zero + 1 >= bytes.size()) damaged();
    value.append(bytes, start, zero - start);
    start = zero + 2;
    if (bytes[zero + 1] == terminator) break;
    if (bytes[zero + 1] != escaped_zero) damaged();
    value.push_back('\0');
  }
  bytes.remove_prefix(start);
  return value;
}

void append_number(std::string& out, const Number& number) {
  if (number.is_zero()) {
    out.push_back(number_zero);
    return;
  }
  std::array<unsigned char, digits_max + 1> digits{};  // least significant first
  std::size_t count = 0;
  for (auto rest = number.coefficient(); rest != 0 && count < digits_max; rest /= 10) {
    digits[count++] = static_cast<unsigned char>(rest % 10);
  }
  const unsigned char inversion = number.negative() ? 0xFF : 0x00;
  const auto put = [&](unsigned value) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value) ^ inversion));
  };
  out.push_back(number.negative() ? number_negative : number_positive);
  put(static_cast<unsigned>(number.exponent() + static_cast<int>(count) - 1 + exponent_bias));
  for (std::size_t index = count; index > 0; index -= std::min<std::size_t>(index, 2)) {
    const unsigned low = index >= 2 ? digits[index - 2] : 0;
    put(1 + 10U * digits[index - 1] + low);
  }
  put(0);
}

Number take_number(std::string_view& bytes) {
  if (bytes.empty()) damaged();
  const char sign = bytes.front();
  bytes.remove_prefix(1);
  if (sign == number_zero) return {};
  if (sign != number_negative && sign != number_positive) damaged();
  const unsigned char inversion = sign == number_negative ? 0xFF : 0x00;
  const auto next = [&]() -> unsigned {
    if (bytes.empty()) damaged();
    const auto value = static_cast<unsigned char>(static_cast<unsigned char>(bytes.front()) ^ inversion);
    bytes.remove_prefix(1);
    return value;
  };
  const int exponent = static_cast<int>(next()) - exponent_bias;
  std::string text = sign == number_negative ? "-" : "";
  const auto first_digit = text.size();
  for (unsigned pair = next(); pair != 0; pair = next()) {
    if (pair > 100 || text.size() > digits_max + 1) damaged();
    text.push_back(static_cast<char>('0' + (pair - 1) / 10));
    text.push_back(static_cast<char>('0' + (pair - 1) % 10));
  }
  if (text.size() == first_digit) damaged();
  text.insert(first_digit + 1, 1, '.');
  text += 'e' + std::to_string(exponent);
  auto number = Number::parse(text);
  if (!number) damaged();
  return *number;
}

void append_big_endian(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xFF));
}

std::uint32_t read_big_endian(std::string_view bytes, std::size_t offset, std::size_t count) {
  if (bytes.size() < offset + count) damaged();
  std::uint32_t value = 0;
  for (std::size_t index = offset; index < offset + count; ++index) {
    value = (value << 8) | static_cast<unsigned char>(bytes[index]);
  }
  return value;
}

// id | hash | partition key, at the end of `out`. `append_values` puts the key's values there.
template <class Append>
void append_partition(std::string& out, std::uint32_t id, Append append_values) {
  append_big_endian(out, id, key_id_bytes);
  const auto hash_at = out.size();
  out.append(key_hash_bytes, '\0');
  append_values();
  const auto hash = partition_hash(std::string_view(out).substr(hash_at + key_hash_bytes));
  out[hash_at] = static_cast<char>(hash >> 8);
  out[hash_at + 1] = static_cast<char>(hash & 0xFF);
}

const AttributeValue& attribute(const AttributeMap& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  if (found == attributes.end()) throw std::logic_error("a key attribute is missing: " + std::string(name));
  return found->second;
}

void append_partition_of(std::string& out, std::uint32_t id, const KeySchema& schema, const AttributeMap& attributes) {
  append_partition(out, id, [&] {
    append_key_value(out, attribute(attributes, schema.partition_key));
    for (const auto& name : schema.more_partition_keys) append_key_value(out, attribute(attributes, name));
  });
}

std::string_view without_head(std::string_view key) {
  if (key.size() < key_id_bytes + key_hash_bytes) damaged();
  return key.substr(key_id_bytes + key_hash_bytes);
}

ScalarType type_of(const dynamodb::TableDefinition& table, std::string_view name) {
  for (const auto& definition : table.attribute_definitions) {
    if (definition.name == name) return definition.type;
  }
  throw std::logic_error("a key attribute is not declared: " + std::string(name));
}

void take_schema(std::string_view& bytes, const dynamodb::TableDefinition& table, const KeySchema& schema,
                 dynamodb::Key& key) {
  const auto take = [&](const std::string& name) {
    key.insert_or_assign(name, take_key_value(bytes, type_of(table, name)));
  };
  take(schema.partition_key);
  std::ranges::for_each(schema.more_partition_keys, take);
  if (schema.sort_key) take(*schema.sort_key);
  std::ranges::for_each(schema.more_sort_keys, take);
}

void skip_key_value(std::string_view& bytes, ScalarType type) {
  if (type == ScalarType::number) {
    if (bytes.empty()) damaged();
    const char last = bytes.front() == number_negative ? '\xFF' : '\0';
    // The exponent's byte may look like the end, so the search begins behind it.
    const auto end = bytes.front() == number_zero ? 0 : bytes.find(last, 2);
    if (end == std::string_view::npos) damaged();
    bytes.remove_prefix(end + 1);
    return;
  }
  for (std::size_t start = 0;;) {
    const auto zero = bytes.find('\0', start);
    if (zero == std::string_view::npos || zero + 1 >= bytes.size()) damaged();
    start = zero + 2;
    if (bytes[zero + 1] == terminator) return bytes.remove_prefix(start);
  }
}

}  // namespace

void append_key_value(std::string& out, const AttributeValue& value) {
  if (const auto* number = value.get_if<Number>()) return append_number(out, *number);
  if (const auto* text = value.get_if<std::string>()) {
    append_escaped(out, *text);
  } else if (const auto* binary = value.get_if<dynamodb::Binary>()) {
    append_escaped(out, binary->bytes);
  } else {
    throw std::logic_error("a key is neither string, number nor binary");
  }
  out.push_back('\0');
  out.push_back(terminator);
}

AttributeValue take_key_value(std::string_view& bytes, ScalarType type) {
  switch (type) {
    case ScalarType::number:
      return take_number(bytes);
    case ScalarType::binary:
      return dynamodb::Binary{take_escaped(bytes)};
    case ScalarType::string:
      break;
  }
  return take_escaped(bytes);
}

std::uint16_t partition_hash(std::string_view encoded_partition_key) {
  // FNV-1a over the bytes, then a finishing mix, since the top bits of FNV alone are uneven for short keys.
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : encoded_partition_key) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  hash ^= hash >> 32;
  hash *= 0x9e3779b97f4a7c15U;
  return static_cast<std::uint16_t>(hash >> 48);
}

std::string partition_prefix(std::uint32_t id, const AttributeValue& partition_key,
                             std::span<const AttributeValue> more_partition_keys) {
  std::string prefix;
  append_partition(prefix, id, [&] {
    append_key_value(prefix, partition_key);
    for (const auto& value : more_partition_keys) append_key_value(prefix, value);
  });
  return prefix;
}

std::string partition_prefix(std::uint32_t id, const KeySchema& schema, const AttributeMap& attributes) {
  std::string prefix;
  append_partition_of(prefix, id, schema, attributes);
  return prefix;
}

std::string item_key(std::uint32_t table_id, const KeySchema& table, const AttributeMap& attributes) {
  std::string key;
  item_key_into(key, table_id, table, attributes);
  return key;
}

void item_key_into(std::string& out, std::uint32_t table_id, const KeySchema& table, const AttributeMap& attributes) {
  out.clear();
  append_partition_of(out, table_id, table, attributes);
  if (table.sort_key) append_key_value(out, attribute(attributes, *table.sort_key));
  for (const auto& name : table.more_sort_keys) append_key_value(out, attribute(attributes, name));
}

std::string index_entry_key(std::uint32_t index_id, const KeySchema& index, const KeySchema& table,
                            const AttributeMap& attributes) {
  std::string key;
  item_key_into(key, index_id, index, attributes);
  append_key_value(key, attribute(attributes, table.partition_key));
  if (table.sort_key) append_key_value(key, attribute(attributes, *table.sort_key));
  return key;
}

dynamodb::Key decode_item_key(std::string_view key, const dynamodb::TableDefinition& table) {
  auto bytes = without_head(key);
  dynamodb::Key decoded;
  take_schema(bytes, table, table.key_schema, decoded);
  if (!bytes.empty()) damaged();
  return decoded;
}

dynamodb::Key decode_index_entry_key(std::string_view key, const dynamodb::TableDefinition& table,
                                     const KeySchema& index) {
  auto bytes = without_head(key);
  dynamodb::Key decoded;
  take_schema(bytes, table, index, decoded);
  take_schema(bytes, table, table.key_schema, decoded);
  if (!bytes.empty()) damaged();
  return decoded;
}

std::string item_key_of_index_entry(std::string_view entry_key, std::uint32_t table_id,
                                    const dynamodb::TableDefinition& table, const KeySchema& index) {
  auto bytes = without_head(entry_key);
  const auto skip = [&](const std::string& name) { skip_key_value(bytes, type_of(table, name)); };
  skip(index.partition_key);
  std::ranges::for_each(index.more_partition_keys, skip);
  if (index.sort_key) skip(*index.sort_key);
  std::ranges::for_each(index.more_sort_keys, skip);
  auto partition = bytes;
  skip_key_value(bytes, type_of(table, table.key_schema.partition_key));
  partition.remove_suffix(bytes.size());
  std::string key;
  append_big_endian(key, table_id, key_id_bytes);
  append_big_endian(key, partition_hash(partition), key_hash_bytes);
  key.append(partition).append(bytes);
  return key;
}

std::string_view partition_prefix_of(std::string_view key, ScalarType partition_key_type) {
  auto rest = without_head(key);
  skip_key_value(rest, partition_key_type);
  return key.substr(0, key.size() - rest.size());
}

std::uint32_t key_id(std::string_view key) {
  return read_big_endian(key, 0, key_id_bytes);
}

std::uint16_t key_hash(std::string_view key) {
  return static_cast<std::uint16_t>(read_big_endian(key, key_id_bytes, key_hash_bytes));
}

std::string after_prefix(std::string_view prefix) {
  std::string bound(prefix);
  while (!bound.empty() && bound.back() == '\xFF') bound.pop_back();
  if (!bound.empty()) bound.back() = static_cast<char>(static_cast<unsigned char>(bound.back()) + 1);
  return bound;
}

KeyRange whole_range(std::uint32_t id) {
  KeyRange range;
  append_big_endian(range.lower, id, key_id_bytes);
  range.upper = after_prefix(range.lower);
  return range;
}

KeyRange segment_range(std::uint32_t id, std::int64_t segment, std::int64_t total_segments) {
  const auto bound = [&](std::int64_t number) {
    const auto hash = static_cast<std::uint32_t>(number * key_hashes / total_segments);
    auto whole = whole_range(id);
    if (hash == key_hashes) return whole.upper;
    append_big_endian(whole.lower, hash, key_hash_bytes);
    return whole.lower;
  };
  return {.lower = bound(segment), .upper = bound(segment + 1)};
}

KeyRange query_range(std::uint32_t id, const dynamodb::KeyCondition& condition) {
  auto partition = partition_prefix(id, condition.partition_key, condition.more_partition_keys);
  for (const auto& value : condition.sort_key_prefix) append_key_value(partition, value);
  KeyRange range{.lower = partition, .upper = after_prefix(partition)};
  if (!condition.sort_key) return range;
  using enum dynamodb::SortKeyOperator;
  auto operand = partition;
  const auto operation = condition.sort_key->operation;
  if (operation == begins_with) {
    const auto& prefix = condition.sort_key->operand;
    const auto* text = prefix.get_if<std::string>();
    const auto* binary = prefix.get_if<dynamodb::Binary>();
    if (text == nullptr && binary == nullptr) throw std::logic_error("begins_with needs a string or binary");
    append_escaped(operand, text != nullptr ? *text : binary->bytes);
    return {.lower = operand, .upper = after_prefix(operand)};
  }
  append_key_value(operand, condition.sort_key->operand);
  // Index entries go on with the table's key: "behind the operand" is behind every key that begins with it.
  const bool from_operand = operation == equal || operation == greater_equal || operation == between;
  const bool to_operand = operation == equal || operation == less_equal;
  if (from_operand) range.lower = operand;
  if (operation == greater) range.lower = after_prefix(operand);
  if (operation == less) range.upper = operand;
  if (to_operand) range.upper = after_prefix(operand);
  if (operation == between && condition.sort_key->upper) {
    operand = partition;
    append_key_value(operand, *condition.sort_key->upper);
    range.upper = after_prefix(operand);
  }
  return range;
}

}  // namespace engine
