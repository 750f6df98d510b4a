#include "cli/import_report_text.h"

#include <fmt/format.h>

#include <string_view>

#include "json/writer.h"

namespace cli {
namespace {

std::string_view verdict_of(operations::RowOutcome outcome) {
  switch (outcome) {
    case operations::RowOutcome::created:
      return "new";
    case operations::RowOutcome::duplicate:
      return "duplicate";
    case operations::RowOutcome::error:
      return "error";
  }
  return "";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::int64_t number(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

}  // namespace

std::string report_text(const std::string& file, const operations::ImportReport& report, bool every_row) {
  std::string text;
  for (const auto& notice : report.notices) text += fmt::format("{}: {}\n", file, notice);
  for (const auto& row : report.rows) {
    if (!every_row && row.reason.empty()) continue;
    text += fmt::format("{}, line {}: {}{}{}\n", file, row.line, verdict_of(row.outcome),
                        row.reason.empty() ? "" : ": ", row.reason);
  }
  text += fmt::format("{}: {} new, {}, {}", file, report.created, counted(report.duplicates, "duplicate", "duplicates"),
                      counted(report.errors, "error", "errors"));
  if (report.athletes_created > 0)
    text += fmt::format("; {} new", counted(report.athletes_created, "athlete", "athletes"));
  return text + "\n";
}

std::string report_json(const std::string& file, const operations::ImportReport& report) {
  json::Writer writer;
  writer.start_object();
  writer.key("file").string(file);
  writer.key("created").integer(number(report.created));
  writer.key("duplicates").integer(number(report.duplicates));
  writer.key("errors").integer(number(report.errors));
  writer.key("athletesCreated").integer(number(report.athletes_created));
  writer.key("notices").start_array();
  for (const auto& notice : report.notices) writer.string(notice);
  writer.end_array().key("rows").start_array();
  for (const auto& row : report.rows) {
    writer.start_object().key("line").integer(number(row.line)).key("verdict").string(verdict_of(row.outcome));
    if (!row.reason.empty()) writer.key("reason").string(row.reason);
    writer.end_object();
  }
  writer.end_array().end_object();
  return writer.take();
}

}  // namespace cli
