// A file of any kind into the store, whole or in pieces, with each row as it was understood: what the web page's import
// is made of. Pure of HTTP; the command line uses the parts.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "operations/import.h"
#include "operations/input_file.h"

namespace operations {

struct FileImportOptions {
  LogOptions log;
  std::optional<std::string> athlete_name;  // ImportOptions; a JSON export names its own athletes
  std::optional<std::string> athlete_id;
  bool dry_run = false;
  RowRange rows;  // a JSON export is always imported as a whole
};

struct ImportedRow {
  RowVerdict verdict;
  std::optional<tracker::SessionInput> session;  // nullopt for an error
};

struct FileImport {
  FileKind kind = FileKind::csv;
  std::string format;                 // for people: "Strava export"
  std::optional<LogColumns> columns;  // of CSV only
  std::size_t total = 0;              // rows of the file
  std::size_t athletes_created = 0;   // this and the rest: of the rows that were asked for
  std::size_t created = 0;
  std::size_t duplicates = 0;
  std::size_t errors = 0;
  std::vector<std::string> notices;
  std::vector<ImportedRow> rows;
  std::optional<std::size_t> next_row;  // where the next piece begins; nullopt: this was the last
};

// Reads all of `bytes` each time, so that rows are told apart by the same sources in every piece. Errors: those of
// input_file.h, training_file.h, import.h and json_import.h.
[[nodiscard]] boost::asio::awaitable<std::expected<FileImport, InputError>> import_file(tracker::Repository& repository,
                                                                                        FileImportOptions options,
                                                                                        std::string bytes);

}  // namespace operations
