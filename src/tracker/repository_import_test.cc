// Imports: what is a duplicate, with the additive indexes and without.
#include <gtest/gtest.h>

#include "tracker/schema.h"
#include "tracker/testing/world.h"

namespace tracker::testing {
namespace {

using enum ImportOutcome;
using Outcomes = std::vector<ImportOutcome>;

class Imports : public ::testing::TestWithParam<Indexes> {
 protected:
  World world{GetParam()};
  Repository& repository = world.repository();
  Athlete jane = world.athlete("Jane");
  Athlete joe = world.athlete("Joe");
  void TearDown() override { EXPECT_EQ(world.broken_invariants(), std::vector<std::string>()); }

  ImportedSession imported(const std::string& source, const std::string& date = "2025-10-20") {
    ImportedSession session;
    session.input = input_of(jane.id, date);
    session.source = source;
    session.start_time = date + "T06:00:00+00:00";
    return session;
  }
  std::int64_t total() { return run(repository.list_sessions({}, 0, 1))->total; }
};
INSTANTIATE_TEST_SUITE_P(Tables, Imports, ::testing::ValuesIn(every_store()),
                         [](const auto& tested) { return store_name(tested.param); });

TEST_P(Imports, importing_again_adds_nothing) {
  const std::vector<ImportedSession> file = {imported("strava:1"), imported("strava:2"), imported("strava:3")};
  EXPECT_EQ(run(repository.preview_import(jane.id, file)), (Outcomes{created, created, created}));
  EXPECT_EQ(total(), 0);
  EXPECT_EQ(run(repository.import_sessions(jane.id, file)), (Outcomes{created, created, created}));
  EXPECT_EQ(run(repository.preview_import(jane.id, file)), (Outcomes{duplicate, duplicate, duplicate}));
  EXPECT_EQ(run(repository.import_sessions(jane.id, file)), (Outcomes{duplicate, duplicate, duplicate}));
  EXPECT_EQ(total(), 3);
}

TEST_P(Imports, a_session_keeps_its_origin_and_its_athletes_name) {
  ASSERT_TRUE(run(repository.import_sessions(jane.id, {imported("strava:1")})).has_value());
  const auto session = run(repository.list_sessions({}, 0, 1))->sessions.front();
  EXPECT_EQ(session.source, "strava:1");
  EXPECT_EQ(session.start_time, "2025-10-20T06:00:00+00:00");
  EXPECT_EQ(session.athlete_name, "Jane");
}

TEST_P(Imports, an_edited_session_is_a_duplicate) {
  ASSERT_TRUE(run(repository.import_sessions(jane.id, {imported("strava:1")})).has_value());
  const auto session = run(repository.list_sessions({}, 0, 1))->sessions.front();
  ASSERT_TRUE(run(repository.update_session(session.id, input_of(jane.id, "2020-01-01", 1, 1))).has_value());
  EXPECT_EQ(run(repository.import_sessions(jane.id, {imported("strava:1")})), Outcomes{duplicate});
  EXPECT_EQ(run(repository.get_session(session.id))->duration_minutes, 1);
}

TEST_P(Imports, a_session_that_was_moved_away_is_a_duplicate) {
  ASSERT_TRUE(run(repository.import_sessions(jane.id, {imported("strava:1")})).has_value());
  const auto session = run(repository.list_sessions({}, 0, 1))->sessions.front();
  ASSERT_TRUE(run(repository.update_session(session.id, input_of(joe.id, "2025-10-20"))).has_value());
  EXPECT_EQ(run(repository.preview_import(jane.id, {imported("strava:1")})), Outcomes{duplicate});
  EXPECT_EQ(run(repository.import_sessions(jane.id, {imported("strava:1")})), Outcomes{duplicate});
  EXPECT_EQ(run(repository.get_session(session.id))->athlete_id, joe.id);
}

TEST_P(Imports, a_deleted_session_is_imported_again) {
  ASSERT_TRUE(run(repository.import_sessions(jane.id, {imported("strava:1")})).has_value());
  const auto session = run(repository.list_sessions({}, 0, 1))->sessions.front();
  ASSERT_TRUE(run(repository.delete_session(session.id)).has_value());
  EXPECT_EQ(run(repository.import_sessions(jane.id, {imported("strava:1")})), Outcomes{created});
}

TEST_P(Imports, equal_rows_stay_when_their_sources_differ_and_not_otherwise) {
  const std::vector<ImportedSession> file = {imported("csv:1"), imported("csv:1#2"), imported("csv:1")};
  EXPECT_EQ(run(repository.import_sessions(jane.id, file)), (Outcomes{created, created, duplicate}));
}

TEST_P(Imports, the_same_source_of_another_athlete_is_another_session) {
  EXPECT_EQ(run(repository.import_sessions(jane.id, {imported("strava:1")})), Outcomes{created});
  EXPECT_EQ(run(repository.import_sessions(joe.id, {imported("strava:1")})), Outcomes{created});
  EXPECT_EQ(total(), 2);
}

TEST_P(Imports, without_source_or_id_nothing_is_a_duplicate) {
  ImportedSession plain;
  plain.input = input_of(jane.id, "2025-10-20");
  EXPECT_EQ(run(repository.import_sessions(jane.id, {plain, plain})), (Outcomes{created, created}));
  EXPECT_EQ(run(repository.import_sessions(jane.id, {plain})), Outcomes{created});
}

TEST_P(Imports, an_export_comes_back_unchanged) {
  SessionInput input = input_of(jane.id, "2025-10-20");
  input.notes = "hills";
  input.sport = "Running";
  input.rpe = 8;
  const TrainingSession exported = *run(repository.create_session(input));
  ASSERT_TRUE(run(repository.delete_session(exported.id)).has_value());

  ImportedSession back;
  back.input = input;
  back.id = exported.id;
  back.created_at = exported.created_at;
  back.updated_at = "2025-10-21T00:00:00";
  EXPECT_EQ(run(repository.import_sessions(jane.id, {back})), Outcomes{created});
  TrainingSession expected = exported;
  expected.updated_at = "2025-10-21T00:00:00";
  EXPECT_EQ(run(repository.get_session(exported.id)), expected);
  EXPECT_EQ(run(repository.import_sessions(jane.id, {back})), Outcomes{duplicate});
}

TEST_P(Imports, need_their_athlete) {
  const auto refused = run(repository.import_sessions("nobody", {imported("strava:1")}));
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(std::holds_alternative<AthleteNotFound>(refused.error()));
  // A preview is also for an athlete who will be created.
  EXPECT_EQ(run(repository.preview_import("nobody", {imported("strava:1")})), Outcomes{created});
}

TEST_P(Imports, a_large_file_takes_many_transactions) {
  std::vector<ImportedSession> file;
  for (int row = 0; row < 210; ++row) file.push_back(imported("csv:" + std::to_string(row)));
  for (auto& session : file) session.input.notes = std::string(30'000, 'x');  // so that 99 weigh more than allowed
  EXPECT_EQ(run(repository.import_sessions(jane.id, file)), Outcomes(210, created));
  EXPECT_EQ(total(), 210);
  file.push_back(imported("csv:new"));
  Outcomes expected(210, duplicate);
  expected.push_back(created);
  EXPECT_EQ(run(repository.import_sessions(jane.id, file)), expected);
}

}  // namespace
}  // namespace tracker::testing
