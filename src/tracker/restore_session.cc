// A deleted session comes back under its own id: put where there is none, in one transaction with the touch of its
// athlete. Whether there is one is read from the table, never believed of an index, which may still show what was
// deleted; of two who bring the same session back to one athlete, one finds it there.
#include "tracker/implementation.h"
#include "tracker/lookup.h"
#include "tracker/schema.h"
#include "tracker/session_item.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

TrainingSession restored(const Store& store, const std::string& id, const ImportedSession& given,
                         const Athlete& athlete) {
  TrainingSession session = session_from_input(given.input);
  session.id = id;
  session.athlete_name = athlete.name;
  session.created_at = given.created_at.value_or(format_timestamp(store.now()));
  session.updated_at = given.updated_at.value_or(session.created_at);
  session.source = given.source;
  session.start_time = given.start_time;
  return session;
}

}  // namespace

Awaitable<TrainingSession> Repository::restore_session(std::string id, ImportedSession given) {
  Store& store = implementation_->store;
  if (!schema::is_possible_id(id)) co_return std::unexpected(SessionNotFound{.id = id});
  for (int round = 0; round < store.retry_policy().rounds_max; ++round) {
    if (round > 0) co_await store.pause_before_round(round);
    const auto found = co_await find_session(store, id);
    if (found) co_return std::unexpected(AlreadyExists{.id = id});
    if (!std::holds_alternative<SessionNotFound>(found.error())) co_return std::unexpected(found.error());
    const auto athlete = co_await read_athlete(store, given.input.athlete_id);
    if (!athlete) co_return std::unexpected(athlete.error());
    const TrainingSession session = restored(store, id, given, athlete->athlete);
    std::vector<actions::Action> transaction;
    transaction.push_back(actions::touch(store.table(), athlete->athlete, store.now(), store.random_id()));
    transaction.push_back(actions::put_new(store.table(), item_from_session(session)));
    const auto outcome = co_await store.transact(std::move(transaction));
    if (!outcome) co_return std::unexpected(outcome.error());
    if (outcome->committed) co_return session;
    if (outcome->failed_at(1)) co_return std::unexpected(AlreadyExists{.id = id});
  }
  co_return contended("restore session");
}

}  // namespace tracker
