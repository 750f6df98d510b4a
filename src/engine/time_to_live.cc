#include "engine/time_to_live.h"

#include <algorithm>

#include "dynamodb/limits.h"
#include "engine/system_keys.h"

namespace engine {
namespace {

// Later than any clock; numbers beyond it never expire, so they need no row.
constexpr std::uint64_t expiry_seconds_max = 1'000'000'000'000'000'000;

// The whole seconds of a number that is not negative.
std::optional<std::uint64_t> whole_seconds(const dynamodb::Number& number) {
  if (number.negative()) return std::nullopt;
  auto seconds = number.coefficient();
  for (int exponent = number.exponent(); exponent < 0 && seconds > 0; ++exponent) seconds /= 10;
  for (int exponent = number.exponent(); exponent > 0 && seconds > 0; --exponent) {
    if (seconds > expiry_seconds_max) return std::nullopt;
    seconds *= 10;
  }
  if (seconds > expiry_seconds_max) return std::nullopt;
  return static_cast<std::uint64_t>(seconds);
}

}  // namespace

std::optional<std::string> time_to_live_row(const Table& table, std::string_view item_key,
                                            const dynamodb::EncodedItem& item) {
  const std::optional<dynamodb::AttributeValue> value = item.find(table.time_to_live->attribute_name);
  if (!value) return std::nullopt;
  const auto* number = value->get_if<dynamodb::Number>();
  if (number == nullptr) return std::nullopt;
  const std::optional<std::uint64_t> seconds = whole_seconds(*number);
  if (!seconds) return std::nullopt;
  return system_keys::time_to_live(table.id, *seconds, item_key);
}

std::vector<RowChange> time_to_live_changes(const ItemChange& change) {
  std::optional<std::string> before;
  std::optional<std::string> after;
  if (change.before) before = time_to_live_row(*change.table, change.key, *change.before);
  if (change.after) after = time_to_live_row(*change.table, change.key, *change.after);
  std::vector<RowChange> changes;
  if (before == after && !change.table->time_to_live->enabling) return changes;
  if (before && before != after) changes.push_back({std::move(*before), std::nullopt});
  if (after) changes.push_back({std::move(*after), std::string()});
  return changes;
}

KeyRange expired_rows(const Table& table, Time now) {
  const std::int64_t now_ms = std::max<std::int64_t>(now.time_since_epoch().count(), 0);
  const auto end = static_cast<std::uint64_t>((now_ms + 999) / 1000);  // seconds * 1000 < now_ms
  constexpr auto age_max = static_cast<std::uint64_t>(dynamodb::limits::time_to_live_age_seconds_max);
  return system_keys::times_to_live(table.id, end > age_max ? end - age_max : 0, end);
}

Decision<std::size_t> delete_expired(const ExpirySweep& sweep, const WriteState& state) {
  Decision<std::size_t> decision{0, {}};
  const std::shared_ptr<const Table> table = state.catalog().find(sweep.table_name);
  if (!table || table->id != sweep.table_id || !table->time_to_live) return decision;
  RangeIterator rows = state.committed().iterate(expired_rows(*table, state.now()));
  for (; rows.valid() && decision.mutations.items.size() < expired_items_per_write_max; rows.next()) {
    const std::string_view key = system_keys::item_key_of_time_to_live(rows.key());
    auto item = state.item(key);
    if (!item) return {std::unexpected(std::move(item.error())), {}};
    // A write of the same batch may have deleted it, or given it more time.
    if (!*item || time_to_live_row(*table, key, **item) != rows.key()) continue;
    decision.mutations.items.push_back(item_change(table, std::string(key), std::move(*item), std::nullopt));
    decision.mutations.items.back().by_time_to_live = true;
  }
  if (auto read = rows.status(); !read) return {std::unexpected(std::move(read.error())), {}};
  decision.answer = decision.mutations.items.size();
  return decision;
}

}  // namespace engine
