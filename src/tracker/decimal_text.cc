#include "tracker/decimal_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tracker {
namespace {

// Python prints positional notation for decimal exponents from -4 up to 15, and scientific outside.
constexpr int positional_exponent_min = -4;
constexpr int positional_exponent_max = 15;
constexpr std::size_t shortest_text_max = 32;  // sign, 17 digits, point, "e-308"

std::string scientific(std::string digits, int exponent) {
  if (digits.size() > 1) digits.insert(1, ".");
  const int magnitude = std::abs(exponent);
  digits += exponent < 0 ? "e-" : "e+";
  if (magnitude < 10) digits += '0';
  return digits + std::to_string(magnitude);
}

std::string positional(std::string digits, int exponent) {
  if (exponent < 0) return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  const auto whole = static_cast<std::size_t>(exponent) + 1;
  if (digits.size() <= whole) return digits + std::string(whole - digits.size(), '0') + ".0";
  return digits.insert(whole, ".");
}

// Beyond what from_chars can hold: did it vanish (reads as zero) or overflow? The exponent's sign tells; a number
// out of range without an exponent has either hundreds of leading digits or hundreds of zeros after the point.
bool is_vanishing(std::string_view text) {
  const auto exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos) return text.substr(exponent + 1).starts_with('-');
  const auto digit = text.find_first_of("123456789");
  return digit != std::string_view::npos && text.find('.') < digit;
}

}  // namespace

std::string format_decimal(double value) {
  std::array<char, shortest_text_max> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  const auto exponent_at = text.find('e');
  std::string digits(text.substr(0, exponent_at));
  std::erase(digits, '.');
  std::string_view exponent_text = text.substr(exponent_at + 1);
  if (exponent_text.starts_with('+')) exponent_text.remove_prefix(1);
  int exponent = 0;
  std::from_chars(exponent_text.data(), exponent_text.data() + exponent_text.size(), exponent);

  const bool is_positional = exponent >= positional_exponent_min && exponent <= positional_exponent_max;
  const std::string magnitude =
      is_positional ? positional(std::move(digits), exponent) : scientific(std::move(digits), exponent);
  return std::signbit(value) ? "-" + magnitude : magnitude;
}

std::optional<double> parse_decimal(std::string_view text) {
  const std::string_view original = text;
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.starts_with('-') && original.starts_with('+')) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end != text.data() + text.size() || text.empty()) return std::nullopt;
  if (error == std::errc::result_out_of_range) {
    if (!is_vanishing(text)) return std::nullopt;
    return text.starts_with('-') ? -0.0 : 0.0;
  }
  if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<double> decimal_value(const dynamodb::AttributeValue& value) {
  if (const auto* text = value.get_if<std::string>()) return parse_decimal(*text);
  if (const auto* number = value.get_if<dynamodb::Number>()) return parse_decimal(number->to_string());
  return std::nullopt;
}

}  // namespace tracker
