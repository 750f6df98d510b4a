#include "tracker/lookup.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "tracker/get_all.h"
#include "tracker/placeholders.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

constexpr std::size_t copies_max = 50;  // with all of them a transaction has room for more
constexpr int looks_for_unknown = 2;    // an id that no index knows is either just created or does not exist

dynamodb::Awaitable<std::vector<dynamodb::Key>> collect_keys(Store& store, dynamodb::QueryRequest request) {
  std::vector<dynamodb::Key> keys;
  QueryPages pages(store, std::move(request));
  while (true) {
    auto page = co_await pages.next();
    if (!page) co_return std::unexpected(std::move(page.error()));
    if (!*page) co_return keys;
    for (const auto& entry : (*page)->items) {
      const auto partition = entry.find_string(schema::pk);
      const auto sort = entry.find_string(schema::sk);
      if (!partition || !sort) continue;
      dynamodb::Key key;
      key.emplace(std::string(schema::pk), *partition);
      key.emplace(std::string(schema::sk), *sort);
      // A page may repeat an entry whose date was changed between two pages.
      if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
    }
  }
}

dynamodb::QueryRequest by_guide(const std::string& table, const std::string& id) {
  Placeholders placeholders;
  dynamodb::QueryRequest request;
  request.table_name = table;
  request.index_name = std::string(schema::index_gsi1);
  request.key_condition_expression =
      fmt::format("{} = {}", placeholders.name(schema::gsi1_pk), placeholders.value(schema::gsi1_sessions));
  request.filter_expression = fmt::format("{} = {}", placeholders.name(schema::session_id), placeholders.value(id));
  request.projection_expression = fmt::format("{}, {}", placeholders.name(schema::pk), placeholders.name(schema::sk));
  request.attributes = std::move(placeholders).take();
  return request;
}

// Where a session that was written a moment ago can be, beside where an index says.
struct RecentKeys {
  std::vector<dynamodb::Key> named;
  std::vector<dynamodb::Key> in_whole_athletes;  // under each of whom too many were written to name them
};

RecentKeys recent_keys(Store& store, const std::string& id) {
  RecentKeys keys;
  const std::string sort = schema::session_sort_key(id);
  const RecentSessions recent = store.recent_writes().sessions(store.now());
  for (const auto& [partition, of_athlete] : recent.partitions) {
    if (of_athlete.sorts.contains(sort)) {
      keys.named.push_back(schema::key(partition, sort));
    } else if (of_athlete.whole) {
      keys.in_whole_athletes.push_back(schema::key(partition, sort));
    }
  }
  return keys;
}

dynamodb::Awaitable<std::vector<dynamodb::Item>> get_existing(Store& store, std::vector<dynamodb::Key> keys) {
  auto found = co_await get_all(store, std::move(keys));
  if (!found) co_return std::unexpected(std::move(found.error()));
  std::vector<dynamodb::Item> items;
  for (auto& item : *found) {
    if (item) items.push_back(std::move(*item));
  }
  co_return items;
}

bool changed_later(const dynamodb::Item& left, const dynamodb::Item& right) {
  const std::string* left_time = schema::find_string(left, schema::updated_at);
  const std::string* right_time = schema::find_string(right, schema::updated_at);
  if (left_time == nullptr || right_time == nullptr) return right_time == nullptr && left_time != nullptr;
  return *left_time > *right_time;
}

}  // namespace

dynamodb::QueryRequest query_session_by_id(const std::string& table, const std::string& id) {
  Placeholders placeholders;
  dynamodb::QueryRequest request;
  request.table_name = table;
  request.index_name = std::string(schema::index_session_by_id);
  request.key_condition_expression =
      fmt::format("{} = {}", placeholders.name(schema::session_id), placeholders.value(id));
  request.attributes = std::move(placeholders).take();
  return request;
}

Awaitable<StoredAthlete> read_athlete(Store& store, std::string id) {
  if (!schema::is_possible_id(id)) co_return std::unexpected(AthleteNotFound{.id = id});
  const auto item = co_await store.get(schema::athlete_key(id));
  if (!item) co_return std::unexpected(unavailable(item.error()));
  if (!*item) co_return std::unexpected(AthleteNotFound{.id = id});
  auto athlete = athlete_from_item(**item);
  if (!athlete) {
    store.report_unreadable(**item, athlete.error());
    co_return std::unexpected(AthleteNotFound{.id = id});
  }
  co_return std::move(*athlete);
}

dynamodb::Awaitable<std::vector<dynamodb::Key>> session_keys(Store& store, std::string id) {
  co_return co_await store.ask(AdditiveIndex::session_by_id,
                               collect_keys(store, query_session_by_id(store.table(), id)),
                               collect_keys(store, by_guide(store.table(), id)));
}

Awaitable<FoundSession> find_session(Store& store, std::string id) {
  if (!schema::is_possible_id(id)) co_return std::unexpected(SessionNotFound{.id = id});
  const RecentKeys recent = recent_keys(store, id);
  for (int look = 0; look < store.retry_policy().index_looks_max; ++look) {
    if (look > 0) co_await store.pause_before_round(look);
    auto keys = co_await session_keys(store, id);
    if (!keys) co_return std::unexpected(unavailable(keys.error()));
    for (const auto& key : recent.named) {
      if (std::ranges::find(*keys, key) == keys->end()) keys->push_back(key);
    }
    if (keys->size() > copies_max) keys->resize(copies_max);
    auto copies = co_await get_existing(store, *keys);
    if (copies && copies->empty()) copies = co_await get_existing(store, recent.in_whole_athletes);
    if (!copies) co_return std::unexpected(unavailable(copies.error()));
    if (!copies->empty()) {
      std::ranges::sort(*copies, changed_later);
      FoundSession found{.item = std::move(copies->front()), .older_copies = {}};
      found.older_copies.assign(std::make_move_iterator(copies->begin() + 1), std::make_move_iterator(copies->end()));
      co_return found;
    }
    if (keys->empty() && look + 1 >= looks_for_unknown) break;
  }
  co_return std::unexpected(SessionNotFound{.id = id});
}

}  // namespace tracker
