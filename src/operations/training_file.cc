#include "operations/training_file.h"

#include <fmt/format.h>

#include "operations/fit_log.h"
#include "operations/gpx_log.h"
#include "operations/limits.h"
#include "operations/tcx_log.h"

namespace operations {

std::expected<TrainingLog, InputError> parse_training_file(FileKind kind, std::string_view bytes,
                                                           const LogOptions& options) {
  const bool is_of_device = kind == FileKind::fit || kind == FileKind::tcx || kind == FileKind::gpx;
  if (is_of_device && bytes.size() > limits::device_file_bytes_max) {
    return std::unexpected(
        InputError{0, fmt::format("the file is larger than {} MiB.", limits::device_file_bytes_max >> 20)});
  }
  switch (kind) {
    case FileKind::fit:
      return parse_fit_log(bytes, options);
    case FileKind::tcx:
      return parse_tcx_log(bytes, options);
    case FileKind::gpx:
      return parse_gpx_log(bytes, options);
    case FileKind::csv:
    case FileKind::json_export:
      break;
  }
  return parse_training_log(bytes, options);
}

}  // namespace operations
