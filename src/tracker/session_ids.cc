#include "tracker/session_ids.h"

#include <fmt/format.h>

#include <limits>

#include "tracker/get_all.h"
#include "tracker/lookup.h"
#include "tracker/partition_sessions.h"
#include "tracker/placeholders.h"
#include "tracker/schema.h"

namespace tracker {
namespace {

using Ids = std::unordered_set<std::string>;

// Of a long log only these are read, so that an import in many calls does not read it all in every one; what is not
// among them is asked for by id.
constexpr int partition_pages_max = 4;

struct ReadIds {
  Ids ids;
  bool are_all = true;
};

// The ids of the sessions that a Query of keys finds, on its first pages, without what was written a moment ago.
dynamodb::Awaitable<ReadIds> read_ids(Store& store, dynamodb::QueryRequest request, RecentSessions recent,
                                      int pages_max = std::numeric_limits<int>::max()) {
  ReadIds read;
  QueryPages pages(store, std::move(request));
  for (int count = 0; count < pages_max; ++count) {
    const auto page = co_await pages.next();
    if (!page) co_return std::unexpected(page.error());
    if (!*page) co_return read;
    for (const auto& entry : (*page)->items) {
      const auto sort = entry.find_string(schema::sk);
      if (sort && sort->starts_with(schema::session_prefix) && !recent.hold(entry)) {
        read.ids.emplace(sort->substr(schema::session_prefix.size()));
      }
    }
  }
  read.are_all = false;
  co_return read;
}

dynamodb::QueryRequest all_session_keys(const std::string& table) {
  Placeholders placeholders;
  dynamodb::QueryRequest request;
  request.table_name = table;
  request.index_name = std::string(schema::index_gsi1);
  request.key_condition_expression =
      fmt::format("{} = {}", placeholders.name(schema::gsi1_pk), placeholders.value(schema::gsi1_sessions));
  request.projection_expression = fmt::format("{}, {}", placeholders.name(schema::pk), placeholders.name(schema::sk));
  request.attributes = std::move(placeholders).take();
  return request;
}

// One small Query per candidate.
dynamodb::Awaitable<Ids> elsewhere_by_index(Store& store, std::vector<std::string> candidates, RecentSessions recent) {
  Ids ids;
  for (const auto& candidate : candidates) {
    auto found = co_await read_ids(store, query_session_by_id(store.table(), candidate), recent);
    if (!found) co_return std::unexpected(std::move(found.error()));
    ids.merge(found->ids);
  }
  co_return ids;
}
dynamodb::Awaitable<Ids> elsewhere_by_guide(Store& store, RecentSessions recent) {
  auto found = co_await read_ids(store, all_session_keys(store.table()), std::move(recent));
  if (!found) co_return std::unexpected(std::move(found.error()));
  co_return std::move(found->ids);
}

// Those that were written a moment ago and are there.
dynamodb::Awaitable<Ids> recent_ids(Store& store, const std::vector<std::string>& candidates,
                                    const RecentSessions& recent) {
  std::vector<dynamodb::Key> keys;
  std::vector<std::string> ids;
  for (const auto& [partition, of_athlete] : recent.partitions) {
    for (const auto& candidate : candidates) {
      std::string sort = schema::session_sort_key(candidate);
      if (!recent.hold(partition, sort)) continue;
      keys.push_back(schema::key(partition, std::move(sort)));
      ids.push_back(candidate);
    }
  }
  const auto found = co_await get_all(store, std::move(keys));
  if (!found) co_return std::unexpected(found.error());
  Ids existing;
  for (std::size_t index = 0; index < ids.size(); ++index) {
    if ((*found)[index]) existing.insert(std::move(ids[index]));
  }
  co_return existing;
}

}  // namespace

dynamodb::Awaitable<Ids> known_session_ids(Store& store, std::string athlete_id, std::vector<std::string> candidates) {
  if (candidates.empty() || !schema::is_possible_id(athlete_id)) co_return Ids();
  RecentSessions recent = store.recent_writes().sessions(store.now());
  auto own = co_await read_ids(store, partition_session_keys(store.table(), athlete_id), {}, partition_pages_max);
  if (!own) co_return std::unexpected(std::move(own.error()));
  Ids ids = std::move(own->ids);
  std::erase_if(candidates, [&ids](const std::string& candidate) { return ids.contains(candidate); });
  if (candidates.empty()) co_return ids;
  auto elsewhere = co_await store.ask(AdditiveIndex::session_by_id, elsewhere_by_index(store, candidates, recent),
                                      elsewhere_by_guide(store, recent));
  if (!elsewhere) co_return std::unexpected(std::move(elsewhere.error()));
  ids.merge(*elsewhere);
  if (recent.empty()) co_return ids;
  std::erase_if(candidates, [&ids](const std::string& candidate) { return ids.contains(candidate); });
  // Those of the athlete are known already: read from the table, and not there.
  if (own->are_all) recent.partitions.erase(schema::athlete_partition(athlete_id));
  auto written = co_await recent_ids(store, candidates, recent);
  if (!written) co_return std::unexpected(std::move(written.error()));
  ids.merge(*written);
  co_return ids;
}

}  // namespace tracker
