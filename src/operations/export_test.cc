// Out of one store and into another: nothing may be changed on the way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "operations/csv_export.h"
#include "operations/import.h"
#include "operations/json_export.h"
#include "operations/json_import.h"
#include "operations/testing/memory_store.h"
#include "tracker/time_text.h"

namespace operations {
namespace {

using operations::testing::MemoryStore;
using operations::testing::run;
using ::testing::HasSubstr;
using namespace std::chrono_literals;

std::string json_of(MemoryStore& store, ExportReport* into = nullptr) {
  std::string text;
  const auto report = run(export_json(store.repository(), [&text](std::string_view part) {
    text += part;
    return true;
  }));
  EXPECT_TRUE(report) << report.error();
  if (report && into != nullptr) *into = *report;
  return text;
}
std::string csv_of(MemoryStore& store) {
  std::string text;
  const auto report = run(export_csv(store.repository(), {}, [&text](std::string_view part) {
    text += part;
    return true;
  }));
  EXPECT_TRUE(report) << report.error();
  return text;
}
ImportReport import_json_text(MemoryStore& store, const std::string& text, bool dry_run = false) {
  auto report = run(import_json(store.repository(), {dry_run, {}}, text));
  EXPECT_TRUE(report) << describe("test", report.error());
  return report ? std::move(*report) : ImportReport{};
}
ImportReport import_csv_text(MemoryStore& store, const std::string& text, const ImportOptions& options = {}) {
  auto log = parse_training_log(text, {});
  EXPECT_TRUE(log) << describe("test", log.error());
  auto report = run(import_log(store.repository(), options, std::move(*log)));
  EXPECT_TRUE(report) << report.error().message;
  return report ? std::move(*report) : ImportReport{};
}

// Two athletes with sessions of every kind, one without any; texts that are hard on both formats.
void fill(MemoryStore& store) {
  auto& repository = store.repository();
  const auto ada = run(repository.create_athlete("Ada \"Ace\", L."));
  const auto bo = run(repository.create_athlete("=Bo+1"));
  ASSERT_TRUE(run(repository.create_athlete("Nobody yet")));
  const std::vector<std::string> notes = {
      "",         "plain",    "two\nlines\r\nthree", "=HYPERLINK(\"x\")", "'=quoted", " blanks  ", "- easy", "--",
      "a,b;c\td", "🏃 Läufe", "\"quotes\"",          "'single'",          "n/a",      "@home",     "\ttab"};
  for (std::size_t index = 0; index < notes.size(); ++index) {
    tracker::SessionInput input{index % 3 == 0 ? bo->id : ada->id,
                                tracker::Date(2024y / 3 / std::chrono::day(static_cast<unsigned>(1 + index / 2))),
                                0.1 * static_cast<double>(index),
                                1.0 / 3,
                                notes[index],
                                std::nullopt,
                                std::nullopt};
    if (index % 2 == 0) input.sport = index % 4 == 0 ? "Run" : "--";
    if (index % 5 == 0) input.rpe = 7.5;
    input.excluded_from_records = index % 7 == 3;
    ASSERT_TRUE(run(repository.create_session(input)));
  }
  tracker::ImportedSession imported;
  imported.input = {ada->id, 1999y / 12 / 31, 1e6, 1234, "from afar", "Ride", std::nullopt};
  imported.source = "strava:12345";
  imported.start_time = "1999-12-31T23:30:00Z";
  ASSERT_TRUE(run(repository.import_sessions(ada->id, {imported})));
}

TEST(JsonExport, comes_back_byte_for_byte_from_another_store) {
  MemoryStore store;
  fill(store);
  ExportReport report;
  const std::string text = json_of(store, &report);
  EXPECT_EQ(report.athletes, 3U);
  EXPECT_EQ(report.sessions, 16U);
  EXPECT_EQ(report.sessions_without_athlete, 0U);

  MemoryStore other;
  const auto imported = import_json_text(other, text);
  EXPECT_EQ(imported.athletes_created, 3U);
  EXPECT_EQ(imported.created, 16U);
  EXPECT_EQ(json_of(other), text);
  // And again adds nothing.
  const auto again = import_json_text(other, text);
  EXPECT_EQ(again.athletes_created, 0U);
  EXPECT_EQ(again.created, 0U);
  EXPECT_EQ(again.duplicates, 16U);
  EXPECT_EQ(json_of(other), text);
}

TEST(JsonExport, of_an_empty_store_is_read_back) {
  MemoryStore store;
  const std::string text = json_of(store);
  EXPECT_EQ(text, "{\"format\":\"training-tracker-export\",\"version\":1,\n\"athletes\":[\n],\n\"sessions\":[\n]}\n");
  EXPECT_EQ(import_json_text(store, text).created, 0U);
}

TEST(JsonExport, says_when_it_cannot_be_written) {
  MemoryStore store;
  fill(store);
  EXPECT_THAT(run(export_json(store.repository(), [](std::string_view) { return false; })).error(),
              HasSubstr("disk full"));
  EXPECT_THAT(run(export_csv(store.repository(), {}, [](std::string_view) { return false; })).error(),
              HasSubstr("disk full"));
}

TEST(JsonImport, says_in_a_dry_run_what_would_be_and_changes_nothing) {
  MemoryStore store;
  fill(store);
  MemoryStore other;
  const auto report = import_json_text(other, json_of(store), true);
  EXPECT_EQ(report.athletes_created, 3U);
  EXPECT_EQ(report.created, 16U);
  EXPECT_TRUE(run(other.repository().list_athletes())->empty());
}

TEST(JsonImport, leaves_an_athlete_who_was_renamed_here) {
  MemoryStore store;
  const auto ada = run(store.repository().create_athlete("Ada"));
  const std::string text = json_of(store);
  ASSERT_TRUE(run(store.repository().rename_athlete(ada->id, "Ada Byron")));
  const auto report = import_json_text(store, text);
  ASSERT_EQ(report.notices.size(), 1U);
  EXPECT_THAT(report.notices[0], HasSubstr("'Ada Byron'"));
  EXPECT_EQ(run(store.repository().get_athlete(ada->id))->name, "Ada Byron");
}

// One wrong thing each, in a file whose lines 3 and 6 are an athlete and a session.
std::string file_with(const std::string& athlete, const std::string& session, const std::string& version = "1") {
  return "{\"format\":\"training-tracker-export\",\"version\":" + version + ",\n\"athletes\":[\n" + athlete +
         "\n],\n\"sessions\":[\n" + session + "\n]}\n";
}

TEST(JsonImport, names_line_and_member_of_what_is_wrong_and_writes_nothing) {
  const std::string athlete = R"({"id":"a","name":"Ada"})";
  const std::string session = R"({"id":"s","athlete_id":"a","date":"2024-03-02","duration":45.0,"distance":8.5})";
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string changed = session;
    return file_with(athlete, changed.replace(changed.find(from), from.size(), to));
  };
  const std::vector<std::tuple<std::string, std::size_t, std::string>> cases = {
      {with("2024-03-02", "2024-02-30"), 6, "'date' is not a date"},
      {with("45.0", "\"45\""), 6, "'duration' is not a number"},
      {with("45.0", "1e400"), 6, "'duration' is not a number"},
      {with("45.0", "NaN"), 6, "NaN is not a number in JSON."},
      {with(",\"distance\":8.5", ""), 6, "'distance' is missing"},
      {with("8.5", "8.5,\"colour\":\"red\""), 6, "'colour' is not known"},
      {with("8.5", "8.5,\"createdAt\":\"yesterday\""), 6, "'createdAt' is not a timestamp"},
      {with("8.5", "8.5,\"notes\":5"), 6, "'notes' is not a text"},
      {with("8.5", "8.5,\"excludedFromRecords\":1"), 6, "'excludedFromRecords' is neither true nor false"},
      {with("\"s\"", "\"\""), 6, "'id' is missing or empty"},
      {with("\"athlete_id\":\"a\"", "\"athlete_id\":\"b\""), 0, "'b' is not among the athletes"},
      {with("8.5", "8.5]"), 6, "not JSON"},
      {file_with("{\"id\":\"a\"}", session), 3, "'name' is missing"},
      {file_with("[]", session), 3, "an object is wanted"},
      {file_with(athlete, session, "2"), 1, "version '2'"},
      {"{\"format\":\"other\",\"version\":1}", 1, "no export of this program"},
      {"{}", 0, "no export of this program"},
      {"[]", 1, "does not begin with {"},
      {file_with(athlete, session) + "x", 8, "something follows"},
      {"{\"format\":\"training-tracker-export\",\"version\":1,\"athletes\":[" + athlete, 1, "cut off"},
      {"{\"format\":\"training-tracker-export\",\"version\":1,\"more\":[1]}", 1, "'more' is not known"},
  };
  MemoryStore store;
  for (const auto& [text, line, message] : cases) {
    const auto report = run(import_json(store.repository(), {}, text));
    ASSERT_FALSE(report) << text;
    EXPECT_EQ(report.error().line, line) << text;
    EXPECT_THAT(report.error().message, HasSubstr(message));
  }
  EXPECT_TRUE(run(store.repository().list_athletes())->empty());
}

TEST(CsvExport, comes_back_unchanged_from_another_store) {
  MemoryStore store;
  fill(store);
  const std::string csv = csv_of(store);
  MemoryStore other;
  const auto report = import_csv_text(other, csv);
  EXPECT_EQ(report.created, 16U);
  EXPECT_EQ(report.athletes_created, 2U);
  EXPECT_EQ(csv_of(other), csv);
  // The athlete without sessions is what only JSON carries.
  ASSERT_TRUE(run(other.repository().import_athlete(run(store.repository().list_athletes())->back())));
  EXPECT_EQ(json_of(other), json_of(store));
  EXPECT_EQ(import_csv_text(other, csv).duplicates, 16U);
}

TEST(CsvExport, begins_no_cell_as_a_formula) {
  MemoryStore store;
  fill(store);
  const std::string csv = csv_of(store);
  EXPECT_THAT(csv, HasSubstr("\"'=HYPERLINK(\"\"x\"\")\""));
  EXPECT_THAT(csv, HasSubstr(",'=Bo+1,"));
  EXPECT_THAT(csv, HasSubstr(",'@home,"));
}

TEST(CsvExport, goes_to_another_athlete_as_new_sessions_and_only_once) {
  MemoryStore store;
  fill(store);
  const std::string csv = csv_of(store);
  ImportOptions options;
  options.athlete_name = "Coach's copy";
  EXPECT_EQ(import_csv_text(store, csv, options).created, 16U);
  EXPECT_EQ(import_csv_text(store, csv, options).created, 0U);
  EXPECT_EQ(run(store.repository().list_sessions({}, 0, 1))->total, 32);
}

TEST(CsvExport, has_only_the_sessions_of_a_filter) {
  MemoryStore store;
  const auto ada = run(store.repository().create_athlete("Ada"));
  const auto bo = run(store.repository().create_athlete("Bo"));
  for (const auto& id : {ada->id, bo->id}) {
    for (const auto day : {2024y / 3 / 2, 2024y / 3 / 3}) {
      ASSERT_TRUE(run(store.repository().create_session({id, day, 45, 8.5, "", "Run", std::nullopt})));
    }
  }
  const auto lines = [&store](tracker::SessionFilter filter) {
    std::string text;
    EXPECT_TRUE(run(export_csv(store.repository(), std::move(filter), [&text](std::string_view part) {
      text += part;
      return true;
    })));
    return std::ranges::count(text, '\n') - 1;
  };
  EXPECT_EQ(lines({}), 4);
  EXPECT_EQ(lines({.dates = {}, .athlete_id = bo->id}), 2);
  EXPECT_EQ(lines({.dates = {.first = 2024y / 3 / 3, .last = {}}, .athlete_id = {}}), 2);
  EXPECT_EQ(lines({.dates = {}, .athlete_id = "nobody"}), 0);
}

TEST(CsvExport, takes_rows_that_were_added_in_a_spreadsheet) {
  MemoryStore store;
  const auto ada = run(store.repository().create_athlete("Ada"));
  ASSERT_TRUE(
      run(store.repository().create_session({ada->id, 2024y / 3 / 2, 45, 8.5, "", std::nullopt, std::nullopt})));
  const std::string csv = csv_of(store) + "2024-03-03,Ada,Run,30,5.5,,new,,,,,,,TRUE\r\n";
  MemoryStore other;
  const auto report = import_csv_text(other, csv);
  EXPECT_EQ(report.athletes_created, 1U);
  EXPECT_EQ(report.created, 2U);
  const auto page = run(other.repository().list_sessions({.dates = {}, .athlete_id = ada->id}, 0, 2));
  EXPECT_EQ(page->total, 2);
  EXPECT_TRUE(page->sessions[0].excluded_from_records);  // as a spreadsheet writes it
  EXPECT_FALSE(page->sessions[1].excluded_from_records);
  const auto wrong = import_csv_text(other, csv_of(store) + "2024-03-04,Ada,Run,30,5.5,,new,,,,,,,perhaps\r\n");
  EXPECT_EQ(wrong.errors, 1U);
  EXPECT_THAT(wrong.rows.back().reason, HasSubstr("'perhaps' is neither true nor false"));
}

TEST(CsvExport, of_before_there_were_exclusions_is_read) {
  MemoryStore store;
  const auto report = import_csv_text(
      store,
      "Date,Athlete,Sport,Duration (min),Distance (km),RPE,Notes,Start Time,Source,Session Id,Athlete Id,Created At,"
      "Updated At\r\n2024-03-03,Ada,Run,30.0,5.5,,,,,s1,a1,2024-03-03T08:00:00+00:00,2024-03-03T08:00:00+00:00\r\n");
  EXPECT_EQ(report.created, 1U);
  EXPECT_FALSE(run(store.repository().get_session("s1"))->excluded_from_records);
}

}  // namespace
}  // namespace operations
