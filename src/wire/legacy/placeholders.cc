#include "wire/legacy/placeholders.h"

#include <utility>

namespace wire::legacy {
namespace {

template <class Map, class Value>
std::string insert(std::optional<Map>& placeholders, const char* prefix, std::size_t& next, Value value) {
  if (!placeholders) placeholders.emplace();
  std::string placeholder;
  do {
    placeholder = prefix + std::to_string(next++);
  } while (placeholders->contains(placeholder));
  placeholders->emplace(placeholder, std::move(value));
  return placeholder;
}

}  // namespace

std::string Placeholders::name(std::string_view attribute) {
  return insert(attributes_.names, "#_", next_name_, std::string(attribute));
}

std::string Placeholders::value(dynamodb::AttributeValue value) {
  return insert(attributes_.values, ":_", next_value_, std::move(value));
}

}  // namespace wire::legacy
