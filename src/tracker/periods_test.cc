#include "tracker/periods.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "tracker/time_text.h"

namespace tracker {
namespace {

SessionFigures session(std::string_view date, double minutes, double km, std::optional<std::string_view> sport = {}) {
  SessionFigures session;
  session.date = *parse_date(date);
  session.duration_minutes = minutes;
  session.distance_km = km;
  session.sport = sport;
  return session;
}

std::vector<PeriodStatistics> weeks(const std::vector<SessionFigures>& sessions) {
  PeriodAccumulator accumulator(PeriodKind::week, WeekStart::monday);
  for (const auto& each : sessions) accumulator.add(each);
  return accumulator.result();
}

TEST(Periods, nothing_has_none) {
  EXPECT_TRUE(weeks({}).empty());
}
TEST(Periods, only_those_with_sessions_ascending_whatever_the_order_they_come_in) {
  const auto found = weeks({session("2026-11-18", 30, 5), session("2026-10-05", 60, 12), session("2026-11-16", 45, 8)});
  ASSERT_EQ(found.size(), 2);
  EXPECT_EQ(format_date(found[0].period.first), "2026-10-05");
  EXPECT_EQ(format_date(found[1].period.first), "2026-11-16");
  EXPECT_EQ(format_date(found[1].period.last), "2026-11-22");
  EXPECT_EQ(found[1].session_count, 2);
  EXPECT_EQ(found[1].total_duration_minutes, 75);
  EXPECT_EQ(found[1].total_distance_km, 13);
}
TEST(Periods, sums_are_compensated_and_not_rounded) {
  const auto found = weeks(std::vector(10, session("2026-11-18", 0.1, 1.0 / 3)));
  EXPECT_EQ(found[0].total_duration_minutes, 1.0);
  EXPECT_DOUBLE_EQ(found[0].total_distance_km, 10.0 / 3);
}
TEST(Periods, pace_is_of_the_sessions_that_have_duration_and_distance) {
  const auto found = weeks({session("2026-11-16", 50, 10), session("2026-11-17", 90, 0), session("2026-11-18", 0, 7)});
  EXPECT_EQ(found[0].total_duration_minutes, 140);
  EXPECT_EQ(found[0].total_distance_km, 17);
  EXPECT_EQ(found[0].pace_duration_minutes, 50);
  EXPECT_EQ(found[0].pace_distance_km, 10);
}
TEST(Periods, load_is_rpe_times_minutes_of_the_sessions_with_rpe) {
  auto easy = session("2026-11-16", 60, 10);
  easy.rpe = 3;
  auto rest = session("2026-11-17", 20, 0);
  rest.rpe = 0;
  const auto found = weeks({easy, rest, session("2026-11-18", 45, 8)});
  EXPECT_EQ(found[0].load, 180);
  EXPECT_EQ(found[0].sessions_with_rpe, 2);
  EXPECT_EQ(found[0].session_count, 3);
}
TEST(Periods, sports_are_by_duration_and_those_without_are_one_of_them) {
  const auto found =
      weeks({session("2026-11-16", 30, 5, "Run"), session("2026-11-17", 90, 40, "Ride"), session("2026-11-18", 50, 0),
             session("2026-11-19", 25, 5, "Run"), session("2026-11-20", 50, 1, "Hike")});
  std::string sports;
  for (const auto& sport : found[0].sports) sports += sport.sport.value_or("-") + " ";
  EXPECT_EQ(sports, "Ride Run - Hike ");
  EXPECT_EQ(found[0].sports[1].session_count, 2);
  EXPECT_EQ(found[0].sports[1].total_duration_minutes, 55);
  EXPECT_EQ(found[0].sports[1].total_distance_km, 10);
}
TEST(Periods, values_of_others_beyond_all_measure_stay_finite) {
  auto absurd = session("2026-11-16", 1e308, 1e308);
  absurd.rpe = 1e308;
  const auto found = weeks({absurd, absurd});
  EXPECT_EQ(found[0].load, std::numeric_limits<double>::max());
  EXPECT_EQ(found[0].total_distance_km, std::numeric_limits<double>::max());
}

}  // namespace
}  // namespace tracker
