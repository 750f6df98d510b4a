#include "tracker/athlete_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/athlete_item.h"
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

dynamodb::ScanRequest all_by_scan(const std::string& table) {
  Placeholders placeholders;
  dynamodb::ScanRequest request;
  request.table_name = table;
  request.filter_expression =
      fmt::format("{} = {}", placeholders.name(schema::type), placeholders.value(schema::type_athlete));
  request.attributes = std::move(placeholders).take();
  return request;
}

dynamodb::Awaitable<std::vector<Athlete>> by_index(Store& store) {
  std::vector<Athlete> athletes;
  QueryPages pages(store, all_by_name(store.table()));
  while (true) {
    auto page = co_await pages.next();
    if (!page) co_return std::unexpected(std::move(page.error()));
    if (!*page) co_return athletes;
    for (const auto& encoded : (*page)->items) {
      const dynamodb::Item entry = encoded.decode();
      auto athlete = athlete_from_name_entry(entry);
      if (athlete) {
        athletes.push_back(std::move(*athlete));
      } else {
        store.report_unreadable(entry, athlete.error());
      }
    }
  }
}

dynamodb::Awaitable<std::vector<StoredAthlete>> scan_athletes(Store& store) {
  std::vector<StoredAthlete> athletes;
  dynamodb::ScanRequest request = all_by_scan(store.table());
  do {
    auto page = co_await store.scan_page(request);
    if (!page) co_return std::unexpected(std::move(page.error()));
    for (const auto& encoded : page->items) {
      const dynamodb::Item item = encoded.decode();
      auto athlete = athlete_from_item(item);
      if (athlete) {
        athletes.push_back(std::move(*athlete));
      } else {
        store.report_unreadable(item, athlete.error());
      }
    }
    request.exclusive_start_key = std::move(page->last_evaluated_key);
  } while (request.exclusive_start_key);
  co_return athletes;
}

dynamodb::Awaitable<std::vector<Athlete>> by_guide(Store& store) {
  auto stored = co_await scan_athletes(store);
  if (!stored) co_return std::unexpected(std::move(stored.error()));
  std::vector<Athlete> athletes;
  for (auto& athlete : *stored) athletes.push_back(std::move(athlete.athlete));
  co_return athletes;
}

// The index has only the names, so each athlete is read; sessions, of which there are many more, are not.
dynamodb::Awaitable<std::vector<std::string>> pending_by_index(Store& store) {
  auto athletes = co_await by_index(store);
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
  auto athletes = co_await scan_athletes(store);
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
  auto athletes = co_await store.ask(AdditiveIndex::athletes_by_name, by_index(store), by_guide(store));
  if (!athletes) co_return std::unexpected(unavailable(athletes.error()));
  std::ranges::sort(*athletes, {}, [](const Athlete& athlete) { return std::tie(athlete.name, athlete.id); });
  co_return std::move(*athletes);
}

}  // namespace tracker
