#include "partiql/placeholders.h"

#include <utility>

namespace partiql {

std::string Placeholders::name(const std::string& attribute) {
  const auto [entry, is_new] = placeholders_.try_emplace(attribute, "#" + std::to_string(placeholders_.size()));
  if (is_new) names_.emplace(entry->second, attribute);
  return entry->second;
}

std::string Placeholders::value(dynamodb::AttributeValue value) {
  auto placeholder = ":" + std::to_string(values_.size());
  values_.emplace(placeholder, std::move(value));
  return placeholder;
}

std::string Placeholders::path(const dynamodb::DocumentPath& path) {
  std::string text;
  for (const auto& element : path.elements) {
    if (const auto* index = std::get_if<std::size_t>(&element)) {
      text += "[" + std::to_string(*index) + "]";
    } else {
      if (!text.empty()) text += ".";
      text += name(std::get<std::string>(element));
    }
  }
  return text;
}

std::string Placeholders::operand(const Operand& operand) {
  if (const auto* document_path = std::get_if<dynamodb::DocumentPath>(&operand)) return path(*document_path);
  if (const auto* size = std::get_if<Size>(&operand)) return "size(" + path(size->path) + ")";
  return value(std::get<dynamodb::AttributeValue>(operand));
}

dynamodb::ExpressionAttributes Placeholders::attributes() && {
  dynamodb::ExpressionAttributes attributes;
  if (!names_.empty()) attributes.names = std::move(names_);
  if (!values_.empty()) attributes.values = std::move(values_);
  return attributes;
}

}  // namespace partiql
