#include "tracker/eddington.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace tracker {
namespace {

std::int64_t in_km(std::vector<double> days) {
  return eddington_number(days, 1);
}

TEST(Eddington, no_days_are_zero) {
  EXPECT_EQ(in_km({}), 0);
  EXPECT_EQ(in_km({0.0, 0.5, 0.99}), 0);
}
TEST(Eddington, needs_as_many_days_as_kilometres) {
  EXPECT_EQ(in_km({100}), 1);
  EXPECT_EQ(in_km({3, 3, 2.99}), 2);
  EXPECT_EQ(in_km({3, 3, 3}), 3);
  EXPECT_EQ(in_km({4, 4, 4}), 3);
}
TEST(Eddington, ten_days_of_ten_stored_miles_are_ten) {
  EXPECT_EQ(eddington_number(std::vector<double>(10, 16.09344), km_per_mile), 10);
  EXPECT_EQ(eddington_number(std::vector<double>(10, 16.0934), km_per_mile), 9);
}
TEST(Eddington, what_others_stored_does_no_harm) {
  EXPECT_EQ(in_km({-5, std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()}), 1);
}

RC_GTEST_PROP(Eddington, is_what_trying_every_number_finds, ()) {
  // Quarters of a kilometre: exact, and often on a whole number.
  std::vector<double> days;
  for (const int quarters : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 120))) {
    days.push_back(quarters / 4.0);
  }
  std::int64_t expected = 0;
  for (std::int64_t number = 1; std::cmp_less_equal(number, days.size()); ++number) {
    if (std::ranges::count_if(days, [number](double km) { return km >= static_cast<double>(number); }) >= number) {
      expected = number;
    }
  }
  RC_ASSERT(in_km(days) == expected);
}

}  // namespace
}  // namespace tracker
