#include "tracker/time_text.h"

#include <fmt/format.h>

#include <span>

namespace tracker {
namespace {

constexpr std::size_t date_characters = 10;
constexpr int fraction_digits = 6;

// Takes exactly `count` digits off the front.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return std::nullopt;
  int value = 0;
  for (const char digit : text.substr(0, count)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::chrono::microseconds> take_fraction(std::string_view& text) {
  if (!take(text, '.') && !take(text, ',')) return std::chrono::microseconds(0);
  std::int64_t value = 0;
  int digits = 0;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    if (digits < fraction_digits) value = value * 10 + (text.front() - '0');
    ++digits;
    text.remove_prefix(1);
  }
  if (digits == 0) return std::nullopt;
  for (; digits < fraction_digits; ++digits) value *= 10;
  return std::chrono::microseconds(value);
}

// "HH:MM[:SS[.f]]"
std::optional<std::chrono::microseconds> take_time_of_day(std::string_view& text) {
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
  const auto minutes = take_digits(text, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  std::chrono::microseconds time = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
  if (!take(text, ':')) return time;
  const auto seconds = take_digits(text, 2);
  if (!seconds || *seconds > 59) return std::nullopt;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  return time + std::chrono::seconds(*seconds) + *fraction;
}

// Writes a number from 0 on with leading zeros over as many characters as `into` has.
void put_digits(std::span<char> into, unsigned value) {
  for (std::size_t index = into.size(); index > 0; --index) {
    into[index - 1] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
}

}  // namespace

// Digit by digit, since a page of sessions has some hundred of them and a format string is read anew for each.
std::string format_date(Date date) {
  std::string text = "0000-00-00";
  const std::span<char> characters(text);
  put_digits(characters.subspan(0, 4), static_cast<unsigned>(static_cast<int>(date.year())));
  put_digits(characters.subspan(5, 2), static_cast<unsigned>(date.month()));
  put_digits(characters.subspan(8, 2), static_cast<unsigned>(date.day()));
  return text;
}

std::optional<Date> parse_date(std::string_view text) {
  const auto year = take_digits(text, 4);
  if (!year || *year == 0 || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day || !text.empty()) return std::nullopt;
  const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string format_timestamp(Timestamp time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss time_of_day(time - day);
  std::string text = fmt::format("{}T{:02}:{:02}:{:02}", format_date(Date(day)), time_of_day.hours().count(),
                                 time_of_day.minutes().count(), time_of_day.seconds().count());
  const auto fraction = time_of_day.subseconds().count();
  if (fraction != 0) text += fmt::format(".{:06}", fraction);
  return text + "+00:00";
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  const auto date = parse_date(text.substr(0, date_characters));
  if (!date || text.size() <= date_characters) return std::nullopt;
  text.remove_prefix(date_characters);
  if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
  const auto time_of_day = take_time_of_day(text);
  if (!time_of_day) return std::nullopt;
  const Timestamp local = std::chrono::sys_days(*date) + *time_of_day;
  if (text.empty() || text == "Z") return local;

  const bool is_west = text.front() == '-';
  if (!take(text, '+') && !take(text, '-')) return std::nullopt;
  const auto offset = take_time_of_day(text);
  if (!offset || !text.empty()) return std::nullopt;
  return is_west ? local + *offset : local - *offset;
}

}  // namespace tracker
