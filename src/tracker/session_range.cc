#include "tracker/session_range.h"

#include <fmt/format.h>

#include <algorithm>

#include "tracker/placeholders.h"
#include "tracker/schema.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

// Bounds of GSI1SK, both inclusive.
struct KeyBounds {
  std::optional<std::string> lower;
  std::optional<std::string> upper;
};

// "2025-10-23" sorts after everything of the days before, and before every "2025-10-23#…".
std::string before_day(std::string_view prefix) {
  return std::string(prefix.substr(0, prefix.size() - 1));
}
constexpr char after_separator = schema::sort_key_separator + 1;

KeyBounds bounds_of(const DateRange& dates) {
  KeyBounds bounds;
  if (dates.first) bounds.lower = format_date(*dates.first);
  if (dates.last) bounds.upper = format_date(*dates.last) + after_separator;
  return bounds;
}

bool is_empty(const SessionRange& range) {
  return range.dates.first && range.dates.last && *range.dates.first > *range.dates.last;
}

struct RangePartition {
  std::string_view index;
  std::string_view attribute;
  std::string value;
};
RangePartition partition_of(const SessionRange& range) {
  if (range.athlete_id) return {schema::index_sessions_by_athlete, schema::athlete_id, *range.athlete_id};
  return {schema::index_gsi1, schema::gsi1_pk, std::string(schema::gsi1_sessions)};
}

// `sort_condition` gets the placeholder of GSI1SK in front.
dynamodb::QueryRequest partition_query(const SessionRange& range, Placeholders placeholders,
                                       const std::string& sort_condition) {
  const RangePartition partition = partition_of(range);
  dynamodb::QueryRequest request;
  request.table_name = range.table;
  request.index_name = std::string(partition.index);
  request.key_condition_expression = fmt::format("{} = {}{}", placeholders.name(partition.attribute),
                                                 placeholders.value(partition.value), sort_condition);
  request.attributes = std::move(placeholders).take();
  return request;
}

dynamodb::QueryRequest bounded_query(const SessionRange& range, const KeyBounds& bounds,
                                     Placeholders placeholders = {}) {
  std::string condition;
  if (bounds.lower && bounds.upper) {
    condition = fmt::format(" AND {} BETWEEN {} AND {}", placeholders.name(schema::gsi1_sk),
                            placeholders.value(*bounds.lower), placeholders.value(*bounds.upper));
  } else if (bounds.lower) {
    condition = fmt::format(" AND {} >= {}", placeholders.name(schema::gsi1_sk), placeholders.value(*bounds.lower));
  } else if (bounds.upper) {
    condition = fmt::format(" AND {} <= {}", placeholders.name(schema::gsi1_sk), placeholders.value(*bounds.upper));
  }
  return partition_query(range, std::move(placeholders), condition);
}

dynamodb::QueryRequest day_query(const SessionRange& range, const std::string& prefix) {
  Placeholders placeholders;
  std::string condition =
      fmt::format(" AND begins_with({}, {})", placeholders.name(schema::gsi1_sk), placeholders.value(prefix));
  return partition_query(range, std::move(placeholders), condition);
}

// An index key with its table key, as LastEvaluatedKey has it.
dynamodb::Key start_key(const SessionRange& range, const SessionPosition& position) {
  const RangePartition partition = partition_of(range);
  dynamodb::Key key;
  key.emplace(std::string(partition.attribute), partition.value);
  key.emplace(std::string(schema::gsi1_sk), position.date_sort_key);
  key.emplace(std::string(schema::pk), position.partition);
  key.emplace(std::string(schema::sk), position.sort);
  return key;
}

// The first `wanted` entries of a Query, without those of the overlay. Entries whose sort key is not of the guide's
// form are reported and left out.
dynamodb::Awaitable<SessionSlice> read_up_to(Store& store, const SessionRange& range, dynamodb::QueryRequest request,
                                             std::size_t wanted) {
  SessionSlice slice;
  std::size_t left_out = 0;
  do {
    // As many more as were left out: of an athlete that is left out whole there may be very many.
    request.limit = static_cast<std::int64_t>(wanted - slice.items.size() + left_out);
    auto page = co_await store.query_page(request);
    if (!page) co_return std::unexpected(std::move(page.error()));
    for (auto& item : page->items) {
      if (range.overlay && range.overlay->recent.hold(item)) {
        ++left_out;
        continue;
      }
      if (slice.items.size() == wanted) {
        slice.has_more = true;
        co_return slice;
      }
      const auto key = item.find_string(schema::gsi1_sk);
      if (key && !day_prefix(*key).empty()) {
        slice.items.push_back(std::move(item));
      } else {
        store.report_unreadable(item.decode(), "GSI1SK is not <date>#<session id>");
      }
    }
    request.exclusive_start_key = std::move(page->last_evaluated_key);
  } while (request.exclusive_start_key && slice.items.size() < wanted);
  slice.has_more = request.exclusive_start_key.has_value();
  co_return slice;
}

