// Lists and statistics, held against a simple model, with the additive indexes and without.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tracker/session_item.h"
#include "tracker/testing/world.h"
#include "tracker/time_text.h"

namespace tracker::testing {
namespace {

class Pages : public ::testing::TestWithParam<Indexes> {
 protected:
  World world{GetParam()};
  Repository& repository = world.repository();
  Athlete jane = world.athlete("Jane");
  Athlete joe = world.athlete("Joe");
  std::vector<TrainingSession> model;

  void add(const Athlete& athlete, const std::vector<std::string>& dates) {
    std::vector<ImportedSession> sessions(dates.size());
    for (std::size_t index = 0; index < dates.size(); ++index) {
      sessions[index].id = "s" + std::to_string(1000 + (model.size() * 7919) % 1009);
      sessions[index].input = input_of(athlete.id, dates[index], static_cast<double>(model.size()), 0.1);
      TrainingSession expected = session_from_input(sessions[index].input);
      expected.id = *sessions[index].id;
      model.push_back(expected);
    }
    const auto outcomes = run(repository.import_sessions(athlete.id, sessions));
    ASSERT_TRUE(outcomes.has_value());
    ASSERT_EQ(std::ranges::count(*outcomes, ImportOutcome::created), std::ssize(sessions));
  }

  // What the contract says the whole list is.
  std::vector<std::string> expected_ids(const SessionFilter& filter) {
    std::vector<TrainingSession> chosen;
    for (const auto& session : model) {
      if (filter.athlete_id && session.athlete_id != *filter.athlete_id) continue;
      if (filter.dates.first && session.date < *filter.dates.first) continue;
      if (filter.dates.last && session.date > *filter.dates.last) continue;
      chosen.push_back(session);
    }
    std::ranges::sort(chosen, [](const TrainingSession& left, const TrainingSession& right) {
      return left.date != right.date ? left.date > right.date : left.id < right.id;
    });
    return ids_of(chosen);
  }
  static std::vector<std::string> ids_of(const std::vector<TrainingSession>& sessions) {
    std::vector<std::string> ids;
    for (const auto& session : sessions) ids.push_back(session.id);
    return ids;
  }

