#include "tracker/athlete_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/athlete_item.h"
#include "tracker/get_all.h"
#include "tracker/implementation.h"
#include "tracker/placeholders.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

dynamodb::QueryRequest all_by_name(const std::string& table) {
  Placeholders placeholders;
  dynamodb::QueryRequest request;
  request.table_name = table;
  request.index_name = std::string(schema::index_athletes_by_name);
  request.key_condition_expression =
      fmt::format("{} = {}", placeholders.name(schema::type), placeholders.value(schema::type_athlete));
  request.attributes = std::move(placeholders).take();
  return request;
}

dynamodb::ScanRequest all_by_scan(const std::string& table, bool is_consistent) {
  Placeholders placeholders;
  dynamodb::ScanRequest request;
  request.table_name = table;
  request.consistent_read = is_consistent;
  request.filter_expression =
      fmt::format("{} = {}", placeholders.name(schema::type), placeholders.value(schema::type_athlete));
  request.attributes = std::move(placeholders).take();
  return request;
}

// Keeps what can be read.
template <class T>
void add(const Store& store, const dynamodb::Item& item, std::expected<T, std::string> read, std::vector<T>& into) {
  if (read) {
    into.push_back(std::move(*read));
  } else {
    store.report_unreadable(item, read.error());
  }
}

bool is_recent(const RecentAthletes& recent, const dynamodb::EncodedItem& entry) {
  const auto partition = entry.find_string(schema::pk);
  return partition && recent.partitions.contains(*partition);
}

// Those that were written a moment ago, as they are now.
dynamodb::Awaitable<void> add_recent(Store& store, const RecentAthletes& recent, std::vector<Athlete>& athletes) {
  std::vector<dynamodb::Key> keys;
  keys.reserve(recent.partitions.size());
  for (const auto& partition : recent.partitions) keys.push_back(schema::key(partition, partition));
  const auto found = co_await get_all(store, std::move(keys));
  if (!found) co_return std::unexpected(found.error());
  for (const auto& item : *found) {
    const std::string* type = item ? schema::find_string(*item, schema::type) : nullptr;
    if (type == nullptr || *type != schema::type_athlete) continue;  // gone, or nothing that the index holds
    add(store, *item, athlete_from_name_entry(*item), athletes);
  }
  co_return dynamodb::Result<void>();
}

dynamodb::Awaitable<std::vector<Athlete>> by_index(Store& store, RecentAthletes recent) {
  std::vector<Athlete> athletes;
  QueryPages pages(store, all_by_name(store.table()));
  while (true) {
    auto page = co_await pages.next();
    if (!page) co_return std::unexpected(std::move(page.error()));
    if (!*page) break;
    for (const auto& encoded : (*page)->items) {
      if (is_recent(recent, encoded)) continue;
      const dynamodb::Item entry = encoded.decode();
      add(store, entry, athlete_from_name_entry(entry), athletes);
    }
  }
  const auto added = co_await add_recent(store, recent, athletes);
  if (!added) co_return std::unexpected(added.error());
  co_return athletes;
}

dynamodb::Awaitable<std::vector<StoredAthlete>> scan_athletes(Store& store, bool is_consistent) {
  std::vector<StoredAthlete> athletes;
  dynamodb::ScanRequest request = all_by_scan(store.table(), is_consistent);
  do {
    auto page = co_await store.scan_page(request);
    if (!page) co_return std::unexpected(std::move(page.error()));
    for (const auto& encoded : page->items) {
      const dynamodb::Item item = encoded.decode();
      add(store, item, athlete_from_item(item), athletes);
    }
    request.exclusive_start_key = std::move(page->last_evaluated_key);
  } while (request.exclusive_start_key);
  co_return athletes;
}

dynamodb::Awaitable<std::vector<Athlete>> by_guide(Store& store, bool is_consistent) {
  auto stored = co_await scan_athletes(store, is_consistent);
  if (!stored) co_return std::unexpected(std::move(stored.error()));
  std::vector<Athlete> athletes;
  for (auto& athlete : *stored) athletes.push_back(std::move(athlete.athlete));
  co_return athletes;
}

// The index has only the names, so each athlete is read; sessions, of which there are many more, are not.
dynamodb::Awaitable<std::vector<std::string>> pending_by_index(Store& store) {
  auto athletes = co_await by_index(store, {});
  if (!athletes) co_return std::unexpected(std::move(athletes.error()));
  std::vector<std::string> ids;
  for (const auto& athlete : *athletes) {
    const auto item = co_await store.get(schema::athlete_key(athlete.id));
    if (!item) co_return std::unexpected(item.error());
    if (*item && (*item)->contains(schema::rename_pending)) ids.push_back(athlete.id);
  }
  co_return ids;
}

dynamodb::Awaitable<std::vector<std::string>> pending_by_guide(Store& store) {
  auto athletes = co_await scan_athletes(store, /*is_consistent=*/false);
  if (!athletes) co_return std::unexpected(std::move(athletes.error()));
  std::vector<std::string> ids;
  for (const auto& stored : *athletes) {
    if (stored.rename_pending) ids.push_back(stored.athlete.id);
  }
  co_return ids;
}

}  // namespace

Awaitable<std::vector<std::string>> athletes_with_pending_rename(Store& store) {
  auto ids = co_await store.ask(AdditiveIndex::athletes_by_name, pending_by_index(store), pending_by_guide(store));
  if (!ids) co_return std::unexpected(unavailable(ids.error()));
  co_return std::move(*ids);
}

Awaitable<std::vector<Athlete>> Repository::list_athletes() {
  Store& store = implementation_->store;
  const RecentAthletes recent = store.recent_writes().athletes(store.now());
  auto athletes = recent.too_many ? co_await by_guide(store, /*is_consistent=*/true)
                                  : co_await store.ask(AdditiveIndex::athletes_by_name, by_index(store, recent),
                                                       by_guide(store, !recent.empty()));
  if (!athletes) co_return std::unexpected(unavailable(athletes.error()));
  std::ranges::sort(*athletes, {}, [](const Athlete& athlete) { return std::tie(athlete.name, athlete.id); });
  co_return std::move(*athletes);
}

}  // namespace tracker
