#include "operations/example_data.h"

namespace operations {
namespace {

tracker::ImportedSession example(std::string athlete_id, int day, double minutes, double kilometres) {
  tracker::ImportedSession session;
  session.input.athlete_id = std::move(athlete_id);
  session.input.date = std::chrono::year{2025} / std::chrono::October / day;
  session.input.duration_minutes = minutes;
  session.input.distance_km = kilometres;
  session.source = "example:" + std::to_string(day);
  return session;
}

tracker::Awaitable<void> add_athlete(tracker::Repository& repository, tracker::Athlete athlete,
                                     std::vector<tracker::ImportedSession> sessions) {
  const auto added = co_await repository.import_athlete(athlete);
  if (!added) co_return std::unexpected(added.error());
  const auto imported = co_await repository.import_sessions(athlete.id, std::move(sessions));
  if (!imported) co_return std::unexpected(imported.error());
  co_return tracker::Result<void>();
}

}  // namespace

tracker::Awaitable<std::optional<ExampleData>> add_example_data(tracker::Repository& repository) {
  const auto athletes = co_await repository.list_athletes();
  if (!athletes) co_return std::unexpected(athletes.error());
  if (!athletes->empty()) co_return std::nullopt;
  std::vector<tracker::ImportedSession> of_john{example("athlete-1", 20, 45, 8.5), example("athlete-1", 21, 60, 12)};
  const auto john = co_await add_athlete(repository, {"athlete-1", "John Doe"}, std::move(of_john));
  if (!john) co_return std::unexpected(john.error());
  std::vector<tracker::ImportedSession> of_jane{example("athlete-2", 22, 30, 5), example("athlete-2", 23, 50, 10)};
  const auto jane = co_await add_athlete(repository, {"athlete-2", "Jane Smith"}, std::move(of_jane));
  if (!jane) co_return std::unexpected(jane.error());
  co_return ExampleData{.athletes = 2, .sessions = 4};
}

}  // namespace operations
