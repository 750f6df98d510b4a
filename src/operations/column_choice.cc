#include "operations/column_choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "operations/column_names.h"

namespace operations {
namespace {

using Indices = std::vector<std::size_t>;

Indices chosen(int choice) {
  return choice == no_column ? Indices{} : Indices{static_cast<std::size_t>(choice)};
}

// The recognised column of that index, or one that is made.
template <class Column, class Make>
std::vector<Column> chosen(const std::vector<Column>& recognised, int choice, const Make& make) {
  if (choice == no_column) return {};
  const auto index = static_cast<std::size_t>(choice);
  const auto found = std::ranges::find(recognised, index, &Column::index);
  return {found == recognised.end() ? make(index) : *found};
}

DurationColumn duration_column(const LogColumns& columns, std::size_t index) {
  const bool is_strava = columns.format == LogFormat::strava || columns.format == LogFormat::strava_api;
  const auto unit = duration_unit_of(normalised_header(columns.names[index]).unit);
  return {index, unit || !is_strava ? unit : DurationUnit::seconds};
}

DistanceColumn distance_column(const LogColumns& columns, std::size_t index) {
  const auto unit = distance_unit_of(normalised_header(columns.names[index]).unit);
  return {index, unit || columns.format != LogFormat::strava_api ? unit : DistanceUnit::metres};
}

}  // namespace

std::expected<void, InputError> apply_choice(LogColumns& columns, const ColumnChoice& choice, std::size_t line) {
  for (const auto& index : {choice.date, choice.duration, choice.distance, choice.sport, choice.notes, choice.rpe}) {
    if (!index || *index == no_column) continue;
    if (*index < 0 || static_cast<std::size_t>(*index) >= columns.names.size()) {
      return std::unexpected(
          InputError{line, fmt::format("there is no column {}; the file has {}.", *index + 1, columns.names.size()),
                     InputFault::columns, columns.names});
    }
  }
  if (choice.date) columns.date = chosen(*choice.date);
  if (choice.duration) {
    columns.duration = chosen(columns.duration, *choice.duration,
                              [&columns](std::size_t index) { return duration_column(columns, index); });
  }
  if (choice.distance) {
    columns.distance = chosen(columns.distance, *choice.distance,
                              [&columns](std::size_t index) { return distance_column(columns, index); });
  }
  // What was taken for the start may be what was chosen now, such as a "Time".
  for (const auto& index : {choice.date, choice.duration}) {
    if (index && *index != no_column) std::erase(columns.start_time, static_cast<std::size_t>(*index));
  }
  if (choice.sport) columns.sport = chosen(*choice.sport);
  if (choice.rpe) columns.rpe = chosen(*choice.rpe);
  if (choice.notes) {
    columns.title = chosen(*choice.notes);
    columns.description.clear();
  }
  return {};
}

}  // namespace operations
