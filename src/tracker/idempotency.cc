#include "tracker/idempotency.h"

#include "tracker/fingerprint.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

constexpr std::chrono::hours kept_for{24};

// The client's key may be of any length, so the stored one is made from it.
dynamodb::Key key_of(const Idempotency& idempotency) {
  std::string text(schema::idempotency_prefix);
  text += fingerprint("idempotency key", {idempotency.key});
  dynamodb::Key key;
  key.emplace(std::string(schema::pk), text);
  key.emplace(std::string(schema::sk), text);
  return key;
}

dynamodb::Number seconds(Timestamp time) {
  return dynamodb::Number(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count());
}

bool has_expired(const dynamodb::Item& item, Timestamp now) {
  const auto expires = item.find(schema::expires_at);
  if (expires == item.end()) return false;
  const auto* number = expires->second.get_if<dynamodb::Number>();
  return number != nullptr && *number <= seconds(now);
}

}  // namespace

Awaitable<std::optional<dynamodb::Item>> first_result(Store& store, Idempotency idempotency) {
  const auto item = co_await store.get(key_of(idempotency));
  if (!item) co_return std::unexpected(unavailable(item.error()));
  if (!*item || has_expired(**item, store.now())) co_return std::optional<dynamodb::Item>();
  const std::string* hash = schema::find_string(**item, schema::request_hash);
  const auto result = (*item)->find(schema::result);
  if (hash == nullptr || *hash != idempotency.request_hash || result == (*item)->end()) {
    co_return std::unexpected(IdempotencyKeyReused{});
  }
  const auto* made = result->second.get_if<dynamodb::AttributeMap>();
  if (made == nullptr) co_return std::unexpected(IdempotencyKeyReused{});
  co_return std::optional(*made);
}

actions::Action remember_result(const Store& store, const Idempotency& idempotency, const dynamodb::Item& made) {
  const Timestamp now = store.now();
  dynamodb::Item item = key_of(idempotency);
  item.emplace(std::string(schema::type), schema::type_idempotency);
  item.emplace(std::string(schema::request_hash), idempotency.request_hash);
  item.emplace(std::string(schema::result), made);
  item.emplace(std::string(schema::expires_at), seconds(now + kept_for));
  return actions::put_idempotency(store.table(), std::move(item), now);
}

}  // namespace tracker
