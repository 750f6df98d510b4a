#include "tracker/overlay.h"

#include "tracker/get_all.h"
#include "tracker/partition_sessions.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

// Whether the range's index holds the item at all.
bool is_indexed(const SessionRange& range, const dynamodb::EncodedItem& item) {
  const auto partition = range.athlete_id ? item.find_string(schema::athlete_id) : item.find_string(schema::gsi1_pk);
  if (partition != range.athlete_id.value_or(std::string(schema::gsi1_sessions))) return false;
  return is_in_range(item, range.dates);
}

dynamodb::Awaitable<void> read_partition(Store& store, const SessionRange& range, std::string_view partition,
                                         std::vector<dynamodb::EncodedItem>& items) {
  const std::string_view athlete_id = partition.substr(schema::athlete_prefix.size());
  QueryPages pages(store, partition_sessions(store.table(), athlete_id));
  while (true) {
    auto page = co_await pages.next();
    if (!page) co_return std::unexpected(std::move(page.error()));
    if (!*page) co_return dynamodb::Result<void>();
    for (auto& item : (*page)->items) {
      if (is_indexed(range, item)) items.push_back(std::move(item));
    }
  }
}

RecentSessions recent_in(Store& store, const SessionRange& range) {
  RecentWrites& writes = store.recent_writes();
  return range.athlete_id ? writes.sessions_of(schema::athlete_partition(*range.athlete_id), store.now())
                          : writes.sessions(store.now());
}

}  // namespace

dynamodb::Awaitable<std::shared_ptr<const Overlay>> read_overlay(Store& store, SessionRange range) {
  RecentSessions recent = recent_in(store, range);
  if (recent.empty()) co_return nullptr;
  auto overlay = std::make_shared<Overlay>();
  std::vector<dynamodb::Key> keys;
  for (const auto& [partition, of_athlete] : recent.partitions) {
    if (of_athlete.whole) {
      const auto read = co_await read_partition(store, range, partition, overlay->items);
      if (!read) co_return std::unexpected(read.error());
      continue;
    }
    for (const auto& sort : of_athlete.sorts) keys.push_back(schema::key(partition, sort));
  }
  const auto found = co_await get_all(store, std::move(keys));
  if (!found) co_return std::unexpected(found.error());
  for (const auto& item : *found) {
    if (!item) continue;
    dynamodb::EncodedItem encoded(*item);
    if (is_indexed(range, encoded)) overlay->items.push_back(std::move(encoded));
  }
  overlay->recent = std::move(recent);
  co_return overlay;
}

bool is_recent_as_a_whole(Store& store, const std::string& athlete_id) {
  const std::string partition = schema::athlete_partition(athlete_id);
  const RecentSessions recent = store.recent_writes().sessions_of(partition, store.now());
  const auto found = recent.partitions.find(partition);
  return found != recent.partitions.end() && found->second.whole;
}

}  // namespace tracker
