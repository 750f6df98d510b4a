// Pages of sessions. A row that cannot be read is reported and left out of its page; totals and offsets count rows.
#include <algorithm>

#include "tracker/athlete_sessions.h"
#include "tracker/filtered_sessions.h"
#include "tracker/implementation.h"
#include "tracker/overlay.h"
#include "tracker/schema.h"
#include "tracker/session_cursor.h"
#include "tracker/session_item.h"

namespace tracker {
namespace {

SessionRange range_of(const Store& store, const SessionFilter& filter) {
  return {.table = store.table(), .athlete_id = filter.athlete_id, .dates = filter.dates};
}

// An id that no athlete can have: nothing to ask for.
bool is_unanswerable(const SessionFilter& filter) {
  return filter.athlete_id && !schema::is_possible_id(*filter.athlete_id);
}

std::vector<TrainingSession> readable(const Store& store, const std::vector<dynamodb::EncodedItem>& items) {
  std::vector<TrainingSession> sessions;
  sessions.reserve(items.size());
  for (const auto& item : items) {
    auto session = session_from_item(item);
    if (session) {
      sessions.push_back(std::move(*session));
    } else {
      store.report_unreadable(item.decode(), session.error());
    }
  }
  return sessions;
}

void keep_matching(const SessionMatch& match, AthleteSessions& sessions) {
  if (match.is_all()) return;
  std::erase_if(sessions.items, [&match](const dynamodb::EncodedItem& item) { return !match.matches(item); });
}

// While something was written a moment ago: counts day by day what the index has beside that and what that is now, and
// reads from the day that the page begins in.
dynamodb::Awaitable<CountedSlice> counted_by_days(Store& store, SessionRange range, std::int64_t offset,
                                                  std::size_t limit) {
  const auto days = co_await count_days(store, range);
  if (!days) co_return std::unexpected(days.error());
  CountedSlice counted;
  std::optional<std::string> first_day;
  for (const auto& [day, entries] : *days) {
    counted.total += entries;
    if (first_day) continue;
    if (offset < entries) {
      first_day = day;
    } else {
      offset -= entries;
    }
  }
  if (!first_day || first_day->empty()) co_return counted;  // under "" are those that cannot be read
  const auto left_out = static_cast<std::size_t>(offset);
  auto slice = co_await slice_from_day(store, std::move(range), *first_day, left_out + limit);
  if (!slice) co_return std::unexpected(std::move(slice.error()));
  auto& items = slice->items;
  items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(std::min(left_out, items.size())));
  counted.slice = std::move(*slice);
  co_return counted;
}

dynamodb::Awaitable<CountedSlice> counted_by_index(Store& store, SessionRange range, SessionMatch match,
                                                   std::int64_t offset, std::size_t limit) {
  auto overlay = co_await read_overlay(store, range);
  if (!overlay) co_return std::unexpected(std::move(overlay.error()));
  range.overlay = std::move(*overlay);
  if (!match.is_all()) co_return co_await matching_at(store, std::move(range), std::move(match), offset, limit);
  if (range.overlay) {
    co_return co_await counted_by_days(store, std::move(range), offset, limit);
  }
  CountedSlice counted;
  const auto total = co_await count_range(store, range);
  if (!total) co_return std::unexpected(total.error());
  counted.total = *total;
  if (offset >= counted.total) co_return counted;
  auto slice = co_await slice_at(store, std::move(range), offset, limit);
  if (!slice) co_return std::unexpected(std::move(slice.error()));
  counted.slice = std::move(*slice);
  co_return counted;
}

dynamodb::Awaitable<CountedSlice> counted_by_guide(Store& store, SessionRange range, SessionMatch match,
                                                   std::int64_t offset, std::size_t limit) {
  auto sessions = co_await read_athlete_sessions(store, std::move(range));
  if (!sessions) co_return std::unexpected(std::move(sessions.error()));
  keep_matching(match, *sessions);
  CountedSlice counted;
  counted.total = static_cast<std::int64_t>(sessions->items.size());
  counted.slice = slice_of(std::move(*sessions), offset, limit);
  co_return counted;
}

dynamodb::Awaitable<SessionSlice> after_by_index(Store& store, SessionRange range, SessionMatch match,
                                                 std::optional<SessionPosition> after, std::size_t limit) {
  auto overlay = co_await read_overlay(store, range);
  if (!overlay) co_return std::unexpected(std::move(overlay.error()));
  range.overlay = std::move(*overlay);
  if (!match.is_all()) {
    co_return co_await matching_after(store, std::move(range), std::move(match), std::move(after), limit);
  }
  co_return co_await slice_after(store, std::move(range), std::move(after), limit);
}

dynamodb::Awaitable<SessionSlice> after_by_guide(Store& store, SessionRange range, SessionMatch match,
                                                 std::optional<SessionPosition> after, std::size_t limit) {
  auto sessions = co_await read_athlete_sessions(store, std::move(range));
  if (!sessions) co_return std::unexpected(std::move(sessions.error()));
  keep_matching(match, *sessions);
  co_return slice_of(std::move(*sessions), after, limit);
}

}  // namespace

Awaitable<OffsetPage> Repository::list_sessions(SessionFilter filter, std::int64_t offset, std::int64_t limit) {
  Store& store = implementation_->store;
  if (is_unanswerable(filter)) co_return OffsetPage();
  const SessionRange range = range_of(store, filter);
  offset = std::max<std::int64_t>(offset, 0);
  const auto size = static_cast<std::size_t>(std::max<std::int64_t>(limit, 1));
  const SessionMatch match(filter);
  auto counted = co_await ask_range(store, range.athlete_id, counted_by_index(store, range, match, offset, size),
                                    counted_by_guide(store, range, match, offset, size));
  if (!counted) co_return std::unexpected(unavailable(counted.error()));
  co_return OffsetPage{.sessions = readable(store, counted->slice.items), .total = counted->total};
}

Awaitable<CursorPage> Repository::list_sessions_after(SessionFilter filter, std::optional<std::string> cursor,
                                                      std::int64_t limit) {
  Store& store = implementation_->store;
  std::optional<SessionPosition> after;
  if (cursor) {
    after = decode_cursor(*cursor, filter);
    if (!after) co_return std::unexpected(InvalidCursor{});
  }
  if (is_unanswerable(filter)) co_return CursorPage();
  const SessionRange range = range_of(store, filter);
  const auto size = static_cast<std::size_t>(std::max<std::int64_t>(limit, 1));
  const SessionMatch match(filter);
  auto slice = co_await ask_range(store, range.athlete_id, after_by_index(store, range, match, after, size),
                                  after_by_guide(store, range, match, after, size));
  if (!slice) co_return std::unexpected(unavailable(slice.error()));
  CursorPage page;
  if (slice->has_more && !slice->items.empty()) {
    const auto last = position_of(slice->items.back());
    if (last) page.next_cursor = encode_cursor(*last, filter);
  }
  page.sessions = readable(store, slice->items);
  co_return page;
}

}  // namespace tracker
