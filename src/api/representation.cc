#include "api/representation.h"

#include "tracker/time_text.h"

namespace api {
namespace {

void write(json::Writer& writer, const tracker::Athlete& athlete) {
  writer.start_object().key("id").string(athlete.id).key("name").string(athlete.name).end_object();
}

}  // namespace

void write_session(json::Writer& writer, const tracker::TrainingSession& session) {
  writer.start_object();
  writer.key("id").string(session.id);
  writer.key("athlete_id").string(session.athlete_id);
  writer.key("athlete_name").string(session.athlete_name);
  writer.key("date").string(tracker::format_date(session.date));
  writer.key("duration").floating(session.duration_minutes);
  writer.key("distance").floating(session.distance_km);
  writer.key("notes");
  session.notes.empty() ? writer.null() : writer.string(session.notes);
  writer.key("createdAt").string(format_stored_timestamp(session.created_at));
  writer.key("updatedAt").string(format_stored_timestamp(session.updated_at));
  // Additions to the contract: sent only where they are set, so that everything else looks as it always did.
  if (session.sport) writer.key("sport").string(*session.sport);
  if (session.rpe) writer.key("rpe").floating(*session.rpe);
  if (session.excluded_from_records) writer.key("excludedFromRecords").boolean(true);
  if (session.source) writer.key("source").string(*session.source);
  if (session.start_time) writer.key("startTime").string(*session.start_time);
  writer.end_object();
}

namespace {

constexpr std::string_view utc_offset = "+00:00";

// Of a timestamp that can be read: is it in the form that format_timestamp() gives, which is nearly all there is?
bool is_shortest_utc(std::string_view stored) {
  constexpr std::string_view without_fraction = "2026-11-23T04:35:57+00:00";
  constexpr std::string_view with_fraction = "2026-11-23T04:35:57.900623+00:00";
  constexpr std::size_t fraction_at = 19;
  if (!stored.ends_with(utc_offset) || stored[10] != 'T') return false;
  if (stored.size() == without_fraction.size()) return true;
  return stored.size() == with_fraction.size() && stored.substr(fraction_at, 7) != ".000000" &&
         stored[fraction_at] == '.';
}

std::string replace_offset(std::string text) {
  if (text.ends_with(utc_offset)) text.replace(text.size() - utc_offset.size(), utc_offset.size(), "Z");
  return text;
}

void write_data(json::Writer& writer, const std::vector<tracker::TrainingSession>& sessions) {
  writer.key("data").start_array();
  for (const auto& session : sessions) write_session(writer, session);
  writer.end_array();
}

}  // namespace

std::string format_stored_timestamp(std::string_view stored) {
  const auto time = tracker::parse_timestamp(stored);
  if (!time) return std::string(stored);
  if (is_shortest_utc(stored)) return replace_offset(std::string(stored));
  return replace_offset(tracker::format_timestamp(*time));
}

std::string represent(const tracker::Athlete& athlete) {
  json::Writer writer;
  write(writer, athlete);
  return writer.take();
}

std::string represent(const std::vector<tracker::Athlete>& athletes) {
  json::Writer writer;
  writer.start_array();
  for (const auto& athlete : athletes) write(writer, athlete);
  writer.end_array();
  return writer.take();
}

std::string represent(const tracker::TrainingSession& session) {
  json::Writer writer;
  write_session(writer, session);
  return writer.take();
}

std::string represent(const tracker::Statistics& statistics) {
  json::Writer writer;
  writer.start_object();
  writer.key("totalSessions").integer(statistics.session_count);
  writer.key("totalDuration").floating(statistics.total_duration_minutes);
  writer.key("totalDistance").floating(statistics.total_distance_km);
  writer.key("averageDuration").floating(statistics.average_duration_minutes);
  writer.key("averageDistance").floating(statistics.average_distance_km);
  writer.key("averagePace").floating(statistics.average_pace_minutes_per_km);
  writer.end_object();
  return writer.take();
}

std::string represent(const tracker::OffsetPage& page, std::int64_t limit, std::string_view offset, bool has_more) {
  json::Writer writer;
  writer.start_object();
  write_data(writer, page.sessions);
  writer.key("pagination").start_object();
  writer.key("total").integer(page.total);
  writer.key("limit").integer(limit);
  writer.key("offset").raw_number(offset);
  writer.key("hasMore").boolean(has_more);
  writer.end_object().end_object();
  return writer.take();
}

std::string represent(const tracker::CursorPage& page, std::int64_t limit) {
  json::Writer writer;
  writer.start_object();
  write_data(writer, page.sessions);
  writer.key("pagination").start_object();
  writer.key("limit").integer(limit);
  writer.key("hasMore").boolean(page.next_cursor.has_value());
  writer.key("nextCursor");
  page.next_cursor ? writer.string(*page.next_cursor) : writer.null();
  writer.end_object().end_object();
  return writer.take();
}

}  // namespace api
