// Sessions in date order: all of them (GSI1), or one athlete's (SessionsByAthlete), between two days. Both indexes are
// ordered by "<date>#<session id>".
//
// The contract's order is date descending, then id ascending, which no index has in one direction. So days are read
// downwards, and the sessions of one day upwards: a day that was read whole is turned round, and a day that is cut by
// the end of a page is read again from its other end. A page of n sessions costs at most two Queries of n + 1 entries
// where no more than n of them are of one day, however many sessions there are, and also within one day of 10,000.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/store.h"

namespace tracker {

struct SessionRange {
  std::string table;
  std::optional<std::string> athlete_id;  // nullopt: of everybody
  DateRange dates;
};

// The pages of a Query over the range, by date ascending.
[[nodiscard]] dynamodb::QueryRequest range_query(const SessionRange& range);

// Where a page begins: after this entry, in the contract's order.
struct SessionPosition {
  std::string date_sort_key;  // GSI1SK
  std::string partition;      // PK
  std::string sort;           // SK
  friend bool operator==(const SessionPosition&, const SessionPosition&) = default;
};
[[nodiscard]] std::optional<SessionPosition> position_of(const dynamodb::EncodedItem& item);
[[nodiscard]] std::optional<SessionPosition> position_of(const dynamodb::Item& item);
// Ascending in the contract's order.
[[nodiscard]] bool comes_before(const SessionPosition& left, const SessionPosition& right);

struct SessionSlice {
  std::vector<dynamodb::EncodedItem> items;  // as they are stored: a page is read without taking them apart
  bool has_more = false;
};

// The `limit` entries after a position (nullopt: from the newest).
dynamodb::Awaitable<SessionSlice> slice_after(Store& store, SessionRange range, std::optional<SessionPosition> after,
                                              std::size_t limit);
// The same after leaving out the first `offset`, which are counted by the store and not read.
dynamodb::Awaitable<SessionSlice> slice_at(Store& store, SessionRange range, std::int64_t offset, std::size_t limit);

// The exact number of entries, from the store's own count where it keeps one and the range is not cut by dates.
dynamodb::Awaitable<std::int64_t> count_range(Store& store, SessionRange range);

}  // namespace tracker
