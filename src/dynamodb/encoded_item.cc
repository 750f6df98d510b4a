#include "dynamodb/encoded_item.h"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <variant>

#include "dynamodb/encoded_reader.h"

namespace dynamodb {
namespace {

void append_varint(std::string& bytes, std::size_t value) {
  while (value >= 0x80U) {
    bytes += static_cast<char>((value & 0x7FU) | 0x80U);
    value >>= 7U;
  }
  bytes += static_cast<char>(value);
}

void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

// Appends what `write` appends, with its byte length before it. The length is nearly always one byte; when it is not,
// the few bytes are moved.
template <class Write>
void append_with_length(std::string& bytes, Write write) {
  const std::size_t begin = bytes.size();
  write();
  std::string length;
  append_varint(length, bytes.size() - begin);
  bytes.insert(begin, length);
}

void append_item(std::string& bytes, const AttributeMap& item);

class ValueAppender {
 public:
  explicit ValueAppender(std::string& bytes) : bytes_(bytes) {}

  void append(const AttributeValue& value) const {
    bytes_ += static_cast<char>(value.type());
    std::visit(*this, value.variant());
  }

  void operator()(const std::string& text) const { append_text(bytes_, text); }
  void operator()(const Number& number) const { append_text(bytes_, number.to_string()); }
  void operator()(const Binary& binary) const { append_text(bytes_, binary.bytes); }
  void operator()(bool value) const { bytes_ += value ? '\1' : '\0'; }
  void operator()(Null) const {}
  void operator()(const List& list) const {
    append_with_length(bytes_, [&] {
      append_varint(bytes_, list.size());
      for (const AttributeValue& element : list) {
        append(element);
      }
    });
  }
  void operator()(const AttributeMap& map) const {
    append_with_length(bytes_, [&] { append_item(bytes_, map); });
  }
  void operator()(const StringSet& set) const { append_members(set.values); }
  void operator()(const NumberSet& set) const { append_members(set.values); }
  void operator()(const BinarySet& set) const { append_members(set.values); }

 private:
  template <class T>
  void append_members(const std::vector<T>& members) const {
    append_with_length(bytes_, [&] {
      append_varint(bytes_, members.size());
      for (const T& member : members) {
        (*this)(member);
      }
    });
  }

  std::string& bytes_;
};

void append_item(std::string& bytes, const AttributeMap& item) {
  append_varint(bytes, item.size());
  const ValueAppender appender(bytes);
  for (const auto& [name, value] : item) {
    append_text(bytes, name);
    appender.append(value);
  }
}

// Calls visit(name, reader at the value); stops when it returns true.
template <class Visit>
void for_each_attribute(const std::string& bytes, Visit visit) {
  EncodedReader reader(bytes);
  for (std::size_t count = reader.read_count(); count > 0; --count) {
    const std::string_view name = reader.read_text();
    if (visit(name, reader)) {
      return;
    }
    reader.skip_value();
  }
}

}  // namespace

EncodedItem::EncodedItem(const Item& item) {
  constexpr std::size_t expected_bytes_per_attribute = 48;
  bytes_.reserve(8 + item.size() * expected_bytes_per_attribute);
  append_item(bytes_, item);
}

EncodedItem EncodedItem::from_bytes(std::string bytes) {
  EncodedItem item;
  item.bytes_ = std::move(bytes);
  return item;
}

Item EncodedItem::decode() const {
  EncodedReader reader(bytes_);
  Item item = reader.read_item();
  reader.expect_end();
  return item;
}

std::optional<AttributeValue> EncodedItem::find(std::string_view name) const {
  std::optional<AttributeValue> found;
  for_each_attribute(bytes_, [&](std::string_view candidate, EncodedReader& reader) {
    if (candidate == name) {
      found = reader.read_value();
    }
    return candidate >= name;
  });
  return found;
}

std::optional<std::string_view> EncodedItem::find_string(std::string_view name) const {
  std::optional<std::string_view> found;
  for_each_attribute(bytes_, [&](std::string_view candidate, EncodedReader& reader) {
    if (candidate == name && reader.read_type() == AttributeType::string) {
      found = reader.read_text();
    }
    return candidate >= name;
  });
  return found;
}

void EncodedItem::find_scalars(std::span<const std::string_view> names,
                               std::span<std::optional<ScalarText>> found) const {
  std::ranges::fill(found, std::nullopt);
  std::size_t next = 0;
  for_each_attribute(bytes_, [&](std::string_view candidate, EncodedReader& reader) {
    while (next < names.size() && names[next] < candidate) ++next;
    if (next == names.size()) return true;
    if (names[next] != candidate) return false;
    EncodedReader value = reader;
    const AttributeType type = value.read_type();
    if (type == AttributeType::string || type == AttributeType::number) {
      found[next] = ScalarText{.type = type, .text = value.read_text()};
    }
    return false;
  });
}

std::size_t item_size_bytes(const EncodedItem& item) {
  EncodedReader reader(item.bytes());
  return reader.read_item_size();
}

}  // namespace dynamodb
