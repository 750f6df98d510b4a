#include "tracker/streaks.h"

#include <algorithm>

namespace tracker {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// The run that ends with the last of these, of which there is at least one.
Run run_at_end(std::span<const sys_days> starts, days step) {
  Run run{.length = 1, .first = starts.back(), .last = starts.back()};
  for (auto index = starts.size() - 1; index > 0 && starts[index - 1] + step == run.first; --index) {
    run.first -= step;
    ++run.length;
  }
  return run;
}

}  // namespace

std::optional<Run> longest_run(std::span<const sys_days> starts, days step) {
  std::optional<Run> longest;
  while (!starts.empty()) {
    const Run run = run_at_end(starts, step);
    if (!longest || run.length >= longest->length) longest = run;  // from the end: the earliest is seen last
    starts = starts.first(starts.size() - static_cast<std::size_t>(run.length));
  }
  return longest;
}

std::optional<Run> current_run(std::span<const sys_days> starts, days step, sys_days today) {
  const auto until_today = std::ranges::upper_bound(starts, today) - starts.begin();
  starts = starts.first(static_cast<std::size_t>(until_today));
  if (starts.empty() || starts.back() < today - step) return std::nullopt;
  return run_at_end(starts, step);
}

}  // namespace tracker
