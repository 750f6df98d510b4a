#include "dynamodb/tag_validation.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

// Of UTF-8: all bytes but those that continue a character.
std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

// Letters and digits of other scripts are allowed too, and so is whatever is not ASCII here.
bool has_allowed_characters(std::string_view text) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _.:/=+-@";
  return std::ranges::all_of(text, [&](char byte) {
    return static_cast<unsigned char>(byte) >= 0x80U || allowed.find(byte) != std::string_view::npos;
  });
}

Result<void> validate_key(std::string_view key) {
  if (key.empty() || characters(key) > limits::tag_key_chars_max || !has_allowed_characters(key)) {
    return std::unexpected(errors::tag_key_invalid(key));
  }
  if (key.starts_with("aws:")) return std::unexpected(errors::tag_key_reserved(key));
  return {};
}

}  // namespace

Result<void> validate_tags(const std::vector<Tag>& tags) {
  std::set<std::string_view> keys;
  for (const Tag& tag : tags) {
    if (auto valid = validate_key(tag.key); !valid) return valid;
    if (characters(tag.value) > limits::tag_value_chars_max || !has_allowed_characters(tag.value)) {
      return std::unexpected(errors::tag_value_invalid(tag.value));
    }
    if (!keys.insert(tag.key).second) return std::unexpected(errors::tag_key_duplicated(tag.key));
  }
  return {};
}

Result<void> validate_tag_keys(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    if (auto valid = validate_key(key); !valid) return valid;
  }
  return {};
}

Result<std::vector<Tag>> with_tags(std::vector<Tag> existing, const std::vector<Tag>& added) {
  for (const Tag& tag : added) {
    const auto found = std::ranges::find(existing, tag.key, &Tag::key);
    if (found == existing.end()) {
      existing.push_back(tag);
    } else {
      found->value = tag.value;
    }
  }
  if (existing.size() > limits::tags_max) return std::unexpected(errors::too_many_tags());
  std::ranges::sort(existing, {}, &Tag::key);
  return existing;
}

std::vector<Tag> without_tags(std::vector<Tag> existing, const std::vector<std::string>& keys) {
  std::erase_if(existing, [&](const Tag& tag) { return std::ranges::find(keys, tag.key) != keys.end(); });
  return existing;
}

}  // namespace dynamodb
