#include "tracker/visit_sessions.h"

#include <algorithm>

#include "tracker/athlete_sessions.h"
#include "tracker/session_match.h"

namespace tracker {
namespace {

// As the indexes are ordered.
std::string_view sort_key_of(const dynamodb::EncodedItem& item) {
  return item.find_string(schema::gsi1_sk).value_or("");
}
void sort_as_an_index(std::vector<dynamodb::EncodedItem>& items) {
  std::ranges::sort(items, {}, sort_key_of);
}

class Visit {
 public:
  Visit(const Store& store, const SessionFilter& filter, ItemVisitor visitor)
      : store_(store), match_(filter), visitor_(std::move(visitor)) {}

  void operator()(const dynamodb::EncodedItem& item) const {
    if (!match_.is_all() && !match_.matches(item)) return;
    const auto used = visitor_(item);
    if (!used) store_.report_unreadable(item.decode(), used.error());
  }

 private:
  const Store& store_;
  const SessionMatch match_;
  const ItemVisitor visitor_;
};

dynamodb::Awaitable<void> visit_by_index(Store& store, SessionRange range, const Visit& visit) {
  const auto overlay = co_await read_overlay(store, range);
  if (!overlay) co_return std::unexpected(overlay.error());
  std::vector<dynamodb::EncodedItem> recent;
  if (*overlay) recent = (*overlay)->items;
  sort_as_an_index(recent);
  auto next_recent = recent.begin();
  QueryPages pages(store, range_query(range));
  while (true) {
    const auto page = co_await pages.next();
    if (!page) co_return std::unexpected(page.error());
    if (!*page) break;
    for (const auto& item : (*page)->items) {
      if (*overlay && (*overlay)->recent.hold(item)) continue;
      for (; next_recent != recent.end() && sort_key_of(*next_recent) < sort_key_of(item); ++next_recent) {
        visit(*next_recent);
      }
      visit(item);
    }
  }
  for (; next_recent != recent.end(); ++next_recent) visit(*next_recent);
  co_return dynamodb::Result<void>();
}

dynamodb::Awaitable<void> visit_by_guide(Store& store, SessionRange range, const Visit& visit) {
  auto sessions = co_await read_athlete_sessions(store, std::move(range));
  if (!sessions) co_return std::unexpected(std::move(sessions.error()));
  sort_as_an_index(sessions->items);
  for (const auto& item : sessions->items) visit(item);
  co_return dynamodb::Result<void>();
}

}  // namespace

dynamodb::Awaitable<void> visit_items(VisitBy way, Store& store, SessionFilter filter, ItemVisitor visitor) {
  if (filter.dates.first && filter.dates.last && *filter.dates.first > *filter.dates.last) {
    co_return dynamodb::Result<void>();
  }
  const Visit visit(store, filter, std::move(visitor));
  SessionRange range{.table = store.table(), .athlete_id = filter.athlete_id, .dates = filter.dates};
  if (way == VisitBy::index) co_return co_await visit_by_index(store, std::move(range), visit);
  co_return co_await visit_by_guide(store, std::move(range), visit);
}

}  // namespace tracker
