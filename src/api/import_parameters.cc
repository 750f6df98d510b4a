#include "api/import_parameters.h"

#include "api/filters.h"
#include "operations/time_zone.h"

namespace api {
namespace {

// Each in the order of the words.
constexpr std::array date_orders = {operations::DateOrder::automatic, operations::DateOrder::day_first,
                                    operations::DateOrder::month_first};
constexpr std::array decimal_marks = {operations::DecimalMark::automatic, operations::DecimalMark::comma,
                                      operations::DecimalMark::point};
constexpr std::array<std::optional<operations::DistanceUnit>, 4> distance_units = {
    std::nullopt, operations::DistanceUnit::kilometres, operations::DistanceUnit::miles,
    operations::DistanceUnit::metres};
static_assert(date_orders.size() == parameters::date_orders.size());
static_assert(decimal_marks.size() == parameters::decimal_marks.size());
static_assert(distance_units.size() == parameters::distance_units.size());

std::optional<int> read_column(QueryReader& query, const Parameter& parameter) {
  const auto index = query.optional_integer(parameter);
  return index ? std::optional(static_cast<int>(*index)) : std::nullopt;
}

std::string read_time_zone(QueryReader& query) {
  const auto name = read_unless_empty(query, parameters::time_zone);
  if (!name) return operations::LogOptions{}.time_zone;
  const auto zone = operations::TimeZone::find(*name);
  if (!zone) {
    query.errors().push_back(
        invalid::bad_value(query_field(parameters::time_zone.name), json::Value(*name), zone.error()));
  }
  return *name;
}

}  // namespace

ImportRequest read_import_request(QueryReader& query) {
  ImportRequest request;
  auto& options = request.options;
  options.athlete_id = read_unless_empty(query, parameters::athlete_id);
  options.athlete_name = read_unless_empty(query, parameters::athlete_name);
  options.log.time_zone = read_time_zone(query);
  options.log.date_order = date_orders.at(query.choice(parameters::date_order));
  options.log.decimal_mark = decimal_marks.at(query.choice(parameters::decimal_mark));
  options.log.distance_unit = distance_units.at(query.choice(parameters::distance_unit));
  options.log.columns.date = read_column(query, parameters::date_column);
  options.log.columns.duration = read_column(query, parameters::duration_column);
  options.log.columns.distance = read_column(query, parameters::distance_column);
  options.log.columns.sport = read_column(query, parameters::sport_column);
  options.log.columns.notes = read_column(query, parameters::notes_column);
  options.log.columns.rpe = read_column(query, parameters::rpe_column);
  request.file_name = query.text(parameters::file_name).value_or("");
  return request;
}

operations::RowRange read_rows(QueryReader& query) {
  const auto first = query.integer(parameters::first_row).value;
  const auto count = query.integer(parameters::row_count).value;
  return {.first = static_cast<std::size_t>(first), .count = static_cast<std::size_t>(count)};
}

}  // namespace api
