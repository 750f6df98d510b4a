#include "operations/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "operations/import_athletes.h"
#include "operations/limits.h"
#include "operations/store_failure.h"

namespace operations {
namespace {

template <class T>
using Task = boost::asio::awaitable<std::expected<T, InputError>>;

// The rows of one athlete.
struct Batch {
  struct Row {
    std::size_t index = 0;  // into the log
    bool keeps_session_id = true;
  };
  AthleteTarget target;
  std::vector<Row> rows;
};

// A row that was added to our export in a spreadsheet has perhaps only the athlete's name; the id that the other rows
// give with that name is meant.
void complete_id(AthleteTarget& target, const std::map<std::string, std::string>& ids_in_file) {
  if (target.exists || !target.id.empty()) return;
  const auto found = ids_in_file.find(target.name);
  if (found != ids_in_file.end()) target.id = found->second;
}

InputError athlete_error(std::string message) {
  return {.line = 0, .message = std::move(message), .fault = InputFault::athlete};
}
InputError store_error(const tracker::Error& error) {
  return {.line = 0, .message = describe_failure(error), .fault = InputFault::store};
}

std::expected<std::vector<Batch>, InputError> batches_of(const TrainingLog& log, RowRange range,
                                                         const AthleteResolver& resolver) {
  std::map<std::string, std::string> ids_in_file;
  for (const LogRow& row : log.rows) {
    if (resolver.by_row() && !row.athlete_id.empty()) ids_in_file.emplace(row.athlete_name, row.athlete_id);
  }
  std::vector<Batch> batches;
  std::map<std::pair<std::string, std::string>, std::size_t> by_target;  // id, or name of one to be created
  for (std::size_t index = 0; index < log.rows.size(); ++index) {
    const LogRow& row = log.rows[index];
    if (!row.session || !range.contains(index)) continue;
    auto target = resolver.target_of(row);
    if (!target) return std::unexpected(athlete_error(target.error()));
    complete_id(*target, ids_in_file);
    const auto [found, added] =
        by_target.try_emplace({target->id, target->id.empty() ? target->name : ""}, batches.size());
    const bool keeps_session_id = target->keeps_session_ids;
    if (added) batches.push_back({std::move(*target), {}});
    batches[found->second].rows.push_back({index, keeps_session_id});
  }
  return batches;
}

// What goes to the repository: a session of our own export that goes to another athlete is a new one there, and is
// known again by where it came from.
tracker::ImportedSession session_for(const AthleteTarget& target, bool keeps_session_id,
                                     tracker::ImportedSession session) {
  session.input.athlete_id = target.id;
  if (keeps_session_id || !session.id) return session;
  if (!session.source) session.source = fmt::format("training-tracker:{}", *session.id);
  session.id.reset();
  session.created_at.reset();
  session.updated_at.reset();
  return session;
}

Task<void> ensure_athlete(tracker::Repository& repository, AthleteTarget& target, ImportReport& report, bool dry_run) {
  if (target.exists) co_return std::expected<void, InputError>{};
  ++report.athletes_created;
  target.exists = true;
  if (dry_run) {
    // Nobody has this id, so that nothing is found under it.
    if (target.id.empty()) target.id = "00000000-0000-0000-0000-000000000000";
    co_return std::expected<void, InputError>{};
  }
  auto athlete = target.id.empty() ? co_await repository.create_athlete(target.name)
                                   : co_await repository.import_athlete({target.id, target.name});
  if (!athlete) co_return std::unexpected(store_error(athlete.error()));
  target.id = athlete->id;
  co_return std::expected<void, InputError>{};
}

void record_outcomes(const TrainingLog& log, std::size_t first_row, const Batch& batch,
                     std::span<const Batch::Row> rows, const std::vector<tracker::ImportOutcome>& outcomes,
                     ImportReport& report) {
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const bool created = outcomes[at] == tracker::ImportOutcome::created;
    ++(created ? report.created : report.duplicates);
    const LogRow& row = log.rows[rows[at].index];
    report.rows[rows[at].index - first_row] = {row.line, created ? RowOutcome::created : RowOutcome::duplicate,
                                               row.notice, batch.target.name};
  }
}

InputError interrupted(InputError failure, const ImportReport& report) {
  failure.message = fmt::format("the import stopped after {} new sessions: {} Run it again: nothing is written twice.",
                                report.created, failure.message);
  return failure;
}

// With the verdicts on the rows that cannot be read.
ImportReport begin_report(const TrainingLog& log, std::size_t first_row, std::size_t row_count) {
  ImportReport report;
  report.notices = log.notices;
  report.rows.resize(row_count);
  for (std::size_t at = 0; at < row_count; ++at) {
    const LogRow& row = log.rows[first_row + at];
    if (row.session) continue;
    ++report.errors;
    report.rows[at] = {row.line, RowOutcome::error, row.session.error()};
  }
  return report;
}

}  // namespace

Task<ImportReport> import_log(tracker::Repository& repository, ImportOptions options, TrainingLog log) {
  const std::size_t first_row = std::min(options.rows.first, log.rows.size());
  const std::size_t row_count = std::min(options.rows.count, log.rows.size() - first_row);
  ImportReport report = begin_report(log, first_row, row_count);
  auto athletes = co_await repository.list_athletes();
  if (!athletes) co_return std::unexpected(store_error(athletes.error()));
  const AthleteResolver resolver(std::move(*athletes), options);
  auto batches = batches_of(log, {first_row, row_count}, resolver);
  if (!batches) co_return std::unexpected(batches.error());

  const std::size_t total = row_count - report.errors;
  std::size_t done = 0;
  for (Batch& batch : *batches) {
    const auto there = co_await ensure_athlete(repository, batch.target, report, options.dry_run);
    if (!there) co_return std::unexpected(interrupted(there.error(), report));
    for (std::size_t next = 0; next < batch.rows.size(); next += limits::import_chunk_sessions_max) {
      const auto rows =
          std::span(batch.rows).subspan(next, std::min(limits::import_chunk_sessions_max, batch.rows.size() - next));
      std::vector<tracker::ImportedSession> sessions;
      for (const auto& row : rows) {
        sessions.push_back(session_for(batch.target, row.keeps_session_id, *log.rows[row.index].session));
      }
      const auto outcomes = options.dry_run ? co_await repository.preview_import(batch.target.id, std::move(sessions))
                                            : co_await repository.import_sessions(batch.target.id, std::move(sessions));
      if (!outcomes) co_return std::unexpected(interrupted(store_error(outcomes.error()), report));
      record_outcomes(log, first_row, batch, rows, *outcomes, report);
      done += rows.size();
      if (options.on_progress) options.on_progress(done, total);
    }
  }
  co_return report;
}

}  // namespace operations
