#include "json/value.h"

#include <algorithm>

namespace json {

const Value* Value::find(std::string_view name) const {
  const auto* object = get_if<Object>();
  if (object == nullptr) return nullptr;
  const auto found =
      std::find_if(object->rbegin(), object->rend(), [&](const auto& member) { return member.first == name; });
  return found == object->rend() ? nullptr : &found->second;
}

}  // namespace json
