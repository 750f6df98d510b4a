#include "operations/table_watch.h"

#include <fmt/format.h>

#include <algorithm>

#include "dynamodb/table_names.h"

namespace operations {
namespace {

using dynamodb::ErrorCode;
using dynamodb::TableDescription;
using dynamodb::TableStatus;
using std::chrono::milliseconds;

constexpr milliseconds shortest_pause{200};
constexpr milliseconds longest_pause{5000};
constexpr milliseconds unknown_longest{30'000};  // a table that was just made
// Beside the client's own retries: a wait of hours outlives a network that is away for a minute.
constexpr int failures_in_a_row_max = 20;

// Empty: everything is ACTIVE.
std::string what_is_not_active(const TableDescription& table) {
  std::string text;
  if (table.status != TableStatus::active) {
    text = fmt::format("the table {} is {}", table.definition.name, name_of(table.status));
  }
  for (const auto& index : table.indexes) {
    if (index.status == TableStatus::active) continue;
    text += fmt::format("{}the index {} is {}{}", text.empty() ? "" : ", ", index.name, name_of(index.status),
                        index.backfilling ? " and being filled" : "");
  }
  return text;
}

bool may_pass(ErrorCode code) {
  constexpr int first_server_error = 500;
  return dynamodb::http_status(code) >= first_server_error || code == ErrorCode::throttling ||
         code == ErrorCode::request_limit_exceeded;
}

}  // namespace

TableWatch::Verdict TableWatch::judge(const dynamodb::Result<dynamodb::TableResult>& described) {
  if (!described) return judge_error(described.error());
  has_answered_ = true;
  failures_in_a_row_ = 0;
  return judge_table(described->table);
}

TableWatch::Verdict TableWatch::judge_table(const TableDescription& table) {
  std::string what = what_is_not_active(table);
  if (wait_.what == Wait::For::gone) {
    return pause(what.empty() ? fmt::format("the table {} is ACTIVE", table_name_) : std::move(what));
  }
  if (what.empty()) return Reached();
  if (table.status == TableStatus::deleting) {
    return Failed{fmt::format("The table {} is being deleted; try again when it is gone.", table_name_)};
  }
  return pause(std::move(what));
}

TableWatch::Verdict TableWatch::judge_error(const dynamodb::Error& error) {
  if (error.code == ErrorCode::resource_not_found) {
    if (wait_.what == Wait::For::gone) return Reached();
    if (wait_.just_made && waited_ < unknown_longest) {
      return pause(fmt::format("the table {} is not known yet", table_name_));
    }
  }
  // One that never answered is not waited for: who has mistyped its address is told at once.
  if (!has_answered_ || !may_pass(error.code) || ++failures_in_a_row_ > failures_in_a_row_max)
    return Failed{error.message};
  return pause(error.message);
}

TableWatch::Verdict TableWatch::pause(std::string what) {
  if (waited_ >= wait_.longest) {
    return Failed{fmt::format("Given up after {} minutes: {}. Nothing is lost, and the same command goes on.",
                              wait_.longest.count(), what)};
  }
  next_pause_ = next_pause_.count() == 0 ? shortest_pause : std::min(next_pause_ * 3 / 2, longest_pause);
  waited_ += next_pause_;
  return Pause{.time = next_pause_, .what = std::move(what)};
}

}  // namespace operations
