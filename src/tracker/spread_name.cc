// Each chunk confirms in its own transaction that this rename is still the newest: without that an older one that is
// still running would write the older name last. A session that was deleted or moved away cancels its chunk; it is
// dropped and the rest sent again. Sessions that are created meanwhile need no care: touch() fails on the old name.
#include "tracker/spread_name.h"

#include <algorithm>

#include "dynamodb/limits.h"
#include "tracker/partition_sessions.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

constexpr std::size_t chunk_sessions_max = dynamodb::limits::transaction_actions_max - 1;

enum class Progress { done, taken_over };

Awaitable<Progress> spread_chunk(Store& store, Athlete renamed, std::string rename_id, std::vector<std::string> sorts) {
  while (!sorts.empty()) {
    std::vector<actions::Action> transaction;
    transaction.push_back(actions::confirm_rename(store.table(), renamed, rename_id));
    for (const auto& sort : sorts) {
      dynamodb::Key key;
      key.emplace(std::string(schema::pk), schema::athlete_partition(renamed.id));
      key.emplace(std::string(schema::sk), sort);
      transaction.push_back(actions::set_athlete_name(store.table(), std::move(key), renamed.name));
    }
    const auto outcome = co_await store.transact(std::move(transaction));
    if (!outcome) co_return std::unexpected(outcome.error());
    if (outcome->committed) break;
    if (outcome->failed_at(0)) co_return Progress::taken_over;
    std::vector<std::string> left;
    for (std::size_t index = 0; index < sorts.size(); ++index) {
      if (!outcome->failed_at(index + 1)) left.push_back(std::move(sorts[index]));
    }
    sorts = std::move(left);  // shorter by at least one each time, since a condition failed
  }
  co_return Progress::done;
}

Awaitable<Progress> spread_page(Store& store, Athlete renamed, std::string rename_id, dynamodb::PageResult page) {
  std::vector<std::string> chunk;
  for (std::size_t index = 0; index < page.items.size(); ++index) {
    if (const auto sort = page.items[index].find_string(schema::sk)) chunk.emplace_back(*sort);
    if (chunk.size() < chunk_sessions_max && index + 1 < page.items.size()) continue;
    const auto progress = co_await spread_chunk(store, renamed, rename_id, std::exchange(chunk, {}));
    if (!progress || *progress == Progress::taken_over) co_return progress;
  }
  co_return Progress::done;
}

}  // namespace

Awaitable<void> spread_name(Store& store, Athlete renamed, std::string rename_id) {
  QueryPages pages(store, partition_sessions_named_otherwise(store.table(), renamed.id, renamed.name));
  while (true) {
    auto page = co_await pages.next();
    if (!page) co_return std::unexpected(unavailable(page.error()));
    if (!*page) break;
    const auto progress = co_await spread_page(store, renamed, rename_id, std::move(**page));
    if (!progress) co_return std::unexpected(progress.error());
    if (*progress == Progress::taken_over) co_return Result<void>();
  }
  std::vector<actions::Action> finish;
  finish.push_back(actions::finish_rename(store.table(), renamed.id, rename_id));
  const auto outcome = co_await store.transact(std::move(finish));
  if (!outcome) co_return std::unexpected(outcome.error());
  co_return Result<void>();
}

}  // namespace tracker
