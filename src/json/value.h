// A JSON document in memory. Numbers keep their text: who needs a double, a decimal or an exact integer converts it
// himself and says what is wrong with it.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace json {

class Value;
using Array = std::vector<Value>;
// In document order, duplicates kept; find() gives the last (as JavaScript and Python do).
using Object = std::vector<std::pair<std::string, Value>>;
struct Null {
  friend bool operator==(Null, Null) = default;
};
struct Number {
  std::string text;  // as written: "1e400", "-0.0"
  friend bool operator==(const Number&, const Number&) = default;
};

class Value {
 public:
  using Variant = std::variant<Null, bool, Number, std::string, Array, Object>;
  Value() = default;
  explicit Value(Variant value) : value_(std::move(value)) {}
  [[nodiscard]] const Variant& variant() const { return value_; }
  template <class T>
  [[nodiscard]] const T* get_if() const {
    return std::get_if<T>(&value_);
  }
  // The member of an object, or nullptr (also when this is no object).
  [[nodiscard]] const Value* find(std::string_view name) const;
  friend bool operator==(const Value&, const Value&) = default;

 private:
  Variant value_;
};

struct ParseError {
  std::size_t position = 0;  // byte in the text
  std::string message;       // one sentence, for the user
};

inline constexpr std::size_t depth_max = 200;

// One JSON text; a UTF-8 byte order mark before it is skipped. Errors: not JSON (NaN and Infinity are not), not UTF-8,
// lone surrogates in \u escapes, deeper than depth_max, anything after the document. Needs no stack in proportion to
// depth.
[[nodiscard]] std::expected<Value, ParseError> parse(std::string_view text);

}  // namespace json
