// Same athlete: an Update of exactly what the client said, if the session is there. Never a Put, which would bring back
// a deleted session and drop what others stored beside it.
// Another athlete: the session's key changes, so it is deleted there and put here in one transaction, which also
// touches the new athlete. When another move or a delete came first, the session is looked for again.
#include "tracker/implementation.h"
#include "tracker/lookup.h"
#include "tracker/session_item.h"
#include "tracker/session_version.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

void set_text(dynamodb::Item& item, std::string_view attribute, const std::string& value) {
  item.insert_or_assign(std::string(attribute), value);
}

bool is_of_athlete(const dynamodb::Item& item, const std::string& athlete_id) {
  const std::string* partition = schema::find_string(item, schema::pk);
  return partition != nullptr && *partition == schema::athlete_partition(athlete_id);
}

std::vector<actions::Action> change_in_place(const Store& store, const FoundSession& found, const SessionChange& change,
                                             const std::optional<std::string>& if_match) {
  std::vector<actions::Action> transaction;
  transaction.push_back(actions::update_session(store.table(), found.item, change, unchanged_attributes(if_match)));
  for (const auto& copy : found.older_copies) {
    transaction.push_back(actions::delete_session(store.table(), copy, last_change_attributes));
  }
  return transaction;
}

std::vector<actions::Action> move_to(const Store& store, const FoundSession& found, dynamodb::Item moved,
                                     const Athlete& athlete, const std::optional<std::string>& if_match) {
  // Everything that was read goes along, so what was read must still be all there is.
  const std::span<const std::string_view> unchanged =
      if_match ? unchanged_attributes(if_match) : std::span<const std::string_view>(last_change_attributes);
  std::vector<actions::Action> transaction;
  transaction.push_back(actions::touch(store.table(), athlete, store.now(), store.random_id()));
  transaction.push_back(actions::delete_session(store.table(), found.item, unchanged));
  const dynamodb::Item* in_the_way = nullptr;
  for (const auto& copy : found.older_copies) {
    if (is_of_athlete(copy, athlete.id)) {
      in_the_way = &copy;
    } else {
      transaction.push_back(actions::delete_session(store.table(), copy, last_change_attributes));
    }
  }
  transaction.push_back(in_the_way == nullptr ? actions::put_new(store.table(), std::move(moved))
                                              : actions::replace_session(store.table(), *in_the_way, std::move(moved),
                                                                         last_change_attributes));
  return transaction;
}

}  // namespace

Awaitable<TrainingSession> Repository::update_session(std::string id, SessionInput input,
                                                      std::optional<std::string> if_match) {
  Store& store = implementation_->store;
  for (int round = 0; round < store.retry_policy().rounds_max; ++round) {
    if (round > 0) co_await store.pause_before_round(round);
    const auto found = co_await find_session(store, id);
    if (!found) co_return std::unexpected(found.error());
    // The contract's order: the session first, then the athlete, then whether the client's copy is the newest.
    const bool stays = is_of_athlete(found->item, input.athlete_id);
    const auto athlete = co_await read_athlete(store, input.athlete_id);
    // Gone with its athlete since it was found, most likely: then it is the session that is missing.
    if (!athlete && stays && round == 0) continue;
    if (!athlete) co_return std::unexpected(athlete.error());
    if (const auto version = check_version(found->item, if_match); !version) co_return std::unexpected(version.error());

    const SessionChange change = change_of(id, input, format_timestamp(store.now()));
    dynamodb::Item changed = found->item;
    apply(change, changed);
    if (!stays) {
      set_text(changed, schema::pk, schema::athlete_partition(input.athlete_id));
      set_text(changed, schema::athlete_id, input.athlete_id);
      set_text(changed, schema::athlete_name, athlete->athlete.name);
    }
    auto session = session_from_item(changed);
    auto transaction = stays ? change_in_place(store, *found, change, if_match)
                             : move_to(store, *found, std::move(changed), athlete->athlete, if_match);
    const auto outcome = co_await store.transact(std::move(transaction));
    if (!outcome) co_return std::unexpected(outcome.error());
    if (!outcome->committed) continue;
    if (session) co_return std::move(*session);
    store.report_unreadable(found->item, session.error());
    co_return std::unexpected(SessionNotFound{.id = id});
  }
  co_return contended("update session");
}

}  // namespace tracker
