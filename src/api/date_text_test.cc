// The cases were tried on pydantic 2, whose reading of dates the earlier service showed.
#include "api/date_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tracker/time_text.h"

namespace api {
namespace {

std::string shown(const std::expected<tracker::Date, DateProblem>& date) {
  if (date) return tracker::format_date(*date);
  switch (date.error().kind) {
    case DateProblem::Kind::has_time:
      return "has a time";
    case DateProblem::Kind::out_of_range:
      return "out of range: " + std::string(date.error().reason);
    case DateProblem::Kind::unreadable:
      break;
  }
  return std::string(date.error().reason);
}
std::string text(std::string_view date) {
  return shown(parse_date_text(date));
}
std::string number(std::string_view date) {
  return shown(parse_date_number(date));
}

TEST(DateText, is_a_calendar_day_of_the_years_1_to_9999) {
  EXPECT_EQ(text("0001-01-01"), "0001-01-01");
  EXPECT_EQ(text("9999-12-31"), "9999-12-31");
  EXPECT_EQ(text("2024-02-29"), "2024-02-29");
  EXPECT_EQ(text("0000-01-01"), "out of range: year 0 is out of range");
}
TEST(DateText, may_be_a_date_time_at_midnight) {
  for (const auto* date :
       {"2025-10-23T00:00:00", "2025-10-23T00:00:00Z", "2025-10-23 00:00:00", "2025-10-23T00:00",
        "2025-10-23t00:00:00z", "2025-10-23_00:00:00", "2025-10-23T00:00:00.000", "2025-10-23T00:00:00+00:00",
        "2025-10-23T00:00:00+0200", "2025-10-23T00:00Z", "2025-10-23T00:00:00.0000001"}) {
    EXPECT_EQ(text(date), "2025-10-23") << date;
  }
}
TEST(DateText, refuses_a_time_part) {
  EXPECT_EQ(text("2025-10-23T12:00:00"), "has a time");
  EXPECT_EQ(text("2025-10-23T00:00:00.0001"), "has a time");
}
TEST(DateText, says_what_is_wrong_with_it) {
  EXPECT_EQ(text("2023-02-29"), "day value is outside expected range");
  EXPECT_EQ(text("2025-04-31"), "day value is outside expected range");
  EXPECT_EQ(text("2025-01-00"), "day value is outside expected range");
  EXPECT_EQ(text("2025-13-01"), "month value is outside expected range of 1-12");
  EXPECT_EQ(text("2025-00-01T00:00:00"), "month value is outside expected range of 1-12");
  EXPECT_EQ(text("2025-1-5"), "input is too short");
  EXPECT_EQ(text("05/01/2025"), "invalid character in year");
  EXPECT_EQ(text(" 2025-01-05"), "invalid character in year");
  EXPECT_EQ(text("2025-01-05 "), "input is too short");
  EXPECT_EQ(text("10000-01-01"), "invalid date separator, expected `-`");
  EXPECT_EQ(text("2025-1a-01"), "invalid character in month");
  EXPECT_EQ(text("2025-01-0x"), "invalid character in day");
  EXPECT_EQ(text(""), "input is too short");
  EXPECT_EQ(text("2025-10-23x"), "invalid datetime separator, expected `T`, `t`, `_` or space");
  EXPECT_EQ(text("2025-10-23T"), "input is too short");
  EXPECT_EQ(text("2025-10-23T24:00:00"), "hour value is outside expected range of 0-23");
  EXPECT_EQ(text("2025-10-23T00:60"), "minute value is outside expected range of 0-59");
  EXPECT_EQ(text("2025-10-23T00:00:60"), "second value is outside expected range of 0-59");
  EXPECT_EQ(text("2025-10-23T00-00"), "invalid time separator, expected `:`");
  EXPECT_EQ(text("2025-10-23T00:00:0"), "invalid character in second");
  EXPECT_EQ(text("2025-10-23T00:00:00."), "second fraction digits missing after `.`");
  EXPECT_EQ(text("2025-10-23T00:00:00Zx"), "unexpected extra characters at the end of the input");
  EXPECT_EQ(text("2025-10-23T00:00:00 Z"), "invalid timezone sign");
  EXPECT_EQ(text("2025-10-23T00:00:00+0"), "invalid timezone hour");
  EXPECT_EQ(text("2025-10-23T00:00:00+25:00"), "timezone offset must be less than 24 hours");
}
TEST(DateText, may_be_the_unix_time_of_a_midnight) {
  EXPECT_EQ(text("0"), "1970-01-01");
  EXPECT_EQ(text("1699920000"), "2023-11-14");
  EXPECT_EQ(text("-86400.0"), "1969-12-31");
  EXPECT_EQ(text("+86400"), "1970-01-02");
  EXPECT_EQ(text("1699920001"), "has a time");
  EXPECT_EQ(text("20250105"), "has a time");
  EXPECT_EQ(text("1e5"), "input is too short");
  EXPECT_EQ(text("20000000000000000000000000"), "invalid date separator, expected `-`");
}
TEST(DateNumber, is_unix_time_in_seconds_or_milliseconds) {
  EXPECT_EQ(number("0"), "1970-01-01");
  EXPECT_EQ(number("-86400"), "1969-12-31");
  EXPECT_EQ(number("1699920000.0"), "2023-11-14");
  EXPECT_EQ(number("1699920000000"), "2023-11-14");
  EXPECT_EQ(number("-62135596800000"), "0001-01-01");
  EXPECT_EQ(number("253402214400000"), "9999-12-31");
  EXPECT_EQ(number("-62167219200000"), "out of range: year 0 is out of range");
  EXPECT_EQ(number("20000000000"), "has a time");
  EXPECT_EQ(number("1.5"), "has a time");
}
TEST(DateNumber, is_refused_beyond_the_calendar) {
  EXPECT_EQ(number("253402300800000"), "dates after 9999 are not supported as unix timestamps");
  EXPECT_EQ(number("1e400"), "dates after 9999 are not supported as unix timestamps");
  EXPECT_EQ(number("-1e300"), "dates before 0000 are not supported as unix timestamps");
}

}  // namespace
}  // namespace api
