// An item as bytes: the form in which the engine stores it and every read answers it. A read without filter or
// projection hands the stored bytes on untouched; whoever needs one attribute takes that one out, whoever needs all
// decodes.
//
// Layout (version 1; a change needs a new engine format version, engine/storage.h): varint attribute count, then per
// attribute, sorted by name: varint name length, name, value. A value is one type byte (AttributeType) and:
//   string, binary: varint length, bytes        number: varint length, its canonical text (Number::to_string)
//   boolean: one byte 0/1                        null: nothing
//   list, map: varint byte length of what follows, then varint count and the elements (map: as an item)
//   sets: varint byte length of what follows, then varint count and per member varint length and bytes
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dynamodb/attribute_value.h"

namespace dynamodb {

// A top-level attribute of type S, or N as its canonical text: a view into the item's bytes.
struct ScalarText {
  AttributeType type = AttributeType::string;
  std::string_view text;
};

class EncodedItem {
 public:
  EncodedItem() : bytes_(1, '\0') {}  // no attributes
  explicit EncodedItem(const Item& item);
  // Bytes written by an EncodedItem before; they are trusted (decode of damaged bytes throws std::runtime_error,
  // and never reads outside them).
  [[nodiscard]] static EncodedItem from_bytes(std::string bytes);

  [[nodiscard]] const std::string& bytes() const { return bytes_; }
  [[nodiscard]] std::string release() && { return std::move(bytes_); }

  [[nodiscard]] Item decode() const;
  // One top-level attribute, without decoding the rest.
  [[nodiscard]] std::optional<AttributeValue> find(std::string_view name) const;
  // A top-level attribute of type S as a view into bytes(); nullopt when absent or of another type.
  [[nodiscard]] std::optional<std::string_view> find_string(std::string_view name) const;
  // Several attributes in one pass, without decoding the rest: `found[i]` becomes that of `names[i]`, or nullopt where
  // it is absent or neither S nor N. The names ascend; both spans are equally long.
  void find_scalars(std::span<const std::string_view> names, std::span<std::optional<ScalarText>> found) const;

  friend bool operator==(const EncodedItem&, const EncodedItem&) = default;

 private:
  std::string bytes_;
};

// The item's size as DynamoDB bills and limits it (item_size.h), computed from the bytes without decoding.
[[nodiscard]] std::size_t item_size_bytes(const EncodedItem& item);

}  // namespace dynamodb
