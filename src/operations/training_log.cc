#include "operations/training_log.h"

#include <fmt/format.h>

#include "operations/csv.h"
#include "operations/limits.h"
#include "operations/log_conventions.h"
#include "operations/session_row.h"
#include "operations/session_source.h"
#include "operations/text_encoding.h"
#include "operations/time_zone.h"

namespace operations {
namespace {

std::expected<LogColumns, InputError> read_header(CsvReader& reader, const ColumnChoice& choice) {
  CsvRecord header;
  const auto found = reader.next(header);
  if (!found) return std::unexpected(found.error());
  if (!*found) return std::unexpected(InputError{0, "the file is empty; a header line with column names is wanted."});
  return recognise_columns(header.fields, header.line, choice);
}

// The first of two passes over the text: rows are not kept, so that a large file needs its own size and no more.
std::expected<LogConventions, InputError> read_conventions(CsvReader reader, const LogColumns& columns,
                                                           const LogOptions& options) {
  ConventionCollector collector(columns, options, reader.delimiter());
  CsvRecord record;
  while (true) {
    const auto found = reader.next(record);
    if (!found) return std::unexpected(found.error());
    if (!*found) return collector.decide();
    collector.add(record);
  }
}

}  // namespace

std::expected<TrainingLog, InputError> parse_training_log(std::string_view bytes, const LogOptions& options) {
  if (bytes.size() > limits::csv_file_bytes_max) {
    return std::unexpected(
        InputError{0, fmt::format("the file is larger than {} MiB; split it.", limits::csv_file_bytes_max >> 20)});
  }
  const auto time_zone = TimeZone::find(options.time_zone);
  if (!time_zone) return std::unexpected(InputError{0, time_zone.error()});
  const auto decoded = decode_text(bytes);
  if (!decoded) return std::unexpected(decoded.error());
  CsvReader reader(decoded->text);
  const auto columns = read_header(reader, options.columns);
  if (!columns) return std::unexpected(columns.error());
  const auto conventions = read_conventions(reader, *columns, options);
  if (!conventions) return std::unexpected(conventions.error());

  TrainingLog log;
  log.format = columns->format;
  log.columns = *columns;
  if (!decoded->notice.empty()) log.notices.push_back(decoded->notice);
  const SessionRowReader row_reader(*columns, *conventions, options, *time_zone);
  std::vector<std::size_t> generated;
  CsvRecord record;
  while (true) {
    const auto found = reader.next(record);
    if (!found) return std::unexpected(found.error());
    if (!*found) break;
    log.rows.push_back(row_reader.read(record));
    const LogRow& row = log.rows.back();
    const bool given =
        columns->source && *columns->source < record.fields.size() && !record.fields[*columns->source].empty();
    if (row.session && !row.session->id && !given) generated.push_back(log.rows.size() - 1);
  }
  number_equal_sources(log.rows, generated);
  return log;
}

}  // namespace operations
