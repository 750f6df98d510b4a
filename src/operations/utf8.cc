#include "operations/utf8.h"

#include <array>

namespace operations {
namespace {

bool continues(std::string_view text, std::size_t position) {
  return position < text.size() && (static_cast<unsigned char>(text[position]) & 0xC0) == 0x80;
}

constexpr std::array<std::string_view, 9> spaces = {" ",        "\t",           "\n",           "\r",          "\f",
                                                    "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xEF\xBB\xBF"};

}  // namespace

std::size_t utf8_character_bytes(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !continues(text, 1)) return 0;
  if (first < 0xE0) return 2;
  const auto second = static_cast<unsigned char>(text[1]);
  if (!continues(text, 2)) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second >= 0xA0;
    return overlong || surrogate ? 0 : 3;
  }
  if (!continues(text, 3)) return 0;
  const bool overlong = first == 0xF0 && second < 0x90;
  const bool beyond_unicode = first == 0xF4 && second >= 0x90;
  return overlong || beyond_unicode ? 0 : 4;
}

std::size_t utf8_valid_bytes(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    const std::size_t bytes = utf8_character_bytes(text.substr(position, 4));
    if (bytes == 0) break;
    position += bytes;
  }
  return position;
}

std::size_t utf8_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

std::string_view utf8_prefix(std::string_view text, std::size_t characters) {
  std::size_t count = 0;
  for (std::size_t position = 0; position < text.size(); ++position) {
    if ((static_cast<unsigned char>(text[position]) & 0xC0) != 0x80 && count++ == characters) {
      return text.substr(0, position);
    }
  }
  return text;
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto byte = [&text](char32_t value) { text.push_back(static_cast<char>(value)); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xC0 | (code_point >> 6));
    byte(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    byte(0xE0 | (code_point >> 12));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  } else {
    byte(0xF0 | (code_point >> 18));
    byte(0x80 | ((code_point >> 12) & 0x3F));
    byte(0x80 | ((code_point >> 6) & 0x3F));
    byte(0x80 | (code_point & 0x3F));
  }
}

std::string_view trimmed(std::string_view text) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view space : spaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
        changed = true;
      }
      if (text.ends_with(space)) {
        text.remove_suffix(space.size());
        changed = true;
      }
    }
  }
  return text;
}

std::string lower_case(std::string_view text) {
  std::string lower{text};
  for (std::size_t position = 0; position < lower.size(); ++position) {
    auto& character = lower[position];
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character + 32);
    // U+00C0 … U+00DE are C3 80 … C3 9E; their small letters are 0x20 further (0x97 is the multiplication sign).
    const auto byte = static_cast<unsigned char>(character);
    if (position > 0 && lower[position - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97) {
      character = static_cast<char>(byte + 0x20);
    }
  }
  return lower;
}

}  // namespace operations
