#include "tracker/session_ids.h"

#include <fmt/format.h>

#include <limits>

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

// The ids of the sessions that a Query of keys finds, on its first pages.
dynamodb::Awaitable<Ids> read_ids(Store& store, dynamodb::QueryRequest request,
                                  int pages_max = std::numeric_limits<int>::max()) {
  Ids ids;
  QueryPages pages(store, std::move(request));
  for (int count = 0; count < pages_max; ++count) {
    const auto page = co_await pages.next();
    if (!page) co_return std::unexpected(page.error());
    if (!*page) co_return ids;
    for (const auto& entry : (*page)->items) {
      const auto sort = entry.find_string(schema::sk);
      if (sort && sort->starts_with(schema::session_prefix)) {
        ids.emplace(sort->substr(schema::session_prefix.size()));
      }
    }
  }
  co_return ids;
}

dynamodb::QueryRequest all_session_keys(const std::string& table) {
  Placeholders placeholders;
  dynamodb::QueryRequest request;
  request.table_name = table;
  request.index_name = std::string(schema::index_gsi1);
  request.key_condition_expression =
      fmt::format("{} = {}", placeholders.name(schema::gsi1_pk), placeholders.value(schema::gsi1_sessions));
  request.projection_expression = placeholders.name(schema::sk);
  request.attributes = std::move(placeholders).take();
  return request;
}

// One small Query per candidate.
dynamodb::Awaitable<Ids> elsewhere_by_index(Store& store, std::vector<std::string> candidates) {
  Ids ids;
  for (const auto& candidate : candidates) {
    auto found = co_await read_ids(store, query_session_by_id(store.table(), candidate));
    if (!found) co_return std::unexpected(std::move(found.error()));
    ids.merge(*found);
  }
  co_return ids;
}

}  // namespace

dynamodb::Awaitable<Ids> known_session_ids(Store& store, std::string athlete_id, std::vector<std::string> candidates) {
  if (candidates.empty() || !schema::is_possible_id(athlete_id)) co_return Ids();
  auto ids = co_await read_ids(store, partition_session_keys(store.table(), athlete_id), partition_pages_max);
  if (!ids) co_return std::unexpected(std::move(ids.error()));
  std::erase_if(candidates, [&ids](const std::string& candidate) { return ids->contains(candidate); });
  if (candidates.empty()) co_return std::move(*ids);
  auto elsewhere = co_await store.ask(AdditiveIndex::session_by_id, elsewhere_by_index(store, std::move(candidates)),
                                      read_ids(store, all_session_keys(store.table())));
  if (!elsewhere) co_return std::unexpected(std::move(elsewhere.error()));
  ids->merge(*elsewhere);
  co_return std::move(*ids);
}

}  // namespace tracker
