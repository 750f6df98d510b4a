// Writes a training log through the repository.
//
// Importing is idempotent: the repository derives a session's id from its athlete and source, so importing the same
// file again, whole or after an interruption, adds nothing, also after sessions were edited here.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <expected>
#include <limits>
#include <optional>
#include <string>

#include "operations/import_report.h"
#include "operations/training_log.h"
#include "tracker/repository.h"

namespace operations {

// Some of the rows of a log; those beyond its end are none.
struct RowRange {
  std::size_t first = 0;
  std::size_t count = std::numeric_limits<std::size_t>::max();
  [[nodiscard]] bool contains(std::size_t index) const { return index >= first && index - first < count; }
};

struct ImportOptions {
  // Whose sessions these are: the athlete with exactly this name, created where there is none. Goes before the file's
  // own athlete columns. One of the two at most.
  std::optional<std::string> athlete_name;
  std::optional<std::string> athlete_id;  // must exist
  bool dry_run = false;                   // verdicts only; nothing is written, no athlete is created
  ImportProgress on_progress;
  RowRange rows;  // the others stay out, of the report too
};

// Rows that cannot be read are left out and reported; all others are written. Without an athlete in the options each
// row goes to the athlete that its columns name, by id (restored with that id where absent) or else by exact name. Rows
// of our own export that go to another athlete than the one they name become new sessions there.
//
// Errors, found before anything is written (InputFault::athlete): no athlete given, a name that several athletes have
// (with their ids), an id that nobody has. If the store fails half-way (InputFault::store) the sentence says so;
// importing again completes it.
[[nodiscard]] boost::asio::awaitable<std::expected<ImportReport, InputError>> import_log(
    tracker::Repository& repository, ImportOptions options, TrainingLog log);

}  // namespace operations
