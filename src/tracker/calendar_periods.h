// Days, weeks, months and years of the athlete's own calendar. Pure; no clock, no time zone.
#pragma once

#include <chrono>
#include <cstdint>

#include "tracker/model.h"

namespace tracker {

enum class PeriodKind : std::uint8_t { day, week, month, year };
// Monday gives the weeks of ISO 8601.
enum class WeekStart : std::uint8_t { monday, sunday, saturday };

// Whole periods, both days inclusive. Cut only at the ends of what a Date can be: years 1 … 9999.
struct Period {
  Date first;
  Date last;
  friend bool operator==(const Period&, const Period&) = default;
};

// What tells periods of one kind apart and orders them: the first day, which is not cut.
[[nodiscard]] std::chrono::sys_days period_start(Date date, PeriodKind kind, WeekStart week_start);
// `start` as period_start() gives it.
[[nodiscard]] Period period_from(std::chrono::sys_days start, PeriodKind kind);

}  // namespace tracker
