#include "api/errors.h"
#include "api/filters.h"
#include "api/handlers.h"
#include "api/identifiers.h"
#include "api/query_parameters.h"
#include "api/responses.h"
#include "api/statistics_representation.h"

namespace api::handlers {

Answer records(const Service& service, const http::Request& request, const http::PathParameters&) {
  QueryReader query(request.query_string());
  auto filter = read_filter(query);
  filter.text.reset();
  const auto week_start = read_week_start(query);
  const auto today = query.date(parameters::today);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  if (filter.athlete_id && !can_be_stored(*filter.athlete_id))
    co_return json_response(200, represent(tracker::Records{}));
  const tracker::Date utc_day(std::chrono::floor<std::chrono::days>(service.options.now()));
  const auto records = co_await service.repository.records(
      std::move(filter), {.week_start = week_start, .today = today.value_or(utc_day)});
  if (!records) co_return errors::from_tracker(records.error(), request);
  co_return json_response(200, represent(*records));
}

}  // namespace api::handlers
