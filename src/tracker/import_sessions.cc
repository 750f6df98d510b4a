// A session that comes from somewhere has an id derived from its athlete and source, so importing it again finds it:
// under this athlete after it was edited, and under another one after it was moved (it exists exactly once, and stays
// where it was moved to). A deleted one is imported again. Up to 99 sessions are put in one transaction with the touch
// of their athlete; an import that was interrupted is simply repeated.
#include <algorithm>
#include <set>
#include <unordered_set>

#include "dynamodb/item_size.h"
#include "dynamodb/limits.h"
#include "tracker/fingerprint.h"
#include "tracker/implementation.h"
#include "tracker/lookup.h"
#include "tracker/partition_sessions.h"
#include "tracker/schema.h"
#include "tracker/session_ids.h"
#include "tracker/session_item.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

constexpr std::size_t chunk_sessions_max = dynamodb::limits::transaction_actions_max - 1;
// A transaction may weigh 4 MB; the expressions and the touch have room in the rest.
constexpr std::size_t chunk_bytes_max = dynamodb::limits::transaction_bytes_max * 3 / 4;

struct Plan {
  std::vector<std::string> ids;  // per session of the request
  std::vector<ImportOutcome> outcomes;
};

std::string id_of(const Store& store, const std::string& athlete_id, const ImportedSession& session) {
  if (session.id && schema::is_possible_id(*session.id)) return *session.id;
  if (session.source) return imported_session_id(athlete_id, *session.source);
  return store.random_id();
}

// Which are there already; nothing is changed.
Awaitable<Plan> plan_import(Store& store, std::string athlete_id, const std::vector<ImportedSession>& sessions) {
  Plan plan;
  std::vector<std::string> candidates;  // without the random ids, which cannot be taken
  for (const auto& session : sessions) {
    plan.ids.push_back(id_of(store, athlete_id, session));
    if (session.id || session.source) candidates.push_back(plan.ids.back());
  }
  const auto known = co_await known_session_ids(store, athlete_id, std::move(candidates));
  if (!known) co_return std::unexpected(unavailable(known.error()));
  std::unordered_set<std::string_view> seen;
  for (const auto& id : plan.ids) {
    const bool is_new = !known->contains(id) && seen.insert(id).second;
    plan.outcomes.push_back(is_new ? ImportOutcome::created : ImportOutcome::duplicate);
  }
  co_return plan;
}

dynamodb::Item item_of(const Store& store, const Athlete& athlete, const std::string& id,
                       const ImportedSession& imported) {
  TrainingSession session = session_from_input(imported.input);
  session.id = id;
  session.athlete_id = athlete.id;
  session.athlete_name = athlete.name;
  session.created_at = imported.created_at.value_or(format_timestamp(store.now()));
  session.updated_at = imported.updated_at.value_or(session.created_at);
  session.source = imported.source;
  session.start_time = imported.start_time;
  return item_from_session(session);
}

// The next sessions to be put, from `next` on, as many as one transaction takes: indexes into the request.
std::vector<std::size_t> next_chunk(const Store& store, const Athlete& athlete, const Plan& plan,
                                    const std::vector<ImportedSession>& sessions, std::size_t& next) {
  std::vector<std::size_t> chunk;
  std::size_t bytes = 0;
  for (; next < sessions.size() && chunk.size() < chunk_sessions_max; ++next) {
    if (plan.outcomes[next] == ImportOutcome::duplicate) continue;
    bytes += dynamodb::item_size_bytes(item_of(store, athlete, plan.ids[next], sessions[next]));
    if (bytes > chunk_bytes_max && !chunk.empty()) break;
    chunk.push_back(next);
  }
  return chunk;
}

// Those of a chunk whose key was taken since the plan was made become duplicates; the rest is sent again.
void drop_taken(const TransactionOutcome& outcome, std::vector<std::size_t>& chunk, Plan& plan) {
  std::vector<std::size_t> left;
  for (std::size_t at = 0; at < chunk.size(); ++at) {
    if (outcome.failed_at(at + 1)) {
      plan.outcomes[chunk[at]] = ImportOutcome::duplicate;
    } else {
      left.push_back(chunk[at]);
    }
  }
  chunk = std::move(left);
}

Awaitable<void> put_chunk(Store& store, std::string athlete_id, std::vector<std::size_t> chunk,
                          const std::vector<ImportedSession>& sessions, Plan& plan) {
  for (int round = 0; round < store.retry_policy().rounds_max; ++round) {
    if (chunk.empty()) co_return Result<void>();
    if (round > 0) co_await store.pause_before_round(round);
    const auto athlete = co_await read_athlete(store, athlete_id);
    if (!athlete) co_return std::unexpected(athlete.error());
    std::vector<actions::Action> transaction;
    transaction.push_back(actions::touch(store.table(), athlete->athlete, store.now(), store.random_id()));
    for (const std::size_t index : chunk) {
      transaction.push_back(
          actions::put_new(store.table(), item_of(store, athlete->athlete, plan.ids[index], sessions[index])));
    }
    const auto outcome = co_await store.transact(std::move(transaction));
    if (!outcome) co_return std::unexpected(outcome.error());
    if (outcome->committed) co_return Result<void>();
    drop_taken(*outcome, chunk, plan);
  }
  co_return contended("import sessions");
}

}  // namespace

Awaitable<std::vector<ImportOutcome>> Repository::import_sessions(std::string athlete_id,
                                                                  std::vector<ImportedSession> sessions) {
  Store& store = implementation_->store;
  const auto athlete = co_await read_athlete(store, athlete_id);
  if (!athlete) co_return std::unexpected(athlete.error());
  auto plan = co_await plan_import(store, athlete_id, sessions);
  if (!plan) co_return std::unexpected(plan.error());
  for (std::size_t next = 0; next < sessions.size();) {
    auto chunk = next_chunk(store, athlete->athlete, *plan, sessions, next);
    const auto put = co_await put_chunk(store, athlete_id, std::move(chunk), sessions, *plan);
    if (!put) co_return std::unexpected(put.error());
  }
  co_return std::move(plan->outcomes);
}

Awaitable<std::vector<ImportOutcome>> Repository::preview_import(std::string athlete_id,
                                                                 std::vector<ImportedSession> sessions) {
  auto plan = co_await plan_import(implementation_->store, std::move(athlete_id), sessions);
  if (!plan) co_return std::unexpected(plan.error());
  co_return std::move(plan->outcomes);
}

}  // namespace tracker
