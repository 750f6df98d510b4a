// A training log in CSV, as Strava, Garmin Connect, Runkeeper, a spreadsheet or our own export writes it, as sessions.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "operations/civil_time.h"
#include "operations/decimal_number.h"
#include "operations/input_error.h"
#include "operations/log_columns.h"
#include "tracker/repository.h"

namespace operations {

struct LogOptions {
  // Strava writes UTC; the calendar day of a session is the day here. IANA name.
  std::string time_zone = "UTC";
  DateOrder date_order = DateOrder::automatic;
  DecimalMark decimal_mark = DecimalMark::automatic;
  // Of distances whose header and format say none; kilometres where not given. Miles make Garmin's swims yards.
  std::optional<DistanceUnit> distance_unit;
  ColumnChoice columns;
};

struct LogRow {
  std::size_t line = 0;
  // From an athlete column; empty where the file has none.
  std::string athlete_name;
  std::string athlete_id;
  // input.athlete_id is empty. The error is a sentence without the line.
  std::expected<tracker::ImportedSession, std::string> session;
  std::string notice;  // empty, or what was changed: "the notes were cut to 1000 characters."
};

struct TrainingLog {
  LogFormat format = LogFormat::generic;
  std::optional<LogColumns> columns;  // of CSV only
  std::vector<LogRow> rows;           // in file order
  std::vector<std::string> notices;   // on the file as a whole
};

// A row that cannot be read is an error in its place; the others count. The file as a whole is refused where guessing
// could spoil all rows: columns not recognised, broken quoting, text that is not UTF-8 in part, dates such as 3/4/2014
// in all rows, a decimal mark that could as well group thousands ("1,234").
//
// Sessions: duration in minutes, distance in km (0 where there is none), notes from title and description on a line
// each, cut with "…" at 1000 characters. `source` is "strava:<activity id>", "garmin:<start second>",
// "runkeeper:<activity id or start second>", "csv:<start second>", or where a row has only a date
// "csv:<date>/<minutes>min/<km>km/<sport>", for several sessions of a day are told apart by nothing else. Rows that
// would have the same source get "#2", "#3" …, in an order that does not depend on the order in the file.
[[nodiscard]] std::expected<TrainingLog, InputError> parse_training_log(std::string_view bytes,
                                                                        const LogOptions& options);

}  // namespace operations
