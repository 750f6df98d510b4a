#include "operations/civil_time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "operations/time_zone.h"

namespace operations {
namespace {

std::string read(std::string_view text, DateOrder order = DateOrder::automatic) {
  const auto start = parse_start(text, order);
  return start ? format_start(*start) : "error";
}

TEST(CivilTime, reads_the_dates_of_the_exports) {
  EXPECT_EQ(read("Oct 5, 2014, 4:15:21 PM"), "2014-10-05T16:15:21");
  EXPECT_EQ(read("Oct 5, 2014, 4:15:21\u202FPM"), "2014-10-05T16:15:21");
  EXPECT_EQ(read("2019-02-01 15:21:47"), "2019-02-01T15:21:47");
  EXPECT_EQ(read("2014-10-05T16:15:21Z"), "2014-10-05T16:15:21Z");
  EXPECT_EQ(read("2014-10-05T16:15:21.123+02:00"), "2014-10-05T16:15:21+02:00");
  EXPECT_EQ(read("2014-10-05 16:15:21 -0530"), "2014-10-05T16:15:21-05:30");
  EXPECT_EQ(read("2014-10-05"), "2014-10-05");
  EXPECT_EQ(read("20141005T161521"), "error");  // the compact time is not written by any log that was met
  EXPECT_EQ(read("20141005"), "2014-10-05");
}

TEST(CivilTime, reads_german_and_dutch_dates) {
  EXPECT_EQ(read("05.10.2014, 16:15:21"), "2014-10-05T16:15:21");
  EXPECT_EQ(read("5.3.14"), "2014-03-05");
  EXPECT_EQ(read("5. Okt. 2014, 16:15"), "2014-10-05T16:15:00");
  EXPECT_EQ(read("Sonntag, 5. Oktober 2014"), "2014-10-05");
  EXPECT_EQ(read("12. März 2020 07:05"), "2020-03-12T07:05:00");
  EXPECT_EQ(read("12 mrt 2020"), "2020-03-12");
  EXPECT_EQ(read("zo 5 okt. 2014 16:15:21"), "2014-10-05T16:15:21");
}

TEST(CivilTime, reads_other_english_forms) {
  EXPECT_EQ(read("Sunday, October 5th, 2014"), "2014-10-05");
  EXPECT_EQ(read("5th October 2014"), "2014-10-05");
  EXPECT_EQ(read("05-Oct-2014 12:00 AM"), "2014-10-05T00:00:00");
  EXPECT_EQ(read("10/25/2014 12:30 p.m."), "2014-10-25T12:30:00");
}

TEST(CivilTime, reads_day_and_month_in_the_order_that_is_said) {
  EXPECT_EQ(read("3/4/2014", DateOrder::day_first), "2014-04-03");
  EXPECT_EQ(read("3/4/2014", DateOrder::month_first), "2014-03-04");
  EXPECT_EQ(read("3/4/2014"), "error");
  EXPECT_EQ(read("25/4/2014"), "2014-04-25");
  EXPECT_EQ(read("4/4/2014"), "2014-04-04");
  EXPECT_EQ(read("25/4/2014", DateOrder::month_first), "error");
}

TEST(CivilTime, refuses_what_is_no_day_or_no_time) {
  for (const char* text :
       {"2023-02-29", "31.04.2020", "0000-01-01", "2014-13-01", "2014-10-05 24:00:00", "2014-10-05 9:61",
        "2014-10-05 13:00 PM", "2014-10-05 x", "5.10.", "Octember 5, 2014", "", "-", "14-10-05", "12345"}) {
    EXPECT_EQ(read(text), "error") << text;
  }
}

TEST(CivilTime, says_what_a_date_tells_of_the_order) {
  EXPECT_EQ(date_order_evidence("13/4/2014"), OrderEvidence::day_first);
  EXPECT_EQ(date_order_evidence("4/13/2014 10:00"), OrderEvidence::month_first);
  EXPECT_EQ(date_order_evidence("4/3/2014"), OrderEvidence::ambiguous);
  EXPECT_EQ(date_order_evidence("4/4/2014"), OrderEvidence::none);
  EXPECT_EQ(date_order_evidence("2014-10-05"), OrderEvidence::none);
  EXPECT_EQ(date_order_evidence("13/13/2014"), OrderEvidence::none);
}

TEST(CivilTime, finds_the_calendar_day_in_a_time_zone) {
  const auto start = parse_start("2014-10-05T23:30:00Z", DateOrder::automatic);
  const auto berlin = TimeZone::find("Europe/Berlin");
  ASSERT_TRUE(berlin) << berlin.error();
  using namespace std::chrono_literals;
  EXPECT_EQ(berlin->day_of_utc(*start), 2014y / 10 / 6);
  EXPECT_EQ(TimeZone::find("America/New_York")->day_of_utc(*start), 2014y / 10 / 5);
  EXPECT_EQ(TimeZone::find("UTC")->day_of_utc(*start), 2014y / 10 / 5);
  EXPECT_FALSE(TimeZone::find("Europe/Atlantis"));
}

RC_GTEST_PROP(CivilTime, reads_back_every_second_that_it_writes, ()) {
  const auto seconds = *rc::gen::inRange<std::int64_t>(-62135596800, 253402300799);  // years 1 … 9999
  const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const CivilStart start{
      tracker::Date(day), instant - day,
      *rc::gen::element<std::optional<std::chrono::minutes>>(std::nullopt, std::chrono::minutes(0),
                                                             std::chrono::minutes(-210), std::chrono::minutes(840))};
  const auto read_back = parse_start(format_start(start), DateOrder::automatic);
  RC_ASSERT(read_back.has_value());
  RC_ASSERT(*read_back == start);
}

}  // namespace
}  // namespace operations
