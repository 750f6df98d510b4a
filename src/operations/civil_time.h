// Dates and times of day as training logs write them. Pure: no clock, no time zone but what the text says.
#pragma once

#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "tracker/model.h"

namespace operations {

enum class DateOrder { automatic, day_first, month_first };

// When a session began, as written.
struct CivilStart {
  tracker::Date date;
  std::optional<std::chrono::seconds> time_of_day;
  std::optional<std::chrono::minutes> utc_offset;  // "Z", "+02:00"; nullopt: the text says none
  friend bool operator==(const CivilStart&, const CivilStart&) = default;
};

// What one cell says about the order of day and month in "3/4/2014".
enum class OrderEvidence { none, day_first, month_first, ambiguous };
[[nodiscard]] OrderEvidence date_order_evidence(std::string_view text);

// Understood: 2014-10-05, 2014/10/05, 20141005, 5.10.2014, 5/10/2014 and 5-10-2014 (by `order`), Oct 5, 2014,
// 5. Oktober 2014, 5 okt 2014 (English, German, Dutch month names), each with a weekday before it or not; then
// optionally T, a space or a comma and 16:15, 16:15:21, 16:15:21.5, 4:15:21 PM; then optionally Z, UTC, +02:00.
// Years 1 … 9999; a year of two digits is 1970 … 2069 (not with dashes). Fractions of a second are dropped.
// The error is half a sentence that follows the quoted cell: "is not a date".
[[nodiscard]] std::expected<CivilStart, std::string> parse_start(std::string_view text, DateOrder order);
// Only a time of day: "16:15", "4:15:21 PM".
[[nodiscard]] std::optional<std::chrono::seconds> parse_time_of_day(std::string_view text);

// "2014-10-05T16:15:21", with Z or +02:00 where an offset is known, or only "2014-10-05".
[[nodiscard]] std::string format_start(const CivilStart& start);

}  // namespace operations
