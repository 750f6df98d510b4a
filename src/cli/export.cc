// export: everything as JSON, or the sessions as CSV.
#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "cli/commands.h"
#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/find_athlete.h"
#include "cli/logging.h"
#include "cli/store.h"
#include "operations/csv_export.h"
#include "operations/json_export.h"

namespace cli {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { (void)std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

using Outcome = std::expected<operations::ExportReport, std::string>;

boost::asio::awaitable<Outcome> write_export(tracker::Repository& repository, ExportOptions options,
                                             operations::TextSink sink) {
  if (options.format == "json") co_return co_await operations::export_json(repository, std::move(sink));
  tracker::SessionFilter filter;
  if (options.athlete) {
    auto found = co_await find_athlete(repository, *options.athlete);
    if (!found) co_return std::unexpected(found.error());
    filter.athlete_id = *std::move(found);
  }
  co_return co_await operations::export_csv(repository, std::move(filter), std::move(sink));
}

}  // namespace

int export_log(const ExportOptions& options) {
  start_logging();
  if (options.athlete && options.format == "json") {
    log_error("--athlete goes with --format csv; the JSON export is always of everything.");
    return exit_usage;
  }
  auto store = open_store(options.store, TableWanted::as_it_is);
  if (!store) return fail(store.error());
  const auto repository = make_repository(*store);

  File file;
  if (options.output) {
    file.reset(std::fopen(options.output->c_str(), "wbx"));
    if (!file)
      return fail(fmt::format("{} cannot be made, or is there already; nothing was overwritten.", *options.output));
  }
  std::FILE* const target = file ? file.get() : stdout;
  auto sink = [target](std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), target) == text.size();
  };
  const auto report = run(write_export(*repository, options, std::move(sink)));
  if (!report) return fail(report.error());
  if (std::fflush(target) != 0) return fail("The export could not be written to its end; is the disk full?");
  log_info(fmt::format("Exported {} athletes and {} sessions.", report->athletes, report->sessions));
  if (report->sessions_without_athlete > 0) {
    log_warning(
        fmt::format("{} sessions have no athlete and are not in the export.", report->sessions_without_athlete));
  }
  return exit_success;
}

}  // namespace cli
