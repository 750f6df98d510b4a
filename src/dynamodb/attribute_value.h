// The ten types of DynamoDB's values, and maps of them (an item, a key, a set of placeholders).
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dynamodb/number.h"

namespace dynamodb {

class AttributeValue;

using List = std::vector<AttributeValue>;
// Ordered by name (bytes).
using AttributeMap = std::map<std::string, AttributeValue, std::less<>>;
// A whole item: attribute name to value.
using Item = AttributeMap;

struct Null {
  friend bool operator==(Null, Null) = default;
};
struct Binary {
  std::string bytes;
  friend bool operator==(const Binary&, const Binary&) = default;
  friend auto operator<=>(const Binary&, const Binary&) = default;
};
// Sets are kept sorted and without duplicates, so that equal sets are equal member by member; make them by make_set
// or sort before constructing. Never empty in a valid item.
struct StringSet {
  std::vector<std::string> values;
  friend bool operator==(const StringSet&, const StringSet&) = default;
};
struct NumberSet {
  std::vector<Number> values;
  friend bool operator==(const NumberSet&, const NumberSet&) = default;
};
struct BinarySet {
  std::vector<Binary> values;
  friend bool operator==(const BinarySet&, const BinarySet&) = default;
};

// In the order of the variant below.
enum class AttributeType { string, number, binary, boolean, null, list, map, string_set, number_set, binary_set };

class AttributeValue {
 public:
  using Variant =
      std::variant<std::string, Number, Binary, bool, Null, List, AttributeMap, StringSet, NumberSet, BinarySet>;

  // Defined in the .cc, as every special member here is: copying, moving and destroying ten alternatives, inlined into
  // every use of an item or a request, took most of the build.
  AttributeValue();
  AttributeValue(std::string value);       // NOLINT(google-explicit-constructor)
  AttributeValue(std::string_view value);  // NOLINT(google-explicit-constructor)
  AttributeValue(const char* value);       // NOLINT(google-explicit-constructor)
  AttributeValue(Number value);            // NOLINT(google-explicit-constructor)
  AttributeValue(Binary value);            // NOLINT(google-explicit-constructor)
  AttributeValue(Null value);              // NOLINT(google-explicit-constructor)
  AttributeValue(List value);              // NOLINT(google-explicit-constructor)
  AttributeValue(AttributeMap value);      // NOLINT(google-explicit-constructor)
  AttributeValue(StringSet value);         // NOLINT(google-explicit-constructor)
  AttributeValue(NumberSet value);         // NOLINT(google-explicit-constructor)
  AttributeValue(BinarySet value);         // NOLINT(google-explicit-constructor)
  AttributeValue(const AttributeValue& other);
  AttributeValue(AttributeValue&& other) noexcept;
  AttributeValue& operator=(const AttributeValue& other);
  AttributeValue& operator=(AttributeValue&& other) noexcept;
  ~AttributeValue();
  // Not a constructor: a pointer would turn into a bool.
  [[nodiscard]] static AttributeValue boolean(bool value) {
    AttributeValue result;
    result.value_ = value;
    return result;
  }

  [[nodiscard]] AttributeType type() const { return static_cast<AttributeType>(value_.index()); }
  [[nodiscard]] const Variant& variant() const { return value_; }
  [[nodiscard]] Variant& variant() { return value_; }

  // The value as T, or nullptr when it is of another type.
  template <class T>
  [[nodiscard]] const T* get_if() const {
    return std::get_if<T>(&value_);
  }
  template <class T>
  [[nodiscard]] T* get_if() {
    return std::get_if<T>(&value_);
  }

  friend bool operator==(const AttributeValue& left, const AttributeValue& right);

 private:
  Variant value_;
};

// An item inside an Error (error.h).
struct AttributeMapBox {
  Item item;
};

// "S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS"
[[nodiscard]] std::string_view type_descriptor(AttributeType type);

// Compares two values of the same ordered type (S by UTF-8 bytes, N by value, B by unsigned bytes);
// std::partial_ordering::unordered for any other pair.
[[nodiscard]] std::partial_ordering compare(const AttributeValue& left, const AttributeValue& right);

// A set of the members in any order; ValidationException when there are none, or two are equal (1 and 1.0 are).
[[nodiscard]] Result<StringSet> make_set(const std::vector<std::string>& members);
[[nodiscard]] Result<NumberSet> make_set(std::vector<Number> members);
[[nodiscard]] Result<BinarySet> make_set(const std::vector<Binary>& members);

}  // namespace dynamodb
