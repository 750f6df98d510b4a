// The sessions of a FIT file: what a watch or bicycle computer recorded.
#pragma once

#include <expected>
#include <string_view>

#include "operations/training_log.h"

namespace operations {

// Of `options` only the time zone counts. From the session messages: start_time, total_timer_time (else
// total_elapsed_time), total_distance, sport and sub_sport, workout_rpe (0 … 100, tenths). Several sessions
// (multisport) are several rows; a transition between two sports is left out, with a notice. Chained files are read one
// after another. Errors: fit_header.h, fit_messages.h, no session at all (a workout, course or settings file).
[[nodiscard]] std::expected<TrainingLog, InputError> parse_fit_log(std::string_view bytes, const LogOptions& options);

}  // namespace operations
