// Periods and records on every store: of what was written a moment ago too, of others' rows what can be read.
#include <gtest/gtest.h>

#include "tracker/session_item.h"
#include "tracker/testing/world.h"
#include "tracker/time_text.h"

namespace tracker::testing {
namespace {

class RepositoryRecords : public ::testing::TestWithParam<Indexes> {
 protected:
  World world{GetParam()};
  Repository& repository = world.repository();
  Athlete jane = world.athlete("Jane");
  Athlete joe = world.athlete("Joe");

  std::vector<PeriodStatistics> months(const SessionFilter& filter) {
    return run(repository.period_statistics(filter, PeriodKind::month, WeekStart::monday)).value();
  }
  Records records(const SessionFilter& filter) {
    return run(repository.records(filter, {.week_start = WeekStart::monday, .today = *parse_date("2025-11-23")}))
        .value();
  }
};

SessionFilter of_athlete(const std::string& id) {
  SessionFilter filter;
  filter.athlete_id = id;
  return filter;
}

TEST_P(RepositoryRecords, are_of_everybody_or_of_one_athlete) {
  world.session(jane.id, "2025-10-20", 60, 12);
  world.session(jane.id, "2025-11-03", 45, 8);
  world.session(joe.id, "2025-10-21", 30, 20);
  const auto all = months({});
  ASSERT_EQ(all.size(), 2);
  EXPECT_EQ(all[0].period, (Period{.first = *parse_date("2025-10-01"), .last = *parse_date("2025-10-31")}));
  EXPECT_EQ(all[0].total_distance_km, 32);
  EXPECT_EQ(months(of_athlete(jane.id)).at(0).total_distance_km, 12);
  EXPECT_EQ(records({}).longest_distance->session.athlete_name, "Joe");
  EXPECT_EQ(records({}).daily_streak.longest->length, 2);
  EXPECT_EQ(records(of_athlete(jane.id)).longest_distance->session.athlete_name, "Jane");
  EXPECT_EQ(records(of_athlete("nobody")).session_count, 0);
  EXPECT_TRUE(months(of_athlete("nobody")).empty());
}

TEST_P(RepositoryRecords, hold_the_session_as_it_is_stored_now) {
  const auto session = world.session(jane.id, "2025-10-20", 60, 12);
  auto input = input_of(jane.id, "2025-10-20", 60, 13);
  input.notes = "measured again";
  const auto updated = run(repository.update_session(session.id, input));
  ASSERT_TRUE(updated);
  EXPECT_EQ(records({}).longest_distance->session, *updated);
  EXPECT_EQ(records({}).longest_distance->value, 13);
}

TEST_P(RepositoryRecords, leave_out_what_is_excluded_but_the_periods_do_not) {
  world.session(jane.id, "2025-10-20", 60, 12);
  auto faulty = input_of(jane.id, "2025-10-21", 10, 900);
  faulty.excluded_from_records = true;
  ASSERT_TRUE(run(repository.create_session(faulty)));
  EXPECT_EQ(records({}).longest_distance->value, 12);
  EXPECT_EQ(records({}).excluded_session_count, 1);
  EXPECT_EQ(records({}).best_month.by_distance->total_distance_km, 12);
  EXPECT_EQ(months({}).at(0).total_distance_km, 912);
}

TEST_P(RepositoryRecords, a_row_that_cannot_be_read_is_reported_and_left_out) {
  const auto session = world.session(jane.id, "2025-10-20", 60, 12);
  auto row = item_from_session(session);
  row.insert_or_assign("SK", "SESSION#broken");
  row.insert_or_assign("GSI1SK", "2025-10-21#broken");
  row.insert_or_assign("Duration", "an hour");
  world.put_raw(row);
  EXPECT_EQ(months({}).at(0).session_count, 1);
  EXPECT_EQ(records({}).session_count, 1);
  EXPECT_EQ(world.unreadable.size(), 2);  // once for each of the two
}

INSTANTIATE_TEST_SUITE_P(stores, RepositoryRecords, ::testing::ValuesIn(every_store()),
                         [](const auto& name) { return store_name(name.param); });

}  // namespace
}  // namespace tracker::testing
