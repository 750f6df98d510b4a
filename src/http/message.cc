#include "http/message.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "http/ascii.h"

namespace http {

void Headers::set(std::string_view name, std::string value) {
  std::erase_if(fields_, [name](const auto& field) { return equal_ignoring_case(field.first, name); });
  fields_.emplace_back(std::string(name), std::move(value));
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  const auto field =
      std::ranges::find_if(fields_, [name](const auto& each) { return equal_ignoring_case(each.first, name); });
  if (field == fields_.end()) return std::nullopt;
  return std::string_view(field->second);
}

std::size_t Headers::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(fields_, [name](const auto& field) { return equal_ignoring_case(field.first, name); }));
}

std::string_view Request::path() const {
  return std::string_view(target).substr(0, target.find('?'));
}

std::string_view Request::query_string() const {
  const std::size_t question_mark = target.find('?');
  if (question_mark == std::string::npos) return {};
  return std::string_view(target).substr(question_mark + 1);
}

}  // namespace http
