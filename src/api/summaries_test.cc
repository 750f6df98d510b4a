// What a roster and a choice of sports are made of.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/testing/test_api.h"

namespace api {
namespace {

using ::testing::HasSubstr;
using testing::session_json;
using testing::TestApi;

constexpr auto athletes = "/v1/statistics/athletes";
constexpr auto sports = "/v1/statistics/sports";

TEST(AthleteSummaries, are_by_name_with_the_last_session_and_four_weeks) {
  TestApi api;
  const auto bob = api.athlete("Bob");
  const auto ann = api.athlete("Ann");
  api.session(ann, "2025-10-06", "60", "10");
  api.session(ann, "2025-10-22", "30", "5");
  const auto last = api.session(ann, "2025-10-23", "45", "8.5");
  const auto answer = api.get(std::string(athletes) + "?today=2025-10-23");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(
      answer.body,
      R"([{"id":")" + ann + R"(","name":"Ann","totalSessions":3,"lastSession":)" +
          api.get("/v1/training-sessions/" + last).body +
          R"(,"last7Days":{"totalSessions":2,"totalDuration":75.0,"totalDistance":13.5},"weeks":[)"
          R"({"start":"2025-09-29","end":"2025-10-05","totalSessions":0,"totalDuration":0.0,"totalDistance":0.0},)"
          R"({"start":"2025-10-06","end":"2025-10-12","totalSessions":1,"totalDuration":60.0,"totalDistance":10.0},)"
          R"({"start":"2025-10-13","end":"2025-10-19","totalSessions":0,"totalDuration":0.0,"totalDistance":0.0},)"
          R"({"start":"2025-10-20","end":"2025-10-26","totalSessions":2,"totalDuration":75.0,"totalDistance":13.5}]},)"
          R"({"id":")" +
          bob +
          R"(","name":"Bob","totalSessions":0,"lastSession":null,)"
          R"("last7Days":{"totalSessions":0,"totalDuration":0.0,"totalDistance":0.0},"weeks":[)"
          R"({"start":"2025-09-29","end":"2025-10-05","totalSessions":0,"totalDuration":0.0,"totalDistance":0.0},)"
          R"({"start":"2025-10-06","end":"2025-10-12","totalSessions":0,"totalDuration":0.0,"totalDistance":0.0},)"
          R"({"start":"2025-10-13","end":"2025-10-19","totalSessions":0,"totalDuration":0.0,"totalDistance":0.0},)"
          R"({"start":"2025-10-20","end":"2025-10-26","totalSessions":0,"totalDuration":0.0,"totalDistance":0.0}]}])");
}
TEST(AthleteSummaries, go_by_the_week_that_is_asked_for) {
  TestApi api;
  api.session(api.athlete("Ann"), "2025-10-19");
  EXPECT_THAT(api.get(std::string(athletes) + "?today=2025-10-23&weekStart=sunday").body,
              HasSubstr(R"("start":"2025-10-19","end":"2025-10-25","totalSessions":1,)"));
}
TEST(AthleteSummaries, are_of_the_servers_day_where_none_is_given) {
  TestApi api;
  api.athlete("Ann");
  // 2025-11-23 is a Sunday.
  EXPECT_THAT(api.get(athletes).body, HasSubstr(R"({"start":"2025-11-17","end":"2025-11-23","totalSessions":0)"));
}
TEST(AthleteSummaries, of_nobody_are_an_empty_array) {
  TestApi api;
  EXPECT_EQ(api.get(athletes).body, "[]");
}
TEST(AthleteSummaries, are_refused_with_everything_that_is_wrong) {
  TestApi api;
  const auto refused = api.get(std::string(athletes) + "?today=2025-02-30&weekStart=friday");
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body, HasSubstr(R"("loc":["query","today"])"));
  EXPECT_THAT(refused.body, HasSubstr(R"("loc":["query","weekStart"])"));
}

TEST(SportTotals, are_of_everybody_or_of_one_athlete) {
  TestApi api;
  const auto ann = api.athlete("Ann");
  const auto bob = api.athlete("Bob");
  EXPECT_EQ(api.get(sports).body, "[]");
  for (const auto& [athlete, sport] : std::vector<std::pair<std::string, std::string>>{
           {ann, R"(,"sport":"Run")"}, {bob, R"(,"sport":"Run")"}, {bob, ""}, {bob, R"(,"sport":"Ride")"}, {bob, ""}}) {
    api.post("/v1/training-sessions", session_json(athlete, "2025-10-23", "30", "0.1", sport));
  }
  EXPECT_EQ(api.get(sports).body, R"([{"sport":null,"totalSessions":2,"totalDuration":60.0,"totalDistance":0.2},)"
                                  R"({"sport":"Run","totalSessions":2,"totalDuration":60.0,"totalDistance":0.2},)"
                                  R"({"sport":"Ride","totalSessions":1,"totalDuration":30.0,"totalDistance":0.1}])");
  EXPECT_EQ(api.get(std::string(sports) + "?athleteId=" + ann).body,
            R"([{"sport":"Run","totalSessions":1,"totalDuration":30.0,"totalDistance":0.1}])");
  EXPECT_EQ(api.get(std::string(sports) + "?athleteId=").body, api.get(sports).body);
  EXPECT_EQ(api.get(std::string(sports) + "?athleteId=nobody").body, "[]");
  EXPECT_EQ(api.get(std::string(sports) + "?athleteId=" + std::string(3000, 'x')).body, "[]");
}

}  // namespace
}  // namespace api
