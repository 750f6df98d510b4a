#include "operations/duration.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "operations/limits.h"
#include "operations/text_scanner.h"

namespace operations {
namespace {

constexpr std::string_view not_a_duration = "is not a duration that is understood (1:06:06, 26:42, 1h5m are)";

double seconds_in(DurationUnit unit) {
  switch (unit) {
    case DurationUnit::seconds:
      return 1;
    case DurationUnit::hours:
      return 3600;
    case DurationUnit::minutes:
    case DurationUnit::clock_hours_minutes:
      return 60;
  }
  return 60;
}

// Digits after the point: "5" of "39,5" is 0.5.
double fraction_of(TextScanner::Digits digits) {
  double value = digits.value;
  for (std::size_t digit = 0; digit < digits.count; ++digit) value /= 10;
  return value;
}

// "26:42", "1:06:06", "00:04:33,1". nullopt: this is no clock form.
std::optional<double> clock_seconds(std::string_view text, bool two_fields_are_hours) {
  TextScanner scanner(text);
  std::vector<TextScanner::Digits> fields;
  do {
    const auto digits = scanner.digits();
    if (!digits || fields.size() == 3) return std::nullopt;
    if (!fields.empty() && (digits->count != 2 || digits->value > 59)) return std::nullopt;
    fields.push_back(*digits);
  } while (scanner.accept(':'));
  double fraction = 0;
  if (scanner.accept('.') || scanner.accept(',')) {
    const auto digits = scanner.digits();
    if (!digits) return std::nullopt;
    fraction = fraction_of(*digits);
  }
  if (!scanner.at_end() || fields.size() < 2) return std::nullopt;
  double seconds = 0;
  for (const auto& field : fields) seconds = seconds * 60 + field.value;
  if (fields.size() == 2 && two_fields_are_hours) {
    seconds *= 60;
    fraction *= 60;
  }
  return seconds + fraction;
}

std::optional<DurationUnit> unit_of(std::string_view word) {
  constexpr std::array<std::string_view, 8> hours = {"h", "hr", "hrs", "hour", "hours", "std", "stunden", "uur"};
  constexpr std::array<std::string_view, 7> minutes = {"m", "min", "mins", "minute", "minutes", "minuten", "'"};
  constexpr std::array<std::string_view, 8> seconds = {"s",       "sec", "secs",     "second",
                                                       "seconds", "sek", "sekunden", "seconden"};
  const auto is = [word](std::string_view name) { return name == word; };
  if (std::ranges::any_of(hours, is)) return DurationUnit::hours;
  if (std::ranges::any_of(minutes, is)) return DurationUnit::minutes;
  if (std::ranges::any_of(seconds, is)) return DurationUnit::seconds;
  return std::nullopt;
}

// "1h5m", "45 min", "1 h 5 min 30,5 s", "PT1H5M3S", "1h05" (minutes). nullopt: this is no such form.
std::optional<double> unit_seconds(std::string_view text) {
  TextScanner scanner(text);
  if (text.starts_with("PT") || text.starts_with("pt")) {
    scanner.accept(text[0]);
    scanner.accept(text[1]);
  }
  double seconds = 0;
  double previous_unit = 0;  // of one part: hours, then minutes, then seconds
  do {
    const auto whole = scanner.digits();
    if (!whole) return std::nullopt;
    double value = whole->value;
    if (scanner.accept('.') || scanner.accept(',')) {
      const auto fraction = scanner.digits();
      if (!fraction) return std::nullopt;
      value += fraction_of(*fraction);
    }
    scanner.skip_spaces();
    const std::string name = scanner.word();
    if (name.empty() && scanner.at_end() && previous_unit > 1) {
      return seconds + value * previous_unit / 60;
    }
    const auto unit = unit_of(name);
    if (!unit) return std::nullopt;
    const double unit_length = seconds_in(*unit);
    if (previous_unit != 0 && unit_length >= previous_unit) return std::nullopt;
    previous_unit = unit_length;
    seconds += value * unit_length;
    scanner.accept('.');
    scanner.skip_spaces();
  } while (!scanner.at_end());
  return seconds;
}

}  // namespace

std::expected<double, std::string> parse_duration_seconds(std::string_view text, DurationUnit unit, DecimalMark mark) {
  text = trimmed(text);
  if (text.size() > limits::short_cell_bytes_max) return std::unexpected(std::string{not_a_duration});
  if (const auto seconds = clock_seconds(text, unit == DurationUnit::clock_hours_minutes)) return *seconds;
  if (const auto seconds = unit_seconds(text)) return *seconds;
  const auto number = parse_number(text, mark);
  if (!number) return std::unexpected(std::string{not_a_duration});
  return *number * seconds_in(unit);
}

}  // namespace operations
