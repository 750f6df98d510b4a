// Periods and records over HTTP.
#include <gtest/gtest.h>

#include <string>

#include "api/testing/test_api.h"
#include "tracker/testing/run.h"
#include "tracker/time_text.h"

namespace api {
namespace {

using testing::session_json;
using testing::TestApi;

TEST(PeriodStatistics, are_the_sums_of_each_period_with_sessions) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  api.post("/v1/training-sessions", session_json(ann, "2026-11-16", "50", "10", R"(,"sport":"Run","rpe":6)"));
  api.post("/v1/training-sessions", session_json(ann, "2026-11-18", "61.5", "0"));
  api.session(ann, "2026-11-01", "30", "5");
  EXPECT_EQ(api.get("/v1/statistics/periods?by=week").body,
            R"({"by":"week","weekStart":"monday","periods":[)"
            R"({"start":"2026-10-26","end":"2026-11-01","totalSessions":1,"totalDuration":30.0,"totalDistance":5.0,)"
            R"("paceDuration":30.0,"paceDistance":5.0,"load":0.0,"sessionsWithRpe":0,)"
            R"("sports":[{"sport":null,"totalSessions":1,"totalDuration":30.0,"totalDistance":5.0}]},)"
            R"({"start":"2026-11-16","end":"2026-11-22","totalSessions":2,"totalDuration":111.5,"totalDistance":10.0,)"
            R"("paceDuration":50.0,"paceDistance":10.0,"load":300.0,"sessionsWithRpe":1,)"
            R"("sports":[{"sport":null,"totalSessions":1,"totalDuration":61.5,"totalDistance":0.0},)"
            R"({"sport":"Run","totalSessions":1,"totalDuration":50.0,"totalDistance":10.0}]}]})");
}
TEST(PeriodStatistics, are_of_the_filter_and_of_whole_periods) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  const auto bob = api.athlete("Bob");
  api.post("/v1/training-sessions", session_json(ann, "2026-11-16", "50", "10", R"(,"sport":"Run","notes":"Hills")"));
  api.session(ann, "2026-11-17", "40", "9");
  api.session(bob, "2026-11-18", "30", "5");
  const auto months = [&api](const std::string& filter) {
    const auto periods = json::parse(api.get("/v1/statistics/periods?by=month&" + filter).text("periods")).value();
    const auto& list = *periods.get_if<json::Array>();
    if (list.size() != 1) return std::to_string(list.size()) + " periods";
    return *list[0].find("start")->get_if<std::string>() + " " +
           list[0].find("totalSessions")->get_if<json::Number>()->text;
  };
  EXPECT_EQ(months(""), "2026-11-01 3");
  EXPECT_EQ(months("athleteId=" + ann), "2026-11-01 2");
  EXPECT_EQ(months("startDate=2026-11-17&endDate=2026-11-18"), "2026-11-01 2");
  EXPECT_EQ(months("sport=Run"), "2026-11-01 1");
  EXPECT_EQ(months("text=hills"), "2026-11-01 1");
  EXPECT_EQ(months("athleteId=nobody"), "0 periods");
  EXPECT_EQ(months("athleteId=" + std::string(1100, 'x')), "0 periods");
}
TEST(PeriodStatistics, say_everything_that_is_wrong_with_their_parameters) {
  TestApi api;
  const auto missing = api.get("/v1/statistics/periods");
  EXPECT_EQ(missing.status, 422);
  EXPECT_EQ(missing.body,
            R"({"detail":[{"type":"missing","loc":["query","by"],"msg":"Field required","input":null}]})");
  const auto wrong = api.get("/v1/statistics/periods?by=Week&weekStart=friday");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_EQ(
      wrong.body,
      R"({"detail":[{"type":"enum","loc":["query","by"],"msg":"Input should be 'day', 'week', 'month' or 'year'",)"
      R"("input":"Week","ctx":{"expected":"'day', 'week', 'month' or 'year'"}},)"
      R"({"type":"enum","loc":["query","weekStart"],"msg":"Input should be 'monday', 'sunday' or 'saturday'",)"
      R"("input":"friday","ctx":{"expected":"'monday', 'sunday' or 'saturday'"}}]})");
}

