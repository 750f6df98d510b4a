// Every session of a filter once, page by page: what everything that sums up sessions is made of. By date ascending and
// within a day by id; what this process wrote a moment ago stands in its place. Of an index one page (1 MB) is kept at
// a time, with what was written a moment ago; on a table without SessionsByAthlete one athlete's log is.
#pragma once

#include <concepts>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <utility>

#include "dynamodb/encoded_item.h"
#include "tracker/overlay.h"
#include "tracker/schema.h"

namespace tracker {

// A value that gathers what it needs of each session. The error says what is wrong with a row that cannot be used; the
// row is reported and the visit goes on. It is copied: one copy for each way of asking, so that a way that fails
// halfway leaves nothing behind.
template <class T>
concept SessionCollector = std::copyable<T> && requires(T collector, const dynamodb::EncodedItem& item) {
  { collector.add(item) } -> std::same_as<std::expected<void, std::string>>;
};

enum class VisitBy : std::uint8_t { index, guide };
using ItemVisitor = std::function<std::expected<void, std::string>(const dynamodb::EncodedItem& item)>;
dynamodb::Awaitable<void> visit_items(VisitBy way, Store& store, SessionFilter filter, ItemVisitor visitor);

template <SessionCollector Collector>
dynamodb::Awaitable<Collector> collect_by(VisitBy way, Store& store, SessionFilter filter, Collector collector) {
  const auto visited = co_await visit_items(
      way, store, std::move(filter), [&collector](const dynamodb::EncodedItem& item) { return collector.add(item); });
  if (!visited) co_return std::unexpected(visited.error());
  co_return std::move(collector);
}

// The collector after every session of the filter, or Unavailable.
template <SessionCollector Collector>
Awaitable<Collector> collect_sessions(Store& store, SessionFilter filter, Collector collector) {
  if (filter.athlete_id && !schema::is_possible_id(*filter.athlete_id)) co_return std::move(collector);
  auto collected = co_await ask_range(store, filter.athlete_id, collect_by(VisitBy::index, store, filter, collector),
                                      collect_by(VisitBy::guide, store, filter, collector));
  if (!collected) co_return std::unexpected(unavailable(collected.error()));
  co_return std::move(*collected);
}

}  // namespace tracker
