#include "tracker/calendar_periods.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "tracker/time_text.h"

namespace tracker {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// "first … last" of the period that a day is in.
std::string period_of(const std::string& day, PeriodKind kind, WeekStart week_start = WeekStart::monday) {
  const Period period = period_from(period_start(*parse_date(day), kind, week_start), kind);
  return format_date(period.first) + " … " + format_date(period.last);
}

TEST(CalendarPeriods, a_day_is_a_period_of_its_own) {
  EXPECT_EQ(period_of("2026-11-23", PeriodKind::day), "2026-11-23 … 2026-11-23");
}
TEST(CalendarPeriods, weeks_begin_on_the_day_that_is_asked_for) {
  EXPECT_EQ(period_of("2026-11-22", PeriodKind::week), "2026-11-16 … 2026-11-22");  // a Sunday
  EXPECT_EQ(period_of("2026-11-23", PeriodKind::week), "2026-11-23 … 2026-11-29");
  EXPECT_EQ(period_of("2026-11-22", PeriodKind::week, WeekStart::sunday), "2026-11-22 … 2026-11-28");
  EXPECT_EQ(period_of("2026-11-21", PeriodKind::week, WeekStart::sunday), "2026-11-15 … 2026-11-21");
  EXPECT_EQ(period_of("2026-11-21", PeriodKind::week, WeekStart::saturday), "2026-11-21 … 2026-11-27");
  EXPECT_EQ(period_of("2026-11-20", PeriodKind::week, WeekStart::saturday), "2026-11-14 … 2026-11-20");
}
TEST(CalendarPeriods, weeks_go_over_the_turn_of_the_year) {
  EXPECT_EQ(period_of("2021-01-03", PeriodKind::week), "2020-12-28 … 2021-01-03");  // 2020-W53
}
TEST(CalendarPeriods, months_and_years_end_where_the_calendar_says) {
  EXPECT_EQ(period_of("2024-02-10", PeriodKind::month), "2024-02-01 … 2024-02-29");
  EXPECT_EQ(period_of("2100-02-28", PeriodKind::month), "2100-02-01 … 2100-02-28");
  EXPECT_EQ(period_of("2026-12-31", PeriodKind::month), "2026-12-01 … 2026-12-31");
  EXPECT_EQ(period_of("2026-07-04", PeriodKind::year), "2026-01-01 … 2026-12-31");
}
TEST(CalendarPeriods, are_cut_at_the_ends_of_the_calendar) {
  EXPECT_EQ(period_of("0001-01-01", PeriodKind::week, WeekStart::sunday), "0001-01-01 … 0001-01-06");
  EXPECT_EQ(period_of("9999-12-31", PeriodKind::week), "9999-12-27 … 9999-12-31");
  EXPECT_EQ(period_of("9999-12-31", PeriodKind::year), "9999-01-01 … 9999-12-31");
}

RC_GTEST_PROP(CalendarPeriods, each_day_is_in_exactly_one_period, ()) {
  const auto kind = *rc::gen::element(PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::year);
  const auto week_start = *rc::gen::element(WeekStart::monday, WeekStart::sunday, WeekStart::saturday);
  const sys_days day(days(*rc::gen::inRange(-20'000, 40'000)));  // 1915 … 2079
  const Period period = period_from(period_start(Date(day), kind, week_start), kind);
  RC_ASSERT(sys_days(period.first) <= day);
  RC_ASSERT(day <= sys_days(period.last));
  const auto start_of = [&](sys_days other) { return period_start(Date(other), kind, week_start); };
  RC_ASSERT(start_of(period.first) == start_of(period.last));
  RC_ASSERT(start_of(sys_days(period.last) + days(1)) == sys_days(period.last) + days(1));
}

}  // namespace
}  // namespace tracker
