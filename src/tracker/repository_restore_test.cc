// A deleted session comes back as it was.
#include <gtest/gtest.h>

#include "tracker/testing/world.h"

namespace tracker::testing {
namespace {

template <class Expected, class T>
bool failed_with(const Result<T>& result) {
  return !result && std::holds_alternative<Expected>(result.error());
}

ImportedSession as_received(const TrainingSession& session) {
  ImportedSession given;
  given.input = {.athlete_id = session.athlete_id,
                 .date = session.date,
                 .duration_minutes = session.duration_minutes,
                 .distance_km = session.distance_km,
                 .notes = session.notes,
                 .sport = session.sport,
                 .rpe = session.rpe,
                 .excluded_from_records = session.excluded_from_records};
  given.created_at = session.created_at;
  given.updated_at = session.updated_at;
  given.source = session.source;
  given.start_time = session.start_time;
  return given;
}

class Restoring : public ::testing::TestWithParam<Indexes> {
 protected:
  World world{GetParam()};
  Repository& repository = world.repository();
  Athlete jane = world.athlete("Jane");
  Athlete joe = world.athlete("Joe");

  TrainingSession rich_session() {
    ImportedSession given;
    given.input = input_of(jane.id, "2025-10-20");
    given.input.notes = "Lake";
    given.input.sport = "Run";
    given.input.rpe = 4.5;
    given.input.excluded_from_records = true;
    given.id = "s1";
    given.source = "strava:1";
    given.start_time = "2025-10-20T07:00:00";
    given.created_at = "2025-10-20T08:00:00+00:00";
    given.updated_at = "2025-10-21T08:00:00.5+00:00";
    EXPECT_TRUE(run(repository.import_sessions(jane.id, {given})).has_value());
    return run(repository.get_session("s1")).value();
  }
};
INSTANTIATE_TEST_SUITE_P(Tables, Restoring, ::testing::ValuesIn(every_store()),
                         [](const auto& tested) { return store_name(tested.param); });

TEST_P(Restoring, brings_everything_back) {
  const auto before = rich_session();
  ASSERT_TRUE(run(repository.delete_session(before.id)).has_value());
  const auto restored = run(repository.restore_session(before.id, as_received(before)));
  ASSERT_TRUE(restored.has_value());
  EXPECT_EQ(*restored, before);
  EXPECT_EQ(run(repository.get_session(before.id)), before);
  EXPECT_EQ(run(repository.list_sessions({}, 0, 10))->sessions, std::vector{before});
  EXPECT_EQ(world.broken_invariants(), std::vector<std::string>());
}

TEST_P(Restoring, without_times_it_is_of_now) {
  ImportedSession given;
  given.input = input_of(jane.id, "2025-10-20");
  const auto restored = run(repository.restore_session("s2", given));
  ASSERT_TRUE(restored.has_value());
  EXPECT_FALSE(restored->created_at.empty());
  EXPECT_EQ(restored->updated_at, restored->created_at);
}

TEST_P(Restoring, never_replaces_a_session_of_any_athlete) {
  const auto before = rich_session();
  auto given = as_received(before);
  given.input.notes = "other";
  for (const auto& athlete : {jane, joe}) {
    given.input.athlete_id = athlete.id;
    EXPECT_TRUE(failed_with<AlreadyExists>(run(repository.restore_session(before.id, given))));
    world.settle();
  }
  EXPECT_EQ(run(repository.get_session(before.id)), before);
}

TEST_P(Restoring, what_an_index_still_shows_is_not_in_the_way) {
  const auto before = rich_session();
  world.settle();
  ASSERT_TRUE(run(repository.delete_session(before.id)).has_value());
  // Another process, which did not see the deletion.
  const auto restored = run(world.faulty_repository().restore_session(before.id, as_received(before)));
  ASSERT_TRUE(restored.has_value());
  EXPECT_EQ(*restored, before);
}

TEST_P(Restoring, takes_the_athletes_name_of_now_and_needs_the_athlete) {
  const auto before = rich_session();
  ASSERT_TRUE(run(repository.delete_session(before.id)).has_value());
  ASSERT_TRUE(run(repository.rename_athlete(jane.id, "Jane Doe")).has_value());
  EXPECT_EQ(run(repository.restore_session(before.id, as_received(before)))->athlete_name, "Jane Doe");
  ASSERT_TRUE(run(repository.delete_athlete(jane.id, true)).has_value());
  EXPECT_TRUE(failed_with<AthleteNotFound>(run(repository.restore_session(before.id, as_received(before)))));
}

TEST_P(Restoring, an_impossible_id_is_not_found) {
  ImportedSession given;
  given.input = input_of(jane.id, "2025-10-20");
  for (const std::string& id : {std::string(), std::string(2000, 'x'), std::string("\xFF")}) {
    EXPECT_TRUE(failed_with<SessionNotFound>(run(repository.restore_session(id, given))));
  }
}

TEST_P(Restoring, of_two_at_once_one_finds_it_there) {
  constexpr int calls_of_one_max = 8;
  for (int gap = 0; gap < calls_of_one_max; ++gap) {  // the other one comes in before each call of the first
    World scene{GetParam()};
    ImportedSession given;
    given.input = input_of(scene.athlete("Jane").id, "2025-10-20");
    int successes = 0;
    scene.faulty().interlude = [&](int call) -> boost::asio::awaitable<void> {
      return [](Repository& other, ImportedSession same, int& counted, bool is_now) -> boost::asio::awaitable<void> {
        if (is_now && co_await other.restore_session("s3", std::move(same))) ++counted;
      }(scene.repository(), given, successes, call == gap);
    };
    const auto first = run(scene.faulty_repository().restore_session("s3", given));
    successes += first ? 1 : 0;
    EXPECT_EQ(successes, 1) << gap;
    EXPECT_TRUE(first || failed_with<AlreadyExists>(first)) << gap;
    EXPECT_EQ(scene.broken_invariants(), std::vector<std::string>());
  }
}

}  // namespace
}  // namespace tracker::testing
