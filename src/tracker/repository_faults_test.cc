// Conflicts, throttling, lost answers and kills at every database call of every writing operation.
#include <gtest/gtest.h>

#include "tracker/testing/world.h"

namespace tracker::testing {
namespace {

constexpr int few = 2;
// More than one transaction takes, so that a cascade and a rename have something to be killed in.
constexpr int many = 122;

struct Scene {
  World world;
  Athlete jane = world.athlete("Jane");
  Athlete joe = world.athlete("Joe");
  std::int64_t seeded_sessions;
  TrainingSession first;

  Scene(Indexes indexes, int sessions) : world(indexes), seeded_sessions(sessions) {
    first = world.session(jane.id, "2025-10-20");
    std::vector<ImportedSession> others(static_cast<std::size_t>(sessions - 1));
    for (auto& session : others) session.input = input_of(jane.id, "2025-09-01");
    if (!run(world.repository().import_sessions(jane.id, others))) throw std::runtime_error("cannot seed sessions");
    world.settle();
  }
};

using Operation = boost::asio::awaitable<bool> (*)(Scene&, Repository&);
// Reads what came of it.
using Check = void (*)(Scene&, Repository&);

std::int64_t total(Repository& repository) {
  return run(repository.list_sessions({}, 0, 1))->total;
}

boost::asio::awaitable<bool> create(Scene& scene, Repository& repository) {
  Idempotency key{.key = "key", .request_hash = "hash"};
  co_return (co_await repository.create_session(input_of(scene.jane.id, "2025-10-23"), key)).has_value();
}
void created_once(Scene& scene, Repository& repository) {
  EXPECT_EQ(total(repository), scene.seeded_sessions + 1);
}

boost::asio::awaitable<bool> create_athlete(Scene&, Repository& repository) {
  Idempotency key{.key = "key", .request_hash = "hash"};
  co_return (co_await repository.create_athlete("Jim", key)).has_value();
}
void created_athlete_once(Scene&, Repository& repository) {
  EXPECT_EQ(run(repository.list_athletes())->size(), 3U);
}

boost::asio::awaitable<bool> import_many(Scene& scene, Repository& repository) {
  std::vector<ImportedSession> file(150);
  for (std::size_t row = 0; row < file.size(); ++row) {
    file[row].input = input_of(scene.joe.id, "2025-10-24");
    file[row].source = "csv:" + std::to_string(row);
  }
  co_return (co_await repository.import_sessions(scene.joe.id, std::move(file))).has_value();
}
void imported_once(Scene& scene, Repository& repository) {
  EXPECT_EQ(total(repository), scene.seeded_sessions + 150);
}

boost::asio::awaitable<bool> update(Scene& scene, Repository& repository) {
  co_return (co_await repository.update_session(scene.first.id, input_of(scene.jane.id, "2025-10-25"))).has_value();
}
void updated(Scene& scene, Repository& repository) {
  EXPECT_EQ(run(repository.get_session(scene.first.id))->date, input_of(scene.jane.id, "2025-10-25").date);
  EXPECT_EQ(total(repository), scene.seeded_sessions);
}

boost::asio::awaitable<bool> move(Scene& scene, Repository& repository) {
  co_return (co_await repository.update_session(scene.first.id, input_of(scene.joe.id, "2025-10-25"))).has_value();
}
void moved(Scene& scene, Repository& repository) {
  EXPECT_EQ(run(repository.get_session(scene.first.id))->athlete_name, "Joe");
  EXPECT_EQ(total(repository), scene.seeded_sessions);
}

boost::asio::awaitable<bool> remove(Scene& scene, Repository& repository) {
  const auto result = co_await repository.delete_session(scene.first.id);
  // After a kill the repeat may find it gone.
  co_return result.has_value() || std::holds_alternative<SessionNotFound>(result.error());
}
void removed(Scene& scene, Repository& repository) {
  EXPECT_EQ(total(repository), scene.seeded_sessions - 1);
}

boost::asio::awaitable<bool> rename(Scene& scene, Repository& repository) {
  co_return (co_await repository.rename_athlete(scene.jane.id, "Janet")).has_value();
}
void renamed(Scene& scene, Repository& repository) {
  EXPECT_EQ(run(repository.get_athlete(scene.jane.id))->name, "Janet");
  EXPECT_EQ(total(repository), scene.seeded_sessions);
}

boost::asio::awaitable<bool> cascade(Scene& scene, Repository& repository) {
  const auto result = co_await repository.delete_athlete(scene.jane.id, true);
  co_return result.has_value() || std::holds_alternative<AthleteNotFound>(result.error());
}
void cascaded(Scene&, Repository& repository) {
  EXPECT_EQ(total(repository), 0);
  EXPECT_EQ(run(repository.list_athletes())->size(), 1U);
}

struct Case {
  const char* name;
  Operation operation;
  Check check;
  int sessions;
  Indexes indexes = Indexes::additive;
};
// The import asks for each id by the index, which is too many calls to fail each of them; by the guide it is one.
const std::vector<Case> cases = {
    {"create", create, created_once, few},
    {"create_athlete", create_athlete, created_athlete_once, few},
    {"import", import_many, imported_once, few, Indexes::guide_only},
    {"update", update, updated, few},
    {"move", move, moved, few},
    {"remove", remove, removed, few},
    {"rename", rename, renamed, many},
    {"cascade", cascade, cascaded, many},
    {"late_create", create, created_once, few, Indexes::late},
    {"late_create_athlete", create_athlete, created_athlete_once, few, Indexes::late},
    {"late_import", import_many, imported_once, few, Indexes::late_guide_only},
    {"late_update", update, updated, few, Indexes::late},
    {"late_move", move, moved, few, Indexes::late},
    {"late_remove", remove, removed, few, Indexes::late},
    {"late_rename", rename, renamed, many, Indexes::late},
    {"late_cascade", cascade, cascaded, many, Indexes::late},
};

class Faults : public ::testing::TestWithParam<std::size_t> {
 protected:
  const Case& tested = cases[GetParam()];

