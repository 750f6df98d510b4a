#include "dynamodb/encoded_reader.h"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

[[noreturn]] void throw_damaged() {
  throw std::runtime_error("an encoded item is damaged");
}

constexpr std::size_t container_bytes = 3;
constexpr std::size_t element_bytes = 1;

Number read_number(std::string_view text) {
  Result<Number> number = Number::parse(text);
  if (!number) {
    throw_damaged();
  }
  return *number;
}

// Number::size_bytes, from the number's canonical text.
std::size_t number_size_bytes(std::string_view text) {
  const bool negative = text.starts_with('-');
  text.remove_prefix(negative ? 1 : 0);
  const std::size_t point = text.find('.');
  std::string_view integer = text.substr(0, point);
  std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (integer == "0") {
    integer = {};
    fraction.remove_prefix(std::min(fraction.find_first_not_of('0'), fraction.size()));
  } else if (fraction.empty()) {
    integer = integer.substr(0, integer.find_last_not_of('0') + 1);
  }
  return 1 + (integer.size() + 1) / 2 + (fraction.size() + 1) / 2 + (negative ? 1 : 0);
}

}  // namespace

EncodedReader::EncodedReader(std::string_view bytes, std::size_t level) : rest_(bytes), level_(level) {
  if (level_ > limits::nesting_levels_max) {
    throw_damaged();
  }
}

std::size_t EncodedReader::read_varint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {  // 5 bytes: far beyond an item's 400 KB
    if (rest_.empty()) {
      throw_damaged();
    }
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80U) {
      return value;
    }
  }
  throw_damaged();
}

std::string_view EncodedReader::read_bytes(std::size_t count) {
  if (count > rest_.size()) {
    throw_damaged();
  }
  const std::string_view bytes = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return bytes;
}

std::size_t EncodedReader::read_count() {
  const std::size_t count = read_varint();
  if (count > rest_.size()) {
    throw_damaged();
  }
  return count;
}

std::string_view EncodedReader::read_text() {
  return read_bytes(read_varint());
}

AttributeType EncodedReader::read_type() {
  const auto type = static_cast<unsigned char>(read_bytes(1).front());
  if (type > static_cast<unsigned char>(AttributeType::binary_set)) {
    throw_damaged();
  }
  return static_cast<AttributeType>(type);
}

EncodedReader EncodedReader::read_nested() {
  return {read_text(), level_ + 1};
}

void EncodedReader::expect_end() const {
  if (!rest_.empty()) {
    throw_damaged();
  }
}

Item EncodedReader::read_item() {
  return read_map();
}

AttributeMap EncodedReader::read_map() {
  const std::size_t count = read_count();
  AttributeMap map;
  for (std::size_t index = 0; index < count; ++index) {
    const std::string_view name = read_text();
    if (!map.empty() && map.rbegin()->first >= name) {
      throw_damaged();
    }
    map.emplace_hint(map.end(), std::string(name), read_value());
  }
  return map;
}

List EncodedReader::read_list() {
  List list;
  const std::size_t count = read_count();
  list.reserve(count);
  for (std::size_t index = 0; index < count; ++index) {
    list.push_back(read_value());
  }
  return list;
}

template <class Set, class Make>
Set EncodedReader::read_set(Make make) {
  EncodedReader inside = read_nested();
  Set set;
  const std::size_t count = inside.read_count();
  set.values.reserve(count);
  for (std::size_t index = 0; index < count; ++index) {
    set.values.push_back(make(inside.read_text()));
  }
  inside.expect_end();
  return set;
}

bool EncodedReader::read_boolean() {
  const char value = read_bytes(1).front();
  if (value != '\0' && value != '\1') {
    throw_damaged();
  }
  return value == '\1';
}

AttributeValue EncodedReader::read_value() {
  switch (read_type()) {
    case AttributeType::string:
      return std::string(read_text());
    case AttributeType::number:
      return read_number(read_text());
    case AttributeType::binary:
      return Binary{std::string(read_text())};
    case AttributeType::boolean:
      return AttributeValue::boolean(read_boolean());
    case AttributeType::null:
      return Null{};
    case AttributeType::list: {
      EncodedReader inside = read_nested();
      List list = inside.read_list();
      inside.expect_end();
      return list;
    }
    case AttributeType::map: {
      EncodedReader inside = read_nested();
      AttributeMap map = inside.read_map();
      inside.expect_end();
      return map;
    }
    case AttributeType::string_set:
      return read_set<StringSet>([](std::string_view text) { return std::string(text); });
    case AttributeType::number_set:
      return read_set<NumberSet>(read_number);
    case AttributeType::binary_set:
      return read_set<BinarySet>([](std::string_view text) { return Binary{std::string(text)}; });
  }
  throw_damaged();
}

void EncodedReader::skip_value() {
  switch (read_type()) {
    case AttributeType::boolean:
      static_cast<void>(read_bytes(1));
      return;
    case AttributeType::null:
      return;
    default:  // everything else begins with its byte length
      static_cast<void>(read_text());
      return;
  }
}

std::size_t EncodedReader::read_item_size() {
  return read_map_size(0);
}

std::size_t EncodedReader::read_map_size(std::size_t bytes_per_element) {
  const std::size_t count = read_count();
  std::size_t size = count * bytes_per_element;
  for (std::size_t index = 0; index < count; ++index) {
    size += read_text().size();
    size += read_value_size();
  }
  expect_end();
  return size;
}

std::size_t EncodedReader::read_list_size() {
  const std::size_t count = read_count();
  std::size_t size = count * element_bytes;
  for (std::size_t index = 0; index < count; ++index) {
    size += read_value_size();
  }
  expect_end();
  return size;
}

std::size_t EncodedReader::read_set_size(bool of_numbers) {
  std::size_t size = 0;
  for (std::size_t count = read_count(); count > 0; --count) {
    const std::string_view member = read_text();
    size += of_numbers ? number_size_bytes(member) : member.size();
  }
  expect_end();
  return size;
}

std::size_t EncodedReader::read_value_size() {
  switch (read_type()) {
    case AttributeType::string:
    case AttributeType::binary:
      return read_text().size();
    case AttributeType::number:
      return number_size_bytes(read_text());
    case AttributeType::boolean:
      return read_bytes(1).size();
    case AttributeType::null:
      return 1;
    case AttributeType::list:
      return container_bytes + read_nested().read_list_size();
    case AttributeType::map:
      return container_bytes + read_nested().read_map_size(element_bytes);
    case AttributeType::number_set:
      return read_nested().read_set_size(true);
    case AttributeType::string_set:
    case AttributeType::binary_set:
      return read_nested().read_set_size(false);
  }
  throw_damaged();
}

}  // namespace dynamodb
