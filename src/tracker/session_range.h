// Sessions in date order: all of them (GSI1), or one athlete's (SessionsByAthlete), between two days. Both indexes are
// ordered by "<date>#<session id>".
//
// The contract's order is date descending, then id ascending, which no index has in one direction. So days are read
// downwards, and the sessions of one day upwards: a day that was read whole is turned round, and a day that is cut by
// the end of a page is read again from its other end. A page of n sessions costs at most two Queries of n + 1 entries
// where no more than n of them are of one day, however many sessions there are, and also within one day of 10,000.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tracker/recent_writes.h"
#include "tracker/session_position.h"
#include "tracker/store.h"

namespace tracker {

// What an index may not show yet, laid over what it answers: its entries of `recent` are left out, and `items` are what
// they are now, those of the range.
struct Overlay {
  RecentSessions recent;
  std::vector<dynamodb::EncodedItem> items;
};

struct SessionRange {
  std::string table;
  std::optional<std::string> athlete_id;  // nullopt: of everybody
  DateRange dates;
  std::shared_ptr<const Overlay> overlay = nullptr;  // nullptr: nothing was written a moment ago
};

// The pages of a Query over the range, by date ascending.
[[nodiscard]] dynamodb::QueryRequest range_query(const SessionRange& range);

struct SessionSlice {
  std::vector<dynamodb::EncodedItem> items;  // as they are stored: a page is read without taking them apart
  bool has_more = false;
};

// The `limit` entries after a position (nullopt: from the newest).
dynamodb::Awaitable<SessionSlice> slice_after(Store& store, SessionRange range, std::optional<SessionPosition> after,
                                              std::size_t limit);
// The same from the first entry of a day ("2025-10-23#") on.
dynamodb::Awaitable<SessionSlice> slice_from_day(Store& store, SessionRange range, std::string day, std::size_t limit);

// Without an overlay: the same after leaving out the first `offset`, which are counted by the store and not read.
dynamodb::Awaitable<SessionSlice> slice_at(Store& store, SessionRange range, std::int64_t offset, std::size_t limit);
// Without an overlay: the exact number of entries, from the store's own count where it keeps one and the range is not
// cut by dates.
dynamodb::Awaitable<std::int64_t> count_range(Store& store, SessionRange range);

// How many entries each day has ("2025-10-23#"), the newest first; what is not of the guide's form is under "". Costs
// what counting costs where no count is kept, and the keys on the way.
using DayCounts = std::map<std::string, std::int64_t, std::greater<>>;
dynamodb::Awaitable<DayCounts> count_days(Store& store, SessionRange range);

}  // namespace tracker
