#include "tracker/records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tracker/time_text.h"

namespace tracker {
namespace {

TrainingSession session(const std::string& id, const std::string& date, double minutes, double km) {
  TrainingSession session;
  session.id = id;
  session.date = *parse_date(date);
  session.duration_minutes = minutes;
  session.distance_km = km;
  return session;
}
TrainingSession excluded(TrainingSession session) {
  session.excluded_from_records = true;
  return session;
}

SessionFigures figures_of(const TrainingSession& session) {
  return {.session_id = session.id,
          .athlete_id = session.athlete_id,
          .date = session.date,
          .duration_minutes = session.duration_minutes,
          .distance_km = session.distance_km,
          .rpe = session.rpe,
          .sport = session.sport,
          .excluded_from_records = session.excluded_from_records};
}
Records records_of(const std::vector<TrainingSession>& sessions, WeekStart week_start = WeekStart::monday) {
  RecordsAccumulator accumulator({.week_start = week_start, .today = *parse_date("2026-11-23")});  // a Monday
  for (const auto& each : sessions) EXPECT_TRUE(accumulator.add(figures_of(each), [&each] { return each; }));
  return accumulator.result();
}

std::string holder(const std::optional<RecordSession>& record) {
  return record ? record->session.id : "nobody";
}
std::string text(const std::optional<Streak>& streak) {
  if (!streak) return "none";
  return std::to_string(streak->length) + ": " + format_date(streak->period.first) + " … " +
         format_date(streak->period.last);
}
std::string start(const std::optional<PeriodStatistics>& period) {
  return period ? format_date(period->period.first) : "none";
}

TEST(Records, nothing_has_none) {
  const Records records = records_of({});
  EXPECT_EQ(records.session_count, 0);
  EXPECT_EQ(records.active_days + records.active_weeks + records.active_months, 0);
  EXPECT_EQ(holder(records.longest_distance) + holder(records.longest_duration), "nobodynobody");
  for (const auto& pace : records.fastest_paces) EXPECT_EQ(holder(pace), "nobody");
  EXPECT_EQ(start(records.best_week.by_distance) + start(records.best_month.by_duration), "nonenone");
  EXPECT_EQ(text(records.daily_streak.longest) + text(records.weekly_streak.current), "nonenone");
  EXPECT_EQ(records.eddington_km + records.eddington_miles, 0);
}
TEST(Records, the_longest_are_by_distance_and_by_duration) {
  const Records records = records_of(
      {session("a", "2026-11-01", 60, 10), session("b", "2026-11-02", 50, 30), session("c", "2026-11-03", 90, 5)});
  EXPECT_EQ(holder(records.longest_distance), "b");
  EXPECT_EQ(records.longest_distance->value, 30);
  EXPECT_EQ(holder(records.longest_duration), "c");
  EXPECT_EQ(records.longest_duration->value, 90);
}
TEST(Records, without_distance_there_is_no_record_of_distance) {
  const Records records = records_of({session("a", "2026-11-01", 60, 0)});
  EXPECT_EQ(holder(records.longest_distance), "nobody");
  EXPECT_EQ(start(records.best_week.by_distance), "none");
  EXPECT_EQ(start(records.best_week.by_duration), "2026-10-26");
  EXPECT_EQ(holder(records.longest_duration), "a");
}
TEST(Records, of_equals_the_earliest_counts_in_whatever_order_they_come) {
  std::vector<TrainingSession> sessions = {session("late", "2026-11-02", 60, 10), session("b", "2026-11-01", 60, 10),
                                           session("a", "2026-11-01", 60, 10)};
  sessions[1].start_time = "2026-11-01T07:00:00Z";
  sessions[2].start_time = "2026-11-01T18:00:00Z";
  std::ranges::sort(sessions, {}, &TrainingSession::id);
  do {
    const Records records = records_of(sessions);
    EXPECT_EQ(holder(records.longest_distance), "b");
    EXPECT_EQ(holder(records.longest_duration), "b");
    EXPECT_EQ(holder(records.fastest_paces[3]), "b");
  } while (std::ranges::next_permutation(sessions, {}, &TrainingSession::id).found);
}
TEST(Records, a_pace_is_of_the_band_that_its_distance_is_in) {
  const Records records = records_of({
      session("short", "2026-11-01", 3, 0.999),
      session("1 km", "2026-11-02", 4, 1),
      session("3 km", "2026-11-03", 12, 3),
      session("5 km", "2026-11-04", 20, 5),
      session("10 km", "2026-11-05", 42, 10),
      session("half", "2026-11-06", 95, 21.0975),
      session("whole", "2026-11-07", 200, 42.195),
      session("no time", "2026-11-08", 0, 8),
  });
  std::string holders;
  for (const auto& pace : records.fastest_paces) holders += holder(pace) + ", ";
  EXPECT_EQ(holders, "1 km, 3 km, 5 km, 10 km, half, whole, ");
  EXPECT_EQ(records.fastest_paces[1]->value, 4);
}
TEST(Records, the_fastest_pace_has_the_fewest_minutes_for_a_km) {
  const Records records = records_of({session("slow", "2026-11-01", 30, 5), session("fast", "2026-11-02", 27, 6)});
  EXPECT_EQ(holder(records.fastest_paces[2]), "fast");
  EXPECT_EQ(records.fastest_paces[2]->value, 4.5);
}
TEST(Records, the_best_week_and_month_are_the_earliest_of_the_largest) {
  const Records records = records_of({session("a", "2026-09-30", 100, 10), session("b", "2026-10-14", 60, 20),
                                      session("c", "2026-11-16", 30, 12), session("d", "2026-11-18", 30, 8)});
  EXPECT_EQ(start(records.best_week.by_distance), "2026-10-12");
  EXPECT_EQ(start(records.best_week.by_duration), "2026-09-28");
  EXPECT_EQ(start(records.best_month.by_distance), "2026-10-01");
  EXPECT_EQ(start(records.best_month.by_duration), "2026-09-01");
  EXPECT_EQ(records.active_weeks, 3);
  EXPECT_EQ(records.active_months, 3);
}
TEST(Records, streaks_are_of_days_and_of_weeks) {
  const Records records = records_of({session("a", "2026-11-02", 30, 5), session("b", "2026-11-03", 30, 5),
                                      session("c", "2026-11-03", 30, 5), session("d", "2026-11-10", 30, 5),
                                      session("e", "2026-11-20", 30, 5)});
  EXPECT_EQ(records.active_days, 4);
  EXPECT_EQ(text(records.daily_streak.longest), "2: 2026-11-02 … 2026-11-03");
  EXPECT_EQ(text(records.daily_streak.current), "none");
  EXPECT_EQ(text(records.weekly_streak.longest), "3: 2026-11-02 … 2026-11-22");
  EXPECT_EQ(text(records.weekly_streak.current), "3: 2026-11-02 … 2026-11-22");  // today is in the week after it
}
TEST(Records, weeks_go_by_the_day_that_they_begin_on) {
  const Records records =
      records_of({session("sunday", "2026-11-15", 30, 5), session("saturday", "2026-11-21", 30, 5)}, WeekStart::sunday);
  EXPECT_EQ(records.active_weeks, 1);
  EXPECT_EQ(text(records.weekly_streak.current), "1: 2026-11-15 … 2026-11-21");
}
TEST(Records, eddington_goes_by_the_distance_of_a_day) {
  const Records records = records_of({session("a", "2026-11-01", 30, 1), session("b", "2026-11-01", 30, 1),
                                      session("c", "2026-11-02", 30, 2), session("d", "2026-11-03", 30, 0.5)});
  EXPECT_EQ(records.eddington_km, 2);
  EXPECT_EQ(records.eddington_miles, 1);
}
TEST(Records, an_excluded_session_is_counted_and_holds_nothing) {
  const std::vector<TrainingSession> honest = {session("a", "2026-11-01", 30, 5)};
  auto sessions = honest;
  sessions.push_back(excluded(session("absurd", "2026-11-02", 600, 900)));
  const Records records = records_of(sessions);
  EXPECT_EQ(records.session_count, 2);
  EXPECT_EQ(records.excluded_session_count, 1);
  EXPECT_EQ(records.active_days, 1);
  EXPECT_EQ(holder(records.longest_distance) + holder(records.longest_duration), "aa");
  EXPECT_EQ(holder(records.fastest_paces[5]), "nobody");
  EXPECT_EQ(records.best_month.by_distance->total_distance_km, 5);
  EXPECT_EQ(text(records.daily_streak.longest), "1: 2026-11-01 … 2026-11-01");
}
TEST(Records, a_session_that_cannot_be_read_is_left_out_of_everything) {
  RecordsAccumulator accumulator({.week_start = WeekStart::monday, .today = *parse_date("2026-11-23")});
  const auto broken = session("a", "2026-11-01", 60, 10);
  const auto added = accumulator.add(figures_of(broken), [] { return std::unexpected<std::string>("broken"); });
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error(), "broken");
  EXPECT_EQ(accumulator.result().session_count, 0);
  EXPECT_EQ(accumulator.result().active_days, 0);
}
TEST(Records, a_session_that_can_hold_none_is_not_read) {
  RecordsAccumulator accumulator({.week_start = WeekStart::monday, .today = *parse_date("2026-11-23")});
  const auto best = session("a", "2026-11-01", 60, 12);
  EXPECT_TRUE(accumulator.add(figures_of(best), [&best] { return best; }));
  const auto slower = session("b", "2026-11-02", 59, 11);
  EXPECT_TRUE(accumulator.add(figures_of(slower), [] { return std::unexpected<std::string>("was read"); }));
  EXPECT_EQ(accumulator.result().active_days, 2);
}

}  // namespace
}  // namespace tracker
