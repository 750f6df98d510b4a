#include "api/errors.h"
#include "api/filters.h"
#include "api/handlers.h"
#include "api/identifiers.h"
#include "api/query_parameters.h"
#include "api/responses.h"
#include "api/statistics_representation.h"

namespace api::handlers {

Answer period_statistics(const Service& service, const http::Request& request, const http::PathParameters&) {
  QueryReader query(request.query_string());
  const auto by = read_period_kind(query);
  auto filter = read_filter(query);
  const auto week_start = read_week_start(query);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  if (filter.athlete_id && !can_be_stored(*filter.athlete_id))
    co_return json_response(200, represent({}, by, week_start));
  const auto periods = co_await service.repository.period_statistics(std::move(filter), by, week_start);
  if (!periods) co_return errors::from_tracker(periods.error(), request);
  co_return json_response(200, represent(*periods, by, week_start));
}

}  // namespace api::handlers
