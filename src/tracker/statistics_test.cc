#include "tracker/statistics.h"

#include <gtest/gtest.h>

#include <limits>

namespace tracker {
namespace {

TEST(Round2, rounds_the_exact_binary_value_and_exact_ties_to_even) {
  EXPECT_EQ(round2(0.125), 0.12);
  EXPECT_EQ(round2(0.375), 0.38);
  EXPECT_EQ(round2(2.675), 2.67);
  EXPECT_EQ(round2(0.015), 0.01);
  EXPECT_EQ(round2(0.005), 0.01);
  EXPECT_EQ(round2(100.0 / 3), 33.33);
  EXPECT_EQ(round2(135.0 / 24), 5.62);
  EXPECT_EQ(round2(-0.125), -0.12);
}

TEST(Round2, leaves_what_has_no_places_alone) {
  EXPECT_EQ(round2(1e16), 1e16);
  EXPECT_EQ(round2(std::numeric_limits<double>::max()), std::numeric_limits<double>::max());
  EXPECT_EQ(round2(5e-324), 0.0);
}

TEST(CompensatedSum, ten_tenths_are_one) {
  CompensatedSum sum;
  for (int count = 0; count < 10; ++count) sum.add(0.1);
  EXPECT_EQ(sum.value(), 1.0);
}

TEST(CompensatedSum, small_terms_survive_beside_large_ones) {
  CompensatedSum sum;
  for (const double term : {1e16, 1.0, 1.0, -1e16}) sum.add(term);
  EXPECT_EQ(sum.value(), 2.0);
}

TEST(CompensatedSum, stays_finite_beyond_the_largest_double) {
  CompensatedSum sum;
  sum.add(1.5e308);
  sum.add(1.5e308);
  EXPECT_EQ(sum.value(), std::numeric_limits<double>::max());
}

TEST(Statistics, nothing_is_all_zero) {
  const Statistics statistics = StatisticsAccumulator().result();
  EXPECT_EQ(statistics.session_count, 0);
  EXPECT_EQ(statistics.average_pace_minutes_per_km, 0.0);
  EXPECT_EQ(statistics.average_duration_minutes, 0.0);
}

TEST(Statistics, averages_and_pace_are_of_the_sums_and_rounded_last) {
  StatisticsAccumulator accumulator;
  accumulator.add(45, 8.5);
  accumulator.add(60, 12);
  accumulator.add(30, 5);
  const Statistics statistics = accumulator.result();
  EXPECT_EQ(statistics.session_count, 3);
  EXPECT_EQ(statistics.total_duration_minutes, 135.0);
  EXPECT_EQ(statistics.total_distance_km, 25.5);
  EXPECT_EQ(statistics.average_duration_minutes, 45.0);
  EXPECT_EQ(statistics.average_distance_km, 8.5);
  EXPECT_EQ(statistics.average_pace_minutes_per_km, 5.29);
}

TEST(Statistics, no_distance_has_no_pace) {
  StatisticsAccumulator accumulator;
  accumulator.add(30, 0);
  EXPECT_EQ(accumulator.result().average_pace_minutes_per_km, 0.0);
}

TEST(Statistics, never_overflow) {
  StatisticsAccumulator accumulator;
  accumulator.add(1e308, 1e-300);
  accumulator.add(1e308, 0);
  const Statistics statistics = accumulator.result();
  EXPECT_EQ(statistics.total_duration_minutes, std::numeric_limits<double>::max());
  EXPECT_EQ(statistics.average_pace_minutes_per_km, std::numeric_limits<double>::max());
}

}  // namespace
}  // namespace tracker
