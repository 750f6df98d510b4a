// Indexes that are late: what this process wrote a moment ago is read at once, what another process wrote later than
// that is never hidden, and nothing is counted twice.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tracker/schema.h"
#include "tracker/session_item.h"
#include "tracker/testing/world.h"
#include "tracker/time_text.h"

namespace tracker::testing {
namespace {

std::vector<std::string> ids_of(const std::vector<TrainingSession>& sessions) {
  std::vector<std::string> ids;
  ids.reserve(sessions.size());
  for (const auto& session : sessions) ids.push_back(session.id);
  return ids;
}

class LateIndexes : public ::testing::TestWithParam<Indexes> {
 protected:
  World world{GetParam()};
  Repository& repository = world.repository();
  Athlete jane = world.athlete("Jane");
  Athlete joe = world.athlete("Joe");

  std::vector<TrainingSession> newest(const SessionFilter& filter = {}) {
    return run(repository.list_sessions(filter, 0, 100)).value().sessions;
  }

  // What is stored is what every read says, whatever the indexes show.
  void expect_everything(const SessionFilter& filter) {
    std::vector<TrainingSession> stored;
    double minutes = 0;
    for (const auto& item : world.all_items()) {
      const auto session = session_from_item(item);
      if (!session || (filter.athlete_id && session->athlete_id != *filter.athlete_id)) continue;
      if (filter.dates.first && session->date < *filter.dates.first) continue;
      if (filter.dates.last && session->date > *filter.dates.last) continue;
      stored.push_back(*session);
      minutes += session->duration_minutes;
    }
    std::ranges::sort(stored, [](const TrainingSession& left, const TrainingSession& right) {
      return left.date != right.date ? left.date > right.date : left.id < right.id;
    });
    for (const std::int64_t limit : {17, 100}) {
      std::vector<TrainingSession> by_offset;
      for (std::int64_t offset = 0; offset <= std::ssize(stored); offset += limit) {
        const auto some = run(repository.list_sessions(filter, offset, limit)).value();
        EXPECT_EQ(some.total, std::ssize(stored));
        std::ranges::copy(some.sessions, std::back_inserter(by_offset));
      }
      EXPECT_EQ(by_offset, stored);
      std::vector<TrainingSession> by_cursor;
      std::optional<std::string> cursor;
      do {
        auto some = run(repository.list_sessions_after(filter, cursor, limit)).value();
        std::ranges::copy(some.sessions, std::back_inserter(by_cursor));
        cursor = some.next_cursor;
      } while (cursor);
      EXPECT_EQ(by_cursor, stored);
    }
    const auto statistics = run(repository.statistics(filter)).value();
    EXPECT_EQ(statistics.session_count, std::ssize(stored));
    EXPECT_EQ(statistics.total_duration_minutes, minutes);
  }
  void expect_everything_in_every_filter() {
    const DateRange dates{.first = parse_date("2025-10-12"), .last = parse_date("2025-10-15")};
    for (const auto& athlete : {std::optional<std::string>(), std::optional(jane.id), std::optional(joe.id)}) {
      expect_everything({.dates = {}, .athlete_id = athlete});
      expect_everything({.dates = dates, .athlete_id = athlete});
    }
  }
};
INSTANTIATE_TEST_SUITE_P(Tables, LateIndexes, ::testing::Values(Indexes::late, Indexes::late_guide_only),
                         [](const auto& tested) { return store_name(tested.param); });

TEST_P(LateIndexes, really_are_late) {
  world.session(jane.id, "2025-10-20");
  RepositoryOptions options = world.options();
  options.index_lag_max = std::chrono::milliseconds(0);
  Repository trusting(world.database(), options);
  EXPECT_TRUE(run(trusting.list_sessions_after({}, {}, 10))->sessions.empty());
  world.settle();
  EXPECT_EQ(run(trusting.list_sessions_after({}, {}, 10))->sessions.size(), 1U);
}

TEST_P(LateIndexes, random_writes_are_read_at_once) {
  constexpr unsigned seed = 20261123;
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::vector<std::string> known;
  const auto any_input = [&] {
    return input_of(random() % 2 == 0 ? jane.id : joe.id, "2025-10-1" + std::to_string(random() % 8),
                    static_cast<double>(random() % 100));
  };
  for (int round = 0; round < 60; ++round) {
    const auto what = random() % 10;
    if (known.empty() || what < 4) {
      known.push_back(run(repository.create_session(any_input()))->id);
    } else if (what < 8) {
      ASSERT_TRUE(run(repository.update_session(known[random() % known.size()], any_input())).has_value());
    } else {
      const auto at = random() % known.size();
      ASSERT_TRUE(run(repository.delete_session(known[at])).has_value());
      known.erase(known.begin() + static_cast<std::ptrdiff_t>(at));
    }
    if (round % 10 == 3) world.settle();  // so that the indexes hold some, and what was changed since in its old place
    if (round % 5 == 4) expect_everything_in_every_filter();
  }
  world.settle();
  expect_everything_in_every_filter();
  world.advance(std::chrono::minutes(1));  // nothing is recent any more
  expect_everything_in_every_filter();
}

TEST_P(LateIndexes, an_athlete_of_whom_very_many_were_written_is_read_as_a_whole) {
  world.session(joe.id, "2025-10-13");
  std::vector<ImportedSession> file(150);
  for (std::size_t row = 0; row < file.size(); ++row) {
    file[row].input = input_of(jane.id, "2025-10-1" + std::to_string(row % 8), static_cast<double>(row));
    file[row].source = "csv:" + std::to_string(row);
  }
  ASSERT_TRUE(run(repository.import_sessions(jane.id, file)).has_value());
  expect_everything_in_every_filter();
  const auto first = newest({.dates = {}, .athlete_id = jane.id}).front();
  EXPECT_EQ(run(repository.get_session(first.id)), first);
  // Under somebody else, and with a date that comes last.
  ASSERT_TRUE(run(repository.update_session(first.id, input_of(joe.id, "2025-10-10"))).has_value());
  EXPECT_EQ(run(repository.get_session(first.id))->athlete_id, joe.id);
  expect_everything_in_every_filter();
  EXPECT_EQ(run(repository.import_sessions(jane.id, file)),
            std::vector<ImportOutcome>(file.size(), ImportOutcome::duplicate));
  ASSERT_TRUE(run(repository.rename_athlete(jane.id, "Janet")).has_value());
  expect_everything_in_every_filter();
  ASSERT_TRUE(run(repository.delete_athlete(jane.id, true)).has_value());
  EXPECT_EQ(newest().size(), 2U);
  expect_everything_in_every_filter();
}

TEST_P(LateIndexes, a_rename_is_seen_in_every_list) {
  world.session(jane.id, "2025-10-20");
  world.settle();
  ASSERT_TRUE(run(repository.rename_athlete(jane.id, "Zoe")).has_value());
  EXPECT_EQ(newest().front().athlete_name, "Zoe");
  const auto athletes = run(repository.list_athletes());
  EXPECT_EQ(*athletes, (std::vector<Athlete>{joe, {.id = jane.id, .name = "Zoe"}}));
  ASSERT_TRUE(run(repository.delete_athlete(joe.id, false)).has_value());
  EXPECT_EQ(run(repository.list_athletes())->size(), 1U);
}

TEST_P(LateIndexes, very_many_new_athletes_are_all_listed) {
  for (int number = 0; number < 600; ++number) {
    ASSERT_TRUE(run(repository.import_athlete({.id = "a" + std::to_string(number), .name = "Somebody"})).has_value());
  }
  EXPECT_EQ(run(repository.list_athletes())->size(), 602U);
}

TEST_P(LateIndexes, what_another_process_wrote_later_is_not_hidden) {
  const auto changed = world.session(jane.id, "2025-10-20");
  const auto deleted = world.session(jane.id, "2025-10-21");
  const auto moved = world.session(jane.id, "2025-10-22");
  world.settle();
  Repository& other = world.faulty_repository();
  ASSERT_TRUE(run(other.update_session(changed.id, input_of(jane.id, "2025-10-25", 77))).has_value());
  ASSERT_TRUE(run(other.delete_session(deleted.id)).has_value());
  ASSERT_TRUE(run(other.update_session(moved.id, input_of(joe.id, "2025-10-23"))).has_value());
  ASSERT_TRUE(run(other.rename_athlete(jane.id, "Janet")).has_value());
  // At once: they are among the keys that we remember. Where the session was moved to, only the index can say.
  EXPECT_EQ(ids_of(newest()), std::vector{changed.id});
  EXPECT_EQ(newest().front().duration_minutes, 77);
  EXPECT_EQ(run(repository.list_athletes())->front().name, "Janet");
  world.settle();
  EXPECT_EQ(ids_of(newest()), (std::vector{changed.id, moved.id}));
  EXPECT_EQ(newest().back().athlete_name, "Joe");
}

TEST(LateIndex, costs_nothing_when_nothing_was_written_a_moment_ago) {
  World world(Indexes::late);
  Repository& repository = world.faulty_repository();
  const Athlete jane = *run(repository.create_athlete("Jane"));
  const auto session = *run(repository.create_session(input_of(jane.id, "2025-10-20")));
  const auto calls_of = [&](auto read) {
    const int before = world.faulty().calls();
    read();
    return world.faulty().calls() - before;
  };
  const auto get = [&] { EXPECT_EQ(*run(repository.get_session(session.id)), session); };
  const auto page = [&] { EXPECT_EQ(run(repository.list_sessions_after({}, {}, 10))->sessions.size(), 1U); };
  const auto athletes = [&] { EXPECT_EQ(run(repository.list_athletes())->size(), 1U); };
  EXPECT_EQ(calls_of(get), 2);  // what the index says, and what the table has
  EXPECT_EQ(calls_of(page), 2);
  EXPECT_EQ(calls_of(athletes), 2);
  world.settle();
  world.advance(std::chrono::seconds(10));
  EXPECT_EQ(calls_of(get), 2);
  EXPECT_EQ(calls_of(page), 1);
  EXPECT_EQ(calls_of(athletes), 1);
}

TEST_P(LateIndexes, a_write_whose_answer_was_lost_for_good_is_read_too) {
  // The transaction is applied, and neither its answer nor any later one arrives.
  bool is_lost = false;
  world.faulty().fault = [&](int call) {
    is_lost = is_lost || call == 1;  // call 0 reads the athlete
    return is_lost ? Fault::lost_answer : Fault::none;
  };
  Repository& faulty = world.faulty_repository();
  EXPECT_FALSE(run(faulty.create_session(input_of(jane.id, "2025-10-20"))).has_value());
  world.faulty().fault = nullptr;
  EXPECT_EQ(run(faulty.list_sessions({}, 0, 10))->total, 1);
}

}  // namespace
}  // namespace tracker::testing
