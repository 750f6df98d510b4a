// Dates and timestamps as stored text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tracker/model.h"

namespace tracker {

// "2025-10-23"; years 1 … 9999.
[[nodiscard]] std::string format_date(Date date);
// Exactly YYYY-MM-DD, a day that exists, in the years 1 … 9999.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

// As Python's isoformat() of an aware UTC datetime: "2026-11-23T04:35:57.900623+00:00", without the fraction when it
// is zero.
[[nodiscard]] std::string format_timestamp(Timestamp time);
// What datetime.fromisoformat() of other writers reads: 'T' or blank, seconds and fraction optional, "Z", an offset or
// nothing (read as UTC) at the end. Digits after the sixth of a fraction are dropped.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

}  // namespace tracker
