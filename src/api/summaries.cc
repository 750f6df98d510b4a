#include "api/errors.h"
#include "api/filters.h"
#include "api/handlers.h"
#include "api/identifiers.h"
#include "api/query_parameters.h"
#include "api/responses.h"
#include "api/statistics_representation.h"

namespace api::handlers {

Answer athlete_summaries(const Service& service, const http::Request& request, const http::PathParameters&) {
  QueryReader query(request.query_string());
  const auto today = query.date(parameters::today);
  const auto week_start = read_week_start(query);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  const tracker::Date utc_day(std::chrono::floor<std::chrono::days>(service.options.now()));
  const auto summaries = co_await service.repository.athlete_summaries(today.value_or(utc_day), week_start);
  if (!summaries) co_return errors::from_tracker(summaries.error(), request);
  co_return json_response(200, represent(*summaries));
}

Answer sport_totals(const Service& service, const http::Request& request, const http::PathParameters&) {
  QueryReader query(request.query_string());
  tracker::SessionFilter filter{.dates = {}, .athlete_id = read_unless_empty(query, parameters::athlete_id)};
  using Totals = std::vector<tracker::SportTotals>;
  if (filter.athlete_id && !can_be_stored(*filter.athlete_id)) co_return json_response(200, represent(Totals()));
  const auto totals = co_await service.repository.sport_totals(std::move(filter));
  if (!totals) co_return errors::from_tracker(totals.error(), request);
  co_return json_response(200, represent(*totals));
}

}  // namespace api::handlers
