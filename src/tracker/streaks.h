// Runs of days, or of weeks, without a gap. Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>

namespace tracker {

// From the first day of the first period to the first day of the last.
struct Run {
  std::int64_t length = 0;  // in periods
  std::chrono::sys_days first;
  std::chrono::sys_days last;
  friend bool operator==(const Run&, const Run&) = default;
};

// `starts`: the first days of the active periods, ascending, each once; periods follow each other after `step` days.

// Of several that are as long, the earliest. nullopt when nothing is active.
[[nodiscard]] std::optional<Run> longest_run(std::span<const std::chrono::sys_days> starts, std::chrono::days step);
// The run that ends in the period that begins at `today`, or in the one before, which may still go on; periods after
// today are left out of it.
[[nodiscard]] std::optional<Run> current_run(std::span<const std::chrono::sys_days> starts, std::chrono::days step,
                                             std::chrono::sys_days today);

}  // namespace tracker
