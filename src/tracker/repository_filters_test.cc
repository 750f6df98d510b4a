// Lists and statistics of what a sport and a text choose, held against a simple model, on every kind of table. Several
// pieces of entries are read for one page, and what was written a moment ago is among them.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tracker/session_item.h"
#include "tracker/testing/world.h"
#include "tracker/time_text.h"

namespace tracker::testing {
namespace {

class Filters : public ::testing::TestWithParam<Indexes> {
 protected:
  World world{GetParam()};
  Repository& repository = world.repository();
  Athlete jane = world.athlete("Jane Öster");
  Athlete joe = world.athlete("Joe");
  std::vector<TrainingSession> model;

  void add(const Athlete& athlete, std::vector<ImportedSession> sessions) {
    for (auto& session : sessions) {
      session.input.athlete_id = athlete.id;
      session.id = "s" + std::to_string(10'000 + (model.size() * 7919) % 10'007);
      TrainingSession expected = session_from_input(session.input);
      expected.id = *session.id;
      expected.athlete_name = athlete.name;
      model.push_back(expected);
    }
    const auto outcomes = run(repository.import_sessions(athlete.id, sessions));
    ASSERT_TRUE(outcomes.has_value());
    ASSERT_EQ(std::ranges::count(*outcomes, ImportOutcome::created), std::ssize(sessions));
  }
  static ImportedSession one(const std::string& date, std::optional<std::string> sport, const std::string& notes) {
    ImportedSession session;
    session.input = input_of("", date, 30, 5);
    session.input.sport = std::move(sport);
    session.input.notes = notes;
    return session;
  }

