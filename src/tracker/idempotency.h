// One item per Idempotency-Key, written in the transaction of what the first request made, and kept for 24 hours.
// It holds the made item itself: a repeat gets the first answer, also when the session was changed, moved or deleted
// in between, and never makes a second one.
#pragma once

#include "tracker/store.h"

namespace tracker {

// The item that the first request with this key made; nullopt when there was none or it has expired.
// IdempotencyKeyReused when that was another request.
Awaitable<std::optional<dynamodb::Item>> first_result(Store& store, Idempotency idempotency);

[[nodiscard]] actions::Action remember_result(const Store& store, const Idempotency& idempotency,
                                              const dynamodb::Item& made);

}  // namespace tracker
