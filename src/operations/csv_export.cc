#include "operations/csv_export.h"

#include <array>
#include <sstream>

#include "operations/csv.h"
#include "operations/session_pages.h"
#include "operations/spreadsheet_text.h"
#include "operations/store_failure.h"
#include "tracker/decimal_text.h"
#include "tracker/time_text.h"

namespace operations {
namespace {

constexpr std::size_t column_count = 14;
using Fields = std::array<std::string, column_count>;

Fields header() {
  return {
      "Date",       "Athlete", "Sport",      "Duration (min)", "Distance (km)", "RPE",        "Notes",
      "Start Time", "Source",  "Session Id", "Athlete Id",     "Created At",    "Updated At", "Excluded From Records"};
}

Fields fields_of(const tracker::TrainingSession& session) {
  return {tracker::format_date(session.date),
          guarded(session.athlete_name),
          guarded(session.sport.value_or("")),
          tracker::format_decimal(session.duration_minutes),
          tracker::format_decimal(session.distance_km),
          session.rpe ? tracker::format_decimal(*session.rpe) : "",
          guarded(session.notes),
          guarded(session.start_time.value_or("")),
          guarded(session.source.value_or("")),
          guarded(session.id),
          guarded(session.athlete_id),
          guarded(session.created_at),
          guarded(session.updated_at),
          session.excluded_from_records ? "true" : ""};
}

}  // namespace

boost::asio::awaitable<std::expected<ExportReport, std::string>> export_csv(tracker::Repository& repository,
                                                                            tracker::SessionFilter filter,
                                                                            TextSink sink) {
  auto athletes = co_await repository.list_athletes();
  if (!athletes) co_return std::unexpected(describe_failure(athletes.error()));
  if (filter.athlete_id) {
    std::erase_if(*athletes, [&filter](const auto& athlete) { return athlete.id != *filter.athlete_id; });
  }
  ExportReport report;
  report.athletes = athletes->size();
  std::ostringstream first_line;
  write_csv_record(first_line, header());
  bool written = sink(first_line.str());
  const auto walked =
      co_await for_each_session_page(repository, *std::move(athletes), std::move(filter), [&](const auto& page) {
        std::ostringstream lines;
        for (const auto& session : page) write_csv_record(lines, fields_of(session));
        report.sessions += page.size();
        return written = written && sink(lines.str());
      });
  if (!walked) co_return std::unexpected(describe_failure(walked.error()));
  if (!written) co_return std::unexpected("the export could not be written; is the disk full?");
  co_return report;
}

}  // namespace operations
