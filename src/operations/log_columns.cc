#include "operations/log_columns.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "operations/column_choice.h"
#include "operations/column_names.h"
#include "operations/utf8.h"

namespace operations {
namespace {

struct Header {
  std::size_t index = 0;
  HeaderName name;
  std::optional<ColumnMeaning> meaning;
};

bool has(std::span<const Header> headers, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(
      headers, [&](const Header& header) { return std::ranges::find(names, header.name.text) != names.end(); });
}
bool has(std::span<const Header> headers, ColumnMeaning meaning) {
  return std::ranges::any_of(headers, [&](const Header& header) { return header.meaning == meaning; });
}

LogFormat format_of(std::span<const Header> headers) {
  if (has(headers, {"session id"}) && has(headers, {"athlete id"}) && has(headers, {"created at"}))
    return LogFormat::own;
  if (has(headers,
          {"activity date", "aktivitätsdatum", "datum der aktivität", "datum van activiteit", "activiteitsdatum"})) {
    return LogFormat::strava;
  }
  if (has(headers, {"start date local"}) && has(headers, {"moving time", "elapsed time"})) return LogFormat::strava_api;
  if (has(headers, {"favorite", "favourite", "favorit", "favoriet"}) && has(headers, ColumnMeaning::title)) {
    return LogFormat::garmin;
  }
  if (has(headers, {"gpx file"}) || (has(headers, {"route name"}) && has(headers, {"duration"})))
    return LogFormat::runkeeper;
  return LogFormat::generic;
}

class ColumnCollector {
 public:
  ColumnCollector(std::vector<Header> headers, LogFormat format) : headers_(std::move(headers)), format_(format) {}

  [[nodiscard]] std::vector<const Header*> all(ColumnMeaning meaning) const {
    std::vector<const Header*> found;
    for (const Header& header : headers_) {
      if (header.meaning == meaning) found.push_back(&header);
    }
    return found;
  }
  [[nodiscard]] std::vector<std::size_t> indices(ColumnMeaning meaning) const {
    std::vector<std::size_t> found;
    for (const Header* header : all(meaning)) found.push_back(header->index);
    return found;
  }
  [[nodiscard]] std::optional<std::size_t> first(ColumnMeaning meaning) const {
    const auto found = indices(meaning);
    return found.empty() ? std::nullopt : std::optional(found.front());
  }

  // Most trusted first.
  [[nodiscard]] std::vector<DurationColumn> durations() const {
    using enum ColumnMeaning;
    std::vector<ColumnMeaning> order = {duration, time, moving_time, elapsed_time};
    const bool strava = format_ == LogFormat::strava || format_ == LogFormat::strava_api;
    if (strava) order = {moving_time, elapsed_time};
    const std::optional<DurationUnit> plain_unit = strava ? std::optional(DurationUnit::seconds) : std::nullopt;
    std::vector<DurationColumn> found;
    for (const ColumnMeaning meaning : order) {
      auto columns = all(meaning);
      // Beside a duration, "Time" is the time of day.
      if (meaning == time && !found.empty()) continue;
      if (strava) std::ranges::reverse(columns);
      for (const Header* header : columns) {
        const auto unit = duration_unit_of(header->name.unit);
        found.push_back({header->index, unit ? unit : plain_unit});
      }
    }
    return found;
  }

  [[nodiscard]] std::vector<DistanceColumn> distances() const {
    auto columns = all(ColumnMeaning::distance);
    std::vector<DistanceColumn> found;
    found.reserve(columns.size());
    for (const Header* header : columns) found.push_back({header->index, distance_unit_of(header->name.unit)});
    if (format_ == LogFormat::strava_api) {
      for (auto& column : found) column.unit = column.unit.value_or(DistanceUnit::metres);
    }
    if (format_ == LogFormat::strava && found.size() > 1) {
      found.back().unit = DistanceUnit::metres;
      std::ranges::reverse(found);
    }
    return found;
  }

