#include "dynamodb/expressions/document_path.h"

namespace dynamodb {

const AttributeValue* child(const AttributeValue& parent, const PathElement& element) {
  if (const auto* name = std::get_if<std::string>(&element)) {
    const auto* map = parent.get_if<AttributeMap>();
    if (map == nullptr) return nullptr;
    auto found = map->find(*name);
    return found == map->end() ? nullptr : &found->second;
  }
  const auto* list = parent.get_if<List>();
  auto index = std::get<std::size_t>(element);
  return list != nullptr && index < list->size() ? &(*list)[index] : nullptr;
}

const AttributeValue* resolve(const DocumentPath& path, const Item& item) {
  auto found = item.find(path.root());
  if (found == item.end()) return nullptr;
  const AttributeValue* value = &found->second;
  for (std::size_t i = 1; i < path.elements.size() && value != nullptr; ++i) value = child(*value, path.elements[i]);
  return value;
}

}  // namespace dynamodb
