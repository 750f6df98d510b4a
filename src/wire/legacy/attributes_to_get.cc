// AttributesToGet.
#include <set>
#include <string_view>
#include <utility>

#include "dynamodb/errors.h"
#include "wire/legacy/comparison.h"
#include "wire/legacy/expressions.h"

namespace wire::legacy {

namespace errors = dynamodb::errors;
using dynamodb::ExpressionAttributes;
using dynamodb::Result;
using dynamodb::Select;

Result<std::optional<std::string>> projection_expression(const std::vector<std::string>& attributes_to_get,
                                                         ExpressionAttributes& attributes) {
  if (attributes_to_get.empty()) return std::nullopt;
  std::set<std::string_view> names;
  for (const std::string& name : attributes_to_get) {
    if (auto valid = check_attribute(name); !valid) return std::unexpected(std::move(valid.error()));
    if (!names.insert(name).second) return std::unexpected(errors::legacy_attribute_twice(name));
  }
  attributes.made_of_legacy_parameters = true;
  Placeholders placeholders(attributes);
  std::string text;
  for (const std::string& name : attributes_to_get) {
    text += (text.empty() ? "" : ",") + placeholders.name(name);
  }
  return text;
}

Result<void> check_select_of_attributes_to_get(Select select) {
  switch (select) {
    case Select::all_attributes:
      return std::unexpected(errors::legacy_attributes_with_select("ALL_ATTRIBUTES"));
    case Select::all_projected_attributes:
      return std::unexpected(errors::legacy_attributes_with_select("ALL_PROJECTED_ATTRIBUTES"));
    case Select::count:
      return std::unexpected(errors::legacy_attributes_with_select("COUNT"));
    case Select::unspecified:
    case Select::specific_attributes:
      break;
  }
  return {};
}

}  // namespace wire::legacy
