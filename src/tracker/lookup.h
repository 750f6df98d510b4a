// Finding one athlete or one session, as they are now (strongly consistent).
#pragma once

#include "tracker/athlete_item.h"
#include "tracker/store.h"

namespace tracker {

// AthleteNotFound, also for an id that cannot be one and (reported) for a row that cannot be read.
Awaitable<StoredAthlete> read_athlete(Store& store, std::string id);

// The item of the session, wherever it is now. An index tells where it was; it may lag, and the session may be moved
// at the same moment, so what it tells is read from the table, and it is asked a few times before SessionNotFound.
// Older programs could leave a session under two athletes: the one that was changed last is taken.
Awaitable<dynamodb::Item> find_session(Store& store, std::string id);

// The keys of the sessions with that id, by index; usually none or one.
dynamodb::Awaitable<std::vector<dynamodb::Key>> session_keys(Store& store, std::string id);

}  // namespace tracker
