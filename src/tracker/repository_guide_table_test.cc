// A table that somebody made by the guide alone, without the additive indexes, at a size where every answer takes many
// pages of 1 MB.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tracker/testing/world.h"
#include "tracker/time_text.h"

namespace tracker::testing {
namespace {

constexpr int janes = 19'000;
constexpr int joes = 1'000;
constexpr int days = 28;

std::vector<ImportedSession> log_of(const Athlete& athlete, int sessions) {
  std::vector<ImportedSession> log(static_cast<std::size_t>(sessions));
  for (int number = 0; number < sessions; ++number) {
    auto& session = log[static_cast<std::size_t>(number)];
    session.id = fmt::format("{}-{:05}", athlete.name, number);
    session.input = input_of(athlete.id, fmt::format("2025-02-{:02}", 1 + number % days), 2, 0.5);
    session.input.notes = std::string(200, 'x');
  }
  return log;
}

TEST(GuideTable, gives_the_same_at_twenty_thousand_sessions) {
  World world(Indexes::guide_only);
  Repository& repository = world.repository();
  const Athlete jane = world.athlete("jane");
  const Athlete joe = world.athlete("joe");
  ASSERT_TRUE(run(repository.import_sessions(jane.id, log_of(jane, janes))).has_value());
  ASSERT_TRUE(run(repository.import_sessions(joe.id, log_of(joe, joes))).has_value());

  EXPECT_EQ(run(repository.list_athletes())->size(), 2U);

  const SessionFilter of_jane{.dates = {}, .athlete_id = jane.id};
  const auto deep = run(repository.list_sessions(of_jane, janes - 3, 10));
  EXPECT_EQ(deep->total, janes);
  ASSERT_EQ(deep->sessions.size(), 3U);
  EXPECT_EQ(deep->sessions.back().id, "jane-18984");  // the last of the first day
  EXPECT_EQ(run(repository.list_sessions({}, 12'345, 50))->total, janes + joes);
  EXPECT_EQ(run(repository.list_sessions({}, 12'345, 50))->sessions.size(), 50U);
  const auto first = run(repository.list_sessions_after(of_jane, {}, 2));
  EXPECT_EQ(first->sessions.front().id, "jane-00027");
  EXPECT_EQ(run(repository.list_sessions_after(of_jane, first->next_cursor, 1))->sessions.front().id, "jane-00083");

  for (const char* id : {"jane-00000", "jane-18999", "joe-00500"}) {
    EXPECT_EQ(run(repository.get_session(id))->id, id);
  }
  EXPECT_FALSE(run(repository.get_session("jane-19000")).has_value());

  EXPECT_EQ(run(repository.statistics({}))->total_duration_minutes, 2.0 * (janes + joes));
  const DateRange day{.first = parse_date("2025-02-28"), .last = parse_date("2025-02-28")};
  EXPECT_EQ(run(repository.statistics({.dates = day, .athlete_id = jane.id}))->session_count, janes / days);

  EXPECT_TRUE(run(repository.delete_session("jane-18999")).has_value());
  EXPECT_EQ(run(repository.statistics(of_jane))->session_count, janes - 1);
  EXPECT_EQ(std::get<AthleteHasSessions>(run(repository.delete_athlete(jane.id, false)).error()).session_count,
            janes - 1);
  EXPECT_TRUE(run(repository.delete_athlete(jane.id, true)).has_value());
  EXPECT_EQ(run(repository.list_sessions({}, 0, 1))->total, joes);
  EXPECT_EQ(run(repository.list_athletes())->size(), 1U);
  EXPECT_EQ(world.broken_invariants(), std::vector<std::string>());
}

}  // namespace
}  // namespace tracker::testing
