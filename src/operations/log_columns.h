// Which column of a training log means what: found by header name and alias, never by position or count.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "operations/duration.h"
#include "operations/input_error.h"

namespace operations {

enum class LogFormat { own, strava, strava_api, garmin, runkeeper, generic, fit, tcx, gpx };
// The word before the colon in a session's source: "strava", "garmin", "runkeeper", "csv", and of all
// that a device recorded "device".
[[nodiscard]] std::string_view source_prefix(LogFormat format);
// For people: "Strava export".
[[nodiscard]] std::string_view format_name(LogFormat format);

enum class DistanceUnit { kilometres, metres, miles, yards, feet };
[[nodiscard]] double to_kilometres(double value, DistanceUnit unit);
[[nodiscard]] std::optional<DistanceUnit> distance_unit_of(std::string_view word);  // "km", "mi", "m", "yd", "ft", …

// A column that is read, with the unit its header or its format says.
struct DistanceColumn {
  std::size_t index = 0;
  std::optional<DistanceUnit> unit;
};
struct DurationColumn {
  std::size_t index = 0;
  std::optional<DurationUnit> unit;
};

// Several columns of one meaning stand in order of preference: the first that is not blank in a row counts.
struct LogColumns {
  LogFormat format = LogFormat::generic;
  std::vector<std::string> names;  // headers as written, for messages; by index
  std::vector<std::size_t> date;
  std::vector<std::size_t> start_time;
  std::vector<DurationColumn> duration;
  std::vector<DistanceColumn> distance;
  std::vector<std::size_t> sport;
  std::vector<std::size_t> title;
  std::vector<std::size_t> description;
  std::vector<std::size_t> rpe;
  std::optional<std::size_t> activity_id;
  std::optional<std::size_t> athlete_name;
  std::optional<std::size_t> athlete_id;
  // Our own export only.
  std::optional<std::size_t> session_id;
  std::optional<std::size_t> source;
  std::optional<std::size_t> created_at;
  std::optional<std::size_t> updated_at;
  std::optional<std::size_t> excluded_from_records;
};

// What a person says of the columns; what is absent is as recognised. An index counts from 0.
inline constexpr int no_column = -1;
struct ColumnChoice {
  std::optional<int> date = {};
  std::optional<int> duration = {};
  std::optional<int> distance = {};
  std::optional<int> sport = {};
  std::optional<int> notes = {};
  std::optional<int> rpe = {};
};

// Headers in English, German and Dutch. Of two columns called Distance Strava's second counts, in metres (its first is
// in km, but in nautical miles for some sports); a duration is Strava's Moving Time where there is one, else Elapsed
// Time (the second, then the first); Garmin's Time. Errors: no date or no duration column (the sentence lists the
// headers that there are), in other formats two columns of the same name that both would count, and a chosen column
// that is not there; all with InputFault::columns.
[[nodiscard]] std::expected<LogColumns, InputError> recognise_columns(std::span<const std::string> headers,
                                                                      std::size_t line,
                                                                      const ColumnChoice& choice = {});

}  // namespace operations
