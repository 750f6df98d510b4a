#include "tracker/streaks.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <vector>

namespace tracker {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

sys_days day(int number) {
  return sys_days(days(number));
}
std::vector<sys_days> active(const std::set<int>& numbers, int step = 1) {
  std::vector<sys_days> starts;
  for (const int number : numbers) starts.push_back(day(number * step));
  return starts;
}
std::optional<Run> run(int first, int last, int step = 1) {
  return Run{.length = last - first + 1, .first = day(first * step), .last = day(last * step)};
}

TEST(Streaks, nothing_active_is_no_streak) {
  EXPECT_EQ(longest_run({}, days(1)), std::nullopt);
  EXPECT_EQ(current_run({}, days(1), day(5)), std::nullopt);
}
TEST(Streaks, of_streaks_as_long_as_each_other_the_earliest_counts) {
  EXPECT_EQ(longest_run(active({1, 2, 5, 7, 8}), days(1)), run(1, 2));
}
TEST(Streaks, a_current_one_ends_today_or_yesterday) {
  const auto starts = active({1, 3, 4});
  EXPECT_EQ(current_run(starts, days(1), day(4)), run(3, 4));
  EXPECT_EQ(current_run(starts, days(1), day(5)), run(3, 4));
  EXPECT_EQ(current_run(starts, days(1), day(6)), std::nullopt);
  EXPECT_EQ(current_run(starts, days(1), day(0)), std::nullopt);
}
TEST(Streaks, what_lies_after_today_is_not_in_the_current_one) {
  EXPECT_EQ(current_run(active({3, 4, 5, 9}), days(1), day(4)), run(3, 4));
}
TEST(Streaks, weeks_follow_each_other_after_seven_days) {
  const auto starts = active({1, 2, 3, 5}, 7);
  EXPECT_EQ(longest_run(starts, days(7)), run(1, 3, 7));
  EXPECT_EQ(current_run(starts, days(7), day(42)), run(5, 5, 7));
}

// By looking at every pair of days.
std::optional<Run> naive_longest(const std::set<int>& numbers) {
  std::optional<Run> longest;
  for (const int first : numbers) {
    int last = first;
    while (numbers.contains(last + 1)) ++last;
    if (!longest || last - first + 1 > longest->length) longest = run(first, last);
  }
  return longest;
}
std::optional<Run> naive_current(const std::set<int>& numbers, int today) {
  const int last = numbers.contains(today) ? today : today - 1;
  if (!numbers.contains(last)) return std::nullopt;
  int first = last;
  while (numbers.contains(first - 1)) --first;
  return run(first, last);
}
rc::Gen<std::set<int>> some_days() {
  return rc::gen::container<std::set<int>>(rc::gen::inRange(0, 40));
}

RC_GTEST_PROP(Streaks, the_longest_is_what_counting_from_every_day_finds, ()) {
  const auto numbers = *some_days();
  RC_ASSERT(longest_run(active(numbers), days(1)) == naive_longest(numbers));
}
RC_GTEST_PROP(Streaks, the_current_is_what_counting_back_from_today_finds, ()) {
  const auto numbers = *some_days();
  const int today = *rc::gen::inRange(-2, 43);
  RC_ASSERT(current_run(active(numbers), days(1), day(today)) == naive_current(numbers, today));
}

}  // namespace
}  // namespace tracker
