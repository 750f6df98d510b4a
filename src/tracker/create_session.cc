// touch(athlete) and put the session in one transaction: a delete of the athlete that has already looked at the
// sessions then fails, and so does a create whose athlete was deleted or renamed since it was read.
#include "tracker/idempotency.h"
#include "tracker/implementation.h"
#include "tracker/lookup.h"
#include "tracker/session_item.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

TrainingSession new_session(const Store& store, const SessionInput& input, const Athlete& athlete) {
  TrainingSession session = session_from_input(input);
  session.id = store.random_id();
  session.athlete_name = athlete.name;
  session.created_at = format_timestamp(store.now());
  session.updated_at = session.created_at;
  return session;
}

std::vector<actions::Action> create_transaction(const Store& store, const Athlete& athlete,
                                                const TrainingSession& session,
                                                const std::optional<Idempotency>& idempotency) {
  dynamodb::Item item = item_from_session(session);
  std::vector<actions::Action> transaction;
  transaction.push_back(actions::touch(store.table(), athlete, store.now(), store.random_id()));
  if (idempotency) transaction.push_back(remember_result(store, *idempotency, item));
  transaction.push_back(actions::put_new(store.table(), std::move(item)));
  return transaction;
}

}  // namespace

Awaitable<TrainingSession> Repository::create_session(SessionInput input, std::optional<Idempotency> idempotency) {
  Store& store = implementation_->store;
  std::optional<Claims::Claim> claim;
  if (idempotency) {
    claim = implementation_->idempotency_keys.try_claim(idempotency->key);
    if (!claim) co_return std::unexpected(IdempotencyKeyInUse{});
  }
  for (int round = 0; round < store.retry_policy().rounds_max; ++round) {
    if (round > 0) co_await store.pause_before_round(round);
    if (idempotency) {
      const auto first = co_await first_result(store, *idempotency);
      if (!first) co_return std::unexpected(first.error());
      if (*first) {
        auto session = session_from_item(**first);
        // Another kind of request made that item.
        if (!session) co_return std::unexpected(IdempotencyKeyReused{});
        co_return std::move(*session);
      }
    }
    const auto athlete = co_await read_athlete(store, input.athlete_id);
    if (!athlete) co_return std::unexpected(athlete.error());
    const TrainingSession session = new_session(store, input, athlete->athlete);
    const auto outcome = co_await store.transact(create_transaction(store, athlete->athlete, session, idempotency));
    if (!outcome) co_return std::unexpected(outcome.error());
    if (outcome->committed) co_return session;
  }
  co_return contended("create session");
}

}  // namespace tracker
