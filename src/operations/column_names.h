// What the headers of training logs are called, in English, German and Dutch.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "operations/duration.h"

namespace operations {

enum class ColumnMeaning {
  date,
  start_time,
  duration,
  time,  // a duration, or beside one the time of day
  moving_time,
  elapsed_time,
  distance,
  sport,
  title,
  description,
  rpe,
  activity_id,
  athlete_name,
  athlete_id,
  session_id,
  source,
  created_at,
  updated_at,
  excluded_from_records,
};

// A header taken apart: "Distance (mi)", "distance_mi" and "Distance [mi]" are all {"distance", "mi"}.
struct HeaderName {
  std::string whole;  // trimmed, lower case
  std::string text;   // and without the unit, underscores and dashes as spaces
  std::string unit;   // empty: none
};
[[nodiscard]] HeaderName normalised_header(std::string_view header);

[[nodiscard]] std::optional<ColumnMeaning> meaning_of(std::string_view header_text);
[[nodiscard]] std::optional<DurationUnit> duration_unit_of(std::string_view unit);  // "s", "min", "h", "hh:mm", …

}  // namespace operations
