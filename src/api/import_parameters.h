// What a request says of an uploaded training log.
#pragma once

#include <array>
#include <string>

#include "api/query_parameters.h"
#include "operations/file_import.h"

namespace api {

namespace parameters {
inline constexpr Parameter athlete_name{.name = "athleteName"};
inline constexpr Parameter time_zone{.name = "timeZone"};
inline constexpr std::array<std::string_view, 3> date_orders = {"automatic", "dayFirst", "monthFirst"};
inline constexpr Parameter date_order{.name = "dateOrder", .type = Parameter::Type::choice, .choices = date_orders};
inline constexpr std::array<std::string_view, 3> decimal_marks = {"automatic", "comma", "point"};
inline constexpr Parameter decimal_mark{
    .name = "decimalMark", .type = Parameter::Type::choice, .choices = decimal_marks};
inline constexpr std::array<std::string_view, 4> distance_units = {"automatic", "kilometres", "miles", "metres"};
inline constexpr Parameter distance_unit{
    .name = "distanceUnit", .type = Parameter::Type::choice, .choices = distance_units};
inline constexpr Parameter file_name{.name = "fileName"};

[[nodiscard]] constexpr Parameter column_parameter(std::string_view name) {
  return {.name = name, .type = Parameter::Type::integer, .minimum = -1, .maximum = 999, .has_fallback = false};
}
inline constexpr Parameter date_column = column_parameter("dateColumn");
inline constexpr Parameter duration_column = column_parameter("durationColumn");
inline constexpr Parameter distance_column = column_parameter("distanceColumn");
inline constexpr Parameter sport_column = column_parameter("sportColumn");
inline constexpr Parameter notes_column = column_parameter("notesColumn");
inline constexpr Parameter rpe_column = column_parameter("rpeColumn");

inline constexpr Parameter first_row{.name = "firstRow", .type = Parameter::Type::integer};
inline constexpr std::int64_t rows_max = 2'000'000;  // of a file: operations/limits.h
inline constexpr Parameter row_count{
    .name = "rowCount", .type = Parameter::Type::integer, .minimum = 1, .maximum = rows_max, .fallback = rows_max};
}  // namespace parameters

struct ImportRequest {
  operations::FileImportOptions options;  // dry_run is the caller's
  std::string file_name;                  // for messages; empty: not said
};
// An empty text is as good as none. What is wrong is in query.errors(), a time zone that is not known too.
[[nodiscard]] ImportRequest read_import_request(QueryReader& query);
[[nodiscard]] operations::RowRange read_rows(QueryReader& query);

}  // namespace api
