// What an athlete is proud of: the longest, the fastest, the best week, streaks and the Eddington number. Pure.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>

#include "tracker/model.h"
#include "tracker/periods.h"
#include "tracker/session_figures.h"
#include "tracker/statistics.h"

namespace tracker {

struct PaceBand {
  double from_km = 0;                                      // inclusive
  double to_km = std::numeric_limits<double>::infinity();  // exclusive
};
// Between what runners run races over: 3, 5, 10 km, half and whole marathon.
inline constexpr std::array<PaceBand, 6> pace_bands = {PaceBand{1, 3},    {3, 5},  {5, 10}, {10, 21.0975},
                                                       {21.0975, 42.195}, {42.195}};

struct RecordSession {
  double value = 0;  // km, minutes, or minutes per km
  TrainingSession session;
};

struct BestPeriods {
  std::optional<PeriodStatistics> by_distance;
  std::optional<PeriodStatistics> by_duration;
};

// Whole periods, from the first day of the first to the last day of the last.
struct Streak {
  std::int64_t length = 0;  // days, or weeks
  Period period;
};
struct Streaks {
  std::optional<Streak> longest;
  std::optional<Streak> current;  // the last of it is today or yesterday, or this week or the last one
};

// Of equals the earliest counts. What is not more than nothing is no record.
struct Records {
  std::int64_t session_count = 0;           // with those that are left out
  std::int64_t excluded_session_count = 0;  // left out of everything below
  std::int64_t active_days = 0;
  std::int64_t active_weeks = 0;
  std::int64_t active_months = 0;
  std::optional<RecordSession> longest_distance;
  std::optional<RecordSession> longest_duration;
  std::array<std::optional<RecordSession>, pace_bands.size()> fastest_paces;  // as pace_bands
  BestPeriods best_week;
  BestPeriods best_month;
  Streaks daily_streak;
  Streaks weekly_streak;
  std::int64_t eddington_km = 0;
  std::int64_t eddington_miles = 0;
};

struct RecordsOptions {
  WeekStart week_start = WeekStart::monday;
  Date today;  // the athlete's; for the current streaks
};

// Reads all of a session whose figures are known. The error says in a few words what is wrong with the row.
using ReadSession = std::function<std::expected<TrainingSession, std::string>()>;

// Feed it every session once, in any order. Keeps the sums of each day, week and month, and the sessions that hold a
// record so far.
class RecordsAccumulator {
 public:
  explicit RecordsAccumulator(RecordsOptions options)
      : options_(options),
        weeks_(PeriodKind::week, options.week_start),
        months_(PeriodKind::month, options.week_start) {}

  // Reads the session only where it may hold a record. When that fails, the session is left out of everything.
  std::expected<void, std::string> add(const SessionFigures& session, const ReadSession& read_session);
  [[nodiscard]] Records result() const;

 private:
  std::expected<void, std::string> keep_records(const SessionFigures& session, const ReadSession& read_session);
  [[nodiscard]] Streaks daily_streaks() const;
  [[nodiscard]] Streaks weekly_streaks() const;

  RecordsOptions options_;
  Records found_;  // what needs no more than the session before: counts, longest, fastest
  std::map<std::chrono::sys_days, CompensatedSum> day_distances_km_;
  PeriodAccumulator weeks_;
  PeriodAccumulator months_;
};

}  // namespace tracker
