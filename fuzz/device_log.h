// What must hold of the rows of any FIT, TCX or GPX file: every session that comes out can be stored.
#pragma once

#include <string>

#include "operations/training_log.h"
#include "operations/utf8.h"
#include "require.h"
#include "tracker/model.h"

inline void require_text(const std::string& text, std::size_t characters_max) {
  require(operations::utf8_valid_bytes(text) == text.size());
  require(operations::utf8_characters(text) <= characters_max);
}

inline void require_storable(const std::expected<operations::TrainingLog, operations::InputError>& log) {
  namespace limits = tracker::limits;
  if (!log) {
    require(log.error().message.ends_with('.'));
    return;
  }
  require(!log->rows.empty());
  for (const auto& row : log->rows) {
    require(row.line >= 1);
    if (!row.session) {
      require(row.session.error().ends_with('.'));
      continue;
    }
    const auto& input = row.session->input;
    require(input.date.ok());
    require(input.duration_minutes >= 0 && input.duration_minutes <= limits::duration_minutes_max);
    require(input.distance_km >= 0 && input.distance_km <= limits::distance_km_max);
    require_text(input.notes, limits::notes_characters_max);
    if (input.sport) require_text(*input.sport, limits::sport_characters_max);
    if (input.rpe) require(*input.rpe >= 0 && *input.rpe <= limits::rpe_max);
    require(row.session->source && row.session->source->starts_with("device:"));
    require(row.session->start_time.has_value());
  }
}
