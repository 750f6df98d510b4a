#include "operations/json_export.h"

#include <algorithm>

#include "json/writer.h"
#include "operations/session_pages.h"
#include "operations/store_failure.h"
#include "tracker/time_text.h"

namespace operations {
namespace {

constexpr std::string_view write_failed = "the export could not be written; is the disk full?";

std::string athlete_line(const tracker::Athlete& athlete) {
  json::Writer writer;
  writer.start_object().key("id").string(athlete.id).key("name").string(athlete.name).end_object();
  return writer.take();
}

std::string session_line(const tracker::TrainingSession& session) {
  json::Writer writer;
  writer.start_object();
  writer.key("id").string(session.id).key("athlete_id").string(session.athlete_id);
  writer.key("date").string(tracker::format_date(session.date));
  writer.key("duration").floating(session.duration_minutes).key("distance").floating(session.distance_km);
  writer.key("notes");
  session.notes.empty() ? writer.null() : writer.string(session.notes);
  if (session.sport) writer.key("sport").string(*session.sport);
  if (session.rpe) writer.key("rpe").floating(*session.rpe);
  if (session.excluded_from_records) writer.key("excludedFromRecords").boolean(true);
  if (session.source) writer.key("source").string(*session.source);
  if (session.start_time) writer.key("startTime").string(*session.start_time);
  writer.key("createdAt").string(session.created_at).key("updatedAt").string(session.updated_at);
  writer.end_object();
  return writer.take();
}

}  // namespace

boost::asio::awaitable<std::expected<ExportReport, std::string>> export_json(tracker::Repository& repository,
                                                                             TextSink sink) {
  const auto athletes = co_await repository.list_athletes();
  if (!athletes) co_return std::unexpected(describe_failure(athletes.error()));
  ExportReport report;
  report.athletes = athletes->size();
  json::Writer writer;
  writer.start_object()
      .key("format")
      .string(json_export_format)
      .key("version")
      .integer(json_export_version)
      .end_object();
  std::string text = writer.take();
  text.back() = ',';  // the object goes on
  text += "\n\"athletes\":[";
  std::string_view separator = "\n";
  for (const auto& athlete : *athletes) {
    text.append(separator).append(athlete_line(athlete));
    separator = ",\n";
  }
  if (!sink(text + "\n],\n\"sessions\":[")) co_return std::unexpected(std::string{write_failed});

  separator = "\n";
  bool written = true;
  const auto walked = co_await for_each_session_page(repository, *athletes, {}, [&](const auto& page) {
    std::string lines;
    for (const auto& session : page) {
      lines.append(separator).append(session_line(session));
      separator = ",\n";
    }
    report.sessions += page.size();
    return written = sink(lines);
  });
  if (!walked) co_return std::unexpected(describe_failure(walked.error()));
  if (!written || !sink("\n]}\n")) co_return std::unexpected(std::string{write_failed});

  const auto all = co_await repository.list_sessions({}, 0, 1);
  if (!all) co_return std::unexpected(describe_failure(all.error()));
  report.sessions_without_athlete =
      static_cast<std::size_t>(std::max<std::int64_t>(0, all->total - static_cast<std::int64_t>(report.sessions)));
  co_return report;
}

}  // namespace operations
