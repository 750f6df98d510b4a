// What the domain can answer instead of a value.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <variant>

namespace tracker {

struct AthleteNotFound {
  std::string id;
};
struct SessionNotFound {
  std::string id;
};
struct AthleteHasSessions {
  std::int64_t session_count = 0;
};
// If-Match named another version than the stored one.
struct PreconditionFailed {};
// The Idempotency-Key came before with another request.
struct IdempotencyKeyReused {};
// The first request with this Idempotency-Key is still running.
struct IdempotencyKeyInUse {};
// A cursor that we did not make.
struct InvalidCursor {};
// An import that would overwrite: an athlete or session with that id is there already, with other content.
struct AlreadyExists {
  std::string id;
};
// The store is away, full, throttled or contended for longer than we wait. Nothing is known to be changed; trying again
// is right.
struct Unavailable {
  std::string reason;  // a sentence for the operator, no secret in it
};

using Error = std::variant<AthleteNotFound, SessionNotFound, AthleteHasSessions, PreconditionFailed,
                           IdempotencyKeyReused, IdempotencyKeyInUse, InvalidCursor, AlreadyExists, Unavailable>;
template <class T>
using Result = std::expected<T, Error>;

}  // namespace tracker
