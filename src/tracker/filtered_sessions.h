// Pages of those sessions of a range that no index can pick out. Entries are read from the newest on, a piece at a
// time, and judged here, so a page costs what it takes to find its sessions: for a rare text that is the whole range,
// as much as its statistics cost. Kept at a time: a piece and the page.
#pragma once

#include "tracker/session_match.h"
#include "tracker/session_range.h"

namespace tracker {

// The `limit` matching entries after a position (nullopt: from the newest). One more is looked for, so has_more is
// exact.
dynamodb::Awaitable<SessionSlice> matching_after(Store& store, SessionRange range, SessionMatch match,
                                                 std::optional<SessionPosition> after, std::size_t limit);

struct CountedSlice {
  SessionSlice slice;
  std::int64_t total = 0;
};
// The `limit` matching entries after leaving out the first `offset`, and how many there are in all: reads the range.
dynamodb::Awaitable<CountedSlice> matching_at(Store& store, SessionRange range, SessionMatch match, std::int64_t offset,
                                              std::size_t limit);

}  // namespace tracker
