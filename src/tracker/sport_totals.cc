#include "tracker/sport_totals.h"

#include <algorithm>

namespace tracker {

void SportTotalsAccumulator::add(const SessionFigures& figures) {
  const std::string_view sport = figures.sport.value_or("");
  auto found = sports_.find(sport);
  if (found == sports_.end()) found = sports_.emplace(sport, Sums()).first;
  Sums& sums = found->second;
  ++sums.session_count;
  sums.duration_minutes.add(figures.duration_minutes);
  sums.distance_km.add(figures.distance_km);
}

std::vector<SportTotals> SportTotalsAccumulator::result() const {
  std::vector<SportTotals> totals;
  totals.reserve(sports_.size());
  for (const auto& [sport, sums] : sports_) {
    totals.push_back({.sport = sport.empty() ? std::nullopt : std::optional(sport),
                      .session_count = sums.session_count,
                      .total_duration_minutes = sums.duration_minutes.value(),
                      .total_distance_km = sums.distance_km.value()});
  }
  std::ranges::sort(totals, [](const SportTotals& left, const SportTotals& right) {
    if (left.session_count != right.session_count) return left.session_count > right.session_count;
    return left.sport < right.sport;
  });
  return totals;
}

}  // namespace tracker
