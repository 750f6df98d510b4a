#include "tracker/periods.h"

#include <algorithm>

namespace tracker {

void PeriodAccumulator::add(const SessionFigures& session) {
  Sums& sums = periods_[period_start(session.date, kind_, week_start_)];
  ++sums.session_count;
  sums.duration_minutes.add(session.duration_minutes);
  sums.distance_km.add(session.distance_km);
  if (session.duration_minutes > 0 && session.distance_km > 0) {
    sums.pace_duration_minutes.add(session.duration_minutes);
    sums.pace_distance_km.add(session.distance_km);
  }
  if (session.rpe) {
    sums.load.add(*session.rpe * session.duration_minutes);
    ++sums.sessions_with_rpe;
  }
  auto sport = sums.sports.find(session.sport);
  if (sport == sums.sports.end()) sport = sums.sports.try_emplace(std::optional<std::string>(session.sport)).first;
  ++sport->second.session_count;
  sport->second.duration_minutes.add(session.duration_minutes);
  sport->second.distance_km.add(session.distance_km);
}

std::vector<std::chrono::sys_days> PeriodAccumulator::starts() const {
  std::vector<std::chrono::sys_days> starts;
  starts.reserve(periods_.size());
  for (const auto& [start, sums] : periods_) starts.push_back(start);
  return starts;
}

std::vector<PeriodStatistics> PeriodAccumulator::result() const {
  std::vector<PeriodStatistics> periods;
  periods.reserve(periods_.size());
  for (const auto& [start, sums] : periods_) periods.push_back(statistics(start, sums));
  return periods;
}

PeriodStatistics PeriodAccumulator::statistics(std::chrono::sys_days start, const Sums& sums) const {
  PeriodStatistics result{
      .period = period_from(start, kind_),
      .session_count = sums.session_count,
      .total_duration_minutes = sums.duration_minutes.value(),
      .total_distance_km = sums.distance_km.value(),
      .pace_duration_minutes = sums.pace_duration_minutes.value(),
      .pace_distance_km = sums.pace_distance_km.value(),
      .load = sums.load.value(),
      .sessions_with_rpe = sums.sessions_with_rpe,
      .sports = {},
  };
  result.sports.reserve(sums.sports.size());
  for (const auto& [name, sport] : sums.sports) {
    result.sports.push_back({.sport = name,
                             .session_count = sport.session_count,
                             .total_duration_minutes = sport.duration_minutes.value(),
                             .total_distance_km = sport.distance_km.value()});
  }
  std::ranges::sort(result.sports, [](const SportTotals& left, const SportTotals& right) {
    if (left.total_duration_minutes != right.total_duration_minutes) {
      return left.total_duration_minutes > right.total_duration_minutes;
    }
    return left.sport < right.sport;
  });
  return result;
}

}  // namespace tracker
