// import: files of training logs into the store, each reported by row.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <variant>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/import_report_text.h"
#include "cli/logging.h"
#include "cli/store.h"
#include "operations/import.h"
#include "operations/input_file.h"
#include "operations/json_import.h"
#include "operations/training_file.h"

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

// The flag that would have helped.
std::string_view flag_for(operations::InputFault fault) {
  switch (fault) {
    case operations::InputFault::date_order:
      return " (--date-order dmy or --date-order mdy)";
    case operations::InputFault::decimal_mark:
      return " (--decimal-mark point or --decimal-mark comma)";
    case operations::InputFault::athlete:
      return " (--athlete NAME or --athlete-id ID)";
    case operations::InputFault::file:
    case operations::InputFault::columns:
    case operations::InputFault::store:
      break;
  }
  return "";
}
std::string described(const std::string& file, const operations::InputError& error) {
  return operations::describe(file, error).append(flag_for(error.fault));
}

// A file that was read and understood, so that a store is opened, and made, for nothing less.
struct ReadFile {
  std::string name;
  std::variant<operations::TrainingLog, std::string> content;  // or the text of our JSON export
};

std::expected<ReadFile, std::string> read_file(const std::string& name, const ImportCommandOptions& options) {
  auto input = operations::read_input_file(name);
  if (!input) return std::unexpected(described(name, input.error()));
  if (input->kind == operations::FileKind::json_export) {
    if (options.athlete || options.athlete_id) {
      return std::unexpected(operations::describe(
          name, {.message = "a JSON export carries its own athletes; import it without --athlete and --athlete-id."}));
    }
    return ReadFile{name, std::move(input->bytes)};
  }
  auto log = operations::parse_training_file(input->kind, input->bytes, log_options(options));
  if (!log) return std::unexpected(described(name, log.error()));
  return ReadFile{name, *std::move(log)};
}

Outcome import_text(tracker::Repository& repository, const ImportCommandOptions& options, const std::string& file,
                    std::string text) {
  auto report = run(operations::import_json(repository, {.dry_run = options.dry_run, .on_progress = progress_of(file)},
                                            std::move(text)));
  if (!report) return std::unexpected(operations::describe(file, report.error()));
  return *std::move(report);
}

Outcome import_log(tracker::Repository& repository, const ImportCommandOptions& options, const std::string& file,
                   operations::TrainingLog log) {
  operations::ImportOptions import_options;
  import_options.athlete_name = options.athlete;
  import_options.athlete_id = options.athlete_id;
  import_options.dry_run = options.dry_run;
  import_options.on_progress = progress_of(file);
  auto report = run(operations::import_log(repository, std::move(import_options), std::move(log)));
  if (!report) return std::unexpected(described(file, report.error()));
  return *std::move(report);
}

Outcome import_file(tracker::Repository& repository, const ImportCommandOptions& options, ReadFile file) {
  if (auto* text = std::get_if<std::string>(&file.content))
    return import_text(repository, options, file.name, std::move(*text));
  return import_log(repository, options, file.name, std::move(std::get<operations::TrainingLog>(file.content)));
}

// A dry run where there is no store yet must not make one; an empty one in memory answers the same.
StoreFlags flags_of(const ImportCommandOptions& options) {
  const auto choice = choose_store(options.store, process_environment());
  const bool is_absent =
      choice && choice->kind == StoreKind::embedded && !std::filesystem::exists(choice->data_directory);
  if (!options.dry_run || !is_absent) return options.store;
  return {.store = "memory", .data_directory = std::nullopt, .table_name = options.store.table_name};
}

}  // namespace

int import(const ImportCommandOptions& options) {
  start_logging();
  int status = exit_success;
  std::vector<ReadFile> files;
  for (const auto& name : options.files) {
    auto file = read_file(name, options);
    if (file) {
      files.push_back(*std::move(file));
    } else {
      log_error(file.error());
      status = exit_failure;
    }
  }
  if (files.empty()) return status;
  auto store = open_store(flags_of(options), TableWanted::full);
  if (!store) {
    log_error(store.error());
    return exit_failure;
  }
  const auto repository = make_repository(*store);
  for (auto& file : files) {
    const auto name = file.name;
    const auto report = import_file(*repository, options, std::move(file));
    if (!report) {
      log_error(report.error());
      status = exit_failure;
      continue;
    }
    if (report->errors > 0) status = exit_failure;  // the other rows are in; a script shall notice all the same
    fmt::print("{}", options.json ? report_json(name, *report) + "\n" : report_text(name, *report, options.dry_run));
  }
  return status;
}

}  // namespace cli
