// The name and the mark RenamePending are one write; the sessions follow (spread_name.h). A process that is killed in
// between leaves the mark, and whoever reads the athlete next, or resume_renames(), goes on from there.
#include "tracker/athlete_list.h"
#include "tracker/implementation.h"
#include "tracker/lookup.h"
#include "tracker/schema.h"
#include "tracker/spread_name.h"

namespace tracker {

Awaitable<Athlete> Repository::rename_athlete(std::string id, std::string name) {
  Store& store = implementation_->store;
  if (!schema::is_possible_id(id)) co_return std::unexpected(AthleteNotFound{.id = id});
  const auto claim = implementation_->renames.try_claim(id);  // so that readers of this process leave it to us
  const std::string rename_id = store.random_id();
  std::vector<actions::Action> transaction;
  transaction.push_back(actions::rename(store.table(), id, name, store.random_id(), rename_id));
  store.recent_writes().note(schema::athlete_key(id), store.now());
  const auto outcome = co_await store.transact(std::move(transaction));
  store.recent_writes().note(schema::athlete_key(id), store.now());
  if (!outcome) co_return std::unexpected(outcome.error());
  if (!outcome->committed) co_return std::unexpected(AthleteNotFound{.id = id});
  const Athlete renamed{.id = id, .name = name};
  const auto spread = co_await spread_name(store, renamed, rename_id);
  if (!spread) co_return std::unexpected(spread.error());
  co_return renamed;
}

Awaitable<Athlete> Repository::get_athlete(std::string id) {
  Store& store = implementation_->store;
  auto stored = co_await read_athlete(store, id);
  if (!stored) co_return std::unexpected(stored.error());
  if (stored->rename_pending) {
    // Best effort: the athlete is known, and whoever reads it next tries again.
    if (const auto claim = implementation_->renames.try_claim(id)) {
      (void)co_await spread_name(store, stored->athlete, *stored->rename_pending);
    }
  }
  co_return std::move(stored->athlete);
}

Awaitable<void> Repository::resume_renames() {
  Store& store = implementation_->store;
  const auto ids = co_await athletes_with_pending_rename(store);
  if (!ids) co_return std::unexpected(ids.error());
  for (const auto& id : *ids) {
    const auto stored = co_await read_athlete(store, id);
    if (!stored) {
      if (std::holds_alternative<AthleteNotFound>(stored.error())) continue;  // deleted meanwhile
      co_return std::unexpected(stored.error());
    }
    const auto claim = implementation_->renames.try_claim(id);
    if (!claim || !stored->rename_pending) continue;
    const auto spread = co_await spread_name(store, stored->athlete, *stored->rename_pending);
    if (!spread) co_return std::unexpected(spread.error());
  }
  co_return Result<void>();
}

}  // namespace tracker
