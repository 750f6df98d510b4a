#include "tracker/placeholders.h"

namespace tracker {

std::string Placeholders::name(std::string_view attribute) {
  if (!attributes_.names) attributes_.names.emplace();
  std::string placeholder = "#";
  placeholder += attribute;
  attributes_.names->insert_or_assign(placeholder, std::string(attribute));
  return placeholder;
}

std::string Placeholders::value(dynamodb::AttributeValue value) {
  if (!attributes_.values) attributes_.values.emplace();
  std::string placeholder = ":v" + std::to_string(attributes_.values->size());
  attributes_.values->emplace(placeholder, std::move(value));
  return placeholder;
}

dynamodb::ExpressionAttributes Placeholders::take() && {
  return std::move(attributes_);
}

}  // namespace tracker
