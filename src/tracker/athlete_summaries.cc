#include "tracker/athlete_summaries.h"

#include <utility>

namespace tracker {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days week_length(7);

bool is_later(const TrainingSession& left, const TrainingSession& right) {
  return left.date != right.date ? left.date > right.date : left.id < right.id;
}

}  // namespace

AthleteSummaries::AthleteSummaries(Date today, WeekStart week_start)
    : today_(today),
      first_week_(period_start(today, PeriodKind::week, week_start) - week_length * (summary_weeks - 1)) {}

void AthleteSummaries::Sums::add(const TrainingSession& session) {
  ++session_count;
  duration_minutes.add(session.duration_minutes);
  distance_km.add(session.distance_km);
}

Totals AthleteSummaries::Sums::totals() const {
  return {.session_count = session_count,
          .total_duration_minutes = duration_minutes.value(),
          .total_distance_km = distance_km.value()};
}

void AthleteSummaries::add(TrainingSession session) {
  OfAthlete& athlete = athletes_[session.athlete_id];
  ++athlete.session_count;
  const sys_days day(session.date);
  if (day <= today_ && day > today_ - week_length) athlete.last_7_days.add(session);
  if (day >= first_week_) {
    const auto week = static_cast<std::size_t>((day - first_week_) / week_length);
    if (week < summary_weeks) athlete.weeks.at(week).add(session);
  }
  if (!athlete.last_session || is_later(session, *athlete.last_session)) athlete.last_session = std::move(session);
}

std::vector<AthleteSummary> AthleteSummaries::of(const std::vector<Athlete>& athletes) const {
  static const OfAthlete nothing;
  std::vector<AthleteSummary> summaries;
  summaries.reserve(athletes.size());
  for (const auto& athlete : athletes) {
    const auto found = athletes_.find(athlete.id);
    const OfAthlete& known = found == athletes_.end() ? nothing : found->second;
    AthleteSummary summary{.athlete = athlete,
                           .session_count = known.session_count,
                           .last_session = known.last_session,
                           .last_7_days = known.last_7_days.totals(),
                           .weeks = {}};
    for (std::size_t week = 0; week < summary_weeks; ++week) {
      const sys_days start = first_week_ + week_length * static_cast<int>(week);
      summary.weeks.at(week) = {.week = period_from(start, PeriodKind::week), .totals = known.weeks.at(week).totals()};
    }
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

}  // namespace tracker
