// The tracker on the remote store, over a way that fails at each of its requests in turn: before the request is
// carried out, and after. One failure must not be seen, and nothing be done twice or by half.
#include <gtest/gtest.h>
#include <zlib.h>

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <optional>
#include <set>

#include "aws/remote_database.h"
#include "endpoint/endpoint.h"
#include "engine/embedded_database.h"
#include "tracker/repository.h"

namespace {

namespace asio = boost::asio;

template <class T>
T run(asio::awaitable<T> awaitable) {
  asio::io_context context;
  std::optional<T> result;
  asio::co_spawn(context, std::move(awaitable), [&](std::exception_ptr thrown, T value) {
    if (thrown) std::rethrow_exception(thrown);
    result.emplace(std::move(value));
  });
  context.run();
  return std::move(result).value();
}

enum class Fault {
  refused,    // the connection: nothing was done
  cut,        // done, and the connection broke before the answer
  timed_out,  // done, and no answer came
  damaged,    // done, and the answer is not what was sent
  internal,   // nothing was done, and status 500
  lost,       // done, and status 500
  throttled,
  conflict,
  expired,  // the credentials
};
constexpr Fault faults[] = {Fault::refused, Fault::cut,       Fault::timed_out, Fault::damaged, Fault::internal,
                            Fault::lost,    Fault::throttled, Fault::conflict,  Fault::expired};
const char* const fault_names[] = {"refused", "cut",       "timed_out", "damaged", "internal",
                                   "lost",    "throttled", "conflict",  "expired"};

struct Way {
  int requests = 0;
  std::optional<int> fails_at;  // of the requests, from 0
  Fault fault = Fault::refused;
};

aws::Reply refusal(const std::string& name, int status) {
  return {.status = status, .body = R"({"__type":"x#)" + name + R"(","message":"injected"})", .request_id = {}};
}
std::unexpected<aws::TransportFailure> failure(aws::TransportFailure::Kind kind) {
  return std::unexpected(aws::TransportFailure{.kind = kind, .message = "injected"});
}

// To the endpoint, without a socket.
class LocalTransport final : public aws::Transport {
 public:
  LocalTransport(const http::Application& application, std::shared_ptr<Way> way)
      : application_(application), way_(std::move(way)) {}

  asio::awaitable<std::expected<aws::Reply, aws::TransportFailure>> exchange(
      std::string target, std::string body, std::chrono::milliseconds /*deadline*/) override {
    const bool fails = way_->requests++ == way_->fails_at;
    const bool is_transaction = target.ends_with(".TransactWriteItems");
    if (fails && way_->fault == Fault::refused) co_return failure(aws::TransportFailure::Kind::connection_refused);
    if (fails && way_->fault == Fault::internal) co_return refusal("InternalServerError", 500);
    if (fails && way_->fault == Fault::throttled) co_return refusal("ThrottlingException", 400);
    if (fails && way_->fault == Fault::expired) co_return refusal("ExpiredTokenException", 400);
    if (fails && way_->fault == Fault::conflict && is_transaction) {
      co_return aws::Reply{.status = 400,
                           .body = R"({"__type":"x#TransactionCanceledException","Message":"injected",)"
                                   R"("CancellationReasons":[{"Code":"TransactionConflict","Message":"injected"}]})",
                           .request_id = {}};
    }
    http::Request request;
    request.method = "POST";
    request.target = "/";
    request.headers.add("Host", "localhost");
    request.headers.add("Content-Type", "application/x-amz-json-1.0");
    request.headers.add("X-Amz-Target", target);
    request.body = std::move(body);
    auto response = co_await application_(request);
    aws::Reply reply{.status = response.status, .body = std::move(response.body), .request_id = {}};
    reply.crc32 = crc32_z(0, reinterpret_cast<const Bytef*>(reply.body.data()), reply.body.size());
    if (fails && way_->fault == Fault::cut) co_return failure(aws::TransportFailure::Kind::interrupted);
    if (fails && way_->fault == Fault::timed_out) co_return failure(aws::TransportFailure::Kind::timed_out);
    if (fails && way_->fault == Fault::lost) co_return refusal("InternalServerError", 500);
    if (fails && way_->fault == Fault::damaged) ++*reply.crc32;
    co_return reply;
  }
  void forget_credentials() override {}
  void set_clock(std::chrono::sys_seconds /*there*/) override {}

 private:
  const http::Application& application_;
  std::shared_ptr<Way> way_;
};

asio::awaitable<void> at_once(std::chrono::milliseconds /*pause*/) {
  co_return;
}

engine::EmbeddedDatabase& shared_engine() {
  static const auto database = engine::EmbeddedDatabase::open({}).value();
  return *database;
}
const http::Application& shared_endpoint() {
  static const http::Application application = [] {
    endpoint::Options options;
    options.authentication.unsigned_allowed = true;
    return endpoint::make_application(shared_engine(), std::move(options));
  }();
  return application;
}

// A table with Jane, her sessions, and Joe; and the tracker on it, over a way of its own.
class Scene {
 public:
  explicit Scene(int sessions) {
    static std::atomic<int> scenes = 0;
    table_ = "scene-" + std::to_string(scenes++);
    (void)run(shared_engine().create_table({tracker::table_definition(table_)})).value();
    aws::RemoteOptions remote;
    remote.endpoint = {.tls = false, .host = "localhost", .port = 8000, .region = "us-east-1"};
    remote.random = [] { return 0.0; };
    remote.token = [this] { return "token-" + fresh(); };
    remote.pause = at_once;
    database_ = aws::make_remote_database(std::make_unique<LocalTransport>(shared_endpoint(), way), std::move(remote));
    tracker::RepositoryOptions options;
    options.table_name = table_;
    options.now = [this] { return tracker::Timestamp(std::chrono::microseconds(1'763'872'557'900'623 + ++ids_)); };
    options.random_id = [this] { return table_ + "-" + fresh(); };
    options.retry = {.throttling_attempts_max = 1,
                     .fault_attempts_max = 1,
                     .pause_first = std::chrono::milliseconds(0),
                     .pause_max = std::chrono::milliseconds(1)};
    repository = std::make_unique<tracker::Repository>(*database_, std::move(options));
    jane = run(repository->create_athlete("Jane")).value();
    joe = run(repository->create_athlete("Joe")).value();
    for (int number = 0; number < sessions; ++number) first = run(repository->create_session(input(jane))).value();
  }
  ~Scene() { (void)run(shared_engine().delete_table({.table_name = table_})); }
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  static tracker::SessionInput input(const tracker::Athlete& athlete) {
    tracker::SessionInput input;
    input.athlete_id = athlete.id;
    input.date = std::chrono::year(2026) / 11 / 23;
    input.duration_minutes = 45;
    input.distance_km = 8.5;
    return input;
  }
  // "name: sessions", of each athlete; and of each session whose AthleteName is another one's.
  std::multiset<std::string> state() {
    std::multiset<std::string> result;
    std::size_t with_athlete = 0;
    for (const auto& athlete : run(repository->list_athletes()).value()) {
      const auto page = run(repository->list_sessions({.dates = {}, .athlete_id = athlete.id}, 0, 100)).value();
      with_athlete += page.sessions.size();
      result.insert(athlete.name + ": " + std::to_string(page.total));
      for (const auto& session : page.sessions) {
        if (session.athlete_name != athlete.name) result.insert("stale: " + session.id);
      }
    }
    const auto all = run(repository->list_sessions({}, 0, 100)).value();
    if (all.sessions.size() != with_athlete) result.insert("orphans");
    return result;
  }

  std::shared_ptr<Way> way = std::make_shared<Way>();
  std::unique_ptr<tracker::Repository> repository;
  tracker::Athlete jane;
  tracker::Athlete joe;
  tracker::TrainingSession first;

 private:
  std::string fresh() { return std::to_string(++ids_); }

  std::string table_;
  std::atomic<int> ids_ = 0;
  std::unique_ptr<wire::ProtocolService> database_;
};

using State = std::multiset<std::string>;
struct Operation {
  const char* name;
  bool (*perform)(Scene&);
  State after;
};

const Operation operations[] = {
    {"create_athlete", [](Scene& scene) { return run(scene.repository->create_athlete("Jim")).has_value(); },
     State{"Jane: 3", "Joe: 0", "Jim: 0"}},
    {"create_session",
     [](Scene& scene) { return run(scene.repository->create_session(Scene::input(scene.joe))).has_value(); },
     State{"Jane: 3", "Joe: 1"}},
    {"create_session_with_key",
     [](Scene& scene) {
       const tracker::Idempotency key{.key = "key", .request_hash = "hash"};
       return run(scene.repository->create_session(Scene::input(scene.joe), key)).has_value();
     },
     State{"Jane: 3", "Joe: 1"}},
    {"import",
     [](Scene& scene) {
       std::vector<tracker::ImportedSession> sessions(5);
       for (auto& session : sessions) session.input = Scene::input(scene.joe);
       for (std::size_t row = 0; row < sessions.size(); ++row) sessions[row].source = "csv:" + std::to_string(row);
       return run(scene.repository->import_sessions(scene.joe.id, std::move(sessions))).has_value();
     },
     State{"Jane: 3", "Joe: 5"}},
    {"update",
     [](Scene& scene) {
       return run(scene.repository->update_session(scene.first.id, Scene::input(scene.jane))).has_value();
     },
     State{"Jane: 3", "Joe: 0"}},
    {"move",
     [](Scene& scene) {
       return run(scene.repository->update_session(scene.first.id, Scene::input(scene.joe))).has_value();
     },
     State{"Jane: 2", "Joe: 1"}},
    {"remove", [](Scene& scene) { return run(scene.repository->delete_session(scene.first.id)).has_value(); },
     State{"Jane: 2", "Joe: 0"}},
    {"rename", [](Scene& scene) { return run(scene.repository->rename_athlete(scene.jane.id, "Janet")).has_value(); },
     State{"Janet: 3", "Joe: 0"}},
    {"delete_athlete",
     [](Scene& scene) { return run(scene.repository->delete_athlete(scene.joe.id, false)).has_value(); },
     State{"Jane: 3"}},
    {"cascade", [](Scene& scene) { return run(scene.repository->delete_athlete(scene.jane.id, true)).has_value(); },
     State{"Joe: 0"}},
};

using Case = std::tuple<std::size_t, std::size_t>;  // of operations, of faults
class RemoteFaults : public ::testing::TestWithParam<Case> {};
INSTANTIATE_TEST_SUITE_P(Each, RemoteFaults,
                         ::testing::Combine(::testing::Range<std::size_t>(0, std::size(operations)),
                                            ::testing::Range<std::size_t>(0, std::size(faults))),
                         [](const auto& tested) {
                           return std::string(operations[std::get<0>(tested.param)].name) + "_" +
                                  fault_names[std::get<1>(tested.param)];
                         });

TEST_P(RemoteFaults, at_any_request_are_not_seen) {
  const Operation& operation = operations[std::get<0>(GetParam())];
  for (int at = 0;; ++at) {
    SCOPED_TRACE("request " + std::to_string(at));
    Scene scene(3);
    const int before = scene.way->requests;
    scene.way->fault = faults[std::get<1>(GetParam())];
    scene.way->fails_at = before + at;
    EXPECT_TRUE(operation.perform(scene));
    const bool was_reached = scene.way->requests > before + at;
    scene.way->fails_at.reset();
    EXPECT_EQ(scene.state(), operation.after);
    if (!was_reached) {
      EXPECT_GT(at, 0);
      break;
    }
  }
}

}  // namespace
