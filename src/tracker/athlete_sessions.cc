#include "tracker/athlete_sessions.h"

#include <algorithm>

#include "tracker/partition_sessions.h"

namespace tracker {
namespace {

SessionSlice slice_from(AthleteSessions sessions, std::size_t begin, std::size_t limit) {
  SessionSlice slice;
  begin = std::min(begin, sessions.items.size());
  const std::size_t end = begin + std::min(limit, sessions.items.size() - begin);
  slice.has_more = end < sessions.items.size();
  for (std::size_t index = begin; index < end; ++index) slice.items.push_back(std::move(sessions.items[index]));
  return slice;
}

}  // namespace

dynamodb::Awaitable<AthleteSessions> read_athlete_sessions(Store& store, SessionRange range) {
  AthleteSessions sessions;
  QueryPages pages(store, partition_sessions(store.table(), range.athlete_id.value_or("")));
  while (true) {
    auto page = co_await pages.next();
    if (!page) co_return std::unexpected(std::move(page.error()));
    if (!*page) break;
    for (auto& item : (*page)->items) {
      if (is_in_range(item, range.dates)) sessions.items.push_back(std::move(item));
    }
  }
  std::ranges::sort(sessions.items, item_comes_before);
  co_return sessions;
}

SessionSlice slice_of(AthleteSessions sessions, std::int64_t offset, std::size_t limit) {
  return slice_from(std::move(sessions), static_cast<std::size_t>(offset), limit);
}

SessionSlice slice_of(AthleteSessions sessions, const std::optional<SessionPosition>& after, std::size_t limit) {
  std::size_t begin = 0;
  if (after) {
    const auto is_up_to = [&after](const dynamodb::EncodedItem& item) {
      return !comes_before(*after, *position_of(item));
    };
    begin = static_cast<std::size_t>(std::ranges::partition_point(sessions.items, is_up_to) - sessions.items.begin());
  }
  return slice_from(std::move(sessions), begin, limit);
}

}  // namespace tracker