  void expect_pages(const SessionFilter& filter, std::int64_t limit) {
    const auto expected = expected_ids(filter);
    std::vector<std::string> by_offset;
    for (std::int64_t offset = 0; offset <= std::ssize(expected); offset += limit) {
      const auto page = run(repository.list_sessions(filter, offset, limit));
      ASSERT_TRUE(page.has_value());
      EXPECT_EQ(page->total, std::ssize(expected));
      for (const auto& id : ids_of(page->sessions)) by_offset.push_back(id);
    }
    EXPECT_EQ(by_offset, expected) << "by offset, limit " << limit;

    std::vector<std::string> by_cursor;
    std::optional<std::string> cursor;
    do {
      const auto page = run(repository.list_sessions_after(filter, cursor, limit));
      ASSERT_TRUE(page.has_value());
      EXPECT_TRUE(!page->next_cursor || std::ssize(page->sessions) == limit);
      for (const auto& id : ids_of(page->sessions)) by_cursor.push_back(id);
      cursor = page->next_cursor;
    } while (cursor);
    EXPECT_EQ(by_cursor, expected) << "by cursor, limit " << limit;
  }
};
INSTANTIATE_TEST_SUITE_P(Tables, Pages, ::testing::ValuesIn(every_store()),
                         [](const auto& tested) { return store_name(tested.param); });

TEST_P(Pages, an_empty_log_has_one_empty_page) {
  expect_pages({}, 10);
  EXPECT_EQ(run(repository.list_sessions({}, 1'000'000'000, 10))->total, 0);
}

TEST_P(Pages, are_ordered_by_date_descending_and_within_a_day_by_id) {
  add(jane, {"2025-10-20", "2025-10-20", "2025-10-21", "2024-01-01", "2025-10-20", "2025-10-22", "2025-10-22"});
  add(joe, {"2025-10-20", "2025-10-20", "2025-10-23", "2025-10-20", "2025-10-20"});
  for (const std::int64_t limit : {1, 2, 3, 4, 5, 7, 12, 50}) {
    expect_pages({}, limit);
    expect_pages({.dates = {}, .athlete_id = jane.id}, limit);
  }
}

TEST_P(Pages, filters_are_inclusive_and_each_alone_is_allowed) {
  add(jane, {"2025-10-19", "2025-10-20", "2025-10-20", "2025-10-21", "2025-10-22", "2025-10-23"});
  add(joe, {"2025-10-20", "2025-10-22"});
  const auto first = parse_date("2025-10-20");
  const auto last = parse_date("2025-10-22");
  for (const auto& athlete : {std::optional<std::string>(), std::optional(jane.id), std::optional(joe.id)}) {
    for (const std::int64_t limit : {1, 2, 3, 50}) {
      expect_pages({.dates = {.first = first, .last = last}, .athlete_id = athlete}, limit);
      expect_pages({.dates = {.first = first, .last = std::nullopt}, .athlete_id = athlete}, limit);
      expect_pages({.dates = {.first = std::nullopt, .last = last}, .athlete_id = athlete}, limit);
      expect_pages({.dates = {.first = first, .last = first}, .athlete_id = athlete}, limit);
      expect_pages({.dates = {.first = last, .last = first}, .athlete_id = athlete}, limit);
    }
  }
}

TEST_P(Pages, random_logs_come_out_in_order) {
  std::mt19937 random(20261123);
  for (int round = 0; round < 3; ++round) {
    std::vector<std::string> dates;
    for (int count = 0; count < 40; ++count) {
      dates.push_back("2025-10-" + std::to_string(10 + random() % (1U + static_cast<unsigned>(round) * 4U)));
    }
    add(round % 2 == 0 ? jane : joe, dates);
    const auto limit = static_cast<std::int64_t>(1 + random() % 30);
    expect_pages({}, limit);
    expect_pages({.dates = {}, .athlete_id = joe.id}, limit);
  }
}

TEST_P(Pages, an_unknown_or_impossible_athlete_has_an_empty_list) {
  add(jane, {"2025-10-20"});
  for (const std::string& id : {std::string("nobody"), std::string(), std::string(5000, 'x')}) {
    const auto page = run(repository.list_sessions({.dates = {}, .athlete_id = id}, 0, 10));
    ASSERT_TRUE(page.has_value());
    EXPECT_EQ(page->total, 0);
    EXPECT_TRUE(run(repository.list_sessions_after({.dates = {}, .athlete_id = id}, {}, 10))->sessions.empty());
    EXPECT_EQ(run(repository.statistics({.dates = {}, .athlete_id = id}))->session_count, 0);
  }
}

TEST_P(Pages, a_foreign_cursor_is_refused) {
  add(jane, {"2025-10-20", "2025-10-21"});
  const auto page = run(repository.list_sessions_after({}, {}, 1));
  const auto refused = run(repository.list_sessions_after({.dates = {}, .athlete_id = jane.id}, page->next_cursor, 1));
  ASSERT_FALSE(refused.has_value());
  EXPECT_TRUE(std::holds_alternative<InvalidCursor>(refused.error()));
}

TEST_P(Pages, a_cursor_stays_right_while_sessions_come_and_go) {
  add(jane, {"2025-10-20", "2025-10-20", "2025-10-20", "2025-10-19", "2025-10-18"});
  const auto expected = expected_ids({});
  const auto first = run(repository.list_sessions_after({}, {}, 2));
  ASSERT_EQ(ids_of(first->sessions), std::vector(expected.begin(), expected.begin() + 2));
  ASSERT_TRUE(run(repository.delete_session(expected[1])).has_value());
  world.session(joe.id, "2025-10-25");
  const auto second = run(repository.list_sessions_after({}, first->next_cursor, 10));
  EXPECT_EQ(ids_of(second->sessions), std::vector(expected.begin() + 2, expected.end()));
}

TEST_P(Pages, nothing_is_cut_at_one_megabyte) {
  std::vector<ImportedSession> sessions(400);
  double minutes = 0;
  for (auto& session : sessions) {
    session.input = input_of(jane.id, "2025-10-20", minutes++, 1);
    session.input.notes = std::string(4000, 'x');
  }
  ASSERT_TRUE(run(repository.import_sessions(jane.id, sessions)).has_value());
  for (const auto& athlete : {std::optional<std::string>(), std::optional(jane.id)}) {
    const SessionFilter filter{.dates = {.first = parse_date("2025-10-01"), .last = {}}, .athlete_id = athlete};
    EXPECT_EQ(run(repository.list_sessions(filter, 0, 1))->total, 400);
    EXPECT_EQ(run(repository.list_sessions(filter, 350, 100))->sessions.size(), 50U);
    EXPECT_EQ(run(repository.list_sessions_after(filter, {}, 399))->sessions.size(), 399U);
    const auto statistics = run(repository.statistics(filter));
    EXPECT_EQ(statistics->session_count, 400);
    EXPECT_EQ(statistics->total_duration_minutes, 400.0 * 399 / 2);
  }
}

TEST_P(Pages, statistics_are_of_what_the_filter_chooses) {
  add(jane, {"2025-10-20", "2025-10-21"});
  add(joe, {"2025-10-21", "2025-10-22"});
  EXPECT_EQ(run(repository.statistics({}))->session_count, 4);
  EXPECT_EQ(run(repository.statistics({}))->total_distance_km, 0.4);
  EXPECT_EQ(run(repository.statistics({.dates = {}, .athlete_id = joe.id}))->total_duration_minutes, 5.0);
  const DateRange day{.first = parse_date("2025-10-21"), .last = parse_date("2025-10-21")};
  EXPECT_EQ(run(repository.statistics({.dates = day, .athlete_id = {}}))->session_count, 2);
  EXPECT_EQ(run(repository.statistics({.dates = day, .athlete_id = jane.id}))->session_count, 1);
  const DateRange none{.first = parse_date("2025-10-22"), .last = parse_date("2025-10-21")};
  EXPECT_EQ(run(repository.statistics({.dates = none, .athlete_id = jane.id}))->session_count, 0);
}

}  // namespace
}  // namespace tracker::testing