// Counts the first `wanted` entries of a Query. The key of the last one, or nullopt when there are no more than that.
dynamodb::Awaitable<std::optional<SessionPosition>> position_at(Store& store, dynamodb::QueryRequest request,
                                                                std::int64_t wanted) {
  request.select = dynamodb::Select::count;
  while (true) {
    request.limit = wanted;
    auto page = co_await store.query_page(request);
    if (!page) co_return std::unexpected(std::move(page.error()));
    wanted -= page->scanned_count;
    if (!page->last_evaluated_key) co_return std::optional<SessionPosition>();
    if (wanted <= 0) co_return position_of(*page->last_evaluated_key);
    request.exclusive_start_key = std::move(page->last_evaluated_key);
  }
}

std::string day_of(const dynamodb::EncodedItem& item) {
  return day_prefix(*item.find_string(schema::gsi1_sk));
}

// What of a slice read downwards is of whole days, each day turned round; the day that may go on beyond its end is
// taken off and returned.
std::optional<std::string> append_whole_days(SessionSlice slice, std::vector<dynamodb::EncodedItem>& items) {
  std::optional<std::string> cut_day;
  std::size_t end = slice.items.size();
  if (slice.has_more && end > 0) {
    cut_day = day_of(slice.items.back());
    while (end > 0 && day_of(slice.items[end - 1]) == *cut_day) --end;
  }
  for (std::size_t begin = 0; begin < end;) {
    std::size_t day_end = begin + 1;
    while (day_end < end && day_of(slice.items[day_end]) == day_of(slice.items[begin])) ++day_end;
    for (std::size_t index = day_end; index > begin; --index) items.push_back(std::move(slice.items[index - 1]));
    begin = day_end;
  }
  return cut_day;
}

void append(std::vector<dynamodb::EncodedItem> more, std::vector<dynamodb::EncodedItem>& items) {
  std::ranges::move(more, std::back_inserter(items));
}

// From a day downwards, or from the newest when `bounds` are the range's own; appended until there are `wanted`.
dynamodb::Awaitable<void> read_days_down(Store& store, const SessionRange& range, KeyBounds bounds, std::size_t wanted,
                                         std::vector<dynamodb::EncodedItem>& items) {
  while (items.size() < wanted) {
    if (bounds.lower && bounds.upper && *bounds.upper < *bounds.lower) break;
    dynamodb::QueryRequest down = bounded_query(range, bounds);
    down.scan_index_forward = false;
    auto slice = co_await read_up_to(store, range, std::move(down), wanted - items.size());
    if (!slice) co_return std::unexpected(std::move(slice.error()));
    const auto cut_day = append_whole_days(std::move(*slice), items);
    if (!cut_day) break;
    auto day = co_await read_up_to(store, range, day_query(range, *cut_day), wanted - items.size());
    if (!day) co_return std::unexpected(std::move(day.error()));
    append(std::move(day->items), items);
    bounds.upper = before_day(*cut_day);
  }
  co_return dynamodb::Result<void>();
}

// Where a slice begins; with neither, at the newest.
struct Start {
  std::optional<SessionPosition> after;
  std::optional<std::string> day;
};

bool is_from(const Start& start, const SessionPosition& position) {
  if (start.after && !comes_before(*start.after, position)) return false;
  return !start.day || day_prefix(position.date_sort_key) <= *start.day;
}

// Of what the index answered and of the overlay the first belong to the slice, so each of them may have as many.
void lay_over(const Overlay& overlay, const Start& start, std::vector<dynamodb::EncodedItem>& items) {
  for (const auto& item : overlay.items) {
    const auto position = position_of(item);
    if (position && is_from(start, *position)) items.push_back(item);
  }
  std::ranges::sort(items, item_comes_before);
}

dynamodb::Awaitable<SessionSlice> slice_from(Store& store, const SessionRange& range, Start start, std::size_t limit) {
  SessionSlice result;
  if (is_empty(range)) co_return result;
  const std::size_t wanted = limit + 1;  // one more tells whether there is more
  KeyBounds bounds = bounds_of(range.dates);
  if (start.day) bounds.upper = before_day(*start.day) + after_separator;
  if (start.after) {
    const std::string prefix = day_prefix(start.after->date_sort_key);
    dynamodb::QueryRequest rest_of_day = day_query(range, prefix);
    rest_of_day.exclusive_start_key = start_key(range, *start.after);
    auto rest = co_await read_up_to(store, range, std::move(rest_of_day), wanted);
    if (!rest) co_return std::unexpected(std::move(rest.error()));
    result.items = std::move(rest->items);
    bounds.upper = before_day(prefix);
  }
  const auto read = co_await read_days_down(store, range, std::move(bounds), wanted, result.items);
  if (!read) co_return std::unexpected(read.error());
  if (range.overlay) lay_over(*range.overlay, start, result.items);
  result.has_more = result.items.size() > limit;
  if (result.has_more) result.items.resize(limit);
  co_return result;
}

