#include "tracker/sport_totals.h"

#include <gtest/gtest.h>

namespace tracker {
namespace {

SessionFigures session(std::optional<std::string_view> sport, double minutes, double km) {
  SessionFigures figures;
  figures.sport = sport;
  figures.duration_minutes = minutes;
  figures.distance_km = km;
  return figures;
}

TEST(SportTotals, of_nothing_are_none) {
  EXPECT_TRUE(SportTotalsAccumulator().result().empty());
}

TEST(SportTotals, are_summed_and_ordered_by_the_number_of_sessions_then_by_name) {
  SportTotalsAccumulator accumulator;
  for (int count = 0; count < 10; ++count) accumulator.add(session("Run", 0.1, 0.2));
  accumulator.add(session("Swim", 30, 1));
  accumulator.add(session(std::nullopt, 20, 0));
  accumulator.add(session("Ride", 600, 200));
  accumulator.add(session(std::nullopt, 25, 0));
  const auto totals = accumulator.result();
  ASSERT_EQ(totals.size(), 4U);
  EXPECT_EQ(totals[0].sport, "Run");
  EXPECT_EQ(totals[0].session_count, 10);
  EXPECT_EQ(totals[0].total_duration_minutes, 1.0);
  EXPECT_EQ(totals[0].total_distance_km, 2.0);
  EXPECT_EQ(totals[1].sport, std::nullopt);
  EXPECT_EQ(totals[1].session_count, 2);
  EXPECT_EQ(totals[1].total_duration_minutes, 45.0);
  EXPECT_EQ(totals[2].sport, "Ride");
  EXPECT_EQ(totals[3].sport, "Swim");
}

}  // namespace
}  // namespace tracker
