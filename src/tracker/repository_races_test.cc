// Two operations of two processes: the second runs from beginning to end between any two database calls of the first.
// Whatever comes of it, the invariants hold, and both answers are such that some order of the two explains them.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "tracker/testing/world.h"

namespace tracker::testing {
namespace {

struct Scene {
  World world;
  Athlete jane = world.athlete("Jane");
  Athlete joe = world.athlete("Joe");
  Athlete jim = world.athlete("Jim");
  TrainingSession first = world.session(jane.id, "2025-10-20");
  TrainingSession second = world.session(jane.id, "2025-10-21");
  TrainingSession third = world.session(joe.id, "2025-10-22");
};

// What came of an operation, in one word.
using Outcome = std::string;
using Operation = std::function<boost::asio::awaitable<Outcome>(Scene&, Repository&)>;

struct OutcomeName {
  Outcome operator()(const AthleteNotFound&) const { return "no athlete"; }
  Outcome operator()(const SessionNotFound&) const { return "no session"; }
  Outcome operator()(const AthleteHasSessions&) const { return "has sessions"; }
  Outcome operator()(const PreconditionFailed&) const { return "precondition failed"; }
  Outcome operator()(const Unavailable& unavailable) const { return "unavailable: " + unavailable.reason; }
  template <class Other>
  Outcome operator()(const Other&) const {
    return "other";
  }
};
template <class T>
Outcome outcome_of(const Result<T>& result) {
  return result ? "done" : std::visit(OutcomeName(), result.error());
}

boost::asio::awaitable<Outcome> create(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.create_session(input_of(scene.jane.id, "2025-10-23")));
}
boost::asio::awaitable<Outcome> create_with_key(Scene& scene, Repository& repository) {
  Idempotency key{.key = "key", .request_hash = "hash"};
  co_return outcome_of(co_await repository.create_session(input_of(scene.jane.id, "2025-10-23"), key));
}
boost::asio::awaitable<Outcome> import_two(Scene& scene, Repository& repository) {
  std::vector<ImportedSession> file(2);
  file[0].input = file[1].input = input_of(scene.jane.id, "2025-10-24");
  file[0].source = "csv:1";
  file[1].source = "csv:2";
  co_return outcome_of(co_await repository.import_sessions(scene.jane.id, std::move(file)));
}
boost::asio::awaitable<Outcome> update(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.update_session(scene.first.id, input_of(scene.jane.id, "2025-10-25")));
}
boost::asio::awaitable<Outcome> update_if_match(Scene& scene, Repository& repository) {
  co_return outcome_of(
      co_await repository.update_session(scene.first.id, input_of(scene.jane.id, "2025-10-26"), etag(scene.first)));
}
boost::asio::awaitable<Outcome> move_to_joe(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.update_session(scene.first.id, input_of(scene.joe.id, "2025-10-27")));
}
boost::asio::awaitable<Outcome> move_to_jim(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.update_session(scene.first.id, input_of(scene.jim.id, "2025-10-28")));
}
boost::asio::awaitable<Outcome> move_to_jane(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.update_session(scene.third.id, input_of(scene.jane.id, "2025-10-28")));
}
boost::asio::awaitable<Outcome> remove(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.delete_session(scene.first.id));
}
boost::asio::awaitable<Outcome> rename_jane(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.rename_athlete(scene.jane.id, "Janet"));
}
boost::asio::awaitable<Outcome> rename_jane_otherwise(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.rename_athlete(scene.jane.id, "Jeanne"));
}
boost::asio::awaitable<Outcome> rename_joe(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.rename_athlete(scene.joe.id, "Joseph"));
}
boost::asio::awaitable<Outcome> delete_jane(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.delete_athlete(scene.jane.id, true));
}
boost::asio::awaitable<Outcome> delete_joe(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.delete_athlete(scene.joe.id, true));
}
boost::asio::awaitable<Outcome> delete_jim_without_sessions(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.delete_athlete(scene.jim.id, false));
}
boost::asio::awaitable<Outcome> create_for_jim(Scene& scene, Repository& repository) {
  co_return outcome_of(co_await repository.create_session(input_of(scene.jim.id, "2025-10-23")));
}

struct Named {
  const char* name;
  Operation operation;
};
const std::vector<Named> operations = {
    {"create", create},
    {"create with key", create_with_key},
    {"import", import_two},
    {"update", update},
    {"update if match", update_if_match},
    {"move to joe", move_to_joe},
    {"move to jim", move_to_jim},
    {"move to jane", move_to_jane},
    {"delete session", remove},
    {"rename jane", rename_jane},
    {"rename jane otherwise", rename_jane_otherwise},
    {"rename joe", rename_joe},
    {"delete jane", delete_jane},
    {"delete joe", delete_joe},
    {"delete jim without sessions", delete_jim_without_sessions},
    {"create for jim", create_for_jim},
};

