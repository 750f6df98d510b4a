// Durations as training logs write them.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "operations/decimal_number.h"

namespace operations {

enum class DurationUnit { seconds, minutes, hours, clock_hours_minutes };

// Seconds. Understood: 26:42 (minutes:seconds; hours:minutes for clock_hours_minutes), 1:06:06, 00:04:33,1, 1h5m,
// 45 min, 1 h 5 min 30 s, PT1H5M; a plain number is in `unit` (minutes for clock_hours_minutes) and has `mark`.
[[nodiscard]] std::expected<double, std::string> parse_duration_seconds(std::string_view text, DurationUnit unit,
                                                                        DecimalMark mark);

}  // namespace operations