TEST(Records, of_nothing_are_all_null_and_zero) {
  TestApi api;
  const auto reply = api.get("/v1/statistics/records");
  EXPECT_EQ(reply.body,
            R"({"totalSessions":0,"excludedSessions":0,"activeDays":0,"activeWeeks":0,"activeMonths":0,)"
            R"("longestDistance":null,"longestDuration":null,"fastestPaces":[)"
            R"({"fromKm":1.0,"toKm":3.0,"record":null},{"fromKm":3.0,"toKm":5.0,"record":null},)"
            R"({"fromKm":5.0,"toKm":10.0,"record":null},{"fromKm":10.0,"toKm":21.0975,"record":null},)"
            R"({"fromKm":21.0975,"toKm":42.195,"record":null},{"fromKm":42.195,"toKm":null,"record":null}],)"
            R"("bestWeek":{"byDistance":null,"byDuration":null},"bestMonth":{"byDistance":null,"byDuration":null},)"
            R"("dailyStreak":{"longest":null,"current":null},"weeklyStreak":{"longest":null,"current":null},)"
            R"("eddingtonKm":0,"eddingtonMiles":0})");
  EXPECT_EQ(api.get("/v1/statistics/records?athleteId=" + std::string(1100, 'x')).body, reply.body);
}
TEST(Records, name_the_session_that_holds_them) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  const auto id = api.session(ann, "2026-11-16", "50", "10");
  api.session(ann, "2026-11-17", "40", "4");
  const auto session = api.get("/v1/training-sessions/" + id).body;
  const auto records = api.get("/v1/statistics/records?today=2026-11-18");
  EXPECT_EQ(records.text("longestDistance"), R"({"value":10.0,"session":)" + session + "}");
  EXPECT_EQ(records.text("longestDuration"), R"({"value":50.0,"session":)" + session + "}");
  EXPECT_NE(records.text("fastestPaces").find(R"("toKm":21.0975,"record":{"value":5.0,"session":)" + session),
            std::string::npos);
  EXPECT_EQ(records.text("dailyStreak"), R"({"longest":{"length":2,"start":"2026-11-16","end":"2026-11-17"},)"
                                         R"("current":{"length":2,"start":"2026-11-16","end":"2026-11-17"}})");
  EXPECT_EQ(records.text("eddingtonKm"), "2");
}
TEST(Records, leave_out_what_is_excluded_and_what_the_filter_leaves_out) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  tracker::SessionInput faulty;
  faulty.athlete_id = ann;
  faulty.date = *tracker::parse_date("2026-11-16");
  faulty.duration_minutes = 5;
  faulty.distance_km = 400;
  faulty.excluded_from_records = true;
  ASSERT_TRUE(tracker::testing::run(api.repository().create_session(faulty)));
  api.post("/v1/training-sessions", session_json(ann, "2026-11-17", "90", "40", R"(,"sport":"Ride")"));
  api.session(ann, "2026-11-18", "50", "10");
  const auto all = api.get("/v1/statistics/records");
  EXPECT_EQ(all.text("totalSessions") + all.text("excludedSessions") + all.text("activeDays"), "312");
  EXPECT_EQ(all.text("longestDistance").substr(0, 14), R"({"value":40.0,)");
  EXPECT_EQ(api.get("/v1/statistics/records?sport=Ride").text("activeDays"), "1");
  EXPECT_EQ(api.get("/v1/statistics/records?startDate=2026-11-18").text("activeDays"), "1");
  EXPECT_EQ(api.get("/v1/statistics/records?athleteId=nobody").text("totalSessions"), "0");
  EXPECT_EQ(api.get("/v1/statistics/records?text=nothing").text("totalSessions"), "3");  // no parameter of this one
}
TEST(Records, current_streaks_are_of_the_servers_day_in_utc_unless_another_is_given) {
  TestApi api;  // its clock: 2025-11-23T04:35:57Z, a Sunday
  const auto ann = api.athlete("Ann");
  api.session(ann, "2025-11-22");
  const auto current = R"("current":{"length":1,"start":"2025-11-22","end":"2025-11-22"}})";
  EXPECT_NE(api.get("/v1/statistics/records").text("dailyStreak").find(current), std::string::npos);
  EXPECT_NE(api.get("/v1/statistics/records?today=2025-11-24").text("dailyStreak").find(R"("current":null)"),
            std::string::npos);
  EXPECT_NE(api.get("/v1/statistics/records?weekStart=sunday").text("weeklyStreak").find(R"("end":"2025-11-22"}})"),
            std::string::npos);
}
TEST(Records, refuse_what_is_no_day_or_no_weekday) {
  TestApi api;
  EXPECT_EQ(api.get("/v1/statistics/records?today=tomorrow").status, 422);
  EXPECT_EQ(api.get("/v1/statistics/records?weekStart=").status, 422);
  EXPECT_EQ(api.get("/v1/statistics/records?startDate=2026-02-30").status, 422);
}

}  // namespace
}  // namespace api
