// Document paths: a.b[3].c
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.Attributes.html
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "dynamodb/attribute_value.h"

namespace dynamodb {

// A name in a map, or a position in a list.
using PathElement = std::variant<std::string, std::size_t>;

// a.b[3].c; the first element is always a name.
struct DocumentPath {
  std::vector<PathElement> elements;
  [[nodiscard]] const std::string& root() const { return std::get<std::string>(elements.front()); }
  [[nodiscard]] bool is_top_level() const { return elements.size() == 1; }
  friend bool operator==(const DocumentPath&, const DocumentPath&) = default;
};

// The value at the path, or nullptr.
[[nodiscard]] const AttributeValue* resolve(const DocumentPath& path, const Item& item);
// One step down: the member or element of `parent`, or nullptr.
[[nodiscard]] const AttributeValue* child(const AttributeValue& parent, const PathElement& element);

}  // namespace dynamodb
