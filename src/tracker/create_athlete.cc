// Put, if the key is free; with an Idempotency-Key its item in the same transaction. A resend after a lost answer is a
// success by the transaction's token.
#include "tracker/athlete_item.h"
#include "tracker/idempotency.h"
#include "tracker/implementation.h"
#include "tracker/lookup.h"
#include "tracker/schema.h"

namespace tracker {

Awaitable<Athlete> Repository::create_athlete(std::string name, std::optional<Idempotency> idempotency) {
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
        const auto athlete = athlete_from_item(**first);
        // Another kind of request made that item.
        if (!athlete) co_return std::unexpected(IdempotencyKeyReused{});
        co_return athlete->athlete;
      }
    }
    const Athlete athlete{.id = store.random_id(), .name = name};
    dynamodb::Item item = item_from_athlete(athlete);
    std::vector<actions::Action> transaction;
    if (idempotency) transaction.push_back(remember_result(store, *idempotency, item));
    transaction.push_back(actions::put_new(store.table(), std::move(item)));
    const auto outcome = co_await store.transact(std::move(transaction));
    if (!outcome) co_return std::unexpected(outcome.error());
    if (outcome->committed) co_return athlete;
  }
  co_return contended("create athlete");
}

Awaitable<Athlete> Repository::import_athlete(Athlete athlete) {
  Store& store = implementation_->store;
  if (!schema::is_possible_id(athlete.id)) athlete.id = store.random_id();
  for (int round = 0; round < store.retry_policy().rounds_max; ++round) {
    const auto stored = co_await store.get(schema::athlete_key(athlete.id));
    if (!stored) co_return std::unexpected(unavailable(stored.error()));
    if (*stored) {
      const std::string* name = schema::find_string(**stored, schema::name);
      if (name == nullptr || *name != athlete.name) co_return std::unexpected(AlreadyExists{.id = athlete.id});
      co_return athlete;
    }
    std::vector<actions::Action> transaction;
    transaction.push_back(actions::put_new(store.table(), item_from_athlete(athlete)));
    const auto outcome = co_await store.transact(std::move(transaction));
    if (!outcome) co_return std::unexpected(outcome.error());
    if (outcome->committed) co_return athlete;
  }
  co_return contended("import athlete");
}

}  // namespace tracker
