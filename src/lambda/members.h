// Members of an event that may be absent or null, which is the same.
#pragma once

#include <optional>
#include <string_view>

#include "json/value.h"

namespace lambda {

[[nodiscard]] inline const json::Object* object_of(const json::Value* value) {
  return value == nullptr ? nullptr : value->get_if<json::Object>();
}

[[nodiscard]] inline std::optional<std::string_view> text_of(const json::Value* value) {
  const auto* text = value == nullptr ? nullptr : value->get_if<std::string>();
  return text == nullptr ? std::nullopt : std::optional<std::string_view>(*text);
}

[[nodiscard]] inline std::optional<std::string_view> text_member(const json::Value* value, std::string_view name) {
  return value == nullptr ? std::nullopt : text_of(value->find(name));
}

[[nodiscard]] inline const json::Value* member(const json::Value* value, std::string_view name) {
  return value == nullptr ? nullptr : value->find(name);
}

}  // namespace lambda