// Of each entry only the keys.
dynamodb::QueryRequest keys_query(const SessionRange& range) {
  Placeholders placeholders;
  std::string keys = fmt::format("{}, {}, {}", placeholders.name(schema::pk), placeholders.name(schema::sk),
                                 placeholders.name(schema::gsi1_sk));
  dynamodb::QueryRequest request = bounded_query(range, bounds_of(range.dates), std::move(placeholders));
  request.projection_expression = std::move(keys);
  return request;
}

}  // namespace

dynamodb::QueryRequest range_query(const SessionRange& range) {
  return bounded_query(range, bounds_of(range.dates));
}

dynamodb::Awaitable<SessionSlice> slice_after(Store& store, SessionRange range, std::optional<SessionPosition> after,
                                              std::size_t limit) {
  co_return co_await slice_from(store, range, {.after = std::move(after), .day = std::nullopt}, limit);
}

dynamodb::Awaitable<SessionSlice> slice_from_day(Store& store, SessionRange range, std::string day, std::size_t limit) {
  co_return co_await slice_from(store, range, {.after = std::nullopt, .day = std::move(day)}, limit);
}

dynamodb::Awaitable<SessionSlice> slice_at(Store& store, SessionRange range, std::int64_t offset, std::size_t limit) {
  if (offset == 0) co_return co_await slice_after(store, std::move(range), std::nullopt, limit);
  if (is_empty(range)) co_return SessionSlice();
  dynamodb::QueryRequest down = range_query(range);
  down.scan_index_forward = false;
  const auto last_left_out = co_await position_at(store, down, offset);
  if (!last_left_out) co_return std::unexpected(last_left_out.error());
  if (!*last_left_out) co_return SessionSlice();

  // Downwards the offset ends inside some day; upwards, as many of that day are to be left out as came before it.
  const std::string prefix = day_prefix((*last_left_out)->date_sort_key);
  if (prefix.empty()) co_return SessionSlice();
  const auto day_total = co_await store.count(day_query(range, prefix));
  if (!day_total) co_return std::unexpected(day_total.error());
  dynamodb::QueryRequest rest_of_day = day_query(range, prefix);
  rest_of_day.scan_index_forward = false;
  rest_of_day.exclusive_start_key = start_key(range, **last_left_out);
  const auto rest = co_await store.count(std::move(rest_of_day));
  if (!rest) co_return std::unexpected(rest.error());

  std::optional<SessionPosition> after;
  if (*rest > 0 && *day_total > *rest) {
    const auto within_day = co_await position_at(store, day_query(range, prefix), *day_total - *rest);
    if (!within_day) co_return std::unexpected(within_day.error());
    after = *within_day;
  }
  if (!after) {  // the whole day is left out: begin after its last entry
    after = SessionPosition{**last_left_out};
    dynamodb::QueryRequest from_end = day_query(range, prefix);
    from_end.scan_index_forward = false;
    const auto end = co_await read_up_to(store, range, std::move(from_end), 1);
    if (!end) co_return std::unexpected(end.error());
    if (!end->items.empty()) after = position_of(end->items.front());
  }
  co_return co_await slice_after(store, std::move(range), std::move(after), limit);
}

dynamodb::Awaitable<std::int64_t> count_range(Store& store, SessionRange range) {
  if (is_empty(range)) co_return 0;
  if (!range.dates.first && !range.dates.last) {
    const RangePartition partition = partition_of(range);
    const auto kept = co_await store.partition_item_count(partition.index, partition.value);
    if (kept && *kept) co_return **kept;
  }
  co_return co_await store.count(range_query(range));
}

dynamodb::Awaitable<DayCounts> count_days(Store& store, SessionRange range) {
  DayCounts days;
  if (is_empty(range)) co_return days;
  const auto count = [&days](const dynamodb::EncodedItem& entry) {
    ++days[day_prefix(entry.find_string(schema::gsi1_sk).value_or(""))];
  };
  QueryPages pages(store, keys_query(range));
  while (true) {
    const auto page = co_await pages.next();
    if (!page) co_return std::unexpected(page.error());
    if (!*page) break;
    for (const auto& entry : (*page)->items) {
      if (!range.overlay || !range.overlay->recent.hold(entry)) count(entry);
    }
  }
  if (range.overlay) std::ranges::for_each(range.overlay->items, count);
  co_return days;
}

}  // namespace tracker
