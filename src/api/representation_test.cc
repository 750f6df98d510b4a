#include "api/representation.h"

#include <gtest/gtest.h>

namespace api {
namespace {

tracker::TrainingSession example() {
  tracker::TrainingSession session;
  session.id = "s1";
  session.athlete_id = "athlete-1";
  session.athlete_name = "Zoë \"Z\" 😀";
  session.date = tracker::Date(std::chrono::year(2025), std::chrono::October, std::chrono::day(23));
  session.duration_minutes = 45;
  session.distance_km = 1e-7;
  session.created_at = "2026-11-23T04:35:57.900623+00:00";
  session.updated_at = "2025-10-20T08:00:00";
  return session;
}

TEST(Representation, of_a_session_keeps_the_order_of_fields_and_always_has_notes) {
  EXPECT_EQ(represent(example()),
            R"({"id":"s1","athlete_id":"athlete-1","athlete_name":"Zoë \"Z\" 😀","date":"2025-10-23","duration":45.0,)"
            R"("distance":1e-07,"notes":null,"createdAt":"2026-11-23T04:35:57.900623Z",)"
            R"("updatedAt":"2025-10-20T08:00:00Z"})");
}
TEST(Representation, of_a_session_has_sport_and_rpe_where_they_are_set) {
  auto session = example();
  session.notes = "easy";
  session.sport = "Running";
  session.rpe = 4;
  const auto text = represent(session);
  EXPECT_NE(text.find(R"("notes":"easy")"), std::string::npos);
  EXPECT_TRUE(text.ends_with(R"(,"sport":"Running","rpe":4.0})")) << text;
}
TEST(Representation, of_a_session_has_its_origin_where_it_is_known) {
  auto session = example();
  session.rpe = 4;
  session.excluded_from_records = true;
  session.source = "strava:1";
  session.start_time = "2025-10-23T07:00:00";
  const auto text = represent(session);
  EXPECT_TRUE(
      text.ends_with(R"(,"rpe":4.0,"excludedFromRecords":true,"source":"strava:1","startTime":"2025-10-23T07:00:00"})"))
      << text;
}
TEST(Representation, of_timestamps_is_utc_with_z_whoever_wrote_them) {
  EXPECT_EQ(format_stored_timestamp("2026-11-23T04:35:57+00:00"), "2026-11-23T04:35:57Z");
  EXPECT_EQ(format_stored_timestamp("2026-11-23T04:35:57.900623+00:00"), "2026-11-23T04:35:57.900623Z");
  EXPECT_EQ(format_stored_timestamp("2026-11-23T04:35:57.000000+00:00"), "2026-11-23T04:35:57Z");
  EXPECT_EQ(format_stored_timestamp("2026-11-23T04:35:57,900623+00:00"), "2026-11-23T04:35:57.900623Z");
  EXPECT_EQ(format_stored_timestamp("2026-11-23 04:35:57+00:00"), "2026-11-23T04:35:57Z");
  EXPECT_EQ(format_stored_timestamp("2026-11-23T04:35:57.5Z"), "2026-11-23T04:35:57.500000Z");
  EXPECT_EQ(format_stored_timestamp("2026-11-23T01:00:00+02:00"), "2026-11-22T23:00:00Z");
  EXPECT_EQ(format_stored_timestamp("2025-10-20T08:00:00"), "2025-10-20T08:00:00Z");
  EXPECT_EQ(format_stored_timestamp("yesterday"), "yesterday");
}
TEST(Representation, of_athletes_is_an_array_without_envelope) {
  EXPECT_EQ(represent(std::vector<tracker::Athlete>{}), "[]");
  EXPECT_EQ(represent(std::vector<tracker::Athlete>{{"1", "A"}, {"2", "B"}}),
            R"([{"id":"1","name":"A"},{"id":"2","name":"B"}])");
}
TEST(Representation, of_statistics_prints_whole_numbers_as_floats) {
  EXPECT_EQ(represent(tracker::Statistics{.session_count = 2,
                                          .total_duration_minutes = 90,
                                          .total_distance_km = 16,
                                          .average_duration_minutes = 45,
                                          .average_distance_km = 8,
                                          .average_pace_minutes_per_km = 5.62}),
            R"({"totalSessions":2,"totalDuration":90.0,"totalDistance":16.0,"averageDuration":45.0,)"
            R"("averageDistance":8.0,"averagePace":5.62})");
}
TEST(Representation, of_pages_differs_by_how_they_were_asked_for) {
  EXPECT_EQ(represent(tracker::OffsetPage{{}, 7}, 50, "100000000000000000000000", false),
            R"({"data":[],"pagination":{"total":7,"limit":50,"offset":100000000000000000000000,"hasMore":false}})");
  EXPECT_EQ(represent(tracker::CursorPage{{}, "abc"}, 50),
            R"({"data":[],"pagination":{"limit":50,"hasMore":true,"nextCursor":"abc"}})");
  EXPECT_EQ(represent(tracker::CursorPage{}, 50),
            R"({"data":[],"pagination":{"limit":50,"hasMore":false,"nextCursor":null}})");
}

}  // namespace
}  // namespace api
