#include "tracker/records.h"

#include <ranges>
#include <span>
#include <tuple>
#include <vector>

#include "tracker/eddington.h"
#include "tracker/streaks.h"

namespace tracker {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// Of one day, what says when it began goes by that. The id, so that the order they come in does not matter.
bool is_earlier(const TrainingSession& left, const TrainingSession& right) {
  return std::tie(left.date, left.start_time, left.id) < std::tie(right.date, right.start_time, right.id);
}

// What a session offers for one record.
struct Offer {
  std::optional<RecordSession>* record = nullptr;
  double value = 0;
  bool smaller_is_better = false;

  [[nodiscard]] bool is_better() const {
    if (!*record) return true;
    return smaller_is_better ? value<(*record)->value : value>(*record)->value;
  }
  [[nodiscard]] bool is_equal() const { return *record && value == (*record)->value; }
};

void keep_best(std::optional<PeriodStatistics>& best, const PeriodStatistics& period,
               double PeriodStatistics::* measure) {
  if (period.*measure > (best ? (*best).*measure : 0)) best = period;
}

BestPeriods best_of(const std::vector<PeriodStatistics>& periods) {
  BestPeriods best;
  for (const auto& period : periods) {
    keep_best(best.by_distance, period, &PeriodStatistics::total_distance_km);
    keep_best(best.by_duration, period, &PeriodStatistics::total_duration_minutes);
  }
  return best;
}

std::optional<Streak> streak_of(const std::optional<Run>& run, PeriodKind kind) {
  if (!run) return std::nullopt;
  return Streak{.length = run->length,
                .period = {.first = period_from(run->first, kind).first, .last = period_from(run->last, kind).last}};
}

Streaks streaks_of(std::span<const sys_days> starts, PeriodKind kind, days step, sys_days today) {
  return {.longest = streak_of(longest_run(starts, step), kind),
          .current = streak_of(current_run(starts, step, today), kind)};
}

}  // namespace

std::expected<void, std::string> RecordsAccumulator::keep_records(const SessionFigures& session,
                                                                  const ReadSession& read_session) {
  const double minutes = session.duration_minutes;
  const double km = session.distance_km;
  std::vector<Offer> offers;
  if (km > 0) offers.push_back({.record = &found_.longest_distance, .value = km});
  if (minutes > 0) offers.push_back({.record = &found_.longest_duration, .value = minutes});
  for (std::size_t band = 0; minutes > 0 && band < pace_bands.size(); ++band) {
    if (km < pace_bands.at(band).from_km || km >= pace_bands.at(band).to_km) continue;
    offers.push_back({.record = &found_.fastest_paces.at(band), .value = minutes / km, .smaller_is_better = true});
  }
  std::erase_if(offers, [&session](const Offer& offer) {
    const bool may_be_earlier = offer.is_equal() && session.date <= (*offer.record)->session.date;
    return !offer.is_better() && !may_be_earlier;
  });
  if (offers.empty()) return {};
  const auto whole = read_session();
  if (!whole) return std::unexpected(whole.error());
  for (const Offer& offer : offers) {
    if (!offer.is_better() && !is_earlier(*whole, (*offer.record)->session)) continue;
    *offer.record = RecordSession{.value = offer.value, .session = *whole};
  }
  return {};
}

std::expected<void, std::string> RecordsAccumulator::add(const SessionFigures& session,
                                                         const ReadSession& read_session) {
  if (session.excluded_from_records) {
    ++found_.excluded_session_count;
  } else {
    if (auto kept = keep_records(session, read_session); !kept) return kept;
    day_distances_km_[sys_days(session.date)].add(session.distance_km);
    weeks_.add(session);
    months_.add(session);
  }
  ++found_.session_count;
  return {};
}

Streaks RecordsAccumulator::daily_streaks() const {
  const auto starts = std::views::keys(day_distances_km_);
  return streaks_of(std::vector<sys_days>(starts.begin(), starts.end()), PeriodKind::day, days(1),
                    sys_days(options_.today));
}

Streaks RecordsAccumulator::weekly_streaks() const {
  return streaks_of(weeks_.starts(), PeriodKind::week, days(7),
                    period_start(options_.today, PeriodKind::week, options_.week_start));
}

Records RecordsAccumulator::result() const {
  Records records = found_;
  const auto weeks = weeks_.result();
  const auto months = months_.result();
  records.active_days = std::ssize(day_distances_km_);
  records.active_weeks = std::ssize(weeks);
  records.active_months = std::ssize(months);
  records.best_week = best_of(weeks);
  records.best_month = best_of(months);
  records.daily_streak = daily_streaks();
  records.weekly_streak = weekly_streaks();
  std::vector<double> day_distances_km;
  day_distances_km.reserve(day_distances_km_.size());
  for (const auto& [day, km] : day_distances_km_) day_distances_km.push_back(km.value());
  records.eddington_km = eddington_number(day_distances_km, 1);
  records.eddington_miles = eddington_number(day_distances_km, km_per_mile);
  return records;
}

}  // namespace tracker
