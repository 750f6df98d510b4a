#include "dynamodb/expressions/expression_context.h"

#include <algorithm>

#include "dynamodb/expressions/expression_errors.h"
#include "dynamodb/item_size.h"
#include "dynamodb/key.h"
#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

using expression_errors::Placeholders;

bool is_placeholder(std::string_view key, char prefix) {
  auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return key.size() > 1 && key.front() == prefix && std::ranges::all_of(key.substr(1), is_part);
}

Result<void> check_key(Placeholders which, std::string_view key) {
  if (key.size() > limits::placeholder_bytes_max) {
    return std::unexpected(expression_errors::placeholder_too_long(which, key.size()));
  }
  if (!is_placeholder(key, which == Placeholders::names ? '#' : ':')) {
    return std::unexpected(expression_errors::placeholder_malformed(which, key));
  }
  return {};
}

Result<void> check_names(const ExpressionAttributes& attributes) {
  if (!attributes.names) return {};
  if (attributes.names->empty()) return std::unexpected(expression_errors::placeholders_empty(Placeholders::names));
  for (const auto& [key, name] : *attributes.names) {
    if (auto checked = check_key(Placeholders::names, key); !checked) return checked;
  }
  for (const auto& [key, name] : *attributes.names) {
    if (name.empty()) return std::unexpected(expression_errors::attribute_name_empty(key));
    if (name.size() > limits::attribute_name_bytes_max) {
      return std::unexpected(expression_errors::attribute_name_too_long(key));
    }
  }
  return {};
}

Result<void> check_values(const ExpressionAttributes& attributes) {
  if (!attributes.values) return {};
  if (attributes.values->empty()) return std::unexpected(expression_errors::placeholders_empty(Placeholders::values));
  std::size_t size_bytes = 0;
  for (const auto& [key, value] : *attributes.values) {
    if (auto checked = check_key(Placeholders::values, key); !checked) return checked;
    size_bytes += value_size_bytes(value);
  }
  if (size_bytes > limits::substitution_values_bytes_max) return std::unexpected(expression_errors::values_too_large());
  if (validate_values(*attributes.values)) return {};
  for (const auto& [key, value] : *attributes.values) {
    auto checked = validate_values({{key, value}});
    if (!checked) return std::unexpected(expression_errors::value_invalid(key, checked.error().message));
  }
  return {};
}

template <class Map>
std::vector<std::string_view> keys_outside(const Map& placeholders, const std::set<std::string_view>& used) {
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : placeholders) {
    if (!used.contains(key)) keys.emplace_back(key);
  }
  return keys;
}

}  // namespace

Result<ExpressionContext> ExpressionContext::create(const ExpressionAttributes& attributes,
                                                    std::initializer_list<ExpressionParameter> parameters) {
  bool any_given = false;
  bool any_with_values_given = false;
  std::vector<ExpressionKind> absent_with_values;
  for (const ExpressionParameter& parameter : parameters) {
    any_given = any_given || parameter.given;
    if (parameter.kind == ExpressionKind::projection) continue;
    any_with_values_given = any_with_values_given || parameter.given;
    if (!parameter.given) absent_with_values.push_back(parameter.kind);
  }
  if (attributes.names && !any_given) return std::unexpected(expression_errors::names_without_expression());
  if (attributes.values && !any_with_values_given) {
    return std::unexpected(expression_errors::values_without_expression(absent_with_values));
  }
  return create(attributes, true);
}

Result<ExpressionContext> ExpressionContext::create(const ExpressionAttributes& attributes, bool has_expression) {
  if (attributes.names && !has_expression) return std::unexpected(expression_errors::names_without_expression());
  if (attributes.values && !has_expression) return std::unexpected(expression_errors::values_without_expression({}));
  if (auto names = check_names(attributes); !names) return std::unexpected(std::move(names.error()));
  if (auto values = check_values(attributes); !values) return std::unexpected(std::move(values.error()));
  ExpressionContext context;
  context.attributes_ = &attributes;
  return context;
}

Result<void> ExpressionContext::check_operator_count(std::size_t count, ExpressionKind kind) const {
  if (count <= limits::expression_operators_max || made_of_legacy_parameters()) return {};
  return std::unexpected(expression_errors::too_many_operators(kind, count));
}

const std::string* ExpressionContext::name(std::string_view placeholder) {
  if (!attributes_->names) return nullptr;
  auto found = attributes_->names->find(placeholder);
  if (found == attributes_->names->end()) return nullptr;
  used_names_.insert(found->first);
  return &found->second;
}

const AttributeValue* ExpressionContext::value(std::string_view placeholder) {
  if (!attributes_->values) return nullptr;
  auto found = attributes_->values->find(placeholder);
  if (found == attributes_->values->end()) return nullptr;
  used_values_.insert(found->first);
  return &found->second;
}

Result<void> ExpressionContext::check_all_used() const {
  if (attributes_->names) {
    if (auto keys = keys_outside(*attributes_->names, used_names_); !keys.empty()) {
      return std::unexpected(expression_errors::placeholders_unused(Placeholders::names, keys));
    }
  }
  if (attributes_->values) {
    if (auto keys = keys_outside(*attributes_->values, used_values_); !keys.empty()) {
      return std::unexpected(expression_errors::placeholders_unused(Placeholders::values, keys));
    }
  }
  return {};
}

}  // namespace dynamodb
