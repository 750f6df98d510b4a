// A file that the user names for import: what it is, and its bytes.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "operations/input_error.h"

namespace operations {

enum class FileKind { csv, json_export, fit, tcx, gpx };

// By content, never by name: FIT by its header, GPX and TCX by their outermost element, JSON begins with { or [; all
// other text is CSV. Refused, each with a sentence that says what to do: empty files, ZIP archives (Strava's and
// Garmin's come in one) and gzip, which are never unpacked here, web pages and other XML.
[[nodiscard]] std::expected<FileKind, InputError> detect_file_kind(std::string_view bytes);

struct InputFile {
  FileKind kind = FileKind::csv;
  std::string bytes;
};
// Reads a whole file, or standard input for "-". Errors also: not there, not readable, a directory, too large for its
// kind (limits.h).
[[nodiscard]] std::expected<InputFile, InputError> read_input_file(const std::string& path);

}  // namespace operations
