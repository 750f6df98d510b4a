#include "operations/json_import.h"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "json/value.h"
#include "operations/json_elements.h"
#include "operations/json_export.h"
#include "operations/json_records.h"
#include "operations/limits.h"
#include "operations/store_failure.h"

namespace operations {
namespace {

// What the first pass keeps: the athletes, and that every session can be read.
struct CheckedExport {
  std::vector<tracker::Athlete> athletes;
  std::size_t session_count = 0;
};

struct FirstPass {
  CheckedExport result;
  std::set<std::string, std::less<>> athlete_ids;
  std::set<std::string, std::less<>> unknown_athlete_ids;  // named by a session before (or without) the athlete itself
  bool has_format = false;
  bool has_version = false;

  std::string take(const JsonElement& element) {
    if (element.member == "format" && !element.in_array) return check_format(element.text);
    if (element.member == "version" && !element.in_array) return check_version(element.text);
    if (element.member == "athletes" && element.in_array) {
      auto athlete = read_exported_athlete(element.text);
      if (!athlete) return fmt::format("in this athlete {}.", athlete.error());
      athlete_ids.insert(athlete->id);
      result.athletes.push_back(std::move(*athlete));
      return "";
    }
    if (element.member == "sessions" && element.in_array) {
      const auto session = read_exported_session(element.text);
      if (!session) return fmt::format("in this session {}.", session.error());
      ++result.session_count;
      if (!athlete_ids.contains(session->input.athlete_id)) unknown_athlete_ids.insert(session->input.athlete_id);
      return "";
    }
    return fmt::format("the member {} is not known in an export of version {}.", quoted(element.member),
                       json_export_version);
  }

  std::string check_format(std::string_view text) {
    const auto value = json::parse(text);
    const auto* const name = value ? value->get_if<std::string>() : nullptr;
    has_format = name != nullptr && *name == json_export_format;
    return has_format ? ""
                      : fmt::format("this is no export of this program: 'format' is not \"{}\".", json_export_format);
  }

  std::string check_version(std::string_view text) {
    const auto value = json::parse(text);
    const auto* const number = value ? value->get_if<json::Number>() : nullptr;
    has_version = number != nullptr && number->text == std::to_string(json_export_version);
    return has_version ? ""
                       : fmt::format("this export has version {}; this program reads version {}.", quoted(text),
                                     json_export_version);
  }
};

std::expected<CheckedExport, InputError> check_export(std::string_view text) {
  if (text.size() > limits::json_file_bytes_max) {
    return std::unexpected(
        InputError{0, fmt::format("the file is larger than {} MiB.", limits::json_file_bytes_max >> 20)});
  }
  FirstPass pass;
  JsonElementReader reader(text);
  while (true) {
    const auto element = reader.next();
    if (!element) return std::unexpected(element.error());
    if (!*element) break;
    if (auto problem = pass.take(**element); !problem.empty()) {
      return std::unexpected(InputError{(*element)->line, std::move(problem)});
    }
  }
  if (!pass.has_format || !pass.has_version) {
    return std::unexpected(
        InputError{0, fmt::format("this is no export of this program: \"format\":\"{}\" and \"version\" "
                                  "are missing.",
                                  json_export_format)});
  }
  for (const std::string& id : pass.unknown_athlete_ids) {
    if (!pass.athlete_ids.contains(id)) {
      return std::unexpected(
          InputError{0, fmt::format("a session's athlete_id {} is not among the athletes of the file.", quoted(id))});
    }
  }
  return std::move(pass.result);
}

// Sessions of one athlete that wait to be written together.
struct Pending {
  std::string athlete_id;
  std::vector<tracker::ImportedSession> sessions;
  std::vector<std::size_t> lines;
};

InputError interrupted(const tracker::Error& failure, const ImportReport& report) {
  return {0,
          fmt::format("the import stopped after {} new sessions: {} Run it again: nothing is written twice.",
                      report.created, describe_failure(failure)),
          InputFault::store};
}

tracker::Awaitable<void> write_pending(tracker::Repository& repository, Pending& pending, bool dry_run,
                                       ImportReport& report) {
  if (pending.sessions.empty()) co_return tracker::Result<void>{};
  auto sessions = std::exchange(pending.sessions, {});
  const auto lines = std::exchange(pending.lines, {});
  const auto outcomes = dry_run ? co_await repository.preview_import(pending.athlete_id, std::move(sessions))
                                : co_await repository.import_sessions(pending.athlete_id, std::move(sessions));
  if (!outcomes) co_return std::unexpected(outcomes.error());
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool created = (*outcomes)[at] == tracker::ImportOutcome::created;
    ++(created ? report.created : report.duplicates);
    report.rows.push_back({lines[at], created ? RowOutcome::created : RowOutcome::duplicate, ""});
  }
  co_return tracker::Result<void>{};
}

tracker::Awaitable<void> import_athletes(tracker::Repository& repository, const std::vector<tracker::Athlete>& athletes,
                                         bool dry_run, ImportReport& report) {
  const auto present = co_await repository.list_athletes();
  if (!present) co_return std::unexpected(present.error());
  std::map<std::string_view, std::string_view> names;
  for (const auto& athlete : *present) names.emplace(athlete.id, athlete.name);
  for (const auto& athlete : athletes) {
    const auto found = names.find(athlete.id);
    if (found == names.end()) {
      ++report.athletes_created;
      if (dry_run) continue;
      const auto imported = co_await repository.import_athlete(athlete);
      if (!imported) co_return std::unexpected(imported.error());
    } else if (found->second != athlete.name) {
      report.notices.push_back(fmt::format("The athlete {} is called {} here and {} in the file; the name here stays.",
                                           athlete.id, quoted(found->second), quoted(athlete.name)));
    }
  }
  co_return tracker::Result<void>{};
}

}  // namespace

boost::asio::awaitable<std::expected<ImportReport, InputError>> import_json(tracker::Repository& repository,
                                                                            JsonImportOptions options,
                                                                            std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  const auto checked = check_export(text);
  if (!checked) co_return std::unexpected(checked.error());
  ImportReport report;
  const auto athletes = co_await import_athletes(repository, checked->athletes, options.dry_run, report);
  if (!athletes) co_return std::unexpected(interrupted(athletes.error(), report));

  JsonElementReader reader(text);
  Pending pending;
  while (true) {
    const auto element = reader.next();
    if (!element || !*element) break;  // checked before
    if ((*element)->member != "sessions") continue;
    auto session = read_exported_session((*element)->text);
    if (!session) break;  // checked before
    const bool full = pending.sessions.size() == limits::import_chunk_sessions_max;
    if (full || pending.athlete_id != session->input.athlete_id) {
      const auto written = co_await write_pending(repository, pending, options.dry_run, report);
      if (!written) co_return std::unexpected(interrupted(written.error(), report));
      if (options.on_progress) options.on_progress(report.rows.size(), checked->session_count);
      pending.athlete_id = session->input.athlete_id;
    }
    pending.sessions.push_back(std::move(*session));
    pending.lines.push_back((*element)->line);
  }
  const auto written = co_await write_pending(repository, pending, options.dry_run, report);
  if (!written) co_return std::unexpected(interrupted(written.error(), report));
  if (options.on_progress) options.on_progress(report.rows.size(), checked->session_count);
  co_return report;
}

}  // namespace operations
