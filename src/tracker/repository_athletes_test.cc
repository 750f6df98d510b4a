// Athletes, with the additive indexes and without: the same answers.
#include <gtest/gtest.h>

#include "tracker/athlete_item.h"
#include "tracker/testing/world.h"

namespace tracker::testing {
namespace {

class Athletes : public ::testing::TestWithParam<Indexes> {
 protected:
  World world{GetParam()};
  Repository& repository = world.repository();
  void TearDown() override { EXPECT_EQ(world.broken_invariants(), std::vector<std::string>()); }
};
INSTANTIATE_TEST_SUITE_P(Tables, Athletes, ::testing::ValuesIn(every_store()),
                         [](const auto& tested) { return store_name(tested.param); });

TEST_P(Athletes, a_created_athlete_is_there) {
  const Athlete created = world.athlete("Jane");
  EXPECT_EQ(run(repository.get_athlete(created.id)), created);
}

TEST_P(Athletes, an_unknown_or_impossible_id_is_not_found) {
  for (const std::string& id : {std::string("nobody"), std::string(), std::string(3000, 'x'), std::string("\xFF")}) {
    const auto found = run(repository.get_athlete(id));
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(std::get<AthleteNotFound>(found.error()).id, id);
    EXPECT_TRUE(std::holds_alternative<AthleteNotFound>(run(repository.rename_athlete(id, "New")).error()));
    EXPECT_TRUE(std::holds_alternative<AthleteNotFound>(run(repository.delete_athlete(id, true)).error()));
    EXPECT_TRUE(std::holds_alternative<AthleteNotFound>(run(repository.delete_athlete(id, false)).error()));
  }
}

TEST_P(Athletes, are_listed_by_name_and_then_by_id) {
  const Athlete second = world.athlete("Bea");
  const Athlete third = world.athlete("Bea");
  const Athlete first = world.athlete("Ann");
  world.session(first.id, "2025-10-20");
  EXPECT_EQ(run(repository.list_athletes()), (std::vector<Athlete>{first, second, third}));
}

TEST_P(Athletes, all_are_listed_beyond_one_page) {
  constexpr int count = 30;  // with their weight more than 1 MB
  for (int number = 0; number < count; ++number) {
    dynamodb::Item item = item_from_athlete({.id = "athlete-" + std::to_string(number), .name = "Somebody"});
    item.emplace("Weight", std::string(50'000, 'x'));
    world.put_raw(std::move(item));
  }
  EXPECT_EQ(run(repository.list_athletes())->size(), count);
}

TEST_P(Athletes, a_row_that_cannot_be_read_is_reported) {
  dynamodb::Item item = item_from_athlete({.id = "odd", .name = "Odd"});
  item.insert_or_assign("AthleteId", "another");
  world.put_raw(item);
  EXPECT_TRUE(std::holds_alternative<AthleteNotFound>(run(repository.get_athlete("odd")).error()));
  ASSERT_EQ(world.unreadable.size(), 1U);
  EXPECT_NE(world.unreadable.front().find("ATHLETE#odd"), std::string::npos);
  item.insert_or_assign("AthleteId", "odd");
  world.put_raw(item);
}

TEST_P(Athletes, a_rename_reaches_every_session) {
  const Athlete athlete = world.athlete("Old");
  std::vector<ImportedSession> many(250);
  for (auto& session : many) session.input = input_of(athlete.id, "2025-10-20");
  ASSERT_TRUE(run(repository.import_sessions(athlete.id, many)).has_value());

  EXPECT_EQ(run(repository.rename_athlete(athlete.id, "New"))->name, "New");

  EXPECT_EQ(run(repository.get_athlete(athlete.id))->name, "New");
  EXPECT_EQ(run(repository.list_athletes())->front().name, "New");
  EXPECT_EQ(world.session(athlete.id, "2025-10-21").athlete_name, "New");
}

TEST_P(Athletes, with_sessions_are_only_deleted_with_cascade) {
  const Athlete athlete = world.athlete("Jane");
  const auto session = world.session(athlete.id, "2025-10-20");
  world.session(athlete.id, "2025-10-21");

  const auto refused = run(repository.delete_athlete(athlete.id, false));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(std::get<AthleteHasSessions>(refused.error()).session_count, 2);
  EXPECT_TRUE(run(repository.get_session(session.id)).has_value());

  EXPECT_TRUE(run(repository.delete_athlete(athlete.id, true)).has_value());
  EXPECT_TRUE(std::holds_alternative<AthleteNotFound>(run(repository.get_athlete(athlete.id)).error()));
  EXPECT_TRUE(std::holds_alternative<SessionNotFound>(run(repository.get_session(session.id)).error()));
  EXPECT_TRUE(world.all_items().empty());
}

TEST_P(Athletes, a_cascade_takes_any_number_of_sessions) {
  const Athlete athlete = world.athlete("Jane");
  const Athlete other = world.athlete("Joe");
  const auto kept = world.session(other.id, "2025-10-20");
  std::vector<ImportedSession> many(330);
  for (auto& session : many) {
    session.input = input_of(athlete.id, "2025-10-20");
    session.input.notes = std::string(4000, 'x');  // more than one page
  }
  ASSERT_TRUE(run(repository.import_sessions(athlete.id, many)).has_value());

  EXPECT_EQ(std::get<AthleteHasSessions>(run(repository.delete_athlete(athlete.id, false)).error()).session_count, 330);
  EXPECT_TRUE(run(repository.delete_athlete(athlete.id, true)).has_value());
  EXPECT_EQ(world.all_items().size(), 2U);
  EXPECT_TRUE(run(repository.get_session(kept.id)).has_value());
}

TEST_P(Athletes, without_sessions_are_deleted_once) {
  const Athlete athlete = world.athlete("Jane");
  EXPECT_TRUE(run(repository.delete_athlete(athlete.id, false)).has_value());
  EXPECT_TRUE(std::holds_alternative<AthleteNotFound>(run(repository.delete_athlete(athlete.id, false)).error()));
}

TEST_P(Athletes, an_athlete_of_another_program_works_like_ours) {
  world.put_raw(item_from_athlete({.id = "athlete-1", .name = "John Doe"}));
  const auto session = world.session("athlete-1", "2025-10-20");
  EXPECT_EQ(session.athlete_name, "John Doe");
  EXPECT_TRUE(run(repository.rename_athlete("athlete-1", "John")).has_value());
  EXPECT_EQ(run(repository.get_session(session.id))->athlete_name, "John");
  EXPECT_TRUE(run(repository.delete_athlete("athlete-1", true)).has_value());
}

TEST_P(Athletes, an_import_keeps_the_id_and_never_overwrites) {
  const Athlete athlete{.id = "athlete-1", .name = "John Doe"};
  EXPECT_EQ(run(repository.import_athlete(athlete)), athlete);
  EXPECT_EQ(run(repository.import_athlete(athlete)), athlete);
  const auto clash = run(repository.import_athlete({.id = "athlete-1", .name = "Somebody"}));
  ASSERT_FALSE(clash.has_value());
  EXPECT_EQ(std::get<AlreadyExists>(clash.error()).id, "athlete-1");
  EXPECT_EQ(run(repository.get_athlete("athlete-1"))->name, "John Doe");
}

TEST_P(Athletes, a_repeated_request_makes_one_athlete) {
  const Idempotency key{.key = "key-1", .request_hash = "hash"};
  const auto first = run(repository.create_athlete("Jane", key));
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(run(repository.create_athlete("Jane", key)), *first);
  EXPECT_EQ(run(repository.list_athletes())->size(), 1U);
}

}  // namespace
}  // namespace tracker::testing
