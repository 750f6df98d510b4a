#include "api/date_text.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>

#include "api/number_text.h"

namespace api {
namespace {

using Kind = DateProblem::Kind;
using DateResult = std::expected<tracker::Date, DateProblem>;

constexpr double milliseconds_above = 2e10;  // a larger number counts milliseconds (pydantic's watershed)
constexpr std::int64_t microseconds_per_second = 1'000'000;

std::unexpected<DateProblem> unreadable(std::string_view reason) {
  return std::unexpected(DateProblem{Kind::unreadable, reason});
}

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

DateResult in_range(tracker::Date date) {
  if (date.year() < std::chrono::year(1)) {
    return std::unexpected(DateProblem{Kind::out_of_range, "year 0 is out of range"});
  }
  return date;
}

// Reads a date-time from left to right. The first thing that is wrong stays in problem().
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  int number(std::size_t digits, std::string_view problem) {
    int value = 0;
    for (std::size_t index = 0; index < digits; ++index) {
      if (index >= rest_.size() || !is_digit(rest_[index])) {
        fail(problem);
        return 0;
      }
      value = value * 10 + (rest_[index] - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }
  void expect_one_of(std::string_view characters, std::string_view problem) {
    if (rest_.empty() || !characters.contains(rest_.front())) return fail(problem);
    rest_.remove_prefix(1);
  }
  bool skip_one_of(std::string_view characters) {
    if (rest_.empty() || !characters.contains(rest_.front())) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void check(bool condition, std::string_view problem) {
    if (!condition) fail(problem);
  }
  // Any number of digits; true when one of the first six, which are kept, is not 0.
  bool fraction() {
    const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    if (digits == 0) fail("second fraction digits missing after `.`");
    const bool nonzero = rest_.substr(0, std::min<std::size_t>(digits, 6)).find_first_not_of('0') != rest_.npos;
    rest_.remove_prefix(digits);
    return nonzero;
  }
  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] std::optional<std::string_view> problem() const { return problem_; }

 private:
  void fail(std::string_view problem) {
    if (!problem_) problem_ = problem;
  }
  std::string_view rest_;
  std::optional<std::string_view> problem_;
};

tracker::Date read_date(Reader& reader) {
  const int year = reader.number(4, "invalid character in year");
  reader.expect_one_of("-", "invalid date separator, expected `-`");
  const int month = reader.number(2, "invalid character in month");
  reader.expect_one_of("-", "invalid date separator, expected `-`");
  const int day = reader.number(2, "invalid character in day");
  reader.check(month >= 1 && month <= 12, "month value is outside expected range of 1-12");
  const tracker::Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                           std::chrono::day(static_cast<unsigned>(day))};
  reader.check(date.ok(), "day value is outside expected range");
  return date;
}

void read_zone(Reader& reader) {
  if (reader.rest().empty() || reader.skip_one_of("Zz")) return;
  reader.expect_one_of("+-", "invalid timezone sign");
  const int hour = reader.number(2, "invalid timezone hour");
  reader.skip_one_of(":");
  const int minute = reader.number(2, "invalid timezone minute");
  reader.check(minute <= 59, "timezone minute value is outside expected range of 0-59");
  reader.check(hour < 24, "timezone offset must be less than 24 hours");
}

// True when the time is midnight. The zone is read and not applied: the date is the one that is written.
bool read_time(Reader& reader) {
  const int hour = reader.number(2, "invalid character in hour");
  reader.expect_one_of(":", "invalid time separator, expected `:`");
  const int minute = reader.number(2, "invalid character in minute");
  reader.check(hour <= 23, "hour value is outside expected range of 0-23");
  reader.check(minute <= 59, "minute value is outside expected range of 0-59");
  int second = 0;
  bool fraction = false;
  if (reader.skip_one_of(":")) {
    second = reader.number(2, "invalid character in second");
    reader.check(second <= 59, "second value is outside expected range of 0-59");
    if (reader.skip_one_of(".,")) fraction = reader.fraction();
  }
  read_zone(reader);
  reader.check(reader.rest().empty(), "unexpected extra characters at the end of the input");
  return hour == 0 && minute == 0 && second == 0 && !fraction;
}

DateResult parse_date_or_date_time(std::string_view text) {
  constexpr std::size_t date_length = 10;
  constexpr std::size_t time_length_min = 5;  // "00:00"
  if (text.size() < date_length) return unreadable("input is too short");
  Reader reader(text);
  const tracker::Date date = read_date(reader);
  bool midnight = true;
  if (text.size() > date_length) {
    reader.expect_one_of("Tt_ ", "invalid datetime separator, expected `T`, `t`, `_` or space");
    reader.check(reader.rest().size() >= time_length_min, "input is too short");
    if (!reader.problem()) midnight = read_time(reader);
  }
  if (const auto& problem = reader.problem()) return unreadable(*problem);
  if (!midnight) return std::unexpected(DateProblem{Kind::has_time, {}});
  return in_range(date);
}

DateResult from_unix_time(double value) {
  if (std::isnan(value)) return unreadable("NaN values not permitted");
  const double seconds = std::abs(value) > milliseconds_above ? value / 1000 : value;
  constexpr double year_0 = -62'167'219'200;
  constexpr double year_10000 = 253'402'300'800;
  if (seconds < year_0) return unreadable("dates before 0000 are not supported as unix timestamps");
  if (seconds >= year_10000) return unreadable("dates after 9999 are not supported as unix timestamps");
  const std::chrono::sys_time<std::chrono::microseconds> time{
      std::chrono::microseconds(std::llround(seconds * static_cast<double>(microseconds_per_second)))};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  if (day != time) return std::unexpected(DateProblem{Kind::has_time, {}});
  return in_range(tracker::Date(day));
}

// [sign] digits [. digits]: no exponent, no blanks. More digits than 18 are no time of ours.
bool is_unix_time_text(std::string_view text) {
  constexpr std::size_t characters_max = 20;
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  const auto digits = std::ranges::count_if(text, is_digit);
  const auto points = std::ranges::count(text, '.');
  return digits > 0 && points <= 1 && text.size() == static_cast<std::size_t>(digits + points) &&
         text.size() <= characters_max;
}

}  // namespace

std::expected<tracker::Date, DateProblem> parse_date_text(std::string_view text) {
  auto date = parse_date_or_date_time(text);
  if (!date && date.error().kind == Kind::unreadable && is_unix_time_text(text)) {
    return from_unix_time(parse_number_text(text).value_or(0));
  }
  return date;
}

std::expected<tracker::Date, DateProblem> parse_date_number(std::string_view json_number) {
  return from_unix_time(number_value(json_number));
}

}  // namespace api