  void expect_done(Scene& scene) {
    scene.world.faulty().fault = nullptr;
    // At once for the process that did it; for another when the indexes show it.
    tested.check(scene, scene.world.faulty_repository());
    scene.world.settle();
    tested.check(scene, scene.world.repository());
    EXPECT_EQ(scene.world.broken_invariants(), std::vector<std::string>());
  }
  // Runs the operation once for each of its calls, with that fault at that call; it must get over it.
  void expect_overcome(Fault fault) {
    for (int at = 0;; ++at) {
      Scene scene(tested.indexes, tested.sessions);
      scene.world.faulty().fault = [at, fault](int call) { return call == at ? fault : Fault::none; };
      SCOPED_TRACE("call " + std::to_string(at));
      EXPECT_TRUE(run(tested.operation(scene, scene.world.faulty_repository())));
      const int calls = scene.world.faulty().calls();
      expect_done(scene);
      if (calls <= at) break;
    }
  }
};
INSTANTIATE_TEST_SUITE_P(Operations, Faults, ::testing::Range<std::size_t>(0, cases.size()),
                         [](const auto& tested) { return std::string(cases[tested.param].name); });

TEST_P(Faults, conflicts_and_throttling_are_waited_out) {
  expect_overcome(Fault::contention);
}
TEST_P(Faults, a_request_that_got_lost_is_sent_again) {
  expect_overcome(Fault::not_reached);
}
TEST_P(Faults, a_lost_answer_is_still_one_write) {
  expect_overcome(Fault::lost_answer);
}

TEST_P(Faults, a_table_without_the_additive_indexes_gives_the_same) {
  Scene scene(tested.indexes, tested.sessions);
  scene.world.faulty().fault = [](int) { return Fault::absent_index; };
  EXPECT_TRUE(run(tested.operation(scene, scene.world.faulty_repository())));
  expect_done(scene);
}

TEST_P(Faults, killed_before_any_call_it_can_be_repeated) {
  for (int at = 0;; ++at) {
    Scene scene(tested.indexes, tested.sessions);
    scene.world.faulty().fault = [at](int call) { return call == at ? Fault::killed : Fault::none; };
    SCOPED_TRACE("killed before call " + std::to_string(at));
    bool was_killed = false;
    try {
      EXPECT_TRUE(run(tested.operation(scene, scene.world.faulty_repository())));
    } catch (const Killed&) {
      was_killed = true;
    }
    scene.world.faulty().fault = nullptr;
    scene.world.restart();
    EXPECT_TRUE(run(scene.world.faulty_repository().resume_renames()).has_value());
    EXPECT_EQ(scene.world.broken_invariants(), std::vector<std::string>());
    if (!was_killed) break;
    EXPECT_TRUE(run(tested.operation(scene, scene.world.faulty_repository())));
    expect_done(scene);
  }
}

TEST_P(Faults, a_store_that_stays_away_is_unavailable_and_nothing_is_half_done) {
  for (const Fault fault : {Fault::not_reached, Fault::contention}) {
    Scene scene(tested.indexes, tested.sessions);
    scene.world.faulty().fault = [fault](int) { return fault; };
    EXPECT_FALSE(run(tested.operation(scene, scene.world.faulty_repository())));
    scene.world.faulty().fault = nullptr;
    EXPECT_TRUE(run(tested.operation(scene, scene.world.faulty_repository())));
    expect_done(scene);
  }
}

TEST(RetryPolicy, leaves_it_to_the_store_where_that_tries_again_by_itself) {
  for (const Fault fault : {Fault::not_reached, Fault::contention}) {
    Scene scene(Indexes::additive, few);
    RepositoryOptions options = scene.world.options();
    options.retry.throttling_attempts_max = 1;
    options.retry.fault_attempts_max = 1;
    Repository repository(scene.world.faulty(), options);
    scene.world.faulty().fault = [fault](int) { return fault; };
    EXPECT_FALSE(run(repository.get_athlete(scene.jane.id)));  // a read, so the contention is throttling
    EXPECT_EQ(scene.world.faulty().calls(), 1);
  }
}

TEST(InterruptedRename, is_finished_by_whoever_reads_the_athlete) {
  Scene scene(Indexes::additive, many);
  scene.world.faulty().fault = [](int call) { return call == 1 ? Fault::killed : Fault::none; };
  EXPECT_THROW((void)run(rename(scene, scene.world.faulty_repository())), Killed);
  EXPECT_FALSE(scene.world.broken_invariants().empty());
  EXPECT_EQ(run(scene.world.repository().get_athlete(scene.jane.id))->name, "Janet");
  EXPECT_EQ(scene.world.broken_invariants(), std::vector<std::string>());
}

TEST(AbsentIndex, is_not_asked_again_for_a_while) {
  Scene scene(Indexes::additive, many);
  int refused = 0;
  scene.world.faulty().fault = [&refused](int) {
    ++refused;
    return Fault::absent_index;
  };
  EXPECT_TRUE(run(scene.world.faulty_repository().list_athletes()).has_value());
  const int with_refusal = refused;
  EXPECT_TRUE(run(scene.world.faulty_repository().list_athletes()).has_value());
  EXPECT_EQ(refused - with_refusal, with_refusal - 1);
  scene.world.advance(std::chrono::minutes(2));
  EXPECT_TRUE(run(scene.world.faulty_repository().list_athletes()).has_value());
  EXPECT_EQ(refused, 3 * with_refusal - 1);
}

}  // namespace
}  // namespace tracker::testing
