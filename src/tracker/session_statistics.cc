// Statistics over every session of a filter, page by page; nothing but the sums is kept.
#include "tracker/decimal_text.h"
#include "tracker/implementation.h"
#include "tracker/overlay.h"
#include "tracker/partition_sessions.h"
#include "tracker/schema.h"
#include "tracker/session_range.h"
#include "tracker/statistics.h"
#include "tracker/time_text.h"

namespace tracker {
namespace {

std::optional<double> decimal_attribute(const dynamodb::EncodedItem& item, std::string_view attribute) {
  if (const auto text = item.find_string(attribute)) return parse_decimal(*text);
  const auto value = item.find(attribute);
  return value ? decimal_value(*value) : std::nullopt;
}

// Takes out what is needed without decoding the rest.
void add(const Store& store, const dynamodb::EncodedItem& item, const DateRange& dates,
         StatisticsAccumulator& accumulator) {
  const auto date_text = item.find_string(schema::date);
  const auto date = date_text ? parse_date(*date_text) : std::nullopt;
  const auto duration = decimal_attribute(item, schema::duration);
  const auto distance = decimal_attribute(item, schema::distance);
  if (!date || !duration || !distance) {
    store.report_unreadable(item.decode(), "Date, Duration or Distance cannot be read");
    return;
  }
  if (dates.first && *date < *dates.first) return;
  if (dates.last && *date > *dates.last) return;
  accumulator.add(*duration, *distance);
}

dynamodb::Awaitable<Statistics> accumulate(Store& store, dynamodb::QueryRequest request, SessionRange range) {
  StatisticsAccumulator accumulator;
  QueryPages pages(store, std::move(request));
  while (true) {
    const auto page = co_await pages.next();
    if (!page) co_return std::unexpected(page.error());
    if (!*page) break;
    for (const auto& item : (*page)->items) {
      if (range.overlay && range.overlay->recent.hold(item)) continue;
      add(store, item, range.dates, accumulator);
    }
  }
  if (range.overlay) {
    for (const auto& item : range.overlay->items) add(store, item, range.dates, accumulator);
  }
  co_return accumulator.result();
}

dynamodb::Awaitable<Statistics> by_index(Store& store, SessionRange range) {
  auto overlay = co_await read_overlay(store, range);
  if (!overlay) co_return std::unexpected(std::move(overlay.error()));
  range.overlay = std::move(*overlay);
  co_return co_await accumulate(store, range_query(range), range);
}

dynamodb::Awaitable<Statistics> by_guide(Store& store, SessionRange range) {
  co_return co_await accumulate(store, partition_sessions(store.table(), range.athlete_id.value_or("")), range);
}

}  // namespace

Awaitable<Statistics> Repository::statistics(SessionFilter filter) {
  Store& store = implementation_->store;
  const DateRange& dates = filter.dates;
  if (dates.first && dates.last && *dates.first > *dates.last) co_return Statistics();
  if (filter.athlete_id && !schema::is_possible_id(*filter.athlete_id)) co_return Statistics();
  const SessionRange range{.table = store.table(), .athlete_id = filter.athlete_id, .dates = dates};
  const auto result = co_await ask_range(store, range.athlete_id, by_index(store, range), by_guide(store, range));
  if (!result) co_return std::unexpected(unavailable(result.error()));
  co_return *result;
}

}  // namespace tracker