 private:
  std::vector<Header> headers_;
  LogFormat format_;
};

// Two columns of one name are known of Strava only; elsewhere nobody knows which one is meant.
std::optional<std::string> doubled_name(std::span<const Header> headers, const ColumnChoice& choice) {
  using enum ColumnMeaning;
  std::map<std::string_view, std::size_t> seen;
  for (const Header& header : headers) {
    const bool is_duration = header.meaning == duration || header.meaning == time || header.meaning == moving_time ||
                             header.meaning == elapsed_time;
    const bool counts = (header.meaning == date && !choice.date) || (is_duration && !choice.duration) ||
                        (header.meaning == distance && !choice.distance);
    if (!counts) continue;
    const auto [first, added] = seen.emplace(header.name.whole, header.index);
    if (!added) {
      return fmt::format("columns {} and {} have the same name '{}'; rename or remove one.", first->second + 1,
                         header.index + 1, header.name.whole);
    }
  }
  return std::nullopt;
}

InputError missing(std::size_t line, std::string_view what, std::string_view examples,
                   const std::vector<std::string>& names) {
  std::string there = fmt::format("{}", fmt::join(names, ", "));
  return {line,
          fmt::format("no column for the {} is recognised (a header such as {} is); the headers are: {}.", what,
                      examples, quoted(there)),
          InputFault::columns, names};
}

}  // namespace

std::expected<LogColumns, InputError> recognise_columns(std::span<const std::string> names, std::size_t line,
                                                        const ColumnChoice& choice) {
  std::vector<Header> headers;
  LogColumns columns;
  for (std::size_t index = 0; index < names.size(); ++index) {
    HeaderName name = normalised_header(names[index]);
    const auto meaning = meaning_of(name.text);
    headers.push_back({index, std::move(name), meaning});
    columns.names.emplace_back(trimmed(names[index]));
  }
  columns.format = format_of(headers);
  const bool strava = columns.format == LogFormat::strava || columns.format == LogFormat::strava_api;
  if (!strava) {
    if (auto message = doubled_name(headers, choice)) {
      return std::unexpected(InputError{line, std::move(*message), InputFault::columns, columns.names});
    }
  }
  const ColumnCollector collector(std::move(headers), columns.format);
  using enum ColumnMeaning;
  columns.date = collector.indices(date);
  if (columns.format == LogFormat::strava_api) {
    // Beside it stands the same start in UTC.
    std::erase_if(columns.date,
                  [&](std::size_t index) { return normalised_header(names[index]).text != "start date local"; });
  }
  columns.start_time = collector.indices(start_time);
  columns.duration = collector.durations();
  if (!columns.duration.empty() && !collector.all(duration).empty()) {
    // "Duration" says how long; a "Time" beside it is when it began.
    std::ranges::copy(collector.indices(time), std::back_inserter(columns.start_time));
  }
  columns.distance = collector.distances();
  columns.sport = collector.indices(sport);
  columns.title = collector.indices(title);
  columns.description = collector.indices(description);
  columns.rpe = collector.indices(rpe);
  columns.activity_id = collector.first(activity_id);
  columns.athlete_name = collector.first(athlete_name);
  columns.athlete_id = collector.first(athlete_id);
  // Strava's later "Start Time" column is not the start of the activity date, and blank in every export seen.
  if (columns.format == LogFormat::strava) columns.start_time.clear();
  if (columns.format == LogFormat::own) {
    columns.session_id = collector.first(session_id);
    columns.source = collector.first(source);
    columns.created_at = collector.first(created_at);
    columns.updated_at = collector.first(updated_at);
    columns.excluded_from_records = collector.first(excluded_from_records);
  }
  if (auto applied = apply_choice(columns, choice, line); !applied) return std::unexpected(applied.error());
  if (columns.date.empty() && columns.start_time.empty()) {
    return std::unexpected(missing(line, "date", "Date or Activity Date", columns.names));
  }
  if (columns.duration.empty()) {
    return std::unexpected(missing(line, "duration", "Duration, Time or Moving Time", columns.names));
  }
  return columns;
}

}  // namespace operations
