#include "api/import_representation.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "json/writer.h"
#include "tracker/time_text.h"

namespace api {
namespace {

std::int64_t number(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

std::string_view kind_name(operations::FileKind kind) {
  switch (kind) {
    case operations::FileKind::csv:
      return "csv";
    case operations::FileKind::json_export:
      return "json";
    case operations::FileKind::fit:
      return "fit";
    case operations::FileKind::tcx:
      return "tcx";
    case operations::FileKind::gpx:
      return "gpx";
  }
  return "";
}

std::string_view outcome_name(operations::RowOutcome outcome) {
  switch (outcome) {
    case operations::RowOutcome::created:
      return "created";
    case operations::RowOutcome::duplicate:
      return "duplicate";
    case operations::RowOutcome::error:
      return "error";
  }
  return "";
}

// Of several columns the first that counts: index, or a column with one.
template <class Column>
std::int64_t first_index(const std::vector<Column>& columns) {
  if (columns.empty()) return operations::no_column;
  if constexpr (requires { columns.front().index; }) {
    return number(columns.front().index);
  } else {
    return number(columns.front());
  }
}

void write_columns(json::Writer& writer, const operations::LogColumns& columns) {
  writer.key("columns").start_array();
  for (const auto& name : columns.names) writer.string(name);
  writer.end_array();
  const std::array<std::pair<std::string_view, std::int64_t>, 6> mapping = {
      {{"date", first_index(columns.date.empty() ? columns.start_time : columns.date)},
       {"duration", first_index(columns.duration)},
       {"distance", first_index(columns.distance)},
       {"sport", first_index(columns.sport)},
       {"notes", first_index(columns.title.empty() ? columns.description : columns.title)},
       {"rpe", first_index(columns.rpe)}}};
  writer.key("mapping").start_object();
  for (const auto& [meaning, index] : mapping) writer.key(meaning).integer(index);
  writer.end_object();
}

void write_session(json::Writer& writer, const operations::ImportedRow& row) {
  const auto& session = *row.session;
  writer.key("session").start_object();
  writer.key("athlete_name").string(row.verdict.athlete_name);
  writer.key("date").string(tracker::format_date(session.date));
  writer.key("duration").floating(session.duration_minutes);
  writer.key("distance").floating(session.distance_km);
  writer.key("notes");
  session.notes.empty() ? writer.null() : writer.string(session.notes);
  if (session.sport) writer.key("sport").string(*session.sport);
  if (session.rpe) writer.key("rpe").floating(*session.rpe);
  writer.end_object();
}

void write_row(json::Writer& writer, const operations::ImportedRow& row) {
  writer.start_object();
  writer.key("line").integer(number(row.verdict.line));
  writer.key("outcome").string(outcome_name(row.verdict.outcome));
  if (!row.verdict.reason.empty()) writer.key("reason").string(row.verdict.reason);
  if (row.session) write_session(writer, row);
  writer.end_object();
}

}  // namespace

std::string represent(const operations::FileImport& result, ImportStage stage) {
  json::Writer writer;
  writer.start_object();
  writer.key("kind").string(kind_name(result.kind));
  writer.key("format").string(result.format);
  if (result.columns) write_columns(writer, *result.columns);
  writer.key("total").integer(number(result.total));
  writer.key("created").integer(number(result.created));
  writer.key("duplicates").integer(number(result.duplicates));
  writer.key("errors").integer(number(result.errors));
  writer.key("athletesCreated").integer(number(result.athletes_created));
  writer.key("notices").start_array();
  for (const auto& notice : result.notices) writer.string(notice);
  writer.end_array();
  const std::size_t shown =
      stage == ImportStage::preview ? std::min(result.rows.size(), preview_rows_max) : result.rows.size();
  writer.key("rows").start_array();
  for (std::size_t at = 0; at < shown; ++at) write_row(writer, result.rows[at]);
  writer.end_array();
  if (shown < result.rows.size()) writer.key("rowsCut").boolean(true);
  if (stage == ImportStage::written) {
    writer.key("nextRow");
    result.next_row ? writer.integer(number(*result.next_row)) : writer.null();
  }
  writer.end_object();
  return writer.take();
}

}  // namespace api
