// What athletes and coaches talk about. Times are UTC; a date is the athlete's own calendar day.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace tracker {

using Date = std::chrono::year_month_day;
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

namespace limits {
inline constexpr std::size_t athlete_name_characters_max = 200;  // code points, after trimming
inline constexpr std::size_t notes_characters_max = 1000;
inline constexpr std::size_t sport_characters_max = 100;
inline constexpr double duration_minutes_max = 1e6;  // beyond is a typing error
inline constexpr double distance_km_max = 1e6;
inline constexpr double rpe_max = 10;  // rating of perceived exertion, 0 … 10
inline constexpr std::size_t page_sessions_max = 100;
}  // namespace limits

struct Athlete {
  std::string id;  // UUID v4; others' data may hold any text
  std::string name;
  friend bool operator==(const Athlete&, const Athlete&) = default;
};

// What a client may say of a session.
struct SessionInput {
  std::string athlete_id;
  Date date;
  double duration_minutes = 0;
  double distance_km = 0;
  std::string notes;  // empty: none
  std::optional<std::string> sport;
  std::optional<double> rpe;
  bool excluded_from_records = false;  // a faulty session: it counts in no record, but in every sum
  friend bool operator==(const SessionInput&, const SessionInput&) = default;
};

struct TrainingSession {
  std::string id;
  std::string athlete_id;
  std::string athlete_name;
  Date date;
  double duration_minutes = 0;
  double distance_km = 0;
  std::string notes;
  std::optional<std::string> sport;
  std::optional<double> rpe;
  std::string created_at;  // as stored: ISO 8601, of any writer ("2026-11-23T04:35:57.900623+00:00")
  std::string updated_at;
  // Imported sessions: where from, and when it began there. See import.h of operations/.
  std::optional<std::string> source;      // "strava:1234567890", "garmin:2019-02-01T15:21:47", …
  std::optional<std::string> start_time;  // ISO 8601
  bool excluded_from_records = false;
  friend bool operator==(const TrainingSession&, const TrainingSession&) = default;
};

struct Statistics {
  std::int64_t session_count = 0;
  double total_duration_minutes = 0;
  double total_distance_km = 0;
  double average_duration_minutes = 0;
  double average_distance_km = 0;
  double average_pace_minutes_per_km = 0;
};

struct DateRange {
  std::optional<Date> first;  // inclusive
  std::optional<Date> last;   // inclusive
};

}  // namespace tracker
