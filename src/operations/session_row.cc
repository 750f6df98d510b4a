#include "operations/session_row.h"

#include <fmt/format.h>

#include <algorithm>

#include "operations/limits.h"
#include "operations/spreadsheet_text.h"
#include "operations/utf8.h"
#include "tracker/decimal_text.h"
#include "tracker/time_text.h"

namespace operations {
namespace {

std::string_view cell(const CsvRecord& record, std::size_t index) {
  return index < record.fields.size() ? std::string_view(record.fields[index]) : std::string_view{};
}

// Garmin Connect writes the distance of swims in metres (yards where the account has miles), all others in km (miles).
bool is_swim(std::string_view sport) {
  const std::string lower = lower_case(sport);
  return lower.contains("swim") || lower.contains("schwimm") || lower.contains("zwem");
}

// The cell of the first column that has something; blank when none has.
std::string_view first_filled(const CsvRecord& record, const std::vector<std::size_t>& indices) {
  for (const std::size_t index : indices) {
    if (!is_blank_cell(cell(record, index))) return cell(record, index);
  }
  return {};
}

std::unexpected<std::string> about(std::string_view what, std::string_view text, std::string_view problem) {
  return std::unexpected(fmt::format("the {} {} {}.", what, quoted(text), problem));
}

std::unexpected<std::string> too_long(std::string_view what, std::size_t characters_max) {
  return std::unexpected(fmt::format("the {} is longer than {} characters.", what, characters_max));
}

}  // namespace

SessionRowReader::SessionRowReader(const LogColumns& columns, const LogConventions& conventions,
                                   const LogOptions& options, TimeZone time_zone)
    : columns_(columns), conventions_(conventions), options_(options), time_zone_(time_zone) {}

LogRow SessionRowReader::read(const CsvRecord& record) const {
  LogRow row;
  row.line = record.line;
  row.athlete_name = trimmed(text_of(record, columns_.athlete_name));
  row.athlete_id = text_of(record, columns_.athlete_id);
  const bool surplus =
      record.fields.size() > columns_.names.size() &&
      std::ranges::any_of(record.fields.begin() + static_cast<std::ptrdiff_t>(columns_.names.size()),
                          record.fields.end(), [](const std::string& field) { return !field.empty(); });
  if (surplus) {
    row.session =
        std::unexpected(fmt::format("the row has {} fields where the header has {}; a field with the delimiter "
                                    "in it must stand in quotes.",
                                    record.fields.size(), columns_.names.size()));
  } else if (utf8_characters(row.athlete_name) > tracker::limits::athlete_name_characters_max) {
    row.session = too_long("athlete's name", tracker::limits::athlete_name_characters_max);
  } else if (row.athlete_id.size() > limits::short_cell_bytes_max) {
    row.session = too_long("athlete id", limits::short_cell_bytes_max);
  } else {
    row.session = read_session(record, row.notice);
  }
  return row;
}

std::expected<tracker::ImportedSession, std::string> SessionRowReader::read_session(const CsvRecord& record,
                                                                                    std::string& notice) const {
  tracker::ImportedSession session;
  const auto start = read_start(record);
  if (!start) return std::unexpected(start.error());
  session.input.date = start->utc_offset == std::chrono::minutes(0) ? time_zone_.day_of_utc(*start) : start->date;

  const bool own = columns_.format == LogFormat::own;
  const std::string sport = own && !columns_.sport.empty() ? text_of(record, columns_.sport.front())
                                                           : std::string{trimmed(first_filled(record, columns_.sport))};
  if (utf8_characters(sport) > tracker::limits::sport_characters_max) {
    return too_long("sport", tracker::limits::sport_characters_max);
  }
  if (!sport.empty()) session.input.sport = sport;

  const auto minutes = read_duration_minutes(record);
  if (!minutes) return std::unexpected(minutes.error());
  session.input.duration_minutes = *minutes;
  const auto km = read_distance_km(record, columns_.format == LogFormat::garmin && is_swim(sport));
  if (!km) return std::unexpected(km.error());
  session.input.distance_km = *km;
  const auto rpe = read_rpe(record);
  if (!rpe) return std::unexpected(rpe.error());
  session.input.rpe = *rpe;
  session.input.notes = read_notes(record, notice);

  if (own) {
    if (auto read = read_own_columns(record, session); !read) return std::unexpected(read.error());
  } else if (start->time_of_day) {
    session.start_time = format_start(*start);
  }
  if (!session.id && !session.source) {
    session.source = generated_source(record, *start, session.input);
    if (session.source->size() > tracker::limits::notes_characters_max) {
      return too_long("activity id", limits::short_cell_bytes_max);
    }
  }
  return session;
}

std::expected<void, std::string> SessionRowReader::read_own_columns(const CsvRecord& record,
                                                                    tracker::ImportedSession& session) const {
  const auto optional_text = [&](std::optional<std::size_t> index) {
    std::string text = text_of(record, index);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
  };
  session.id = optional_text(columns_.session_id);
  session.source = optional_text(columns_.source);
  session.created_at = optional_text(columns_.created_at);
  session.updated_at = optional_text(columns_.updated_at);
  if (!columns_.start_time.empty()) session.start_time = optional_text(columns_.start_time.front());
  for (const auto* text :
       {&session.id, &session.source, &session.created_at, &session.updated_at, &session.start_time}) {
    if (*text && (*text)->size() > tracker::limits::notes_characters_max) {
      return too_long("id, source or timestamp", tracker::limits::notes_characters_max);
    }
  }
  for (const auto* timestamp : {&session.created_at, &session.updated_at}) {
    if (*timestamp && !tracker::parse_timestamp(**timestamp)) {
      return about("timestamp", **timestamp, "is not ISO 8601");
    }
  }
  // A spreadsheet writes TRUE.
  const std::string excluded = lower_case(text_of(record, columns_.excluded_from_records));
  if (!excluded.empty() && excluded != "true" && excluded != "false") {
    return about("exclusion from records", excluded, "is neither true nor false");
  }
  session.input.excluded_from_records = excluded == "true";
  return {};
}

std::expected<CivilStart, std::string> SessionRowReader::read_start(const CsvRecord& record) const {
  const std::string_view date_cell = first_filled(record, columns_.date);
  const std::string_view start_cell = first_filled(record, columns_.start_time);
  if (date_cell.empty() && start_cell.empty()) return std::unexpected("there is no date.");
  const std::string_view text = date_cell.empty() ? start_cell : date_cell;
  auto start = parse_start(text, conventions_.date_order);
  if (!start) return about("date", text, start.error());
  const bool own = columns_.format == LogFormat::own;
  // Our own export says the day; a spreadsheet may have added a midnight.
  if (own) return CivilStart{start->date, std::nullopt, std::nullopt};
  if (!start->time_of_day && !date_cell.empty() && !start_cell.empty()) {
    start->time_of_day = parse_time_of_day(start_cell);
    if (!start->time_of_day) {
      const auto whole = parse_start(start_cell, conventions_.date_order);
      if (!whole) return about("start time", start_cell, "is neither a time of day nor a date with one");
      if (whole->date == start->date) start = whole;
    }
  }
  if (!start->time_of_day) return *start;
  if (columns_.format == LogFormat::strava && !start->utc_offset) start->utc_offset = std::chrono::minutes(0);
  // Strava's API marks the local start with a Z that is not true.
  if (columns_.format == LogFormat::strava_api) start->utc_offset.reset();
  return *start;
}

std::expected<double, std::string> SessionRowReader::read_duration_minutes(const CsvRecord& record) const {
  bool found = false;
  for (const DurationColumn& column : columns_.duration) {
    const std::string_view text = cell(record, column.index);
    if (is_blank_cell(text)) continue;
    found = true;
    const auto seconds =
        parse_duration_seconds(text, column.unit.value_or(DurationUnit::minutes), conventions_.marks[column.index]);
    if (!seconds) return about("duration", text, seconds.error());
    const bool plain_minutes = column.unit.value_or(DurationUnit::minutes) == DurationUnit::minutes;
    // Minutes that were written as minutes stay the number that was written: no 7.1 * 60 / 60.
    const auto written = plain_minutes ? parse_number(text, conventions_.marks[column.index]) : std::unexpected("");
    const double minutes = written ? *written : *seconds / 60;
    if (minutes < 0) return about("duration", text, "is negative");
    if (minutes > tracker::limits::duration_minutes_max) return about("duration", text, "is beyond 1,000,000 minutes");
    // Some devices write 0 as moving time; the elapsed time then says more.
    if (minutes > 0) return minutes;
  }
  if (!found) return std::unexpected("there is no duration.");
  return 0.0;
}

DistanceUnit SessionRowReader::default_unit(bool swim) const {
  const DistanceUnit unit = options_.distance_unit.value_or(DistanceUnit::kilometres);
  if (!swim) return unit;
  return unit == DistanceUnit::miles ? DistanceUnit::yards : DistanceUnit::metres;
}

std::expected<double, std::string> SessionRowReader::read_distance_km(const CsvRecord& record, bool swim) const {
  for (const DistanceColumn& column : columns_.distance) {
    const std::string_view text = cell(record, column.index);
    if (is_blank_cell(text)) continue;
    const Measure measure = split_measure(text);
    const auto written_unit = distance_unit_of(lower_case(measure.unit));
    if (!measure.unit.empty() && !written_unit) return about("distance", text, "is not a number with a known unit");
    const auto value = parse_number(measure.number, conventions_.marks[column.index]);
    if (!value) return about("distance", text, value.error());
    const DistanceUnit unit = written_unit.value_or(column.unit.value_or(default_unit(swim)));
    const double km = to_kilometres(*value, unit);
    if (km < 0) return about("distance", text, "is negative");
    if (km > tracker::limits::distance_km_max) return about("distance", text, "is beyond 1,000,000 km");
    return km;
  }
  return 0.0;
}

std::expected<std::optional<double>, std::string> SessionRowReader::read_rpe(const CsvRecord& record) const {
  for (const std::size_t index : columns_.rpe) {
    const std::string_view text = cell(record, index);
    if (is_blank_cell(text)) continue;
    const auto value = parse_number(text, conventions_.marks[index]);
    if (!value) return about("perceived exertion", text, value.error());
    if (*value < 0 || *value > tracker::limits::rpe_max)
      return about("perceived exertion", text, "is not between 0 and 10");
    return *value;
  }
  return std::nullopt;
}

std::string SessionRowReader::read_notes(const CsvRecord& record, std::string& notice) const {
  std::vector<std::string> parts;
  for (const auto* columns : {&columns_.title, &columns_.description}) {
    for (const std::size_t index : *columns) {
      std::string part = text_of(record, index);
      if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.push_back(std::move(part));
    }
  }
  std::string notes = fmt::format("{}", fmt::join(parts, "\n"));
  if (utf8_characters(notes) <= tracker::limits::notes_characters_max) return notes;
  notice = fmt::format("the notes were cut to {} characters.", tracker::limits::notes_characters_max);
  return std::string{utf8_prefix(notes, tracker::limits::notes_characters_max - 1)} + "…";
}

std::string SessionRowReader::generated_source(const CsvRecord& record, const CivilStart& start,
                                               const tracker::SessionInput& input) const {
  const std::string_view prefix = source_prefix(columns_.format);
  const bool has_activity_ids = prefix != "csv";  // another file's "id" may be a row number
  const std::string id = has_activity_ids ? text_of(record, columns_.activity_id) : "";
  if (!id.empty()) return fmt::format("{}:{}", prefix, id);
  if (start.time_of_day) return fmt::format("{}:{}", prefix, format_start(start));
  return fmt::format("{}:{}/{}min/{}km/{}", prefix, tracker::format_date(start.date),
                     tracker::format_decimal(input.duration_minutes), tracker::format_decimal(input.distance_km),
                     input.sport.value_or(""));
}

std::string SessionRowReader::text_of(const CsvRecord& record, std::optional<std::size_t> index) const {
  if (!index) return "";
  const std::string_view text = cell(record, *index);
  if (columns_.format == LogFormat::own) return std::string{unguarded(text)};
  return is_blank_cell(text) ? "" : std::string{trimmed(text)};
}

}  // namespace operations