  // `is_chosen` says what the filter's sport and text choose.
  void expect_pages(const SessionFilter& filter, std::int64_t limit,
                    const std::function<bool(const TrainingSession&)>& is_chosen) {
    std::vector<TrainingSession> chosen;
    for (const auto& session : model) {
      if (filter.athlete_id && session.athlete_id != *filter.athlete_id) continue;
      if (filter.dates.first && session.date < *filter.dates.first) continue;
      if (filter.dates.last && session.date > *filter.dates.last) continue;
      if (is_chosen(session)) chosen.push_back(session);
    }
    std::ranges::sort(chosen, [](const TrainingSession& left, const TrainingSession& right) {
      return left.date != right.date ? left.date > right.date : left.id < right.id;
    });
    const auto expected = ids_of(chosen);
    std::vector<std::string> by_offset;
    for (std::int64_t offset = 0; offset <= std::ssize(expected); offset += limit) {
      const auto page = run(repository.list_sessions(filter, offset, limit));
      ASSERT_TRUE(page.has_value());
      EXPECT_EQ(page->total, std::ssize(expected));
      std::ranges::copy(ids_of(page->sessions), std::back_inserter(by_offset));
    }
    EXPECT_EQ(by_offset, expected) << "by offset, limit " << limit;
    std::vector<std::string> by_cursor;
    std::optional<std::string> cursor;
    do {
      const auto page = run(repository.list_sessions_after(filter, cursor, limit));
      ASSERT_TRUE(page.has_value());
      EXPECT_EQ(std::ssize(page->sessions), std::min(limit, std::ssize(expected) - std::ssize(by_cursor)));
      std::ranges::copy(ids_of(page->sessions), std::back_inserter(by_cursor));
      cursor = page->next_cursor;
      EXPECT_EQ(cursor.has_value(), by_cursor.size() < expected.size());
    } while (cursor);
    EXPECT_EQ(by_cursor, expected) << "by cursor, limit " << limit;
    const auto statistics = run(repository.statistics(filter));
    EXPECT_EQ(statistics->session_count, std::ssize(expected));
    EXPECT_EQ(statistics->total_duration_minutes, 30.0 * static_cast<double>(expected.size()));
  }
  static std::vector<std::string> ids_of(const std::vector<TrainingSession>& sessions) {
    std::vector<std::string> ids;
    for (const auto& session : sessions) ids.push_back(session.id);
    return ids;
  }
};
INSTANTIATE_TEST_SUITE_P(Tables, Filters, ::testing::ValuesIn(every_store()),
                         [](const auto& tested) { return store_name(tested.param); });

TEST_P(Filters, choose_by_sport_text_athlete_and_dates) {
  std::mt19937 random(20261123);
  const std::vector<std::optional<std::string>> sports = {"Run", "Ride", "run", std::nullopt};
  const std::vector<std::string> notes = {"", "Hügel im REGEN", "easy", "Run to the lake"};
  for (const auto& athlete : {jane, joe, jane}) {
    std::vector<ImportedSession> sessions;
    for (int count = 0; count < 30; ++count) {
      sessions.push_back(one("2025-10-" + std::to_string(10 + random() % 8), sports[random() % sports.size()],
                             notes[random() % notes.size()]));
    }
    add(athlete, std::move(sessions));
    if (athlete == joe) world.settle();  // the rest was written a moment ago
  }
  const DateRange dates{.first = parse_date("2025-10-12"), .last = parse_date("2025-10-15")};
  for (const auto& athlete : {std::optional<std::string>(), std::optional(jane.id), std::optional(joe.id)}) {
    for (const auto& range : {DateRange(), dates}) {
      SessionFilter filter{.dates = range, .athlete_id = athlete};
      filter.sport = "Run";
      expect_pages(filter, 4, [](const auto& session) { return session.sport == "Run"; });
      filter.text = "rEGEN";
      expect_pages(filter, 1, [&](const auto& session) { return session.sport == "Run" && session.notes == notes[1]; });
      filter.sport.reset();
      expect_pages(filter, 7, [&](const auto& session) { return session.notes == notes[1]; });
      filter.text = "HÜG";
      expect_pages(filter, 100, [&](const auto& session) { return session.notes == notes[1]; });
      filter.text = "RUN";
      expect_pages(filter, 5, [&](const auto& session) {
        return session.sport == "Run" || session.sport == "run" || session.notes == notes[3];
      });
      filter.text = "öSTER";
      expect_pages(filter, 11, [&](const auto& session) { return session.athlete_id == jane.id; });
      filter.text = "";
      expect_pages(filter, 50, [](const auto&) { return true; });
      filter.text = "nowhere";
      expect_pages(filter, 10, [](const auto&) { return false; });
    }
  }
}

TEST_P(Filters, find_the_few_among_very_many) {
  std::vector<ImportedSession> sessions;
  for (int count = 0; count < 2600; ++count) {
    // Many on one day, so that a piece begins and ends within it.
    sessions.push_back(one("2025-1" + std::to_string(count % 3) + "-10", "Run", count % 400 == 7 ? "race" : "easy"));
  }
  add(jane, std::move(sessions));
  for (const auto& athlete : {std::optional<std::string>(), std::optional(jane.id)}) {
    SessionFilter filter{.dates = {}, .athlete_id = athlete};
    filter.text = "race";
    expect_pages(filter, 3, [](const auto& session) { return session.notes == "race"; });
    filter.text = "easy";
    const auto page = run(repository.list_sessions(filter, 2000, 100));
    EXPECT_EQ(page->total, std::ranges::count(model, "easy", &TrainingSession::notes));
    EXPECT_EQ(page->sessions.size(), 100U);
  }
}

TEST_P(Filters, see_a_change_at_once) {
  add(jane, {one("2025-10-10", "Run", ""), one("2025-10-11", "Run", "")});
  world.settle();
  SessionInput changed = input_of(jane.id, "2025-10-10", 30, 5);
  changed.sport = "Ride";
  ASSERT_TRUE(run(repository.update_session(model[0].id, changed)).has_value());
  model[0].sport = "Ride";
  for (const auto& athlete : {std::optional<std::string>(), std::optional(jane.id)}) {
    for (const std::string sport : {"Run", "Ride"}) {
      expect_pages({.dates = {}, .athlete_id = athlete, .sport = sport}, 1,
                   [&](const auto& session) { return session.sport == sport; });
    }
  }
}

}  // namespace
}  // namespace tracker::testing
