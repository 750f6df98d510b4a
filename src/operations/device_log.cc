#include "operations/device_log.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <numeric>
#include <vector>

#include "operations/civil_time.h"
#include "operations/session_source.h"
#include "operations/utf8.h"

namespace operations {
namespace {

constexpr double seconds_per_minute = 60;
constexpr double centimetres_per_metre = 100;
constexpr double centimetres_per_kilometre = 100'000;

CivilStart civil(std::chrono::sys_seconds instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  return {tracker::Date(day), instant - day, std::chrono::minutes(0)};
}

bool has_stored_year(tracker::Date date) {
  return date.ok() && date.year() >= std::chrono::year(1) && date.year() <= std::chrono::year(9999);
}

std::expected<tracker::ImportedSession, std::string> session_of(const DeviceActivity& activity,
                                                                const TimeZone& time_zone, std::string& notice) {
  if (!activity.problem.empty()) return std::unexpected(activity.problem);
  if (!activity.start) return std::unexpected("there is no start time.");
  if (!activity.seconds) return std::unexpected("there is no duration.");
  tracker::ImportedSession session;
  const CivilStart start = civil(*activity.start);
  session.input.date = time_zone.day_of_utc(start);
  if (!has_stored_year(start.date) || !has_stored_year(session.input.date)) {
    return std::unexpected("the start time is not in the years 1 to 9999.");
  }
  session.input.duration_minutes = *activity.seconds / seconds_per_minute;
  session.input.distance_km = std::round(activity.metres * centimetres_per_metre) / centimetres_per_kilometre;
  // Written so that what is no number is refused too.
  if (!(session.input.duration_minutes >= 0 &&
        session.input.duration_minutes <= tracker::limits::duration_minutes_max)) {
    return std::unexpected("the duration is not between 0 and 1,000,000 minutes.");
  }
  if (!(session.input.distance_km >= 0 && session.input.distance_km <= tracker::limits::distance_km_max)) {
    return std::unexpected("the distance is not between 0 and 1,000,000 km.");
  }
  const std::string_view sport = trimmed(activity.sport);
  if (!sport.empty()) session.input.sport = utf8_prefix(sport, tracker::limits::sport_characters_max);
  const std::string_view notes = trimmed(activity.notes);
  session.input.notes = notes;
  if (utf8_characters(notes) > tracker::limits::notes_characters_max) {
    notice = fmt::format("the notes were cut to {} characters.", tracker::limits::notes_characters_max);
    session.input.notes = std::string{utf8_prefix(notes, tracker::limits::notes_characters_max - 1)} + "…";
  }
  session.input.rpe = activity.rpe;
  session.start_time = format_start(start);
  session.source = fmt::format("{}:{}", source_prefix(LogFormat::fit), *session.start_time);
  return session;
}

}  // namespace

DeviceLog::DeviceLog(LogFormat format, TimeZone time_zone) : time_zone_(time_zone) {
  log_.format = format;
}

void DeviceLog::add(const DeviceActivity& activity) {
  LogRow row;
  row.line = activity.line;
  row.session = session_of(activity, time_zone_, row.notice);
  log_.rows.push_back(std::move(row));
}

TrainingLog DeviceLog::take() {
  std::vector<std::size_t> generated;
  for (std::size_t index = 0; index < log_.rows.size(); ++index) {
    if (log_.rows[index].session) generated.push_back(index);
  }
  number_equal_sources(log_.rows, generated);
  return std::move(log_);
}

std::optional<std::chrono::sys_seconds> parse_instant(std::string_view text) {
  const auto start = parse_start(text, DateOrder::automatic);
  if (!start || !start->time_of_day) return std::nullopt;
  return std::chrono::sys_days(start->date) + *start->time_of_day - start->utc_offset.value_or(std::chrono::minutes(0));
}

std::optional<double> parse_decimal(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace operations
