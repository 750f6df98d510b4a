#include "operations/input_file.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

#include "operations/fit_header.h"
#include "operations/limits.h"
#include "operations/utf8.h"
#include "operations/xml_reader.h"
#include "operations/xml_root.h"

namespace operations {
namespace {

std::unexpected<InputError> refused(std::string message) {
  return std::unexpected(InputError{0, std::move(message)});
}

std::expected<FileKind, InputError> detect_xml(std::string_view text) {
  const XmlRoot root = find_xml_root(text);
  if (root.name == "gpx") return FileKind::gpx;
  if (root.name == "TrainingCenterDatabase") return FileKind::tcx;
  if (lower_case(root.name) == "html") return refused("this is a web page, not the file that it may lead to.");
  if (root.has_doctype) return refused(doctype_refused());
  return refused("this is XML, but neither GPX nor TCX.");
}

std::string reason_of(int error_number) {
  return std::error_code(error_number, std::generic_category()).message();
}

}  // namespace

std::expected<FileKind, InputError> detect_file_kind(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) {
    return refused("this is a ZIP archive; unpack it and import the CSV file in it (Strava: activities.csv).");
  }
  if (bytes.starts_with("\x1F\x8B")) return refused("this is compressed with gzip; unpack it first.");
  if (has_fit_signature(bytes)) return FileKind::fit;
  std::string_view text = bytes.substr(0, limits::csv_row_bytes_max);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = trimmed(text);
  if (text.empty()) return refused("the file is empty.");
  if (text.starts_with('<')) return detect_xml(text);
  return text.starts_with('{') || text.starts_with('[') ? FileKind::json_export : FileKind::csv;
}

std::expected<InputFile, InputError> read_input_file(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return refused("this is a directory; name a file in it.");
  const auto close = [](std::FILE* opened) {
    if (opened != nullptr && opened != stdin) std::fclose(opened);
  };
  errno = 0;
  const std::unique_ptr<std::FILE, decltype(close)> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"), close);
  if (!file) return refused(fmt::format("the file cannot be opened: {}.", reason_of(errno)));
  InputFile input;
  std::array<char, std::size_t{1} << 16> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    input.bytes.append(buffer.data(), count);
    if (input.bytes.size() > limits::json_file_bytes_max) {
      return refused(fmt::format("the file is larger than {} MiB.", limits::json_file_bytes_max >> 20));
    }
  }
  if (std::ferror(file.get()) != 0) return refused(fmt::format("the file cannot be read: {}.", reason_of(errno)));
  const auto kind = detect_file_kind(input.bytes);
  if (!kind) return std::unexpected(kind.error());
  input.kind = *kind;
  return input;
}

}  // namespace operations