struct Race {
  bool met = false;  // the second ran inside the first
  Outcome first;
  Outcome second;
};

// `second` runs before database call number `gap` of `first`.
Race race(Scene& scene, const Operation& first, const Operation& second, int gap) {
  Race result;
  scene.world.faulty().interlude = [&](int call) -> boost::asio::awaitable<void> {
    return [](Scene& inside, const Operation& other, Race& answer, bool is_now) -> boost::asio::awaitable<void> {
      if (!is_now) co_return;
      answer.met = true;
      answer.second = co_await other(inside, inside.world.repository());
    }(scene, second, result, call == gap);
  };
  result.first = run(first(scene, scene.world.faulty_repository()));
  return result;
}

// Both orders, one after the other, each explain a pair of answers; a race must give one of these pairs.
std::vector<std::pair<Outcome, Outcome>> serial_outcomes(const Operation& first, const Operation& second) {
  std::vector<std::pair<Outcome, Outcome>> pairs;
  {
    Scene scene;
    const Outcome one = run(first(scene, scene.world.repository()));
    pairs.emplace_back(one, run(second(scene, scene.world.repository())));
  }
  Scene scene;
  const Outcome two = run(second(scene, scene.world.repository()));
  pairs.emplace_back(run(first(scene, scene.world.repository())), two);
  return pairs;
}

constexpr int gaps_max = 40;  // no operation of these makes more calls

class Races : public ::testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(Operations, Races, ::testing::Range<std::size_t>(0, operations.size()));

TEST_P(Races, every_pair_at_every_gap_leaves_what_some_order_would) {
  const Named& first = operations[GetParam()];
  for (const Named& second : operations) {
    const auto allowed = serial_outcomes(first.operation, second.operation);
    for (int gap = 0; gap < gaps_max; ++gap) {
      Scene scene;
      const Race result = race(scene, first.operation, second.operation, gap);
      if (!result.met) break;
      ASSERT_LT(gap, gaps_max - 1);
      SCOPED_TRACE(std::string(second.name) + " before call " + std::to_string(gap) + " of " + first.name);
      EXPECT_EQ(scene.world.broken_invariants(), std::vector<std::string>());
      EXPECT_TRUE(std::ranges::count(allowed, std::pair(result.first, result.second)) > 0)
          << result.first << ", " << result.second;
    }
  }
}

TEST(RepeatedRequest, a_repeat_inside_the_first_request_makes_one_session) {
  for (int gap = 0; gap < gaps_max; ++gap) {
    Scene scene;
    const Race result = race(scene, create_with_key, create_with_key, gap);
    if (!result.met) break;
    EXPECT_EQ(result.first, "done");
    EXPECT_EQ(result.second, "done");
    EXPECT_EQ(run(scene.world.repository().list_sessions({}, 0, 10))->total, 4) << gap;
  }
}

TEST(RepeatedRequest, the_first_one_still_running_in_this_process_is_a_conflict) {
  Scene scene;
  Result<TrainingSession> repeat;
  scene.world.faulty().interlude = [&](int call) -> boost::asio::awaitable<void> {
    return [](Scene& inside, Result<TrainingSession>& answer, bool is_now) -> boost::asio::awaitable<void> {
      if (!is_now) co_return;
      Idempotency key{.key = "key", .request_hash = "hash"};
      answer = co_await inside.world.faulty_repository().create_session(input_of(inside.jane.id, "2025-10-23"), key);
    }(scene, repeat, call == 1);
  };
  EXPECT_EQ(run(create_with_key(scene, scene.world.faulty_repository())), "done");
  ASSERT_FALSE(repeat.has_value());
  EXPECT_TRUE(std::holds_alternative<IdempotencyKeyInUse>(repeat.error()));
}

TEST(Cascade, asks_creates_to_stand_back_when_they_keep_coming) {
  Scene scene;
  int creates = 0;
  // Another process creates a session for Jane before every call of the cascade.
  scene.world.faulty().interlude = [&](int) -> boost::asio::awaitable<void> {
    return [](Scene& inside, int& done) -> boost::asio::awaitable<void> {
      RepositoryOptions options = inside.world.options();
      options.retry.rounds_max = 2;
      Repository other(inside.world.database(), options);
      if (co_await other.create_session(input_of(inside.jane.id, "2025-10-23"))) ++done;
    }(scene, creates);
  };
  EXPECT_EQ(run(delete_jane(scene, scene.world.faulty_repository())), "done");
  EXPECT_GT(creates, 0);
  EXPECT_EQ(scene.world.broken_invariants(), std::vector<std::string>());
}

}  // namespace
}  // namespace tracker::testing
