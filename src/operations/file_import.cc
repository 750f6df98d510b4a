#include "operations/file_import.h"

#include <map>

#include "operations/json_elements.h"
#include "operations/json_import.h"
#include "operations/json_records.h"
#include "operations/training_file.h"

namespace operations {
namespace {

using Outcome = boost::asio::awaitable<std::expected<FileImport, InputError>>;

FileImport begin(FileKind kind, std::string_view format, ImportReport& report) {
  FileImport result;
  result.kind = kind;
  result.format = format;
  result.athletes_created = report.athletes_created;
  result.created = report.created;
  result.duplicates = report.duplicates;
  result.errors = report.errors;
  result.notices = std::move(report.notices);
  return result;
}

Outcome import_rows(tracker::Repository& repository, FileImportOptions options, FileKind kind, TrainingLog log) {
  auto report = co_await import_log(repository,
                                    {.athlete_name = std::move(options.athlete_name),
                                     .athlete_id = std::move(options.athlete_id),
                                     .dry_run = options.dry_run,
                                     .on_progress = {},
                                     .rows = options.rows},
                                    log);
  if (!report) co_return std::unexpected(report.error());
  FileImport result = begin(kind, format_name(log.format), *report);
  result.total = log.rows.size();
  result.columns = std::move(log.columns);
  for (std::size_t at = 0; at < report->rows.size(); ++at) {
    auto& session = log.rows[options.rows.first + at].session;
    result.rows.push_back(
        {std::move(report->rows[at]), session ? std::optional(std::move(session->input)) : std::nullopt});
  }
  const std::size_t end = options.rows.first + report->rows.size();
  if (end < log.rows.size()) result.next_row = end;
  co_return result;
}

// The sessions of a text that import_json has read, in the order of its report.
void add_json_rows(std::string_view text, std::vector<RowVerdict> verdicts, FileImport& result) {
  std::map<std::string, std::string, std::less<>> names;  // of the athletes, who may come after their sessions
  JsonElementReader reader(text);
  for (auto element = reader.next(); element && *element; element = reader.next()) {
    if ((*element)->member == "athletes") {
      if (auto athlete = read_exported_athlete((*element)->text)) names[athlete->id] = athlete->name;
    } else if ((*element)->member == "sessions" && result.rows.size() < verdicts.size()) {
      auto session = read_exported_session((*element)->text);
      if (!session) continue;
      result.rows.push_back({std::move(verdicts[result.rows.size()]), std::move(session->input)});
    }
  }
  for (auto& row : result.rows) row.verdict.athlete_name = names[row.session->athlete_id];
}

Outcome import_export(tracker::Repository& repository, FileImportOptions options, std::string text) {
  auto report = co_await import_json(repository, {.dry_run = options.dry_run, .on_progress = {}}, text);
  if (!report) co_return std::unexpected(report.error());
  FileImport result = begin(FileKind::json_export, "Training Tracker export", *report);
  result.total = report->rows.size();
  if (options.athlete_name || options.athlete_id) {
    result.notices.emplace_back("The file names its own athletes; the one that was given is not used.");
  }
  add_json_rows(text.starts_with("\xEF\xBB\xBF") ? std::string_view(text).substr(3) : text, std::move(report->rows),
                result);
  co_return result;
}

}  // namespace

Outcome import_file(tracker::Repository& repository, FileImportOptions options, std::string bytes) {
  const auto kind = detect_file_kind(bytes);
  if (!kind) co_return std::unexpected(kind.error());
  if (*kind == FileKind::json_export) {
    co_return co_await import_export(repository, std::move(options), std::move(bytes));
  }
  auto log = parse_training_file(*kind, bytes, options.log);
  if (!log) co_return std::unexpected(log.error());
  co_return co_await import_rows(repository, std::move(options), *kind, *std::move(log));
}

}  // namespace operations
