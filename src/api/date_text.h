// Dates as the earlier service read them (pydantic 2, observed): YYYY-MM-DD; a date-time at midnight; and the Unix
// time of a midnight, in seconds, or in milliseconds when it is beyond 2e10.
#pragma once

#include <expected>
#include <string_view>

#include "tracker/model.h"

namespace api {

struct DateProblem {
  enum class Kind { unreadable, out_of_range, has_time } kind = Kind::unreadable;
  std::string_view reason;  // static; empty with has_time
};

// Years 0001 … 9999.
[[nodiscard]] std::expected<tracker::Date, DateProblem> parse_date_text(std::string_view text);
[[nodiscard]] std::expected<tracker::Date, DateProblem> parse_date_number(std::string_view json_number);

}  // namespace api
