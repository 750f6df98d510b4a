// What is wrong with a date, said of a field.
#pragma once

#include "api/date_text.h"
#include "api/validation_error.h"

namespace api {

[[nodiscard]] inline ValidationError date_error(const DateProblem& problem, Location location, json::Value input) {
  switch (problem.kind) {
    case DateProblem::Kind::has_time:
      return invalid::date_with_time(std::move(location), std::move(input));
    case DateProblem::Kind::out_of_range:
      return invalid::date_out_of_range(std::move(location), std::move(input), problem.reason);
    case DateProblem::Kind::unreadable:
      break;
  }
  return invalid::unreadable_date(std::move(location), std::move(input), problem.reason);
}

}  // namespace api
