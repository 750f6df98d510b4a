// Statistics over every session of a filter, page by page; nothing but the sums is kept.
#include "tracker/decimal_text.h"
#include "tracker/implementation.h"
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
void add_page(const Store& store, const dynamodb::PageResult& page, const DateRange& dates,
              StatisticsAccumulator& accumulator) {
  for (const auto& item : page.items) {
    const auto date_text = item.find_string(schema::date);
    const auto date = date_text ? parse_date(*date_text) : std::nullopt;
    const auto duration = decimal_attribute(item, schema::duration);
    const auto distance = decimal_attribute(item, schema::distance);
    if (!date || !duration || !distance) {
      store.report_unreadable(item.decode(), "Date, Duration or Distance cannot be read");
      continue;
    }
    if (dates.first && *date < *dates.first) continue;
    if (dates.last && *date > *dates.last) continue;
    accumulator.add(*duration, *distance);
  }
}

dynamodb::Awaitable<Statistics> accumulate(Store& store, dynamodb::QueryRequest request, DateRange dates) {
  StatisticsAccumulator accumulator;
  QueryPages pages(store, std::move(request));
  while (true) {
    const auto page = co_await pages.next();
    if (!page) co_return std::unexpected(page.error());
    if (!*page) co_return accumulator.result();
    add_page(store, **page, dates, accumulator);
  }
}

}  // namespace

Awaitable<Statistics> Repository::statistics(SessionFilter filter) {
  Store& store = implementation_->store;
  const DateRange& dates = filter.dates;
  if (dates.first && dates.last && *dates.first > *dates.last) co_return Statistics();
  if (filter.athlete_id && !schema::is_possible_id(*filter.athlete_id)) co_return Statistics();
  const SessionRange range{.table = store.table(), .athlete_id = filter.athlete_id, .dates = dates};
  const auto result =
      filter.athlete_id
          ? co_await store.ask(AdditiveIndex::sessions_by_athlete, accumulate(store, range_query(range), dates),
                               accumulate(store, partition_sessions(store.table(), *filter.athlete_id), dates))
          : co_await accumulate(store, range_query(range), dates);
  if (!result) co_return std::unexpected(unavailable(result.error()));
  co_return *result;
}

}  // namespace tracker
