// What each request of the API costs on DynamoDB, in capacity units: the repository's own requests against a data
// directory, which is written to.
//   capacity_per_request DIRECTORY
// Prints JSON: {"what": [read units, write units], …}.
#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/embedded_database.h"
#include "metered_database.h"
#include "operations/store_failure.h"
#include "tracker/repository.h"

namespace {

namespace asio = boost::asio;
using tracker::Repository;

constexpr std::int64_t page_sessions = 50;

struct Row {
  std::string what;
  bench::Consumed consumed;
};

template <class T>
T value_of(tracker::Result<T> result) {
  if (!result) throw std::runtime_error(operations::describe_failure(result.error()));
  return *std::move(result);
}
void check(const tracker::Result<void>& result) {
  if (!result) throw std::runtime_error(operations::describe_failure(result.error()));
}

tracker::SessionInput input_of(const tracker::TrainingSession& session) {
  return {.athlete_id = session.athlete_id,
          .date = session.date,
          .duration_minutes = session.duration_minutes,
          .distance_km = session.distance_km,
          .notes = session.notes,
          .sport = session.sport,
          .rpe = session.rpe};
}

asio::awaitable<std::vector<Row>> measure(Repository& repository, bench::MeteredDatabase& database) {
  std::vector<Row> rows;
  const auto note = [&](std::string what) { rows.push_back({std::move(what), database.take()}); };

  const auto athletes = value_of(co_await repository.list_athletes());
  note("the athletes (10 of them)");
  const auto page = value_of(co_await repository.list_sessions_after({}, std::nullopt, page_sessions));
  note("a page of 50 sessions, by cursor");
  (void)value_of(co_await repository.list_sessions_after({.dates = {}, .athlete_id = athletes[0].id}, std::nullopt,
                                                         page_sessions));
  note("a page of 50 sessions of one athlete, by cursor");
  const auto& sample = page.sessions.at(page_sessions / 2);
  (void)value_of(co_await repository.get_session(sample.id));
  note("a session by its id");
  const auto created = value_of(co_await repository.create_session(input_of(sample)));
  note("create a session");
  auto changed = input_of(created);
  changed.notes = "Edited.";
  (void)value_of(co_await repository.update_session(created.id, changed));
  note("edit a session");
  auto moved = changed;
  moved.athlete_id = athletes[0].id == changed.athlete_id ? athletes[1].id : athletes[0].id;
  (void)value_of(co_await repository.update_session(created.id, moved));
  note("move a session to another athlete");
  check(co_await repository.delete_session(created.id));
  note("delete a session");
  const tracker::DateRange month{.first = std::chrono::year(2020) / 6 / 1, .last = std::chrono::year(2020) / 6 / 30};
  const auto statistics = value_of(co_await repository.statistics({.dates = month, .athlete_id = std::nullopt}));
  note(fmt::format("statistics of a month with {} sessions", statistics.session_count));
  co_return rows;
}

std::vector<Row> measured(const std::string& directory) {
  engine::Options options;
  options.directory = directory;
  const auto embedded = engine::EmbeddedDatabase::open(std::move(options));
  if (!embedded) throw std::runtime_error(embedded.error().message);
  bench::MeteredDatabase database(**embedded);
  tracker::RepositoryOptions repository_options;
  repository_options.now = [] {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
  };
  repository_options.random_id = [number = 0]() mutable {
    return fmt::format("00000000-0000-4000-8000-{:012x}", ++number);
  };
  repository_options.on_unreadable_item = [](const std::string&, const std::string&) {};
  Repository repository(database, std::move(repository_options));

  std::vector<Row> rows;
  std::exception_ptr failure;
  asio::io_context context(1);
  asio::co_spawn(context, measure(repository, database), [&](std::exception_ptr thrown, std::vector<Row> found) {
    failure = std::move(thrown);
    rows = std::move(found);
  });
  context.run();
  if (failure) std::rethrow_exception(failure);
  return rows;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 2) {
    fmt::print(stderr, "usage: capacity_per_request DIRECTORY\n");
    return 2;
  }
  try {
    std::string text;
    for (const Row& row : measured(arguments[1])) {
      text += fmt::format("{}\"{}\": [{}, {}]", text.empty() ? "" : ",\n ", row.what, row.consumed.read_units,
                          row.consumed.write_units);
    }
    fmt::print("{{{}}}\n", text);
  } catch (const std::exception& exception) {
    fmt::print(stderr, "{}\n", exception.what());
    return 1;
  }
  return 0;
}
