// One place in a request body, read as the type that the service model gives it. What is wrong with it goes to Faults;
// the reader then gets nothing (nullopt, false) and goes on, so that all faults are found in one pass.
//
//   const Field name = request["IndexName"];
//   if (auto text = name.text({.min = 3, .max = 255})) …
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "json/value.h"
#include "wire/faults.h"

namespace wire {

// Bounds of a number, or of a text's, list's or map's length; both are allowed values.
struct Range {
  std::int64_t min = std::numeric_limits<std::int64_t>::min();
  std::int64_t max = std::numeric_limits<std::int64_t>::max();

  [[nodiscard]] bool bounded() const { return min > 0 || max != std::numeric_limits<std::int64_t>::max(); }
  [[nodiscard]] bool contains(std::size_t length) const {
    return static_cast<std::int64_t>(length) >= min && static_cast<std::int64_t>(length) <= max;
  }
};

// One of an enumeration's texts. Tables of them are in the order in which the service lists the enumeration.
template <class Enum>
struct Name {
  std::string_view text;
  Enum value;
};

class Field {
 public:
  // The body itself.
  Field(const json::Value& body, Faults& faults) : value_(&body), faults_(&faults) {}

  // A member of a structure (that was asked for by structure()); absent also when it is null. The Field refers to its
  // parent, which it must not outlive.
  [[nodiscard]] Field operator[](std::string_view member) const&;
  Field operator[](std::string_view member) const&& = delete;

  [[nodiscard]] bool present() const { return value_ != nullptr; }
  // Notes "Member must not be null" when it is absent. Gives itself: request["Key"].required().
  const Field& required() const;  // NOLINT(modernize-use-nodiscard): mostly called for what it notes

  // Nothing when it is absent, and nothing with a fault when it is no such thing.
  [[nodiscard]] std::optional<std::string> text(Range length_chars = {}) const;
  // As text(), without copying; the view lives as long as the body.
  [[nodiscard]] std::optional<std::string_view> text_view(Range length_chars = {}) const;
  [[nodiscard]] std::optional<bool> boolean() const;
  [[nodiscard]] std::optional<std::int64_t> integer(Range range = {}) const { return whole(range, "Integer"); }
  [[nodiscard]] std::optional<std::int64_t> long_integer(Range range = {}) const { return whole(range, "Long"); }
  [[nodiscard]] std::optional<std::string> binary() const;  // base64, decoded

  template <class Enum, std::size_t count>
  [[nodiscard]] std::optional<Enum> one_of(const Name<Enum> (&names)[count]) const {
    const std::optional<std::string_view> given = text_view();
    if (!given) return std::nullopt;
    for (const Name<Enum>& name : names) {
      if (name.text == *given) return name.value;
    }
    std::string set;
    for (const Name<Enum>& name : names) {
      set.append(set.empty() ? "" : ", ").append(name.text);
    }
    outside_enumeration(*given, set);
    return std::nullopt;
  }

  // True when it is there and is an object; `type` is its name in the model ("ProvisionedThroughput").
  [[nodiscard]] bool structure(std::string_view type) const;

  // Calls `each` with every element. False when it is absent or no list. Elements may be absent (null).
  template <std::invocable<const Field&> Each>
  bool list(Range length, Each each) const {  // NOLINT(modernize-use-nodiscard)
    const json::Array* elements = array(length);
    if (elements == nullptr) return false;
    std::size_t position = 0;
    for (const json::Value& element : *elements) {
      each(Field(&element, *this, "", ++position));
    }
    return true;
  }
  // Calls `each` with every key and its value. False when it is absent or no map. `value_type` is the values' name in
  // the model ("AttributeValue") or a Java class ("java.lang.String").
  template <std::invocable<std::string_view, const Field&> Each>
  bool map(std::string_view value_type, Each each) const {  // NOLINT(modernize-use-nodiscard)
    const json::Object* members = object_as_map(value_type);
    if (members == nullptr) return false;
    for (const auto& [key, value] : *members) {
      each(std::string_view(key), Field(&value, *this, key, 0));
    }
    return true;
  }

  // "transactItems.1.member.put.tableName"
  [[nodiscard]] std::string path() const;
  // Notes that `value` (nullopt: null) of this field breaks `constraint`.
  void violates(std::optional<std::string> value, std::string constraint) const;
  [[nodiscard]] Faults& faults() const { return *faults_; }
  // The JSON itself, nullptr when absent. For the readers of this room only.
  [[nodiscard]] const json::Value* json() const { return value_; }

 private:
  Field(const json::Value* value, const Field& parent, std::string_view name, std::size_t position);

  [[nodiscard]] std::optional<std::int64_t> whole(Range range, std::string_view type) const;
  [[nodiscard]] const json::Array* array(Range length) const;
  [[nodiscard]] const json::Object* object_as_map(std::string_view value_type) const;
  void outside_enumeration(std::string_view given, std::string_view set) const;
  // Notes the violation of a length that is out of its range; `shown` is the text of the value.
  void length_violates(std::size_t length, Range range, std::string_view shown) const;
  [[nodiscard]] dynamodb::Error unexpected_scalar() const;

  const json::Value* value_ = nullptr;
  Faults* faults_ = nullptr;
  const Field* parent_ = nullptr;
  std::string_view name_;
  std::size_t position_ = 0;  // in a list, from 1; 0 elsewhere
  bool in_map_ = false;
};

}  // namespace wire
