// A file of a known kind as a training log.
#pragma once

#include <expected>
#include <string_view>

#include "operations/input_file.h"
#include "operations/training_log.h"

namespace operations {

// `kind`: all but json_export, which is more than a log (json_import.h). Errors: those of the reader of that kind, and
// files beyond device_file_bytes_max or csv_file_bytes_max.
[[nodiscard]] std::expected<TrainingLog, InputError> parse_training_file(FileKind kind, std::string_view bytes,
                                                                         const LogOptions& options);

}  // namespace operations
