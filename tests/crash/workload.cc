#include "workload.h"

#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "journal.h"

namespace crash {
namespace {

constexpr int workers = 8;
constexpr int threads = 2;
constexpr const char* table_name = "training-tracker";
constexpr std::chrono::milliseconds index_life{15};
constexpr int import_rows_max = 150;  // more than one transaction holds

[[noreturn]] void give_up(const std::string& what) {
  std::fprintf(stderr, "child: %s\n", what.c_str());
  std::_Exit(3);
}

// Written in one call each, so lines of different workers do not mix (POSIX: up to PIPE_BUF).
void say(int descriptor, std::string line) {
  line += '\n';
  if (::write(descriptor, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
    give_up("the journal is gone");
}

struct Worker {
  tracker::Repository& repository;
  int number;
  int journal;
  std::mt19937_64 random;
  std::string shared_athlete;
  std::vector<std::string> athletes;
  std::vector<std::pair<std::string, std::string>> sessions;  // id, athlete
  int markers = 0;

  int below(std::size_t bound) { return static_cast<int>(random() % bound); }
  std::string next_marker() {
    return "w" + std::to_string(number) + "-" + std::to_string(getpid()) + "-" + std::to_string(markers++);
  }
};

tracker::SessionInput input_of(const Worker& worker, const std::string& athlete, const std::string& marker) {
  tracker::SessionInput input;
  input.athlete_id = athlete;
  input.date = std::chrono::sys_days(std::chrono::year{2020} / 1 / 1) + std::chrono::days(worker.markers % 2000);
  input.duration_minutes = worker.markers;
  input.distance_km = 1.5;
  input.notes = marker;
  return input;
}

void check_ended(const tracker::Error& error) {
  if (std::holds_alternative<tracker::Unavailable>(error)) give_up(std::get<tracker::Unavailable>(error).reason);
  give_up("an operation on the worker's own athlete was refused with error " + std::to_string(error.index()));
}

boost::asio::awaitable<void> create_athlete(Worker& worker) {
  const auto name = worker.next_marker();
  say(worker.journal,
      begin_line(worker.number, {.kind = Kind::create_athlete, .athlete = {}, .session = {}, .marker = name}));
  const auto athlete = co_await worker.repository.create_athlete(name);
  if (!athlete) check_ended(athlete.error());
  say(worker.journal, acknowledged_line(worker.number, athlete->id));
  worker.athletes.push_back(athlete->id);
}

boost::asio::awaitable<void> create_session(Worker& worker) {
  const auto athlete = worker.athletes[worker.below(worker.athletes.size())];
  const auto marker = worker.next_marker();
  say(worker.journal,
      begin_line(worker.number, {.kind = Kind::create_session, .athlete = athlete, .session = {}, .marker = marker}));
  const auto session = co_await worker.repository.create_session(input_of(worker, athlete, marker));
  if (!session) check_ended(session.error());
  say(worker.journal, acknowledged_line(worker.number, session->id));
  worker.sessions.emplace_back(session->id, athlete);
}

boost::asio::awaitable<void> update_or_move(Worker& worker, bool move) {
  if (worker.sessions.empty()) co_return;
  auto& [session, athlete] = worker.sessions[worker.below(worker.sessions.size())];
  const auto target = move ? worker.athletes[worker.below(worker.athletes.size())] : athlete;
  const auto marker = worker.next_marker();
  say(worker.journal,
      begin_line(worker.number,
                 {.kind = Kind::update_session, .athlete = target, .session = session, .marker = marker}));
  const auto updated = co_await worker.repository.update_session(session, input_of(worker, target, marker));
  if (!updated) check_ended(updated.error());
  say(worker.journal, acknowledged_line(worker.number, ""));
  athlete = target;
}

boost::asio::awaitable<void> delete_session(Worker& worker) {
  if (worker.sessions.empty()) co_return;
  const int index = worker.below(worker.sessions.size());
  const auto session = worker.sessions[index].first;
  say(worker.journal,
      begin_line(worker.number, {.kind = Kind::delete_session, .athlete = {}, .session = session, .marker = {}}));
  const auto deleted = co_await worker.repository.delete_session(session);
  if (!deleted) check_ended(deleted.error());
  say(worker.journal, acknowledged_line(worker.number, ""));
  worker.sessions.erase(worker.sessions.begin() + index);
}

boost::asio::awaitable<void> rename_athlete(Worker& worker) {
  const auto athlete = worker.athletes[worker.below(worker.athletes.size())];
  const auto name = worker.next_marker();
  say(worker.journal,
      begin_line(worker.number, {.kind = Kind::rename_athlete, .athlete = athlete, .session = {}, .marker = name}));
  const auto renamed = co_await worker.repository.rename_athlete(athlete, name);
  if (!renamed) check_ended(renamed.error());
  say(worker.journal, acknowledged_line(worker.number, ""));
}

boost::asio::awaitable<void> cascade(Worker& worker) {
  if (worker.athletes.size() < 3) co_return;
  const auto athlete = worker.athletes.back();
  say(worker.journal,
      begin_line(worker.number, {.kind = Kind::cascade, .athlete = athlete, .session = {}, .marker = {}}));
  const auto deleted = co_await worker.repository.delete_athlete(athlete, true);
  if (!deleted) check_ended(deleted.error());
  say(worker.journal, acknowledged_line(worker.number, ""));
  worker.athletes.pop_back();
  std::erase_if(worker.sessions, [&](const auto& session) { return session.second == athlete; });
}

boost::asio::awaitable<void> import_sessions(Worker& worker) {
  const auto athlete = worker.athletes[worker.below(worker.athletes.size())];
  const auto prefix = worker.next_marker();
  const int count = 1 + worker.below(import_rows_max);
  std::vector<tracker::ImportedSession> rows;
  for (int row = 0; row < count; ++row) {
    tracker::ImportedSession imported;
    imported.input = input_of(worker, athlete, prefix);
    imported.source = prefix + ":" + std::to_string(row);
    rows.push_back(std::move(imported));
  }
  say(worker.journal,
      begin_line(worker.number,
                 {.kind = Kind::import_sessions, .athlete = athlete, .session = {}, .marker = prefix, .count = count}));
  const auto imported = co_await worker.repository.import_sessions(athlete, std::move(rows));
  if (!imported) check_ended(imported.error());
  say(worker.journal, acknowledged_line(worker.number, ""));
}

// What all workers do to one athlete at once; only the invariants are checked there, so nothing goes into the journal.
boost::asio::awaitable<void> disturb_the_shared_athlete(Worker& worker) {
  const auto input = input_of(worker, worker.shared_athlete, "shared");
  switch (worker.below(4)) {
    case 0:
      (void)co_await worker.repository.rename_athlete(worker.shared_athlete, worker.next_marker());
      break;
    case 1:
      (void)co_await worker.repository.delete_athlete(worker.shared_athlete, true);
      break;
    default:
      (void)co_await worker.repository.create_session(input);
      break;
  }
}

boost::asio::awaitable<void> work(Worker worker) {
  co_await create_athlete(worker);
  co_await create_athlete(worker);
  for (;;) {  // until killed
    const int dice = worker.below(100);
    if (dice < 40) {
      co_await create_session(worker);
    } else if (dice < 55) {
      co_await update_or_move(worker, false);
    } else if (dice < 67) {
      co_await update_or_move(worker, true);
    } else if (dice < 75) {
      co_await delete_session(worker);
    } else if (dice < 80) {
      co_await rename_athlete(worker);
    } else if (dice < 85) {
      co_await cascade(worker);
    } else if (dice < 90) {
      co_await import_sessions(worker);
    } else if (dice < 95) {
      co_await create_athlete(worker);
    } else {
      co_await disturb_the_shared_athlete(worker);
    }
  }
}

// An index comes and goes all the time, so that kills meet one that is half filled, or just deleted. What a request
// answers depends on what the kill before has left.
boost::asio::awaitable<void> create_and_delete_an_index(dynamodb::Service& service) {
  const std::string name = "ComesAndGoes";
  const std::string attribute = "Notes";
  boost::asio::steady_timer pause(co_await boost::asio::this_coro::executor);
  for (;;) {
    dynamodb::UpdateTableRequest create{.table_name = table_name};
    create.attribute_definitions = {{attribute, dynamodb::ScalarType::string}};
    create.global_secondary_index_updates = {dynamodb::CreateGlobalSecondaryIndex{
        {.name = name, .key_schema = {.partition_key = attribute, .sort_key = std::nullopt}}}};
    (void)co_await service.update_table(std::move(create));
    pause.expires_after(index_life);
    co_await pause.async_wait(boost::asio::use_awaitable);
    dynamodb::UpdateTableRequest remove{.table_name = table_name};
    remove.global_secondary_index_updates = {dynamodb::DeleteGlobalSecondaryIndex{name}};
    (void)co_await service.update_table(std::move(remove));
  }
}

boost::asio::awaitable<void> start(dynamodb::Service& service, tracker::Repository& repository, std::uint64_t seed,
                                   int journal) {
  const auto executor = co_await boost::asio::this_coro::executor;
  const auto shared = co_await repository.create_athlete("shared");
  if (!shared) check_ended(shared.error());
  boost::asio::co_spawn(executor, create_and_delete_an_index(service), boost::asio::detached);
  for (int number = 0; number < workers; ++number) {
    Worker worker{repository, number, journal, std::mt19937_64(seed + number), shared->id, {}, {}};
    boost::asio::co_spawn(executor, work(std::move(worker)), boost::asio::detached);
  }
}

}  // namespace

OpenedLog open_log(const std::string& directory) {
  engine::Options options;
  options.directory = directory;
  auto database = engine::EmbeddedDatabase::open(std::move(options));
  if (!database) give_up(database.error().message);
  tracker::RepositoryOptions repository_options;
  repository_options.now = [] {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
  };
  repository_options.random_id = [] {
    thread_local boost::uuids::random_generator generator;
    return boost::uuids::to_string(generator());
  };
  repository_options.on_unreadable_item = [](const std::string& key, const std::string& reason) {
    give_up(key + " is unreadable: " + reason);
  };
  auto repository = std::make_unique<tracker::Repository>(**database, std::move(repository_options));
  return {*std::move(database), std::move(repository)};
}

void run_until_killed(const std::string& directory, std::uint64_t seed, int journal_descriptor) {
  auto log = open_log(directory);
  boost::asio::thread_pool pool(threads);
  auto table = tracker::table_definition(table_name);
  table.stream_view_type = dynamodb::StreamViewType::new_and_old_images;  // which must agree with the items too
  boost::asio::co_spawn(pool, log.database->create_table({.definition = std::move(table)}),
                        [&](std::exception_ptr, dynamodb::Result<dynamodb::TableResult>) {
                          boost::asio::co_spawn(pool, start(*log.database, *log.repository, seed, journal_descriptor),
                                                boost::asio::detached);
                        });
  pool.join();
  give_up("the workers ended by themselves");
}

}  // namespace crash
