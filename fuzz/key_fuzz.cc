// Keys as bytes. One byte chooses the type, the rest is
// - two values, split at the first newline: their encodings are in the order of the values, neither is a prefix of the
//   other, and each reads back as what it was, alone and before other bytes;
// - stored bytes, damaged perhaps: refused with runtime_error, or read as values that are written and read the same.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "dynamodb/attribute_value.h"
#include "dynamodb/table.h"
#include "engine/key_encoding.h"
#include "require.h"

namespace {

using dynamodb::AttributeValue;
using dynamodb::ScalarType;

std::optional<AttributeValue> value_of(std::string_view text, ScalarType type) {
  switch (type) {
    case ScalarType::string:
      return AttributeValue(text);
    case ScalarType::binary:
      return AttributeValue(dynamodb::Binary{std::string(text)});
    case ScalarType::number:
      if (const auto number = dynamodb::Number::parse(text)) return AttributeValue(*number);
      return std::nullopt;
  }
  return std::nullopt;
}

std::string encoded(const AttributeValue& value) {
  std::string bytes;
  engine::append_key_value(bytes, value);
  return bytes;
}

void read_back(const AttributeValue& value, ScalarType type, std::string_view what_follows) {
  const std::string bytes = encoded(value) + std::string(what_follows);
  std::string_view rest = bytes;
  require(engine::take_key_value(rest, type) == value);
  require(rest == what_follows);
}

void check_order(std::string_view text, ScalarType type) {
  const auto line_end = text.find('\n');
  const auto left = value_of(text.substr(0, line_end), type);
  const auto right = value_of(line_end == std::string_view::npos ? "" : text.substr(line_end + 1), type);
  if (!left || !right) return;
  read_back(*left, type, encoded(*right));
  read_back(*right, type, "");
  const std::string left_bytes = encoded(*left);
  const std::string right_bytes = encoded(*right);
  const auto order = dynamodb::compare(*left, *right);
  require((order < 0) == (left_bytes < right_bytes));
  require((order == 0) == (left_bytes == right_bytes));
  require(left_bytes == right_bytes || (!left_bytes.starts_with(right_bytes) && !right_bytes.starts_with(left_bytes)));
}

void check_stored_value(std::string_view bytes, ScalarType type) {
  try {
    const AttributeValue value = engine::take_key_value(bytes, type);
    read_back(value, type, bytes);
  } catch (const std::runtime_error&) {
    return;  // damaged, and told
  }
}

const char* const names[] = {"p", "s", "q", "t"};

dynamodb::TableDefinition table_of(ScalarType type) {
  dynamodb::TableDefinition table;
  table.name = "table";
  for (const char* name : names) table.attribute_definitions.push_back({name, type});
  table.key_schema = {.partition_key = "p", .sort_key = "s"};
  return table;
}

void check_stored_keys(std::string_view bytes, ScalarType type) {
  const auto table = table_of(type);
  const dynamodb::KeySchema index{.partition_key = "q", .sort_key = "t"};
  try {
    const auto key = engine::decode_index_entry_key(bytes, table, index);
    const auto entry = engine::index_entry_key(engine::key_id(bytes), index, table.key_schema, key);
    require(engine::decode_index_entry_key(entry, table, index) == key);
    const auto item = engine::item_key_of_index_entry(entry, 1, table, index);
    require(item == engine::item_key(1, table.key_schema, key));
  } catch (const std::runtime_error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::array types{ScalarType::string, ScalarType::number, ScalarType::binary};
  const ScalarType type = types[data[0] % types.size()];
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  check_order(rest, type);
  check_stored_value(rest, type);
  check_stored_keys(rest, type);
  return 0;
}
