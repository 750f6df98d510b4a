#include "api/statistics_representation.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "api/query_parameters.h"
#include "api/representation.h"
#include "json/writer.h"
#include "tracker/time_text.h"

namespace api {
namespace {

void write(json::Writer& writer, const tracker::SportTotals& totals) {
  writer.start_object().key("sport");
  totals.sport ? writer.string(*totals.sport) : writer.null();
  writer.key("totalSessions").integer(totals.session_count);
  writer.key("totalDuration").floating(totals.total_duration_minutes);
  writer.key("totalDistance").floating(totals.total_distance_km);
  writer.end_object();
}

void write_days(json::Writer& writer, const tracker::Period& period) {
  writer.key("start").string(tracker::format_date(period.first));
  writer.key("end").string(tracker::format_date(period.last));
}

void write_sums(json::Writer& writer, const tracker::Totals& totals) {
  writer.key("totalSessions").integer(totals.session_count);
  writer.key("totalDuration").floating(totals.total_duration_minutes);
  writer.key("totalDistance").floating(totals.total_distance_km);
}

void write(json::Writer& writer, const tracker::AthleteSummary& summary) {
  writer.start_object();
  writer.key("id").string(summary.athlete.id);
  writer.key("name").string(summary.athlete.name);
  writer.key("totalSessions").integer(summary.session_count);
  writer.key("lastSession");
  summary.last_session ? write_session(writer, *summary.last_session) : static_cast<void>(writer.null());
  writer.key("last7Days").start_object();
  write_sums(writer, summary.last_7_days);
  writer.end_object();
  writer.key("weeks").start_array();
  for (const auto& [week, totals] : summary.weeks) {
    writer.start_object();
    write_days(writer, week);
    write_sums(writer, totals);
    writer.end_object();
  }
  writer.end_array().end_object();
}

template <class T>
std::string represent_all(const std::vector<T>& values) {
  json::Writer writer;
  writer.start_array();
  for (const auto& value : values) write(writer, value);
  writer.end_array();
  return writer.take();
}

void write(json::Writer& writer, const tracker::PeriodStatistics& statistics) {
  writer.start_object();
  write_days(writer, statistics.period);
  writer.key("totalSessions").integer(statistics.session_count);
  writer.key("totalDuration").floating(statistics.total_duration_minutes);
  writer.key("totalDistance").floating(statistics.total_distance_km);
  writer.key("paceDuration").floating(statistics.pace_duration_minutes);
  writer.key("paceDistance").floating(statistics.pace_distance_km);
  writer.key("load").floating(statistics.load);
  writer.key("sessionsWithRpe").integer(statistics.sessions_with_rpe);
  writer.key("sports").start_array();
  for (const auto& totals : statistics.sports) write(writer, totals);
  writer.end_array().end_object();
}

void write(json::Writer& writer, const tracker::RecordSession& record) {
  writer.start_object().key("value").floating(record.value).key("session");
  write_session(writer, record.session);
  writer.end_object();
}

void write(json::Writer& writer, const tracker::Streak& streak) {
  writer.start_object().key("length").integer(streak.length);
  write_days(writer, streak.period);
  writer.end_object();
}

template <class T>
void write_or_null(json::Writer& writer, std::string_view name, const std::optional<T>& value) {
  writer.key(name);
  value ? write(writer, *value) : static_cast<void>(writer.null());
}

void write_best(json::Writer& writer, std::string_view name, const tracker::BestPeriods& best) {
  writer.key(name).start_object();
  write_or_null(writer, "byDistance", best.by_distance);
  write_or_null(writer, "byDuration", best.by_duration);
  writer.end_object();
}

void write_streaks(json::Writer& writer, std::string_view name, const tracker::Streaks& streaks) {
  writer.key(name).start_object();
  write_or_null(writer, "longest", streaks.longest);
  write_or_null(writer, "current", streaks.current);
  writer.end_object();
}

void write_paces(json::Writer& writer, const tracker::Records& records) {
  writer.key("fastestPaces").start_array();
  for (std::size_t index = 0; index < tracker::pace_bands.size(); ++index) {
    const auto& band = tracker::pace_bands.at(index);
    writer.start_object().key("fromKm").floating(band.from_km).key("toKm");
    std::isfinite(band.to_km) ? writer.floating(band.to_km) : writer.null();
    write_or_null(writer, "record", records.fastest_paces.at(index));
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

std::string represent(const std::vector<tracker::PeriodStatistics>& periods, tracker::PeriodKind by,
                      tracker::WeekStart week_start) {
  json::Writer writer;
  writer.start_object();
  writer.key("by").string(parameters::period_kinds.at(std::to_underlying(by)));
  writer.key("weekStart").string(parameters::week_starts.at(std::to_underlying(week_start)));
  writer.key("periods").start_array();
  for (const auto& period : periods) write(writer, period);
  writer.end_array().end_object();
  return writer.take();
}

std::string represent(const tracker::Records& records) {
  json::Writer writer;
  writer.start_object();
  writer.key("totalSessions").integer(records.session_count);
  writer.key("excludedSessions").integer(records.excluded_session_count);
  writer.key("activeDays").integer(records.active_days);
  writer.key("activeWeeks").integer(records.active_weeks);
  writer.key("activeMonths").integer(records.active_months);
  write_or_null(writer, "longestDistance", records.longest_distance);
  write_or_null(writer, "longestDuration", records.longest_duration);
  write_paces(writer, records);
  write_best(writer, "bestWeek", records.best_week);
  write_best(writer, "bestMonth", records.best_month);
  write_streaks(writer, "dailyStreak", records.daily_streak);
  write_streaks(writer, "weeklyStreak", records.weekly_streak);
  writer.key("eddingtonKm").integer(records.eddington_km);
  writer.key("eddingtonMiles").integer(records.eddington_miles);
  writer.end_object();
  return writer.take();
}

std::string represent(const std::vector<tracker::SportTotals>& totals) {
  return represent_all(totals);
}

std::string represent(const std::vector<tracker::AthleteSummary>& summaries) {
  return represent_all(summaries);
}

}  // namespace api
