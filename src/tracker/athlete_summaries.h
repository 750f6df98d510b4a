// What a roster shows of each athlete: how many sessions there are, the last one, the last seven days and four weeks.
// Pure: the day comes in as an argument.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/calendar_periods.h"
#include "tracker/model.h"
#include "tracker/statistics.h"

namespace tracker {

inline constexpr std::size_t summary_weeks = 4;

// Sums are compensated and not rounded.
struct Totals {
  std::int64_t session_count = 0;
  double total_duration_minutes = 0;
  double total_distance_km = 0;
};
struct WeekTotals {
  Period week;
  Totals totals;
};
struct AthleteSummary {
  Athlete athlete;
  std::int64_t session_count = 0;
  std::optional<TrainingSession> last_session;  // the first of the list: of the latest date the one with the least id
  Totals last_7_days;                           // today and the six days before
  std::array<WeekTotals, summary_weeks> weeks;  // whole weeks, the oldest first; the last one is the week of today
};

// Feed it every session once, in any order; memory grows with the athletes.
class AthleteSummaries {
 public:
  AthleteSummaries(Date today, WeekStart week_start);

  void add(TrainingSession session);
  // One for each of the athletes, in their order; sessions of others are left out.
  [[nodiscard]] std::vector<AthleteSummary> of(const std::vector<Athlete>& athletes) const;

 private:
  struct Sums {
    std::int64_t session_count = 0;
    CompensatedSum duration_minutes;
    CompensatedSum distance_km;
    void add(const TrainingSession& session);
    [[nodiscard]] Totals totals() const;
  };
  struct OfAthlete {
    std::int64_t session_count = 0;
    std::optional<TrainingSession> last_session;
    Sums last_7_days;
    std::array<Sums, summary_weeks> weeks;
  };

  std::chrono::sys_days today_;
  std::chrono::sys_days first_week_;
  std::map<std::string, OfAthlete, std::less<>> athletes_;  // by id
};

}  // namespace tracker
