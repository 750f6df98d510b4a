// Reads the layout of encoded_item.h. For encoded_item.cc and for wire/, which writes items as JSON from their bytes.
#pragma once

#include <cstddef>
#include <string_view>

#include "dynamodb/attribute_value.h"

namespace dynamodb {

// Every member throws std::runtime_error where the bytes are not what an EncodedItem writes, and none reads outside
// them, takes memory out of proportion to them, or nests deeper than a valid item.
class EncodedReader {
 public:
  explicit EncodedReader(std::string_view bytes) : rest_(bytes) {}

  // A count of things that take at least one byte each.
  [[nodiscard]] std::size_t read_count();
  [[nodiscard]] std::string_view read_text();
  [[nodiscard]] AttributeType read_type();
  [[nodiscard]] bool read_boolean();
  // The inside of a list, map or set, whose type was read before.
  [[nodiscard]] EncodedReader read_nested();

  [[nodiscard]] Item read_item();
  [[nodiscard]] AttributeValue read_value();
  void skip_value();

  // The size as item_size.h defines it.
  [[nodiscard]] std::size_t read_item_size();

  void expect_end() const;

 private:
  EncodedReader(std::string_view bytes, std::size_t level);

  [[nodiscard]] std::size_t read_varint();
  [[nodiscard]] std::string_view read_bytes(std::size_t count);

  [[nodiscard]] AttributeMap read_map();
  [[nodiscard]] List read_list();
  template <class Set, class Make>
  [[nodiscard]] Set read_set(Make make);

  [[nodiscard]] std::size_t read_map_size(std::size_t bytes_per_element);
  [[nodiscard]] std::size_t read_value_size();
  [[nodiscard]] std::size_t read_list_size();
  [[nodiscard]] std::size_t read_set_size(bool of_numbers);

  std::string_view rest_;
  std::size_t level_ = 0;  // how many lists and maps this is inside of
};

}  // namespace dynamodb
