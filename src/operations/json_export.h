// Everything of a store as one JSON text, which json_import.h gives back unchanged.
//
//   {"format":"training-tracker-export","version":1,
//   "athletes":[
//   {"id":"…","name":"…"},
//   …
//   ],
//   "sessions":[
//   {"id":"…","athlete_id":"…","date":"2025-10-23","duration":45.0,"distance":8.5,"notes":"…" or null,
//    "sport":"…","rpe":7.0,"excludedFromRecords":true,"source":"…","startTime":"…","createdAt":"…","updatedAt":"…"},
//   …
//   ]}
//
// One athlete or session a line, so that errors have a line and a person can compare two exports. Minutes and km.
// sport, rpe, source and startTime only where there is one, excludedFromRecords only where it is true. Names, spelling
// and numbers as the REST API has them.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <expected>
#include <functional>
#include <string>
#include <string_view>

#include "tracker/repository.h"

namespace operations {

inline constexpr std::string_view json_export_format = "training-tracker-export";
inline constexpr int json_export_version = 1;

// Takes the next bytes of the text; false: they could not be written.
using TextSink = std::function<bool(std::string_view text)>;

struct ExportReport {
  std::size_t athletes = 0;
  std::size_t sessions = 0;
  // Sessions whose athlete does not exist, which only other programs leave behind: they are not in the export.
  std::size_t sessions_without_athlete = 0;
};

// The same store gives the same bytes: athletes by name and id, each one's sessions by date descending and id; nothing
// of the time or machine of the export. Memory: the athletes and a page of sessions. Error: one sentence.
[[nodiscard]] boost::asio::awaitable<std::expected<ExportReport, std::string>> export_json(
    tracker::Repository& repository, TextSink sink);

}  // namespace operations
