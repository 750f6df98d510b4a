// Reads what json_export.h wrote: athletes, sessions, their ids and timestamps.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <expected>
#include <string>

#include "operations/import_report.h"
#include "operations/input_error.h"
#include "tracker/repository.h"

namespace operations {

struct JsonImportOptions {
  bool dry_run = false;
  ImportProgress on_progress;
};

// The whole text is checked before anything is written; the first thing that is wrong is the error, with its line. What
// is there already (by id) stays as it is: importing again adds nothing, and an athlete who has another name here keeps
// it, with a notice. Numbers and texts may be beyond what the API takes (another program may have stored them), but not
// beyond what can be stored. An error in the middle of writing says so; importing again completes it.
[[nodiscard]] boost::asio::awaitable<std::expected<ImportReport, InputError>> import_json(
    tracker::Repository& repository, JsonImportOptions options, std::string text);

}  // namespace operations
