#include "operations/decimal_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "operations/limits.h"
#include "operations/utf8.h"

namespace operations {
namespace {

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

// Digits, points and commas with an optional sign: what can be evidence at all.
bool is_marked_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > limits::short_cell_bytes_max) return false;
  return std::ranges::any_of(text, is_digit) && std::ranges::all_of(text, [](char character) {
           return is_digit(character) || character == '.' || character == ',';
         });
}

// Digits in groups of three from the right, the first of one to three: "1,234,567" for ','.
bool is_grouped(std::string_view whole, char group) {
  std::size_t digits = 0;
  bool first = true;
  for (const char character : whole) {
    if (character != group) {
      ++digits;
      continue;
    }
    if (first ? digits < 1 || digits > 3 : digits != 3) return false;
    first = false;
    digits = 0;
  }
  return first || digits == 3;
}

// Removes one kind of digit grouping that stands beside the mark: narrow and ordinary spaces, and Swiss apostrophes.
std::string without_spaces_between_digits(std::string_view text) {
  std::string result;
  constexpr std::array<std::string_view, 6> groups = {" ",           "'", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
                                                      "\xE2\x80\x99"};
  for (std::size_t position = 0; position < text.size();) {
    const std::string_view rest = text.substr(position);
    const auto* const group =
        std::ranges::find_if(groups, [rest](std::string_view mark) { return rest.starts_with(mark); });
    if (group == groups.end()) {
      result.push_back(text[position++]);
      continue;
    }
    const std::string_view after = rest.substr(group->size());
    const bool groups_three = !result.empty() && is_digit(result.back()) && after.size() >= 3 &&
                              std::ranges::all_of(after.substr(0, 3), is_digit) &&
                              (after.size() == 3 || !is_digit(after[3]));
    if (!groups_three) return std::string{text};
    position += group->size();
  }
  return result;
}

}  // namespace

Measure split_measure(std::string_view cell) {
  const std::string_view text = trimmed(cell);
  const std::size_t last_digit = text.find_last_of("0123456789");
  if (last_digit == std::string_view::npos) return {text, {}};
  return {text.substr(0, last_digit + 1), trimmed(text.substr(last_digit + 1))};
}

MarkEvidence mark_evidence(std::string_view cell) {
  std::string_view text = split_measure(cell).number;
  if (!is_marked_number(text)) return MarkEvidence::none;
  if (!is_digit(text[0])) text.remove_prefix(text[0] == '-' || text[0] == '+' ? 1 : 0);
  const auto points = std::ranges::count(text, '.');
  const auto commas = std::ranges::count(text, ',');
  if (points + commas == 0) return MarkEvidence::none;
  if (points > 0 && commas > 0) {
    return text.rfind('.') > text.rfind(',') ? MarkEvidence::point : MarkEvidence::comma;
  }
  const char mark = points > 0 ? '.' : ',';
  const auto as_decimal = mark == '.' ? MarkEvidence::point : MarkEvidence::comma;
  const auto as_group = mark == '.' ? MarkEvidence::comma : MarkEvidence::point;
  if (points + commas > 1) return as_group;
  const std::size_t position = text.find(mark);
  const bool could_group = text.size() - position - 1 == 3 && position >= 1 && position <= 3 && text[0] != '0';
  return could_group ? MarkEvidence::ambiguous : as_decimal;
}

void MarkCount::add(MarkEvidence evidence) {
  point += evidence == MarkEvidence::point;
  comma += evidence == MarkEvidence::comma;
  ambiguous += evidence == MarkEvidence::ambiguous;
}

std::optional<DecimalMark> MarkCount::mark() const {
  if (point == comma) return std::nullopt;
  return point > comma ? DecimalMark::point : DecimalMark::comma;
}

std::expected<double, std::string> parse_number(std::string_view text, DecimalMark mark) {
  constexpr std::string_view not_a_number = "is not a number";
  text = trimmed(text);
  if (text.size() > limits::short_cell_bytes_max) return std::unexpected("is too long for a number");
  std::string plain = without_spaces_between_digits(text);
  if (plain.starts_with("\xE2\x88\x92")) plain.replace(0, 3, "-");
  if (plain.starts_with('+')) plain.erase(0, 1);
  const char decimal = mark == DecimalMark::comma ? ',' : '.';
  const char group = decimal == ',' ? '.' : ',';
  const std::size_t point = plain.find(decimal);
  const std::size_t sign = plain.starts_with('-') ? 1 : 0;
  std::string whole = plain.substr(sign, point == std::string::npos ? point : point - sign);
  if (whole.contains(group)) {
    if (!is_grouped(whole, group)) {
      return std::unexpected(decimal == '.' ? "has a comma where a decimal point is expected"
                                            : "has a point where a decimal comma is expected");
    }
    std::erase(whole, group);
  }
  std::string number = plain.substr(0, sign) + whole;
  if (point != std::string::npos) number += '.' + plain.substr(point + 1);
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error == std::errc::result_out_of_range) return std::unexpected("is beyond any number that can be stored");
  if (error != std::errc{} || end != number.data() + number.size() || !std::isfinite(value)) {
    return std::unexpected(std::string{not_a_number});
  }
  return value;
}

bool is_blank_cell(std::string_view cell) {
  const std::string_view text = trimmed(cell);
  if (text.size() > limits::short_cell_bytes_max) return false;
  if (std::ranges::all_of(text,
                          [](char character) { return character == '-' || character == ':' || character == '.'; })) {
    return true;
  }
  const std::string lower = lower_case(text);
  return lower == "n/a" || lower == "null" || lower == "nan" || lower == "none" || lower == "\xE2\x80\x94";
}

}  // namespace operations
