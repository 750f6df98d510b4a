// Finding one athlete or one session, as they are now (strongly consistent).
#pragma once

#include "tracker/athlete_item.h"
#include "tracker/store.h"

namespace tracker {

// AthleteNotFound, also for an id that cannot be one and (reported) for a row that cannot be read.
Awaitable<StoredAthlete> read_athlete(Store& store, std::string id);

// A session as it is stored.
struct FoundSession {
  dynamodb::Item item;
  // Usually none. An older program's change of athlete left the session under the old one as well; the copy that was
  // changed last counts, and whatever is done to the session next takes the others away.
  std::vector<dynamodb::Item> older_copies;
};

// The session, wherever it is now. An index tells where it was; it may lag, and the session may be moved at the same
// moment, so what it tells is read from the table, and it is asked a few times before SessionNotFound.
Awaitable<FoundSession> find_session(Store& store, std::string id);

// What SessionById is asked for the keys of a session; the index may be absent, so ask it through Store::ask.
[[nodiscard]] dynamodb::QueryRequest query_session_by_id(const std::string& table, const std::string& id);
// The keys of the sessions with that id, by index; usually none or one.
dynamodb::Awaitable<std::vector<dynamodb::Key>> session_keys(Store& store, std::string id);

}  // namespace tracker
