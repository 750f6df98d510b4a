// Walks through a JSON export element by element, so that a text of a gigabyte never becomes a tree in memory.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "operations/input_error.h"

namespace operations {

// A value of the outermost object, or where that is an array one of its elements.
struct JsonElement {
  std::string_view member;  // "athletes"
  std::string_view text;    // JSON text that begins and ends right; what is inside is not checked yet
  std::size_t line = 0;
  bool in_array = false;
};

class JsonElementReader {
 public:
  // `text` stays alive.
  explicit JsonElementReader(std::string_view text) : text_(text) {}
  // nullopt at the end. Errors name the line: no object, broken structure, an element above json_element_bytes_max.
  [[nodiscard]] std::expected<std::optional<JsonElement>, InputError> next();

 private:
  enum class State { start, member, elements, end };
  std::expected<std::optional<JsonElement>, InputError> fail(std::string_view problem) const;
  void skip_space();
  bool accept(char character);
  std::optional<std::string_view> take_string();
  // A whole value, by brackets and quotes; empty when there is none or it is cut off.
  std::string_view take_value();
  std::expected<std::optional<JsonElement>, InputError> next_member();
  std::expected<std::optional<JsonElement>, InputError> next_element();

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  State state_ = State::start;
  bool first_ = true;
  std::string_view member_;
};

}  // namespace operations
