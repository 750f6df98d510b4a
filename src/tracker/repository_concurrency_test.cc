// Many coroutines on two threads do everything at once, on a store where a tenth of the calls goes wrong. The seed is
// printed on failure; the order of what happens is the scheduler's.
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/thread_pool.hpp>
#include <mutex>
#include <random>

#include "tracker/testing/world.h"

namespace tracker::testing {
namespace {

constexpr int workers = 12;
constexpr int operations_per_worker = 40;
constexpr unsigned seed = 20261123;

// The sessions that anybody has created; some are gone again.
class KnownSessions {
 public:
  void add(const std::string& id) {
    const std::lock_guard lock(mutex_);
    ids_.push_back(id);
  }
  std::string any(std::mt19937& random) {
    const std::lock_guard lock(mutex_);
    return ids_.empty() ? "none" : ids_[random() % ids_.size()];
  }

 private:
  std::mutex mutex_;
  std::vector<std::string> ids_;
};

struct Crowd {
  World world;
  std::vector<std::string> athletes;
  KnownSessions sessions;
  std::atomic<int> finished = 0;
};

Fault random_fault(int call) {
  switch ((static_cast<unsigned>(call) * 2654435761U ^ seed) % 40) {
    case 0:
    case 1:
      return Fault::contention;
    case 2:
      return Fault::not_reached;
    case 3:
      return Fault::lost_answer;
    default:
      return Fault::none;
  }
}

SessionInput any_input(Crowd& crowd, std::mt19937& random) {
  const std::string& athlete = crowd.athletes[random() % crowd.athletes.size()];
  return input_of(athlete, "2025-10-1" + std::to_string(random() % 10));
}

boost::asio::awaitable<void> import_some(Crowd& crowd, Repository& repository, std::mt19937& random) {
  const std::string athlete = crowd.athletes[random() % crowd.athletes.size()];
  std::vector<ImportedSession> file(5);
  for (auto& session : file) {
    session.input = any_input(crowd, random);
    session.source = "csv:" + std::to_string(random() % 30);
  }
  (void)co_await repository.import_sessions(athlete, std::move(file));
}

boost::asio::awaitable<void> one_operation(Crowd& crowd, Repository& repository, std::mt19937& random) {
  const std::string athlete = crowd.athletes[random() % crowd.athletes.size()];
  switch (random() % 12) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const auto created = co_await repository.create_session(any_input(crowd, random));
      if (created) crowd.sessions.add(created->id);
      break;
    }
    case 4:
    case 5:
    case 6:
      (void)co_await repository.update_session(crowd.sessions.any(random), any_input(crowd, random));
      break;
    case 7:
      (void)co_await repository.delete_session(crowd.sessions.any(random));
      break;
    case 8:
      (void)co_await repository.rename_athlete(athlete, "Name " + std::to_string(random() % 100));
      break;
    case 9:
      (void)co_await repository.delete_athlete(athlete, random() % 2 == 0);
      break;
    case 10:
      (void)co_await repository.import_athlete({.id = athlete, .name = "Again"});
      break;
    default:
      co_await import_some(crowd, repository, random);
  }
}

boost::asio::awaitable<void> worker(Crowd& crowd, unsigned number) {
  std::mt19937 random(seed + number);
  // Every other worker is of another process.
  Repository& repository = number % 2 == 0 ? crowd.world.faulty_repository() : crowd.world.repository();
  for (int count = 0; count < operations_per_worker; ++count) co_await one_operation(crowd, repository, random);
  ++crowd.finished;
}

TEST(Concurrency, everything_at_once_keeps_every_invariant) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  Crowd crowd;
  for (const char* name : {"Jane", "Joe", "Jim", "Jill"}) crowd.athletes.push_back(crowd.world.athlete(name).id);
  crowd.world.faulty().fault = random_fault;
  boost::asio::thread_pool pool(2);
  for (unsigned number = 0; number < workers; ++number) {
    boost::asio::co_spawn(pool, worker(crowd, number), boost::asio::detached);
  }
  pool.join();
  EXPECT_EQ(crowd.finished, workers);

  crowd.world.faulty().fault = nullptr;
  EXPECT_TRUE(run(crowd.world.repository().resume_renames()).has_value());
  EXPECT_EQ(crowd.world.broken_invariants(), std::vector<std::string>());
  EXPECT_EQ(engine::verify_consistency(shared_engine()), std::vector<std::string>());
  EXPECT_TRUE(crowd.world.unreadable.empty());
}

}  // namespace
}  // namespace tracker::testing
