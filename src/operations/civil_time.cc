#include "operations/civil_time.h"

#include <fmt/format.h>

#include <algorithm>

#include "operations/limits.h"
#include "operations/month_names.h"
#include "operations/text_scanner.h"
#include "tracker/time_text.h"

namespace operations {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// A date before the order of its first two numbers is known.
struct DateParts {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  bool order_open = false;  // month and day are the first and second number; which is which is not said
};

std::optional<int> full_year(TextScanner::Digits year) {
  if (year.count == 4) return year.value;
  if (year.count != 2) return std::nullopt;
  return year.value + (year.value < 70 ? 2000 : 1900);
}

std::optional<DateParts> compact_date(int digits) {
  return DateParts{digits / 10000, static_cast<unsigned>(digits / 100 % 100), static_cast<unsigned>(digits % 100),
                   false};
}

// After "2014": "-10-05", "/10/05", ".10.05".
std::optional<DateParts> year_first_date(TextScanner& scanner, int year) {
  const char separator = scanner.peek();
  if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
  scanner.accept(separator);
  const auto month = scanner.digits();
  if (!month || !scanner.accept(separator)) return std::nullopt;
  const auto day = scanner.digits();
  if (!day) return std::nullopt;
  return DateParts{year, static_cast<unsigned>(month->value), static_cast<unsigned>(day->value), false};
}

std::optional<int> year_after_month_name(TextScanner& scanner) {
  scanner.accept('.');
  scanner.accept(',');
  scanner.accept('-');
  scanner.skip_spaces();
  const auto year = scanner.digits();
  return year ? full_year(*year) : std::nullopt;
}

// After "5": ".10.2014", "/10/2014", ". Oktober 2014", " Oct 2014", "-Oct-2014", "th October 2014".
std::optional<DateParts> short_number_first_date(TextScanner& scanner, unsigned first) {
  const char separator = scanner.peek();
  if (separator == '.' || separator == '-' || separator == '/') scanner.accept(separator);
  scanner.skip_spaces();
  if (const auto second = scanner.digits()) {
    if (separator != '.' && separator != '-' && separator != '/') return std::nullopt;
    if (!scanner.accept(separator)) return std::nullopt;
    scanner.skip_spaces();
    const auto year = scanner.digits();
    if (!year || !full_year(*year)) return std::nullopt;
    // "14-10-05" is written with the year first as often as last.
    if (separator == '-' && year->count == 2) return std::nullopt;
    const auto middle = static_cast<unsigned>(second->value);
    // With points the day comes first, wherever dates are written so.
    if (separator == '.') return DateParts{*full_year(*year), middle, first, false};
    return DateParts{*full_year(*year), first, middle, true};
  }
  std::string word = scanner.word();
  if (word == "st" || word == "nd" || word == "rd" || word == "th") {
    scanner.skip_spaces();
    word = scanner.word();
  }
  const auto month = month_of(word);
  if (!month) return std::nullopt;
  const auto year = year_after_month_name(scanner);
  if (!year) return std::nullopt;
  return DateParts{*year, *month, first, false};
}

// After "Oct": " 5, 2014".
std::optional<DateParts> month_name_first_date(TextScanner& scanner, unsigned month) {
  scanner.accept('.');
  scanner.skip_spaces();
  const auto day = scanner.digits();
  if (!day) return std::nullopt;
  scanner.word();  // "th"
  scanner.accept(',');
  scanner.skip_spaces();
  const auto year = scanner.digits();
  if (!year || !full_year(*year)) return std::nullopt;
  return DateParts{*full_year(*year), month, static_cast<unsigned>(day->value), false};
}

std::optional<DateParts> scan_date(TextScanner& scanner) {
  std::string word = scanner.word();
  if (!word.empty() && !month_of(word) && is_weekday(word)) {
    scanner.accept('.');
    scanner.accept(',');
    scanner.skip_spaces();
    word = scanner.word();
  }
  if (!word.empty()) {
    const auto month = month_of(word);
    return month ? month_name_first_date(scanner, *month) : std::nullopt;
  }
  const auto first = scanner.digits();
  if (!first) return std::nullopt;
  if (first->count == 8) return compact_date(first->value);
  if (first->count == 4) return year_first_date(scanner, first->value);
  if (first->count <= 2) return short_number_first_date(scanner, static_cast<unsigned>(first->value));
  return std::nullopt;
}

// "am", "p.m.", "PM"; 12 AM is midnight. False when the hour does not fit.
bool apply_half_day(TextScanner& scanner, int& hour) {
  const char first = scanner.peek();
  const bool morning = first == 'a' || first == 'A';
  const bool evening = first == 'p' || first == 'P';
  if (!morning && !evening) return true;
  scanner.accept(first);
  scanner.accept('.');
  if (!scanner.accept('m') && !scanner.accept('M')) return false;
  scanner.accept('.');
  if (hour < 1 || hour > 12) return false;
  hour = hour % 12 + (evening ? 12 : 0);
  return true;
}

std::optional<seconds> scan_time(TextScanner& scanner) {
  const auto hour = scanner.digits();
  if (!hour || hour->count > 2 || !scanner.accept(':')) return std::nullopt;
  const auto minute = scanner.digits();
  if (!minute || minute->count != 2) return std::nullopt;
  int second = 0;
  if (scanner.accept(':')) {
    const auto digits = scanner.digits();
    if (!digits || digits->count != 2) return std::nullopt;
    second = digits->value;
    if ((scanner.accept('.') || scanner.accept(',')) && !scanner.digits()) return std::nullopt;
  }
  scanner.skip_spaces();
  int hour_of_day = hour->value;
  if (!apply_half_day(scanner, hour_of_day)) return std::nullopt;
  if (hour_of_day > 23 || minute->value > 59 || second > 59) return std::nullopt;
  return hours(hour_of_day) + minutes(minute->value) + seconds(second);
}

// "Z", "UTC", "GMT", "+02:00", "-0530", "+02". False: there is something, and it is no zone.
bool scan_offset(TextScanner& scanner, std::optional<minutes>& offset) {
  scanner.skip_spaces();
  if (scanner.at_end()) return true;
  const std::string name = scanner.word();
  if (!name.empty()) {
    if (name != "z" && name != "utc" && name != "gmt") return false;
    offset = minutes(0);
    if (scanner.at_end()) return true;
  }
  const bool negative = scanner.peek() == '-';
  if (!scanner.accept('+') && !scanner.accept('-')) return false;
  const auto first = scanner.digits();
  if (!first || (first->count != 2 && first->count != 4)) return false;
  int hour = first->value;
  int minute = 0;
  if (first->count == 4) {
    minute = hour % 100;
    hour /= 100;
  } else if (scanner.accept(':')) {
    const auto second = scanner.digits();
    if (!second || second->count != 2) return false;
    minute = second->value;
  }
  constexpr int hour_max = 18;  // java.time's bound; the largest in use is 14
  if (hour > hour_max || minute > 59) return false;
  offset = minutes((hour * 60 + minute) * (negative ? -1 : 1));
  return true;
}

std::expected<tracker::Date, std::string> date_of(const DateParts& parts, DateOrder order) {
  unsigned month = parts.month;
  unsigned day = parts.day;
  if (parts.order_open) {
    // Here `month` is the first number and `day` the second.
    const bool day_must_be_first = month > 12;
    const bool month_must_be_first = day > 12;
    const bool open = !day_must_be_first && !month_must_be_first && month != day;
    if (open && order == DateOrder::automatic) {
      return std::unexpected("may be day/month or month/day; say the date order");
    }
    const bool day_first = order == DateOrder::automatic ? day_must_be_first : order == DateOrder::day_first;
    if (day_first) std::swap(month, day);
  }
  const tracker::Date date{std::chrono::year(parts.year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok() || parts.year < 1 || parts.year > 9999) return std::unexpected("is not a day of the calendar");
  return date;
}

}  // namespace

OrderEvidence date_order_evidence(std::string_view text) {
  if (text.size() > limits::short_cell_bytes_max) return OrderEvidence::none;
  TextScanner scanner(text);
  const auto parts = scan_date(scanner);
  if (!parts || !parts->order_open) return OrderEvidence::none;
  if (parts->month > 12 && parts->day <= 12) return OrderEvidence::day_first;
  if (parts->day > 12 && parts->month <= 12) return OrderEvidence::month_first;
  if (parts->day == parts->month || parts->day > 12) return OrderEvidence::none;
  return OrderEvidence::ambiguous;
}

std::expected<CivilStart, std::string> parse_start(std::string_view text, DateOrder order) {
  constexpr std::string_view not_a_date = "is not a date that is understood (2014-10-05 16:15:21 is)";
  if (text.size() > limits::short_cell_bytes_max) return std::unexpected(std::string{not_a_date});
  TextScanner scanner(text);
  const auto parts = scan_date(scanner);
  if (!parts) return std::unexpected(std::string{not_a_date});
  CivilStart start;
  if (!scanner.at_end()) {
    scanner.accept(',');
    scanner.skip_spaces();
    if (scanner.accept('T') || scanner.accept('t')) scanner.skip_spaces();
    start.time_of_day = scan_time(scanner);
    if (!start.time_of_day || !scan_offset(scanner, start.utc_offset) || !scanner.at_end()) {
      return std::unexpected(std::string{not_a_date});
    }
  }
  const auto date = date_of(*parts, order);
  if (!date) return std::unexpected(date.error());
  start.date = *date;
  return start;
}

std::optional<seconds> parse_time_of_day(std::string_view text) {
  if (text.size() > limits::short_cell_bytes_max) return std::nullopt;
  TextScanner scanner(text);
  const auto time = scan_time(scanner);
  return scanner.at_end() ? time : std::nullopt;
}

std::string format_start(const CivilStart& start) {
  std::string text = tracker::format_date(start.date);
  if (!start.time_of_day) return text;
  const std::chrono::hh_mm_ss time(*start.time_of_day);
  text += fmt::format("T{:02}:{:02}:{:02}", time.hours().count(), time.minutes().count(), time.seconds().count());
  if (!start.utc_offset) return text;
  if (*start.utc_offset == minutes(0)) return text + "Z";
  const auto offset = start.utc_offset->count();
  return text + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

}  // namespace operations
