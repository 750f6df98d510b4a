// The table behind the port, as the repository's operations use it: every page followed, conflicts and throttling
// retried, transactions that may be resent, and the additive indexes with the guide's own patterns behind them.
#pragma once

#include <array>
#include <atomic>
#include <string>
#include <vector>

#include "dynamodb/database.h"
#include "tracker/actions.h"
#include "tracker/recent_writes.h"
#include "tracker/repository.h"

namespace tracker {

enum class AdditiveIndex { session_by_id, sessions_by_athlete, athletes_by_name };
inline constexpr std::size_t additive_indexes = 3;

// What became of a transaction that the store judged.
struct TransactionOutcome {
  bool committed = false;
  // Per action, when not committed: its condition did not hold.
  std::vector<bool> condition_failed;
  [[nodiscard]] bool failed_at(std::size_t action) const {
    return action < condition_failed.size() && condition_failed[action];
  }
};

[[nodiscard]] Error unavailable(const dynamodb::Error& error);

class Store {
 public:
  Store(dynamodb::Database& database, RepositoryOptions options);

  [[nodiscard]] const std::string& table() const { return options_.table_name; }
  [[nodiscard]] const RetryPolicy& retry_policy() const { return options_.retry; }
  [[nodiscard]] Timestamp now() const { return options_.now(); }
  [[nodiscard]] std::string random_id() const { return options_.random_id(); }
  // What an index may not show yet. Every write below is noted; of an athlete's Updates only those that are said to be
  // (a rename), since the others change nothing that an index holds.
  [[nodiscard]] RecentWrites& recent_writes() { return recent_writes_; }
  void report_unreadable(const dynamodb::Item& item, const std::string& reason) const;

  // Reads of the table are strongly consistent.
  dynamodb::Awaitable<std::optional<dynamodb::Item>> get(dynamodb::Key key);
  dynamodb::Awaitable<dynamodb::PageResult> query_page(dynamodb::QueryRequest request);
  dynamodb::Awaitable<dynamodb::PageResult> scan_page(dynamodb::ScanRequest request);
  // Select COUNT over every page.
  dynamodb::Awaitable<std::int64_t> count(dynamodb::QueryRequest request);
  dynamodb::Awaitable<std::optional<std::int64_t>> partition_item_count(std::string_view index,
                                                                        std::string_view partition_key);

  // All or nothing. One token for all attempts, so that a resend after a lost answer is a success and not a second
  // write or a failed condition. Every write goes this way, also a single one.
  Awaitable<TransactionOutcome> transact(std::vector<actions::Action> transaction);
  // Unconditional, by 25, until none is left over.
  Awaitable<void> batch_delete(std::vector<dynamodb::Key> keys);

  // Before the round with this number (from 1) of an operation that begins again.
  boost::asio::awaitable<void> pause_before_round(int round);

  // Asks by the index; where that cannot be used (absent, still being filled, not allowed), by the guide's pattern. If
  // that succeeds, the index counts as absent for a while. The one that is not needed never starts.
  template <class T>
  dynamodb::Awaitable<T> ask(AdditiveIndex index, dynamodb::Awaitable<T> by_index, dynamodb::Awaitable<T> by_guide) {
    if (!counts_as_absent(index)) {
      auto answer = co_await std::move(by_index);
      if (answer || !speaks_against_index(answer.error())) co_return answer;
    }
    auto answer = co_await std::move(by_guide);
    if (answer) remember_absent(index);
    co_return answer;
  }

 private:
  [[nodiscard]] bool counts_as_absent(AdditiveIndex index) const;
  void remember_absent(AdditiveIndex index);
  [[nodiscard]] static bool speaks_against_index(const dynamodb::Error& error);
  void note_writes(const std::vector<actions::Action>& transaction);
  boost::asio::awaitable<void> pause(int attempt);

  // `call` makes one attempt; it is not a coroutine itself, so it may capture.
  template <class T, class Call>
  dynamodb::Awaitable<T> with_retries(Call call);

  dynamodb::Database& database_;
  RepositoryOptions options_;
  // Milliseconds since 1970 until which an index counts as absent.
  std::array<std::atomic<std::int64_t>, additive_indexes> absent_until_{};
  RecentWrites recent_writes_;
};

// Every page of a Query, one after the other.
class QueryPages {
 public:
  QueryPages(Store& store, dynamodb::QueryRequest request) : store_(store), request_(std::move(request)) {}
  // nullopt after the last page. A page may be empty and not the last.
  dynamodb::Awaitable<std::optional<dynamodb::PageResult>> next();

 private:
  Store& store_;
  dynamodb::QueryRequest request_;
  bool is_done_ = false;
};

}  // namespace tracker
