// One athlete's sessions by the guide's own pattern, for a table without the index SessionsByAthlete: they come in id
// order, so all are read and put in order here. Costs what the athlete's log weighs, as the guide's program does.
#pragma once

#include "tracker/session_range.h"

namespace tracker {

struct AthleteSessions {
  std::vector<dynamodb::EncodedItem> items;  // those of the range, in the contract's order
};

// `range` names an athlete.
dynamodb::Awaitable<AthleteSessions> read_athlete_sessions(Store& store, SessionRange range);

[[nodiscard]] SessionSlice slice_of(AthleteSessions sessions, std::int64_t offset, std::size_t limit);
[[nodiscard]] SessionSlice slice_of(AthleteSessions sessions, const std::optional<SessionPosition>& after,
                                    std::size_t limit);

}  // namespace tracker
