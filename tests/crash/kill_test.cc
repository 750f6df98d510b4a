// Kills a process with SIGKILL at random moments while it works on a log from many coroutines, and looks at what is
// left: every acknowledged write is there, no unacknowledged half is, every index entry matches its item, the table's
// stream tells how its items came to be, every invariant holds.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "engine/testing/streams.h"
#include "journal.h"
#include "workload.h"

namespace crash {
namespace {

constexpr int kills_default = 100;
constexpr int rounds_on_one_log = 10;  // then a new one: each round reads all that the rounds before have left
constexpr auto life_max = std::chrono::milliseconds(400);  // how long a child lives after its first acknowledgement

template <class T>
T run(boost::asio::awaitable<T> coroutine) {
  boost::asio::io_context context;
  std::optional<T> result;
  boost::asio::co_spawn(context, std::move(coroutine), [&](std::exception_ptr failure, T value) {
    if (failure) std::rethrow_exception(failure);
    result.emplace(std::move(value));
  });
  context.run();
  return *std::move(result);
}

// Starts this program again as a child, kills it after a while and returns its journal.
std::string journal_of_a_killed_child(const std::string& directory, std::uint64_t seed,
                                      std::chrono::milliseconds life) {
  int pipe_ends[2];
  if (::pipe2(pipe_ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    const int journal = ::dup(pipe_ends[1]);  // without O_CLOEXEC
    ::execl("/proc/self/exe", "kill_test", "--child", directory.c_str(), std::to_string(seed).c_str(),
            std::to_string(journal).c_str(), nullptr);
    std::_Exit(4);
  }
  ::close(pipe_ends[1]);
  std::string journal;
  std::optional<std::chrono::steady_clock::time_point> end;
  bool killed = false;
  for (;;) {
    if (end && !killed && std::chrono::steady_clock::now() >= *end) {
      ::kill(child, SIGKILL);
      killed = true;
    }
    pollfd waiting{pipe_ends[0], POLLIN, 0};
    ::poll(&waiting, 1, 1);
    if (waiting.revents == 0) continue;
    char buffer[65536];
    const auto size = ::read(pipe_ends[0], buffer, sizeof buffer);
    if (size <= 0) break;
    journal.append(buffer, static_cast<std::size_t>(size));
    if (!end && journal.find("\nA ") != std::string::npos) end = std::chrono::steady_clock::now() + life;
  }
  ::close(pipe_ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "the child ended by itself with status " << status;
  return journal;
}

struct Found {
  std::map<std::string, std::string> athletes;
  std::map<std::string, tracker::TrainingSession> sessions;
};

Found read_everything(OpenedLog& log) {
  Found found;
  const auto athletes = run(log.repository->list_athletes());
  if (!athletes) throw std::runtime_error("list_athletes failed");
  for (const auto& athlete : *athletes) found.athletes[athlete.id] = athlete.name;
  std::optional<std::string> cursor;
  do {
    const auto page = run(log.repository->list_sessions_after({}, cursor, 100));
    if (!page) throw std::runtime_error("list_sessions_after failed");
    for (const auto& session : page->sessions) {
      EXPECT_TRUE(found.sessions.emplace(session.id, session).second) << "session " << session.id << " is there twice";
    }
    cursor = page->next_cursor;
  } while (cursor);
  return found;
}

bool in_doubt(const Expectation& expectation, const std::string& athlete, const std::string& session) {
  for (const auto& operation : expectation.in_doubt) {
    if (!session.empty() && operation.session == session) return true;
    if (!athlete.empty() && operation.kind == Kind::cascade && operation.athlete == athlete) return true;
  }
  return false;
}

void check_invariants(const Found& found) {
  for (const auto& [id, session] : found.sessions) {
    const auto athlete = found.athletes.find(session.athlete_id);
    if (athlete == found.athletes.end()) {
      ADD_FAILURE() << "session " << id << " has no athlete";
    } else {
      EXPECT_EQ(session.athlete_name, athlete->second) << "session " << id << " after resume_renames";
    }
  }
}

void check_acknowledged_athletes(const Expectation& expectation, const Found& found) {
  for (const auto& [id, name] : expectation.athletes) {
    const auto athlete = found.athletes.find(id);
    if (athlete == found.athletes.end()) {
      EXPECT_TRUE(in_doubt(expectation, id, "")) << "acknowledged athlete " << id << " is lost";
      continue;
    }
    bool renaming = false;
    for (const auto& operation : expectation.in_doubt) {
      renaming |=
          operation.kind == Kind::rename_athlete && operation.athlete == id && operation.marker == athlete->second;
    }
    EXPECT_TRUE(athlete->second == name || renaming)
        << "athlete " << id << " is called " << athlete->second << ", acknowledged was " << name;
  }
  for (const auto& id : expectation.deleted_athletes)
    EXPECT_FALSE(found.athletes.contains(id)) << "deleted athlete " << id << " is back";
}

void check_acknowledged_sessions(const Expectation& expectation, const Found& found) {
  for (const auto& [id, expected] : expectation.sessions) {
    if (in_doubt(expectation, expected.athlete, id)) continue;  // either state is right; half states break an invariant
    const auto session = found.sessions.find(id);
    if (session == found.sessions.end()) {
      ADD_FAILURE() << "acknowledged session " << id << " is lost";
      continue;
    }
    EXPECT_EQ(session->second.athlete_id, expected.athlete) << id;
    EXPECT_EQ(session->second.notes, expected.marker) << id;
  }
  for (const auto& id : expectation.deleted_sessions)
    EXPECT_FALSE(found.sessions.contains(id)) << "deleted session " << id << " is back";
}

void check_acknowledged_imports(const Expectation& expectation, const Found& found) {
  std::map<std::pair<std::string, std::string>, int> rows;  // athlete and prefix
  for (const auto& [id, session] : found.sessions) {
    if (session.source) ++rows[{session.athlete_id, session.source->substr(0, session.source->find(':'))}];
  }
  for (const auto& [athlete, imports] : expectation.imports) {
    if (in_doubt(expectation, athlete, "")) continue;
    for (const auto& [prefix, count] : imports) EXPECT_EQ((rows[{athlete, prefix}]), count) << "import " << prefix;
  }
}

struct Directory {
  std::string path = (std::filesystem::temp_directory_path() / ("kill_test-" + std::to_string(getpid()))).string();
  ~Directory() { clear(); }
  void clear() const { std::filesystem::remove_all(path); }
};

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// Replayed, it gives the items, no more and no less.
void check_stream(engine::EmbeddedDatabase& database) {
  const auto described = engine::testing::awaited(database.describe_table({.table_name = "training-tracker"})).value();
  std::map<std::string, dynamodb::Item> items;
  dynamodb::ScanRequest scan;
  scan.table_name = "training-tracker";
  do {
    const auto page = engine::testing::awaited(database.scan(scan)).value();
    for (const auto& encoded : page.items) {
      const auto item = encoded.decode();
      const auto& schema = described.table.definition.key_schema;
      dynamodb::Key key = {{schema.partition_key, item.at(schema.partition_key)}};
      if (schema.sort_key) key.emplace(*schema.sort_key, item.at(*schema.sort_key));
      items.emplace(dynamodb::EncodedItem(key).bytes(), item);
    }
    scan.exclusive_start_key = page.last_evaluated_key;
  } while (scan.exclusive_start_key);
  const auto records = engine::testing::read_stream(database, described.table.latest_stream_arn.value());
  EXPECT_EQ(engine::testing::replayed(records), items);
}

TEST(Kill, loses_nothing_acknowledged_and_leaves_no_half) {
  const auto seed = number_from("KILL_SEED", std::random_device{}());
  const auto kills = static_cast<int>(number_from("KILLS", kills_default));
  std::mt19937_64 random(seed);
  std::fprintf(stderr, "KILL_SEED=%llu KILLS=%d\n", static_cast<unsigned long long>(seed), kills);
  Directory directory;
  std::int64_t acknowledged = 0;
  std::int64_t doubtful = 0;
  for (int round = 0; round < kills && !testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE("round " + std::to_string(round));
    if (round % rounds_on_one_log == 0) directory.clear();
    const auto life = std::chrono::milliseconds(random() % life_max.count());
    const auto expectation = read_journal(journal_of_a_killed_child(directory.path, random(), life));
    acknowledged += expectation.acknowledged;
    doubtful += static_cast<std::int64_t>(expectation.in_doubt.size());
    auto log = open_log(directory.path);
    EXPECT_EQ(engine::verify_consistency(*log.database), std::vector<std::string>());
    check_stream(*log.database);
    EXPECT_TRUE(run(log.repository->resume_renames()));
    const auto found = read_everything(log);
    check_invariants(found);
    check_acknowledged_athletes(expectation, found);
    check_acknowledged_sessions(expectation, found);
    check_acknowledged_imports(expectation, found);
  }
  std::fprintf(stderr, "%lld operations acknowledged, %lld in doubt\n", static_cast<long long>(acknowledged),
               static_cast<long long>(doubtful));
  EXPECT_GT(acknowledged, kills) << "the children did next to nothing, so this test showed nothing";
  EXPECT_GT(doubtful, 0);
}

}  // namespace
}  // namespace crash

int main(int argument_count, char** arguments) {
  if (argument_count == 5 && std::string_view(arguments[1]) == "--child") {
    crash::run_until_killed(arguments[2], std::strtoull(arguments[3], nullptr, 10), std::atoi(arguments[4]));
  }
  testing::InitGoogleTest(&argument_count, arguments);
  return RUN_ALL_TESTS();
}
