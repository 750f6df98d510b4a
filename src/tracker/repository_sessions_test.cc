// Single sessions, with the additive indexes and without: the same answers.
#include <gtest/gtest.h>

#include "tracker/schema.h"
#include "tracker/session_item.h"
#include "tracker/testing/world.h"

namespace tracker::testing {
namespace {

class Sessions : public ::testing::TestWithParam<Indexes> {
 protected:
  World world{GetParam()};
  Repository& repository = world.repository();
  Athlete jane = world.athlete("Jane");
  Athlete joe = world.athlete("Joe");
  void TearDown() override { EXPECT_EQ(world.broken_invariants(), std::vector<std::string>()); }
};
INSTANTIATE_TEST_SUITE_P(Tables, Sessions, ::testing::ValuesIn(every_store()),
                         [](const auto& tested) { return store_name(tested.param); });

template <class Problem, class T>
bool failed_with(const Result<T>& result) {
  return !result && std::holds_alternative<Problem>(result.error());
}

TEST_P(Sessions, a_created_session_is_there_as_it_was_answered) {
  SessionInput input = input_of(jane.id, "2025-10-20", 45, 8.5);
  input.notes = "Morning run";
  input.sport = "Running";
  input.rpe = 7;
  const auto created = run(repository.create_session(input));
  ASSERT_TRUE(created.has_value());
  EXPECT_EQ(created->athlete_name, "Jane");
  EXPECT_EQ(created->created_at, created->updated_at);
  EXPECT_EQ(run(repository.get_session(created->id)), *created);
}

TEST_P(Sessions, need_their_athlete) {
  for (const std::string& id : {std::string("nobody"), std::string(), std::string(3000, 'x')}) {
    EXPECT_TRUE(failed_with<AthleteNotFound>(run(repository.create_session(input_of(id, "2025-10-20")))));
  }
}

TEST_P(Sessions, an_unknown_or_impossible_id_is_not_found) {
  for (const std::string& id : {std::string("nope"), std::string(), std::string(3000, 'x'), std::string("\xFF")}) {
    EXPECT_TRUE(failed_with<SessionNotFound>(run(repository.get_session(id))));
    EXPECT_TRUE(failed_with<SessionNotFound>(run(repository.delete_session(id))));
    // The session comes before the athlete.
    EXPECT_TRUE(failed_with<SessionNotFound>(run(repository.update_session(id, input_of("nobody", "2025-10-20")))));
  }
}

TEST_P(Sessions, a_change_replaces_everything_a_client_may_say) {
  SessionInput input = input_of(jane.id, "2025-10-20");
  input.notes = "before";
  input.sport = "Running";
  const auto created = run(repository.create_session(input));
  const auto changed = run(repository.update_session(created->id, input_of(jane.id, "2024-02-29", 60, 12)));
  ASSERT_TRUE(changed.has_value());
  EXPECT_EQ(changed->notes, "");
  EXPECT_FALSE(changed->sport.has_value());
  EXPECT_EQ(changed->created_at, created->created_at);
  EXPECT_GT(changed->updated_at, created->updated_at);
  EXPECT_EQ(run(repository.get_session(created->id)), *changed);
}

TEST_P(Sessions, a_change_keeps_what_other_programs_stored) {
  const auto created = world.session(jane.id, "2025-10-20");
  dynamodb::Item item = item_from_session(created);
  item.emplace("Weather", "rain");
  item.emplace("Source", "strava:1");
  world.put_raw(item);
  ASSERT_TRUE(run(repository.update_session(created.id, input_of(jane.id, "2025-10-21"))).has_value());
  ASSERT_TRUE(run(repository.update_session(created.id, input_of(joe.id, "2025-10-22"))).has_value());
  const auto stored = world.get_raw(schema::session_key(joe.id, created.id));
  ASSERT_TRUE(stored.has_value());
  EXPECT_EQ(*schema::find_string(*stored, "Weather"), "rain");
  EXPECT_EQ(*schema::find_string(*stored, "Source"), "strava:1");
}

TEST_P(Sessions, a_move_leaves_one_session_with_the_new_name) {
  const auto created = world.session(jane.id, "2025-10-20");
  const auto moved = run(repository.update_session(created.id, input_of(joe.id, "2025-10-21")));
  ASSERT_TRUE(moved.has_value());
  EXPECT_EQ(moved->athlete_id, joe.id);
  EXPECT_EQ(moved->athlete_name, "Joe");
  EXPECT_EQ(run(repository.get_session(created.id)), *moved);
  EXPECT_TRUE(run(repository.delete_athlete(jane.id, false)).has_value());
  EXPECT_TRUE(run(repository.delete_session(created.id)).has_value());
  EXPECT_TRUE(failed_with<SessionNotFound>(run(repository.get_session(created.id))));
}

TEST_P(Sessions, a_move_to_nobody_changes_nothing) {
  const auto created = world.session(jane.id, "2025-10-20");
  EXPECT_TRUE(failed_with<AthleteNotFound>(run(repository.update_session(created.id, input_of("x", "2025-10-21")))));
  EXPECT_EQ(run(repository.get_session(created.id)), created);
}

TEST_P(Sessions, are_deleted_once) {
  const auto created = world.session(jane.id, "2025-10-20");
  EXPECT_TRUE(run(repository.delete_session(created.id)).has_value());
  EXPECT_TRUE(failed_with<SessionNotFound>(run(repository.delete_session(created.id))));
  EXPECT_TRUE(
      failed_with<SessionNotFound>(run(repository.update_session(created.id, input_of(jane.id, "2025-10-20")))));
}

TEST_P(Sessions, if_match_lets_only_the_newest_version_through) {
  const auto created = world.session(jane.id, "2025-10-20");
  const std::string old_version = etag(created);
  const auto changed = run(repository.update_session(created.id, input_of(jane.id, "2025-10-21"), old_version));
  ASSERT_TRUE(changed.has_value());
  EXPECT_NE(etag(*changed), old_version);

  EXPECT_TRUE(failed_with<PreconditionFailed>(
      run(repository.update_session(created.id, input_of(jane.id, "2025-10-22"), old_version))));
  EXPECT_TRUE(failed_with<PreconditionFailed>(
      run(repository.update_session(created.id, input_of(joe.id, "2025-10-22"), old_version))));
  EXPECT_TRUE(failed_with<PreconditionFailed>(run(repository.delete_session(created.id, old_version))));
  EXPECT_EQ(run(repository.get_session(created.id)), *changed);

  const auto moved = run(repository.update_session(created.id, input_of(joe.id, "2025-10-22"), etag(*changed)));
  ASSERT_TRUE(moved.has_value());
  EXPECT_TRUE(run(repository.delete_session(created.id, etag(*moved))).has_value());
}

TEST_P(Sessions, an_etag_is_the_same_for_what_was_answered_and_what_is_stored) {
  SessionInput input = input_of(jane.id, "2025-10-20", 100.0 / 3, 0.1);
  input.sport = "";
  input.rpe = 6.5;
  input.excluded_from_records = true;
  const auto created = run(repository.create_session(input));
  EXPECT_EQ(etag(*created), etag(*run(repository.get_session(created->id))));
  EXPECT_TRUE(run(repository.update_session(created->id, input, etag(*created))).has_value());
}

TEST_P(Sessions, are_excluded_from_records_until_a_change_says_otherwise) {
  SessionInput input = input_of(jane.id, "2025-10-20");
  input.excluded_from_records = true;
  const auto created = run(repository.create_session(input));
  EXPECT_TRUE(created->excluded_from_records);
  EXPECT_EQ(run(repository.get_session(created->id)), *created);
  input.athlete_id = joe.id;
  EXPECT_TRUE(run(repository.update_session(created->id, input))->excluded_from_records);
  const auto changed = run(repository.update_session(created->id, input_of(joe.id, "2025-10-20"), std::nullopt));
  EXPECT_FALSE(changed->excluded_from_records);
  EXPECT_FALSE(run(repository.get_session(created->id))->excluded_from_records);
  const auto stored = world.get_raw(schema::session_key(joe.id, created->id));
  EXPECT_FALSE(stored->contains("ExcludedFromRecords"));
  ASSERT_TRUE(run(repository.update_session(created->id, input, etag(*changed))).has_value());
  EXPECT_TRUE(failed_with<PreconditionFailed>(run(repository.update_session(created->id, input, etag(*changed)))));
}

TEST_P(Sessions, a_repeated_request_makes_one_session_and_gets_the_first_answer) {
  const Idempotency key{.key = "key-1", .request_hash = "hash"};
  const auto first = run(repository.create_session(input_of(jane.id, "2025-10-20"), key));
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(run(repository.create_session(input_of(jane.id, "2025-10-20"), key)), *first);
  ASSERT_TRUE(run(repository.update_session(first->id, input_of(joe.id, "2025-10-25"))).has_value());
  EXPECT_EQ(run(repository.create_session(input_of(jane.id, "2025-10-20"), key)), *first);
  ASSERT_TRUE(run(repository.delete_session(first->id)).has_value());
  EXPECT_EQ(run(repository.create_session(input_of(jane.id, "2025-10-20"), key)), *first);
  EXPECT_EQ(run(repository.list_sessions({}, 0, 10))->total, 0);
}

TEST_P(Sessions, an_idempotency_key_is_for_one_request_and_for_a_day) {
  const Idempotency key{.key = "key-1", .request_hash = "hash"};
  const Idempotency other{.key = "key-1", .request_hash = "other"};
  const auto first = run(repository.create_session(input_of(jane.id, "2025-10-20"), key));
  EXPECT_TRUE(failed_with<IdempotencyKeyReused>(run(repository.create_session(input_of(joe.id, "2025-10-20"), other))));
  world.advance(std::chrono::hours(24) - std::chrono::minutes(1));
  EXPECT_EQ(run(repository.create_session(input_of(jane.id, "2025-10-20"), key)), *first);
  world.advance(std::chrono::minutes(2));
  const auto second = run(repository.create_session(input_of(joe.id, "2025-10-20"), other));
  ASSERT_TRUE(second.has_value());
  EXPECT_NE(second->id, first->id);
}

TEST_P(Sessions, a_row_that_cannot_be_read_is_reported_and_can_be_deleted) {
  dynamodb::Item item = item_from_session(world.session(jane.id, "2025-10-20"));
  item.insert_or_assign("Duration", "inf");
  world.put_raw(item);
  const std::string id = *schema::find_string(item, "SessionId");
  EXPECT_TRUE(failed_with<SessionNotFound>(run(repository.get_session(id))));
  ASSERT_EQ(world.unreadable.size(), 1U);
  EXPECT_NE(world.unreadable.front().find("SESSION#" + id), std::string::npos);
  EXPECT_TRUE(run(repository.list_sessions({}, 0, 10))->sessions.empty());
  EXPECT_EQ(run(repository.statistics({}))->session_count, 0);
  EXPECT_EQ(world.unreadable.size(), 3U);
  EXPECT_TRUE(run(repository.delete_session(id)).has_value());
}

// An older program's change of athlete wrote a second copy and left the first.
class SessionsWithCopies : public Sessions {
 protected:
  TrainingSession stale = world.session(jane.id, "2025-10-20");
  TrainingSession newest = stale;
  void SetUp() override {
    newest.athlete_id = joe.id;
    newest.athlete_name = joe.name;
    newest.date = input_of(joe.id, "2025-10-21").date;
    newest.updated_at = "2026-11-23T04:35:57.900623+00:00";
    world.put_raw(item_from_session(newest));
  }
};
INSTANTIATE_TEST_SUITE_P(Tables, SessionsWithCopies, ::testing::ValuesIn(every_store()),
                         [](const auto& tested) { return store_name(tested.param); });

TEST_P(SessionsWithCopies, the_newest_counts_and_a_delete_takes_both) {
  EXPECT_EQ(run(repository.get_session(stale.id)), newest);
  EXPECT_TRUE(run(repository.delete_session(stale.id)).has_value());
  EXPECT_TRUE(failed_with<SessionNotFound>(run(repository.get_session(stale.id))));
}

TEST_P(SessionsWithCopies, a_change_leaves_one) {
  EXPECT_TRUE(run(repository.update_session(stale.id, input_of(joe.id, "2025-10-22"))).has_value());
  EXPECT_EQ(run(repository.list_sessions({}, 0, 10))->total, 1);
}

TEST_P(SessionsWithCopies, a_move_back_leaves_one) {
  const auto moved = run(repository.update_session(stale.id, input_of(jane.id, "2025-10-22")));
  ASSERT_TRUE(moved.has_value());
  EXPECT_EQ(moved->athlete_name, "Jane");
  EXPECT_EQ(run(repository.list_sessions({}, 0, 10))->total, 1);
}

TEST_P(Sessions, ready_means_that_the_table_answers) {
  EXPECT_TRUE(run(repository.check_ready()).has_value());
  RepositoryOptions options = world.options();
  options.table_name = world.table() + "-is-not-there";
  Repository other(world.database(), options);
  const auto ready = run(other.check_ready());
  ASSERT_FALSE(ready.has_value());
  EXPECT_NE(std::get<Unavailable>(ready.error()).reason.find("table create"), std::string::npos);
}

}  // namespace
}  // namespace tracker::testing
