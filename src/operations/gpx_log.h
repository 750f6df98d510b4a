// The tracks of a GPX file. https://www.topografix.com/GPX/1/1/
#pragma once

#include <expected>
#include <string_view>

#include "operations/training_log.h"

namespace operations {

// Of `options` only the time zone counts. A track is a row: its duration is the time from its first to its last point,
// its distance the sum of the great circles between the points of each segment, the notes its name and description.
// Errors: xml_reader.h, another kind of XML, no track at all (a route or way points).
[[nodiscard]] std::expected<TrainingLog, InputError> parse_gpx_log(std::string_view bytes, const LogOptions& options);

}  // namespace operations
