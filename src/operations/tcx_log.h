// The activities of a TCX file (Garmin's Training Center).
#pragma once

#include <expected>
#include <string_view>

#include "operations/training_log.h"

namespace operations {

// Of `options` only the time zone counts. An Activity is a row: duration and distance are the sums of its laps, the
// start is its Id (else that of its first lap), the notes its own. The transitions of a MultiSportSession are left out,
// with a notice. Errors: xml_reader.h, another kind of XML, no activity at all (a course or workout).
[[nodiscard]] std::expected<TrainingLog, InputError> parse_tcx_log(std::string_view bytes, const LogOptions& options);

}  // namespace operations
