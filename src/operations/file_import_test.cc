#include "operations/file_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "operations/json_export.h"
#include "operations/testing/fit_builder.h"
#include "operations/testing/memory_store.h"

namespace operations {
namespace {

using operations::testing::MemoryStore;
using operations::testing::run;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view two_runs =
    "Activity Type,Date,Favorite,Title,Distance,Time\n"
    "Running,2024-03-02 08:15:30,false,Dunes,10.42,00:52:31\n"
    "Running,2024-03-03 08:15:30,false,Hills,8.5,00:45:00\n";

FileImportOptions for_ada(bool dry_run, RowRange rows = {}) {
  FileImportOptions options;
  options.athlete_name = "Ada";
  options.dry_run = dry_run;
  options.rows = rows;
  return options;
}
FileImport import(MemoryStore& store, std::string bytes, FileImportOptions options) {
  auto result = run(import_file(store.repository(), std::move(options), std::move(bytes)));
  EXPECT_TRUE(result) << result.error().message;
  return result ? *std::move(result) : FileImport{};
}
std::int64_t session_count(MemoryStore& store) {
  return run(store.repository().list_sessions({}, 0, 1))->total;
}
std::string json_of(MemoryStore& store) {
  std::string text;
  EXPECT_TRUE(run(export_json(store.repository(), [&text](std::string_view part) {
    text += part;
    return true;
  })));
  return text;
}

TEST(FileImport, shows_each_row_and_writes_nothing_on_a_dry_run) {
  MemoryStore store;
  const auto preview = import(store, std::string(two_runs), for_ada(true));
  EXPECT_EQ(preview.kind, FileKind::csv);
  EXPECT_EQ(preview.format, "Garmin Connect export");
  ASSERT_TRUE(preview.columns);
  EXPECT_EQ(preview.total, 2U);
  EXPECT_EQ(preview.created, 2U);
  EXPECT_EQ(preview.athletes_created, 1U);
  EXPECT_EQ(preview.next_row, std::nullopt);
  ASSERT_EQ(preview.rows.size(), 2U);
  EXPECT_EQ(preview.rows[1].verdict.athlete_name, "Ada");
  EXPECT_EQ(preview.rows[1].session->notes, "Hills");
  EXPECT_EQ(session_count(store), 0);
  EXPECT_TRUE(run(store.repository().list_athletes())->empty());
}
TEST(FileImport, writes_piece_by_piece) {
  MemoryStore store;
  const auto first = import(store, std::string(two_runs), for_ada(false, {.first = 0, .count = 1}));
  EXPECT_EQ(first.next_row, 1U);
  EXPECT_EQ(first.total, 2U);
  EXPECT_EQ(first.created, 1U);
  EXPECT_EQ(session_count(store), 1);
  const auto second = import(store, std::string(two_runs), for_ada(false, {.first = 1, .count = 1}));
  EXPECT_EQ(second.next_row, std::nullopt);
  ASSERT_EQ(second.rows.size(), 1U);
  EXPECT_EQ(second.rows[0].verdict.line, 3U);
  EXPECT_EQ(session_count(store), 2);
  const auto beyond = import(store, std::string(two_runs), for_ada(false, {.first = 9, .count = 1}));
  EXPECT_TRUE(beyond.rows.empty());
  EXPECT_EQ(beyond.next_row, std::nullopt);
  const auto again = import(store, std::string(two_runs), for_ada(false));
  EXPECT_EQ(again.duplicates, 2U);
}
TEST(FileImport, gives_no_session_for_a_row_that_cannot_be_read) {
  MemoryStore store;
  const auto preview = import(store, "Date,Duration\n2024-03-02,45\nnever,1\n", for_ada(true));
  EXPECT_EQ(preview.errors, 1U);
  EXPECT_TRUE(preview.rows.at(0).session);
  EXPECT_FALSE(preview.rows.at(1).session);
  EXPECT_THAT(preview.rows[1].verdict.reason, HasSubstr("'never'"));
}
TEST(FileImport, takes_what_a_device_recorded) {
  MemoryStore store;
  const auto file = operations::testing::fit_file(operations::testing::fit_message(18, operations::testing::fit_run()));
  const auto result = import(store, file, for_ada(false));
  EXPECT_EQ(result.kind, FileKind::fit);
  EXPECT_EQ(result.format, "FIT file");
  EXPECT_FALSE(result.columns);
  EXPECT_EQ(result.created, 1U);
  EXPECT_EQ(import(store, file, for_ada(false)).duplicates, 1U);
}
TEST(FileImport, shows_the_rows_of_our_own_json) {
  MemoryStore store;
  ASSERT_EQ(import(store, std::string(two_runs), for_ada(false)).created, 2U);
  const auto text = json_of(store);
  MemoryStore other;
  auto options = for_ada(false);
  options.athlete_name = "Bo";
  const auto result = import(other, "\xEF\xBB\xBF" + text, options);
  EXPECT_EQ(result.kind, FileKind::json_export);
  EXPECT_EQ(result.total, 2U);
  EXPECT_EQ(result.created, 2U);
  ASSERT_EQ(result.rows.size(), 2U);
  EXPECT_EQ(result.rows[0].verdict.athlete_name, "Ada");
  EXPECT_EQ(result.rows[0].session->notes, "Hills");
  EXPECT_THAT(result.notices, ElementsAre(HasSubstr("not used")));
  EXPECT_EQ(json_of(other), text);
}
TEST(FileImport, says_what_would_help) {
  MemoryStore store;
  const auto fault = [&store](std::string bytes, FileImportOptions options) {
    const auto result = run(import_file(store.repository(), std::move(options), std::move(bytes)));
    EXPECT_FALSE(result);
    return result ? InputFault::store : result.error().fault;
  };
  EXPECT_EQ(fault("", for_ada(true)), InputFault::file);
  EXPECT_EQ(fault("PK\x03\x04", for_ada(true)), InputFault::file);
  EXPECT_EQ(fault("a,b\n1,2\n", for_ada(true)), InputFault::columns);
  EXPECT_EQ(fault("Date,Duration\n3/4/2024,45\n", for_ada(true)), InputFault::date_order);
  EXPECT_EQ(fault(std::string(two_runs), {}), InputFault::athlete);
}

}  // namespace
}  // namespace operations
