// Which sessions a request is about.
#pragma once

#include "api/query_parameters.h"
#include "tracker/repository.h"

namespace api {

[[nodiscard]] inline tracker::DateRange read_period(QueryReader& query) {
  const auto first = query.date(parameters::start_date);
  return {.first = first, .last = query.date(parameters::end_date)};
}

// An empty athleteId filters nothing.
[[nodiscard]] inline tracker::SessionFilter read_filter(QueryReader& query) {
  tracker::SessionFilter filter{.dates = read_period(query), .athlete_id = query.text(parameters::athlete_id)};
  if (filter.athlete_id && filter.athlete_id->empty()) filter.athlete_id.reset();
  return filter;
}

}  // namespace api
