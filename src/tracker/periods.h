// Sums over the sessions of each day, week, month or year. Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/calendar_periods.h"
#include "tracker/model.h"
#include "tracker/session_figures.h"
#include "tracker/statistics.h"

namespace tracker {

struct SportTotals {
  std::optional<std::string> sport;  // nullopt: the sessions that name none
  std::int64_t session_count = 0;
  double total_duration_minutes = 0;
  double total_distance_km = 0;
};

// Sums are compensated and not rounded.
struct PeriodStatistics {
  Period period;
  std::int64_t session_count = 0;
  double total_duration_minutes = 0;
  double total_distance_km = 0;
  // Of the sessions that have both, so that the pace of the period is one divided by the other.
  double pace_duration_minutes = 0;
  double pace_distance_km = 0;
  // RPE × minutes (session RPE, Foster 2001), of the sessions that have an RPE.
  double load = 0;
  std::int64_t sessions_with_rpe = 0;
  std::vector<SportTotals> sports;  // by total duration descending, then by name
};

// Feed it every session once, in any order. Keeps nothing of a session but its sport: memory grows with the periods and
// the sports in them.
class PeriodAccumulator {
 public:
  PeriodAccumulator(PeriodKind kind, WeekStart week_start) : kind_(kind), week_start_(week_start) {}

  void add(const SessionFigures& session);

  // The periods with sessions, ascending: their starts, as period_start() gives them, and their sums.
  [[nodiscard]] std::vector<std::chrono::sys_days> starts() const;
  [[nodiscard]] std::vector<PeriodStatistics> result() const;

 private:
  struct SportSums {
    std::int64_t session_count = 0;
    CompensatedSum duration_minutes;
    CompensatedSum distance_km;
  };
  struct Sums {
    std::int64_t session_count = 0;
    CompensatedSum duration_minutes;
    CompensatedSum distance_km;
    CompensatedSum pace_duration_minutes;
    CompensatedSum pace_distance_km;
    CompensatedSum load;
    std::int64_t sessions_with_rpe = 0;
    std::map<std::optional<std::string>, SportSums, std::less<>> sports;
  };
  [[nodiscard]] PeriodStatistics statistics(std::chrono::sys_days start, const Sums& sums) const;

  PeriodKind kind_;
  WeekStart week_start_;
  std::map<std::chrono::sys_days, Sums> periods_;
};

}  // namespace tracker
