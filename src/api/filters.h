// Which sessions a request is about.
#pragma once

#include "api/query_parameters.h"
#include "tracker/repository.h"

namespace api {

[[nodiscard]] inline tracker::DateRange read_period(QueryReader& query) {
  const auto first = query.date(parameters::start_date);
  return {.first = first, .last = query.date(parameters::end_date)};
}

// Empty filters nothing.
[[nodiscard]] inline std::optional<std::string> read_unless_empty(const QueryReader& query,
                                                                  const Parameter& parameter) {
  auto text = query.text(parameter);
  if (text && text->empty()) text.reset();
  return text;
}

[[nodiscard]] inline tracker::SessionFilter read_filter(QueryReader& query) {
  return {.dates = read_period(query),
          .athlete_id = read_unless_empty(query, parameters::athlete_id),
          .sport = read_unless_empty(query, parameters::sport),
          .text = read_unless_empty(query, parameters::text)};
}

[[nodiscard]] inline tracker::PeriodKind read_period_kind(QueryReader& query) {
  return static_cast<tracker::PeriodKind>(query.choice(parameters::by));
}
[[nodiscard]] inline tracker::WeekStart read_week_start(QueryReader& query) {
  return static_cast<tracker::WeekStart>(query.choice(parameters::week_start));
}

}  // namespace api
