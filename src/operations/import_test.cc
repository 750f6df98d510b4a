#include "operations/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "operations/testing/memory_store.h"
#include "tracker/time_text.h"

namespace operations {
namespace {

using operations::testing::MemoryStore;
using operations::testing::run;
using ::testing::HasSubstr;

constexpr std::string_view two_runs =
    "Activity Type,Date,Favorite,Title,Distance,Time\n"
    "Running,2024-03-02 08:15:30,false,Dunes,10.42,00:52:31\n"
    "Running,2024-03-03 08:15:30,false,Hills,8.5,00:45:00\n";

TrainingLog log_of(std::string_view text) {
  auto log = parse_training_log(text, {});
  EXPECT_TRUE(log) << describe("test", log.error());
  return log ? std::move(*log) : TrainingLog{};
}

ImportOptions for_athlete(const std::string& name) {
  ImportOptions options;
  options.athlete_name = name;
  return options;
}

ImportReport import(MemoryStore& store, std::string_view text, const ImportOptions& options) {
  auto report = run(import_log(store.repository(), options, log_of(text)));
  EXPECT_TRUE(report) << report.error().message;
  return report ? std::move(*report) : ImportReport{};
}

std::vector<tracker::TrainingSession> sessions_of(MemoryStore& store) {
  const auto page = run(store.repository().list_sessions({}, 0, 100));
  EXPECT_TRUE(page);
  return page ? page->sessions : std::vector<tracker::TrainingSession>{};
}

TEST(Import, creates_the_athlete_and_its_sessions) {
  MemoryStore store;
  const auto report = import(store, two_runs, for_athlete(" Ada "));
  EXPECT_EQ(report.athletes_created, 1U);
  EXPECT_EQ(report.created, 2U);
  const auto sessions = sessions_of(store);
  ASSERT_EQ(sessions.size(), 2U);
  EXPECT_EQ(sessions[0].athlete_name, "Ada");
  EXPECT_EQ(sessions[0].notes, "Hills");
  EXPECT_EQ(sessions[0].source, "garmin:2024-03-03T08:15:30");
  EXPECT_EQ(sessions[0].start_time, "2024-03-03T08:15:30");
}

TEST(Import, adds_nothing_the_second_time_even_after_an_edit) {
  MemoryStore store;
  import(store, two_runs, for_athlete("Ada"));
  const auto first = sessions_of(store).at(0);
  tracker::SessionInput edited{first.athlete_id, first.date, 50, 9, "edited", std::nullopt, std::nullopt};
  ASSERT_TRUE(run(store.repository().update_session(first.id, edited)));
  const auto again = import(store, two_runs, for_athlete("Ada"));
  EXPECT_EQ(again.athletes_created, 0U);
  EXPECT_EQ(again.created, 0U);
  EXPECT_EQ(again.duplicates, 2U);
  EXPECT_EQ(sessions_of(store).at(0).notes, "edited");
}

TEST(Import, keeps_equal_rows_of_one_file_once_each) {
  MemoryStore store;
  const std::string text = "Date,Duration,Distance\n2024-03-02,45,8.5\n2024-03-02,45,8.5\n";
  EXPECT_EQ(import(store, text, for_athlete("Ada")).created, 2U);
  EXPECT_EQ(import(store, text, for_athlete("Ada")).created, 0U);
  EXPECT_EQ(sessions_of(store).size(), 2U);
}

TEST(Import, says_in_a_dry_run_what_would_be_and_changes_nothing) {
  MemoryStore store;
  const std::string with_error = std::string(two_runs) + "Running,not a day,false,x,1,00:01:00\n";
  auto dry = for_athlete("Ada");
  dry.dry_run = true;
  const auto before = import(store, with_error, dry);
  EXPECT_EQ(before.created, 2U);
  EXPECT_EQ(before.errors, 1U);
  EXPECT_EQ(before.athletes_created, 1U);
  EXPECT_TRUE(run(store.repository().list_athletes())->empty());

  import(store, std::string(two_runs).substr(0, two_runs.find("Running,2024-03-03")), for_athlete("Ada"));
  const auto after = import(store, with_error, dry);
  ASSERT_EQ(after.rows.size(), 3U);
  EXPECT_EQ(after.rows[0].outcome, RowOutcome::duplicate);
  EXPECT_EQ(after.rows[1].outcome, RowOutcome::created);
  EXPECT_EQ(after.rows[2].outcome, RowOutcome::error);
  EXPECT_EQ(after.rows[2].line, 4U);
  EXPECT_THAT(after.rows[2].reason, HasSubstr("'not a day'"));
  EXPECT_EQ(sessions_of(store).size(), 1U);
}

TEST(Import, stops_where_the_name_is_ambiguous_and_names_the_ids) {
  MemoryStore store;
  const auto first = run(store.repository().create_athlete("Ada"));
  const auto second = run(store.repository().create_athlete("Ada"));
  const auto report = run(import_log(store.repository(), for_athlete("Ada"), log_of(two_runs)));
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().fault, InputFault::athlete);
  EXPECT_THAT(report.error().message, HasSubstr(first->id));
  EXPECT_THAT(report.error().message, HasSubstr(second->id));
  EXPECT_TRUE(sessions_of(store).empty());
  ImportOptions by_id;
  by_id.athlete_id = second->id;
  EXPECT_EQ(import(store, two_runs, by_id).created, 2U);
  EXPECT_EQ(sessions_of(store).at(0).athlete_id, second->id);
}

TEST(Import, refuses_an_athlete_that_nobody_named_or_has) {
  MemoryStore store;
  EXPECT_THAT(run(import_log(store.repository(), {}, log_of(two_runs))).error().message, HasSubstr("name the athlete"));
  ImportOptions unknown;
  unknown.athlete_id = "nobody";
  EXPECT_THAT(run(import_log(store.repository(), unknown, log_of(two_runs))).error().message, HasSubstr("'nobody'"));
  EXPECT_FALSE(run(import_log(store.repository(), for_athlete("  "), log_of(two_runs))));
  EXPECT_FALSE(run(import_log(store.repository(), for_athlete(std::string(201, 'x')), log_of(two_runs))));
}

TEST(Import, writes_some_of_the_rows_and_in_the_end_all_of_them) {
  MemoryStore store;
  const std::string text =
      "Date,Duration\n2024-03-02,45\nnever,1\n2024-03-02,45\n2024-03-04,10\n";  // equal rows stay two sessions
  auto options = for_athlete("Ada");
  options.rows = {.first = 0, .count = 2};
  const auto first = import(store, text, options);
  EXPECT_EQ(first.rows.size(), 2U);
  EXPECT_EQ(first.created, 1U);
  EXPECT_EQ(first.errors, 1U);
  EXPECT_EQ(first.athletes_created, 1U);
  EXPECT_EQ(first.rows[0].athlete_name, "Ada");
  options.rows = {.first = 2, .count = 500};
  const auto second = import(store, text, options);
  EXPECT_EQ(second.rows.size(), 2U);
  EXPECT_EQ(second.rows[0].line, 4U);
  EXPECT_EQ(second.created, 2U);
  EXPECT_EQ(second.athletes_created, 0U);
  EXPECT_EQ(import(store, text, for_athlete("Ada")).duplicates, 3U);
  options.rows = {.first = 4};
  EXPECT_TRUE(import(store, text, options).rows.empty());
}

TEST(Import, follows_an_athlete_column) {
  MemoryStore store;
  const auto report =
      import(store, "Athlete,Date,Duration\nAda,2024-03-02,45\nBo,2024-03-02,30\nAda,2024-03-03,20\n", {});
  EXPECT_EQ(report.athletes_created, 2U);
  EXPECT_EQ(report.created, 3U);
  const auto athletes = run(store.repository().list_athletes());
  ASSERT_EQ(athletes->size(), 2U);
  EXPECT_EQ((*athletes)[0].name, "Ada");
}

TEST(Import, creates_no_athlete_when_no_row_can_be_read) {
  MemoryStore store;
  EXPECT_EQ(import(store, "Date,Duration\nnever,45\n", for_athlete("Ada")).errors, 1U);
  EXPECT_TRUE(run(store.repository().list_athletes())->empty());
}

TEST(Import, imports_more_than_one_transaction_takes_and_tells_how_far_it_is) {
  MemoryStore store;
  std::string text = "Date,Duration\n";
  for (int row = 0; row < 1200; ++row) text += fmt::format("2024-03-02 {:02}:{:02}:00,45\n", row / 60, row % 60);
  std::vector<std::size_t> progress;
  auto options = for_athlete("Ada");
  options.on_progress = [&](std::size_t done, std::size_t total) {
    progress.push_back(done);
    EXPECT_EQ(total, 1200U);
  };
  EXPECT_EQ(import(store, text, options).created, 1200U);
  EXPECT_EQ(progress, (std::vector<std::size_t>{990, 1200}));
  EXPECT_EQ(run(store.repository().list_sessions({}, 0, 1))->total, 1200);
}

}  // namespace
}  // namespace operations
