#include "operations/table_watch.h"

#include <gtest/gtest.h>

#include "dynamodb/errors.h"

namespace operations {
namespace {

using dynamodb::Result;
using dynamodb::TableResult;
using dynamodb::TableStatus;
using Verdict = TableWatch::Verdict;

TableResult table(TableStatus status, std::optional<TableStatus> index_status = {}) {
  TableResult result;
  result.table.definition.name = "log";
  result.table.status = status;
  if (index_status) {
    result.table.indexes.push_back(
        {.name = "GSI1", .status = *index_status, .backfilling = *index_status == TableStatus::creating});
  }
  return result;
}

Result<TableResult> not_found() {
  return std::unexpected(dynamodb::errors::resource_not_found_table("log"));
}
Result<TableResult> unreachable() {
  return std::unexpected(dynamodb::errors::unreachable("The network is away."));
}

bool is_reached(const Verdict& verdict) {
  return std::holds_alternative<TableWatch::Reached>(verdict);
}
std::string failure(const Verdict& verdict) {
  const auto* const failed = std::get_if<TableWatch::Failed>(&verdict);
  return failed == nullptr ? "" : failed->sentence;
}
std::string waited_for(const Verdict& verdict) {
  const auto* const pause = std::get_if<TableWatch::Pause>(&verdict);
  return pause == nullptr ? "" : pause->what;
}

// How often it was asked, and how long that took, until it was not told to wait any longer.
struct Waited {
  int questions = 0;
  std::chrono::milliseconds time{0};
  Verdict end;
};
Waited wait_with(TableWatch watch, const Result<TableResult>& answer) {
  Waited waited;
  for (; waited.questions < 1'000'000; ++waited.questions) {
    waited.end = watch.judge(answer);
    const auto* const pause = std::get_if<TableWatch::Pause>(&waited.end);
    if (pause == nullptr) break;
    waited.time += pause->time;
  }
  return waited;
}

TEST(TableWatch, waits_for_the_table_and_for_each_of_its_indexes) {
  TableWatch watch("log", {});
  EXPECT_EQ(waited_for(watch.judge(table(TableStatus::creating, TableStatus::creating))),
            "the table log is CREATING, the index GSI1 is CREATING and being filled");
  EXPECT_EQ(waited_for(watch.judge(table(TableStatus::active, TableStatus::updating))), "the index GSI1 is UPDATING");
  EXPECT_TRUE(is_reached(watch.judge(table(TableStatus::active, TableStatus::active))));
}

TEST(TableWatch, gives_up_after_the_time_it_was_given_and_says_what_it_waited_for) {
  const auto waited = wait_with(TableWatch("log", {}), table(TableStatus::updating));
  EXPECT_GE(waited.time, table_change_longest);
  EXPECT_LT(waited.time, table_change_longest + std::chrono::seconds(10));
  EXPECT_LT(waited.questions, 200);
  EXPECT_EQ(failure(waited.end),
            "Given up after 10 minutes: the table log is UPDATING. Nothing is lost, and the same command goes on.");
}

TEST(TableWatch, a_table_that_was_just_made_may_be_unknown_for_a_while) {
  EXPECT_FALSE(failure(TableWatch("log", {}).judge(not_found())).empty());
  const auto waited = wait_with(TableWatch("log", {.just_made = true}), not_found());
  EXPECT_GE(waited.time, std::chrono::seconds(30));
  EXPECT_LT(waited.time, std::chrono::seconds(40));
  EXPECT_EQ(failure(waited.end), not_found().error().message);
}

TEST(TableWatch, outlives_a_network_that_is_away_for_a_minute_but_not_for_ever) {
  TableWatch watch("log", {});
  EXPECT_EQ(waited_for(watch.judge(table(TableStatus::updating))), "the table log is UPDATING");
  for (int i = 0; i < 15; ++i) EXPECT_EQ(waited_for(watch.judge(unreachable())), "The network is away.");
  EXPECT_EQ(waited_for(watch.judge(table(TableStatus::creating))), "the table log is CREATING");
  const auto waited = wait_with(watch, unreachable());  // counted anew
  EXPECT_GE(waited.time, std::chrono::minutes(1));
  EXPECT_EQ(failure(waited.end), "The network is away.");
}

TEST(TableWatch, a_store_that_never_answered_is_not_waited_for) {
  EXPECT_EQ(failure(TableWatch("log", {}).judge(unreachable())), "The network is away.");
  EXPECT_EQ(waited_for(TableWatch("log", {.just_made = true}).judge(unreachable())), "The network is away.");
}

TEST(TableWatch, what_does_not_pass_ends_it) {
  const Result<TableResult> denied = std::unexpected(dynamodb::Error{
      .code = dynamodb::ErrorCode::access_denied, .message = "No.", .cancellation_reasons = {}, .item = nullptr});
  EXPECT_EQ(failure(TableWatch("log", {}).judge(denied)), "No.");
}

TEST(TableWatch, a_table_that_is_being_deleted_will_not_become_active) {
  EXPECT_EQ(failure(TableWatch("log", {}).judge(table(TableStatus::deleting))),
            "The table log is being deleted; try again when it is gone.");
}

TEST(TableWatch, waits_until_a_table_is_gone) {
  TableWatch watch("log", {.what = Wait::For::gone});
  EXPECT_EQ(waited_for(watch.judge(table(TableStatus::active))), "the table log is ACTIVE");
  EXPECT_EQ(waited_for(watch.judge(table(TableStatus::deleting))), "the table log is DELETING");
  EXPECT_TRUE(is_reached(watch.judge(not_found())));
}

}  // namespace
}  // namespace operations
