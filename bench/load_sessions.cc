// Fills a data directory with athletes and sessions as the guide stores them, for benchmarks at a known size. Nothing
// in it is random, so two directories of one size are alike.
//   load_sessions DIRECTORY SESSIONS
// Prints JSON: the athletes' ids, and session ids spread evenly over the whole (all of them, or
// session_ids_printed_max).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "dynamodb/limits.h"
#include "engine/embedded_database.h"
#include "tracker/athlete_item.h"
#include "tracker/repository.h"
#include "tracker/session_item.h"

namespace {

namespace asio = boost::asio;

const std::string table_name = "training-tracker";
constexpr std::uint64_t sessions_max = 100'000'000;
constexpr std::uint64_t session_ids_printed_max = 20'000;
constexpr std::uint64_t athletes = 10;    // at every size, so that an athlete's log grows with the whole
constexpr std::uint64_t days = 36 * 365;  // the sessions are spread over them
constexpr int writers = 64;               // batches under way at any time

// Spreads neighbouring numbers over all 64 bits, best over the upper ones; no two give the same.
std::uint64_t spread(std::uint64_t number) {
  constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15;  // of 2^64; odd
  return (number + 1) * golden_ratio;
}

// In the form of a UUID v4.
std::string make_id(std::uint64_t number) {
  const std::uint64_t high = spread(number);
  const std::uint64_t low = spread(high);
  return fmt::format("{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", high >> 32U, (high >> 16U) & 0xFFFFU, high & 0xFFFU,
                     low >> 52U, low & 0xFFFFFFFFFFFFU);
}
std::string session_id(std::uint64_t number) {
  return make_id(athletes + number);
}

tracker::Athlete athlete(std::uint64_t number) {
  return {.id = make_id(number), .name = fmt::format("Athlete number {}", number)};
}

tracker::TrainingSession session(std::uint64_t number) {
  using namespace std::chrono;
  const std::uint64_t drawn = spread(~number) >> 24U;
  const tracker::Athlete of = athlete(number % athletes);
  tracker::TrainingSession session;
  session.id = session_id(number);
  session.athlete_id = of.id;
  session.athlete_name = of.name;
  session.date = sys_days(year(1990) / January / 1) + std::chrono::days(drawn % days);
  session.duration_minutes = 20 + static_cast<double>(drawn % 400) / 4;
  session.distance_km = 3 + static_cast<double>(drawn % 3000) / 100;
  session.notes = fmt::format("Session {}: easy along the river, then strides; felt {}. Wind from the west, dry paths.",
                              number, drawn % 2 == 0 ? "strong" : "tired");
  session.sport = "Running";
  session.created_at = "2026-01-05T07:30:00.123456+00:00";
  session.updated_at = session.created_at;
  return session;
}

struct Loading {
  dynamodb::Database& database;
  std::uint64_t sessions;
  std::uint64_t next = 0;
};

asio::awaitable<void> write(dynamodb::Database& database, std::vector<dynamodb::WriteRequest> writes) {
  dynamodb::BatchWriteItemRequest request;
  request.request_items.emplace(table_name, std::move(writes));
  const auto written = co_await database.batch_write_item(std::move(request));
  if (!written) throw std::runtime_error(written.error().message);
  if (!written->unprocessed_items.empty()) throw std::runtime_error("a batch was not written whole");
}

asio::awaitable<void> write_sessions(Loading& loading) {
  while (loading.next < loading.sessions) {
    std::vector<dynamodb::WriteRequest> writes;
    while (writes.size() < dynamodb::limits::batch_write_items_max && loading.next < loading.sessions) {
      writes.emplace_back(dynamodb::PutRequest{tracker::item_from_session(session(loading.next++))});
    }
    co_await write(loading.database, std::move(writes));
  }
}

asio::awaitable<void> write_athletes(dynamodb::Database& database) {
  const auto created = co_await database.create_table({.definition = tracker::table_definition(table_name)});
  if (!created) throw std::runtime_error(created.error().message);
  std::vector<dynamodb::WriteRequest> writes;
  for (std::uint64_t number = 0; number < athletes; ++number) {
    writes.emplace_back(dynamodb::PutRequest{tracker::item_from_athlete(athlete(number))});
  }
  co_await write(database, std::move(writes));
}

void rethrow(const std::exception_ptr& thrown) {
  if (thrown) std::rethrow_exception(thrown);
}

void load(const std::string& directory, std::uint64_t sessions) {
  engine::Options options;
  options.directory = directory;
  const auto database = engine::EmbeddedDatabase::open(std::move(options));
  if (!database) throw std::runtime_error(database.error().message);
  asio::io_context context(1);
  asio::co_spawn(context, write_athletes(**database), rethrow);
  context.run();
  context.restart();
  Loading loading{.database = **database, .sessions = sessions};
  for (int count = 0; count < writers; ++count) asio::co_spawn(context, write_sessions(loading), rethrow);
  context.run();
}

void print(std::uint64_t sessions) {
  std::vector<std::string> athlete_ids;
  for (std::uint64_t number = 0; number < athletes; ++number) athlete_ids.push_back(athlete(number).id);
  std::vector<std::string> session_ids;
  const std::uint64_t printed = std::min(sessions, session_ids_printed_max);
  for (std::uint64_t index = 0; index < printed; ++index) session_ids.push_back(session_id(index * sessions / printed));
  fmt::print("{{\"athletes\":[\"{}\"],\"sessions\":[\"{}\"]}}\n", fmt::join(athlete_ids, "\",\""),
             fmt::join(session_ids, "\",\""));
}

}  // namespace

int main(int argument_count, char** arguments) {
  const std::uint64_t sessions = argument_count == 3 ? std::strtoull(arguments[2], nullptr, 10) : 0;
  if (sessions < 1 || sessions > sessions_max) {
    fmt::print(stderr, "usage: load_sessions DIRECTORY SESSIONS\n");
    return 2;
  }
  try {
    load(arguments[1], sessions);
  } catch (const std::exception& exception) {
    fmt::print(stderr, "{}\n", exception.what());
    return 1;
  }
  print(sessions);
  return 0;
}
