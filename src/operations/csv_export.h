// Sessions as CSV for a spreadsheet, which our own CSV import gives back unchanged: ids, timestamps and athletes too.
//
// Comma, CRLF, UTF-8 without byte order mark (in Excel: Data, From Text). Headers: Date, Athlete, Sport, Duration
// (min), Distance (km), RPE, Notes, Start Time, Source, Session Id, Athlete Id, Created At, Updated At, Excluded From
// Records (true or blank). Text that a spreadsheet would take for a formula is guarded (spreadsheet_text.h); the import
// takes the guard away.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <expected>
#include <optional>
#include <string>

#include "operations/json_export.h"
#include "tracker/repository.h"

namespace operations {

// In the order of export_json, only the sessions of `filter`. Athletes without sessions are not in it: JSON has them.
[[nodiscard]] boost::asio::awaitable<std::expected<ExportReport, std::string>> export_csv(
    tracker::Repository& repository, tracker::SessionFilter filter, TextSink sink);

}  // namespace operations
