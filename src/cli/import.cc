// import: files of training logs into the store, each reported by row.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/import_report_text.h"
#include "cli/logging.h"
#include "cli/store.h"
#include "operations/import.h"
#include "operations/input_file.h"
#include "operations/json_import.h"

namespace cli {
namespace {

using Outcome = std::expected<operations::ImportReport, std::string>;

// On a terminal, a line that is written over; nothing in a pipe.
operations::ImportProgress progress_of(const std::string& file) {
  if (::isatty(STDERR_FILENO) == 0) return {};
  return [file](std::size_t done, std::size_t total) {
    fmt::print(stderr, "\r{}: {} of {}{}", file, done, total, done == total ? "\n" : "");
  };
}

operations::LogOptions log_options(const ImportCommandOptions& options) {
  operations::LogOptions log;
  if (options.time_zone) log.time_zone = *options.time_zone;
  if (options.date_order)
    log.date_order =
        *options.date_order == "dmy" ? operations::DateOrder::day_first : operations::DateOrder::month_first;
  if (options.decimal_mark)
    log.decimal_mark =
        *options.decimal_mark == "comma" ? operations::DecimalMark::comma : operations::DecimalMark::point;
  if (options.unit) {
    log.distance_unit = *options.unit == "km"   ? operations::DistanceUnit::kilometres
                        : *options.unit == "mi" ? operations::DistanceUnit::miles
                                                : operations::DistanceUnit::metres;
  }
  return log;
}

Outcome import_json_file(tracker::Repository& repository, const ImportCommandOptions& options, const std::string& file,
                         std::string bytes) {
  auto report = run(operations::import_json(repository, {.dry_run = options.dry_run, .on_progress = progress_of(file)},
                                            std::move(bytes)));
  if (!report) return std::unexpected(operations::describe(file, report.error()));
  return *std::move(report);
}

Outcome import_csv_file(tracker::Repository& repository, const ImportCommandOptions& options, const std::string& file,
                        const std::string& bytes) {
  auto log = operations::parse_training_log(bytes, log_options(options));
  if (!log) return std::unexpected(operations::describe(file, log.error()));
  operations::ImportOptions import_options;
  import_options.athlete_name = options.athlete;
  import_options.athlete_id = options.athlete_id;
  import_options.dry_run = options.dry_run;
  import_options.on_progress = progress_of(file);
  return run(operations::import_log(repository, std::move(import_options), *std::move(log)));
}

Outcome import_file(tracker::Repository& repository, const ImportCommandOptions& options, const std::string& file) {
  auto input = operations::read_input_file(file);
  if (!input) return std::unexpected(operations::describe(file, input.error()));
  if (input->kind == operations::FileKind::json_export)
    return import_json_file(repository, options, file, std::move(input->bytes));
  return import_csv_file(repository, options, file, input->bytes);
}

}  // namespace

int import(const ImportCommandOptions& options) {
  start_logging();
  auto store = open_store(options.store);
  if (!store) {
    log_error(store.error());
    return exit_failure;
  }
  const auto repository = make_repository(*store);
  int status = exit_success;
  for (const auto& file : options.files) {
    const auto report = import_file(*repository, options, file);
    if (!report) {
      log_error(report.error());
      status = exit_failure;
      continue;
    }
    if (report->errors > 0) status = exit_failure;  // the other rows are in; a script shall notice all the same
    fmt::print("{}", options.json ? report_json(file, *report) + "\n" : report_text(file, *report, options.dry_run));
  }
  return status;
}

}  // namespace cli
