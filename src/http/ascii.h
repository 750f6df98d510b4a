// Letters of ASCII without regard to the locale: field names and host names are compared so (RFC 9110, 5.1 and 4.2.3).
#pragma once

#include <algorithm>
#include <string_view>

namespace http {

[[nodiscard]] constexpr char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

[[nodiscard]] constexpr bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

[[nodiscard]] constexpr bool is_hex_digit(char letter) {
  return is_digit(letter) || (to_lower(letter) >= 'a' && to_lower(letter) <= 'f');
}

[[nodiscard]] constexpr bool is_alphanumeric(char letter) {
  return is_digit(letter) || (to_lower(letter) >= 'a' && to_lower(letter) <= 'z');
}

[[nodiscard]] constexpr bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return left.size() == right.size() &&
         std::ranges::equal(left, right, [](char one, char other) { return to_lower(one) == to_lower(other); });
}

}  // namespace http
