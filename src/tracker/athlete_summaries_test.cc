#include "tracker/athlete_summaries.h"

#include <gtest/gtest.h>

#include "tracker/time_text.h"

namespace tracker {
namespace {

const Athlete ann{.id = "a1", .name = "Ann"};
const Athlete bob{.id = "a2", .name = "Bob"};

TrainingSession session(const Athlete& athlete, const std::string& id, const std::string& date, double minutes = 30) {
  TrainingSession session;
  session.id = id;
  session.athlete_id = athlete.id;
  session.date = parse_date(date).value();
  session.duration_minutes = minutes;
  session.distance_km = 0.1;
  return session;
}

// "2026-11-02…2026-11-08:1" for each week.
std::string weeks_of(const AthleteSummary& summary) {
  std::string text;
  for (const auto& [week, totals] : summary.weeks) {
    text += format_date(week.first) + "…" + format_date(week.last) + ":" + std::to_string(totals.session_count) + " ";
  }
  return text;
}

// 2026-11-25 is a Wednesday.
AthleteSummary summary_on(const std::string& today, WeekStart week_start, const std::vector<std::string>& dates) {
  AthleteSummaries summaries(parse_date(today).value(), week_start);
  for (const auto& date : dates) summaries.add(session(ann, "s" + date, date));
  return summaries.of({ann}).front();
}

TEST(AthleteSummaries, an_athlete_without_sessions_has_four_empty_weeks) {
  const auto summary = summary_on("2026-11-25", WeekStart::monday, {});
  EXPECT_EQ(summary.athlete, ann);
  EXPECT_EQ(summary.session_count, 0);
  EXPECT_FALSE(summary.last_session.has_value());
  EXPECT_EQ(summary.last_7_days.session_count, 0);
  EXPECT_EQ(weeks_of(summary),
            "2026-11-02…2026-11-08:0 2026-11-09…2026-11-15:0 2026-11-16…2026-11-22:0 2026-11-23…2026-11-29:0 ");
}

TEST(AthleteSummaries, weeks_are_whole_and_begin_where_the_athlete_says) {
  const std::vector<std::string> dates = {"2026-11-01", "2026-11-02", "2026-11-08", "2026-11-09", "2026-11-21",
                                          "2026-11-22", "2026-11-23", "2026-11-25", "2026-11-29", "2026-11-30"};
  EXPECT_EQ(weeks_of(summary_on("2026-11-25", WeekStart::monday, dates)),
            "2026-11-02…2026-11-08:2 2026-11-09…2026-11-15:1 2026-11-16…2026-11-22:2 2026-11-23…2026-11-29:3 ");
  EXPECT_EQ(weeks_of(summary_on("2026-11-25", WeekStart::sunday, dates)),
            "2026-11-01…2026-11-07:2 2026-11-08…2026-11-14:2 2026-11-15…2026-11-21:1 2026-11-22…2026-11-28:3 ");
  EXPECT_EQ(weeks_of(summary_on("2026-11-25", WeekStart::saturday, dates)),
            "2026-10-31…2026-11-06:2 2026-11-07…2026-11-13:2 2026-11-14…2026-11-20:0 2026-11-21…2026-11-27:4 ");
}

TEST(AthleteSummaries, the_first_and_the_last_day_of_a_week_are_days_of_it) {
  const std::vector<std::string> dates = {"2026-11-22", "2026-11-23"};
  EXPECT_TRUE(weeks_of(summary_on("2026-11-22", WeekStart::monday, dates)).ends_with("2026-11-16…2026-11-22:1 "));
  EXPECT_TRUE(weeks_of(summary_on("2026-11-23", WeekStart::monday, dates)).ends_with("2026-11-23…2026-11-29:1 "));
}

TEST(AthleteSummaries, the_last_seven_days_end_today) {
  const auto summary = summary_on("2026-03-02", WeekStart::monday,
                                  {"2026-02-23", "2026-02-24", "2026-03-01", "2026-03-02", "2026-03-03"});
  EXPECT_EQ(summary.last_7_days.session_count, 3);
  EXPECT_EQ(summary.session_count, 5);
}

TEST(AthleteSummaries, sums_are_compensated_and_each_athletes_own) {
  AthleteSummaries summaries(parse_date("2026-11-25").value(), WeekStart::monday);
  for (int count = 0; count < 10; ++count) {
    summaries.add(session(ann, "s" + std::to_string(count), "2026-11-24", 0.1));
  }
  summaries.add(session(bob, "t", "2026-11-24", 45));
  summaries.add(session({.id = "gone", .name = "Gone"}, "u", "2026-11-24"));
  const auto both = summaries.of({bob, ann});
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].athlete, bob);
  EXPECT_EQ(both[0].last_7_days.total_duration_minutes, 45.0);
  EXPECT_EQ(both[1].last_7_days.total_duration_minutes, 1.0);
  EXPECT_EQ(both[1].last_7_days.total_distance_km, 1.0);
  EXPECT_EQ(both[1].weeks[3].totals.total_duration_minutes, 1.0);
}

TEST(AthleteSummaries, the_last_session_is_the_first_of_the_list_in_whatever_order_they_come) {
  const std::vector<TrainingSession> sessions = {session(ann, "s2", "2026-11-20"), session(ann, "s1", "2026-11-20"),
                                                 session(ann, "s0", "2026-11-19"), session(ann, "s3", "2026-11-20")};
  for (std::size_t first = 0; first < sessions.size(); ++first) {
    AthleteSummaries summaries(parse_date("2026-11-25").value(), WeekStart::monday);
    for (std::size_t at = 0; at < sessions.size(); ++at) summaries.add(sessions[(first + at) % sessions.size()]);
    EXPECT_EQ(summaries.of({ann}).front().last_session, sessions[1]);
  }
}

TEST(AthleteSummaries, stay_within_the_years_that_there_are) {
  EXPECT_EQ(summary_on("0001-01-01", WeekStart::monday, {"0001-01-01"}).weeks[3].totals.session_count, 1);
  const auto last = summary_on("9999-12-31", WeekStart::sunday, {"9999-12-31"});
  EXPECT_EQ(last.weeks[3].totals.session_count, 1);
  EXPECT_EQ(format_date(last.weeks[3].week.last), "9999-12-31");
}

}  // namespace
}  // namespace tracker
