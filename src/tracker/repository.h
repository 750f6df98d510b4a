// Athletes and sessions as the items of one DynamoDB table, by the guide's single-table design and its access patterns.
// Every write and its races: docs/adr/ and the comments of the files named after the operations.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/database.h"
#include "tracker/athlete_summaries.h"
#include "tracker/error.h"
#include "tracker/model.h"
#include "tracker/periods.h"
#include "tracker/records.h"

namespace tracker {

template <class T>
using Awaitable = boost::asio::awaitable<Result<T>>;

// How often, and after which pauses, an operation goes on before it answers Unavailable. A pause is random between
// zero and first × 2^n, at most pause_max.
struct RetryPolicy {
  int contention_attempts_max = 14;  // conflicts: about 4 s in all
  int throttling_attempts_max = 14;  // of a whole request; 1 where the store tries again by itself
  int fault_attempts_max = 4;        // unreachable, 5xx; likewise
  int rounds_max = 30;               // how often an operation begins again because others changed what it had read
  int index_looks_max = 3;           // how often a session is looked for, since an index may lag behind its table
  std::chrono::milliseconds pause_first{8};
  std::chrono::milliseconds pause_max{500};
};

// The functions are called from any thread.
struct RepositoryOptions {
  std::string table_name = "training-tracker";
  std::function<Timestamp()> now;          // the clock
  std::function<std::string()> random_id;  // a fresh UUID v4
  // A stored row that cannot be read: its key and why. It is left out of the answer, and never silently.
  std::function<void(const std::string& key, const std::string& reason)> on_unreadable_item;
  RetryPolicy retry = {};
  // How long a global index may lag behind its table: for so long after a write of this repository, what was written is
  // read from the table (docs/adr/0007-read-your-writes.md). Zero: indexes never lag, as in the embedded store.
  std::chrono::milliseconds index_lag_max{0};
};

struct SessionFilter {
  DateRange dates;
  std::optional<std::string> athlete_id;
  std::optional<std::string> sport = {};  // exactly this one
  // Somewhere in the notes, the sport or the athlete's name, in capital or small letters (case_fold.h). Empty: any.
  std::optional<std::string> text = {};
};
struct OffsetPage {
  std::vector<TrainingSession> sessions;  // date descending, then id ascending
  std::int64_t total = 0;                 // after filters, exact
};
struct CursorPage {
  std::vector<TrainingSession> sessions;   // the same order
  std::optional<std::string> next_cursor;  // opaque; nullopt on the last page
};

// `key` is the client's Idempotency-Key with the caller it belongs to; `request_hash` tells one request from another.
struct Idempotency {
  std::string key;
  std::string request_hash;
};

// A session to be imported: everything is given, the id too when it comes from our own export.
struct ImportedSession {
  SessionInput input;
  std::optional<std::string> id;
  std::optional<std::string> created_at;
  std::optional<std::string> updated_at;
  std::optional<std::string> source;  // makes importing idempotent: the session id is derived from athlete and source
  std::optional<std::string> start_time;
};
enum class ImportOutcome { created, duplicate };

// Thread-safe, as the Database is. Operations retry TransactionConflict and throttling with backoff for a bounded time.
class Repository {
 public:
  Repository(dynamodb::Database& database, RepositoryOptions options);
  ~Repository();
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;

  // Athletes. Names are already validated (trimmed, not empty, within limits).
  Awaitable<Athlete> create_athlete(std::string name, std::optional<Idempotency> idempotency = std::nullopt);
  // From an export: keeps the id. AlreadyExists when another name stands there; the same name is fine.
  Awaitable<Athlete> import_athlete(Athlete athlete);
  Awaitable<Athlete> get_athlete(std::string id);
  Awaitable<std::vector<Athlete>> list_athletes();  // by name, then id
  // Also spreads the new name to AthleteName of all sessions; an interrupted spread is completed by resume_renames().
  Awaitable<Athlete> rename_athlete(std::string id, std::string name);
  Awaitable<void> delete_athlete(std::string id, bool cascade);
  // Completes what a killed process left: at start, and whenever an athlete with RenamePending is read.
  Awaitable<void> resume_renames();

  // Sessions.
  Awaitable<TrainingSession> create_session(SessionInput input, std::optional<Idempotency> idempotency = std::nullopt);
  Awaitable<TrainingSession> get_session(std::string id);
  // Full replace; moves the session when the athlete changes. `if_match`: an etag() that must still be true.
  Awaitable<TrainingSession> update_session(std::string id, SessionInput input,
                                            std::optional<std::string> if_match = std::nullopt);
  // Brings a deleted session back under its id (given.id is not looked at). AlreadyExists while there is one.
  Awaitable<TrainingSession> restore_session(std::string id, ImportedSession given);
  Awaitable<void> delete_session(std::string id, std::optional<std::string> if_match = std::nullopt);
  Awaitable<OffsetPage> list_sessions(SessionFilter filter, std::int64_t offset, std::int64_t limit);
  Awaitable<CursorPage> list_sessions_after(SessionFilter filter, std::optional<std::string> cursor,
                                            std::int64_t limit);
  // Sessions of one athlete in bulk, up to 99 in a transaction. One outcome per session, in order.
  Awaitable<std::vector<ImportOutcome>> import_sessions(std::string athlete_id, std::vector<ImportedSession> sessions);
  // Which of these would be duplicates; changes nothing (--dry-run).
  Awaitable<std::vector<ImportOutcome>> preview_import(std::string athlete_id, std::vector<ImportedSession> sessions);

  Awaitable<Statistics> statistics(SessionFilter filter);
  // Only the periods with sessions, ascending.
  Awaitable<std::vector<PeriodStatistics>> period_statistics(SessionFilter filter, PeriodKind kind,
                                                             WeekStart week_start);
  Awaitable<Records> records(SessionFilter filter, RecordsOptions options);
  // By the number of sessions descending.
  Awaitable<std::vector<SportTotals>> sport_totals(SessionFilter filter);
  // Of every athlete, by name.
  Awaitable<std::vector<AthleteSummary>> athlete_summaries(Date today, WeekStart week_start);
  // One cheap read: is the table there and answering?
  Awaitable<void> check_ready();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// A strong entity tag of the session's stored state, without quotes.
[[nodiscard]] std::string etag(const TrainingSession& session);

// The guide's table, with GSI1 and, unless `guide_only`, the additive indexes SessionById, SessionsByAthlete,
// AthletesByName.
[[nodiscard]] dynamodb::TableDefinition table_definition(std::string table_name, bool guide_only = false);
// The attribute that says when an item may go (time to live); only rows that answer repeated requests have it.
[[nodiscard]] std::string time_to_live_attribute();

}  // namespace tracker
