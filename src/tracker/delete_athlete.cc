// Stamp the athlete, look at the sessions, delete the athlete if nobody touched it since. The stamp comes before the
// look, so a session that was created or moved in after the look has changed Rev, the delete fails, and all begins
// again. With cascade the sessions go first and the athlete last, so that a repeat after a crash finds everything;
// up to 99 sessions go in one transaction with the athlete, all or nothing.
#include "dynamodb/limits.h"
#include "tracker/implementation.h"
#include "tracker/partition_sessions.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

constexpr std::size_t one_transaction_sessions_max = dynamodb::limits::transaction_actions_max - 1;
// Under steady creates a cascade would begin again for long; from this round on they are asked to stand back.
constexpr int polite_rounds = 2;
constexpr std::chrono::seconds creates_stand_back_for{30};

// The new Rev; AthleteNotFound when there is no such athlete (any more).
Awaitable<std::string> stamp_athlete(Store& store, std::string id, std::optional<Timestamp> deleting_until) {
  std::string revision = store.random_id();
  std::vector<actions::Action> transaction;
  transaction.push_back(actions::stamp(store.table(), id, revision, deleting_until));
  const auto outcome = co_await store.transact(std::move(transaction));
  if (!outcome) co_return std::unexpected(outcome.error());
  if (!outcome->committed) co_return std::unexpected(AthleteNotFound{.id = std::move(id)});
  co_return revision;
}

// True when the athlete is gone, false when somebody touched it since the stamp. `sessions` go in the same transaction.
Awaitable<bool> delete_stamped(Store& store, std::string id, std::string revision,
                               std::vector<dynamodb::Key> sessions) {
  std::vector<actions::Action> transaction;
  transaction.push_back(actions::delete_stamped_athlete(store.table(), id, std::move(revision)));
  for (auto& key : sessions) transaction.push_back(actions::delete_anyway(store.table(), std::move(key)));
  const auto outcome = co_await store.transact(std::move(transaction));
  if (!outcome) co_return std::unexpected(outcome.error());
  co_return outcome->committed;
}

std::vector<dynamodb::Key> keys_of(const dynamodb::PageResult& page) {
  std::vector<dynamodb::Key> keys;
  keys.reserve(page.items.size());
  for (const auto& item : page.items) keys.push_back(item.decode());
  return keys;
}

// Deletes sessions until at most `one_transaction_sessions_max` are left, and returns those.
Awaitable<std::vector<dynamodb::Key>> delete_most_sessions(Store& store, std::string id) {
  std::vector<dynamodb::Key> last;
  QueryPages pages(store, partition_session_keys(store.table(), id));
  while (true) {
    auto page = co_await pages.next();
    if (!page) co_return std::unexpected(unavailable(page.error()));
    if (!*page) co_return last;
    for (auto& key : keys_of(**page)) last.push_back(std::move(key));
    if (last.size() <= one_transaction_sessions_max) continue;
    const auto deleted = co_await store.batch_delete(std::exchange(last, {}));
    if (!deleted) co_return std::unexpected(deleted.error());
  }
}

Awaitable<void> delete_without_sessions(Store& store, std::string id) {
  for (int round = 0; round < store.retry_policy().rounds_max; ++round) {
    if (round > 0) co_await store.pause_before_round(round);
    const auto revision = co_await stamp_athlete(store, id, std::nullopt);
    if (!revision) co_return std::unexpected(revision.error());
    const auto sessions = co_await store.count(partition_sessions(store.table(), id));
    if (!sessions) co_return std::unexpected(unavailable(sessions.error()));
    if (*sessions > 0) co_return std::unexpected(AthleteHasSessions{.session_count = *sessions});
    const auto deleted = co_await delete_stamped(store, id, *revision, {});
    if (!deleted) co_return std::unexpected(deleted.error());
    if (*deleted) co_return Result<void>();
  }
  co_return contended("delete athlete");
}

Awaitable<void> delete_with_sessions(Store& store, std::string id) {
  for (int round = 0; round < store.retry_policy().rounds_max; ++round) {
    std::optional<Timestamp> deleting_until;
    if (round >= polite_rounds) deleting_until = store.now() + creates_stand_back_for;
    const auto revision = co_await stamp_athlete(store, id, deleting_until);
    if (!revision) co_return std::unexpected(revision.error());
    auto sessions = co_await delete_most_sessions(store, id);
    if (!sessions) co_return std::unexpected(sessions.error());
    const auto deleted = co_await delete_stamped(store, id, *revision, std::move(*sessions));
    if (!deleted) co_return std::unexpected(deleted.error());
    if (*deleted) co_return Result<void>();
  }
  co_return contended("delete athlete with sessions");
}

}  // namespace

Awaitable<void> Repository::delete_athlete(std::string id, bool cascade) {
  Store& store = implementation_->store;
  if (!schema::is_possible_id(id)) co_return std::unexpected(AthleteNotFound{.id = id});
  co_return cascade ? co_await delete_with_sessions(store, std::move(id))
                    : co_await delete_without_sessions(store, std::move(id));
}

}  // namespace tracker
