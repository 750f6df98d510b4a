#include "api/errors.h"
#include "api/filters.h"
#include "api/handlers.h"
#include "api/identifiers.h"
#include "api/query_parameters.h"
#include "api/representation.h"
#include "api/responses.h"

namespace api::handlers {

Answer all_statistics(const Service& service, const http::Request& request, const http::PathParameters&) {
  QueryReader query(request.query_string());
  auto filter = read_filter(query);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  if (filter.athlete_id && !can_be_stored(*filter.athlete_id)) {
    co_return json_response(200, represent(tracker::Statistics{}));
  }
  const auto statistics = co_await service.repository.statistics(std::move(filter));
  if (!statistics) co_return errors::from_tracker(statistics.error(), request);
  co_return json_response(200, represent(*statistics));
}

Answer athlete_statistics(const Service& service, const http::Request& request, const http::PathParameters& path) {
  QueryReader query(request.query_string());
  const auto period = read_period(query);
  if (query.failed()) co_return errors::invalid_request(query.errors());
  const auto& id = path.at(0);
  if (!can_be_stored(id)) co_return errors::from_tracker(tracker::AthleteNotFound{id}, request);
  const auto athlete = co_await service.repository.get_athlete(id);
  if (!athlete) co_return errors::from_tracker(athlete.error(), request);
  const auto statistics = co_await service.repository.statistics({.dates = period, .athlete_id = id});
  if (!statistics) co_return errors::from_tracker(statistics.error(), request);
  co_return json_response(200, represent(*statistics));
}

}  // namespace api::handlers
