#include "tracker/testing/world.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <stdexcept>

#include "tracker/athlete_item.h"
#include "tracker/schema.h"
#include "tracker/session_item.h"
#include "tracker/testing/external_store.h"
#include "tracker/time_text.h"

namespace tracker::testing {
namespace {

template <class T>
T must(dynamodb::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

void check_sessions(const std::map<std::string, StoredAthlete>& athletes, const std::vector<dynamodb::Item>& items,
                    std::vector<std::string>& broken) {
  std::set<std::string> ids;
  for (const auto& item : items) {
    const auto session = session_from_item(item);
    if (!session) {
      broken.push_back(schema::describe_key(item) + ": " + session.error());
      continue;
    }
    if (!ids.insert(session->id).second) broken.push_back("session twice: " + session->id);
    const auto athlete = athletes.find(session->athlete_id);
    if (athlete == athletes.end()) {
      broken.push_back("session without its athlete: " + schema::describe_key(item));
    } else if (athlete->second.athlete.name != session->athlete_name) {
      broken.push_back(fmt::format("{} is named {}, its athlete {}", session->id, session->athlete_name,
                                   athlete->second.athlete.name));
    }
    const std::string* order = schema::find_string(item, schema::gsi1_sk);
    if (order == nullptr || *order != date_sort_key(session->date, session->id)) {
      broken.push_back("GSI1SK does not match: " + schema::describe_key(item));
    }
  }
}

std::unique_ptr<engine::EmbeddedDatabase> open_engine(engine::Options options) {
  auto opened = engine::EmbeddedDatabase::open(std::move(options));
  if (!opened) throw std::runtime_error(opened.error().message);
  return std::move(*opened);
}

std::atomic<std::int64_t> late_engine_is_ahead_ms = 0;

engine::EmbeddedDatabase& late_engine() {
  static const auto database = [] {
    engine::Options options;
    options.index_delay = index_lag;
    options.now = [] {
      const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
      return now + std::chrono::milliseconds(late_engine_is_ahead_ms);
    };
    return open_engine(std::move(options));
  }();
  return *database;
}

}  // namespace

engine::EmbeddedDatabase& shared_engine() {
  static const auto database = open_engine({});
  return *database;
}

std::string store_name(Indexes indexes) {
  switch (indexes) {
    case Indexes::additive:
      return "embedded";
    case Indexes::guide_only:
      return "embedded_guide_only";
    case Indexes::late:
      return "late";
    case Indexes::late_guide_only:
      return "late_guide_only";
    case Indexes::external:
      return "external";
    case Indexes::external_guide_only:
      return "external_guide_only";
  }
  return "?";
}

std::vector<Indexes> every_store() {
  std::vector<Indexes> stores{Indexes::additive, Indexes::guide_only, Indexes::late, Indexes::late_guide_only};
  if (external_store() != nullptr) {
    stores.insert(stores.end(), {Indexes::external, Indexes::external_guide_only});
  }
  return stores;
}

World::World(Indexes indexes)
    : is_late_(indexes == Indexes::late || indexes == Indexes::late_guide_only),
      is_external_(indexes == Indexes::external || indexes == Indexes::external_guide_only),
      engine_(is_external_ ? *external_store()
              : is_late_   ? late_engine()
                           : shared_engine()),
      digits_(unique_digits()),
      faulty_(engine_),
      remote_(engine_) {
  const bool guide_only =
      indexes == Indexes::guide_only || indexes == Indexes::late_guide_only || indexes == Indexes::external_guide_only;
  if (is_external_) {
    table_ = make_external_table(engine_, guide_only);
  } else {
    static std::atomic<int> worlds = 0;
    table_ = fmt::format("tracker-test-{}", worlds++);
    (void)must(run(engine_.create_table({.definition = table_definition(table_, guide_only)})));
  }
  repository_ =
      is_late_ ? std::make_unique<Repository>(remote_, options()) : std::make_unique<Repository>(engine_, options());
  restart();
}

World::~World() {
  // So that the engine's catalog stays small over hundreds of Worlds.
  (void)run(engine_.delete_table({.table_name = table_}));
}

void World::restart() {
  settle();  // it takes longer than an index lags
  faulty_repository_ = std::make_unique<Repository>(faulty_, options());
}

void World::settle() {
  if (is_late_) late_engine_is_ahead_ms += index_lag.count();
  if (is_external_ && index_delay().count() > 0) {
    constexpr std::chrono::milliseconds margin{50};
    std::this_thread::sleep_for(index_delay() + margin);
  }
}

RepositoryOptions World::options() {
  RepositoryOptions options;
  options.table_name = table_;
  options.now = [this] { return Timestamp(std::chrono::microseconds(++now_)); };
  // Other ids in every World: an engine remembers the tokens that are made of them.
  options.random_id = [this] { return fmt::format("{}-0000-4000-8000-{:012}", digits_, ++ids_); };
  options.on_unreadable_item = [this](const std::string& key, const std::string& reason) {
    unreadable.push_back(key + ": " + reason);
  };
  options.retry.pause_first = std::chrono::milliseconds(0);
  options.retry.pause_max = std::chrono::milliseconds(1);
  if (is_late_ || is_external_) options.index_lag_max = std::chrono::seconds(10);
  return options;
}

Athlete World::athlete(const std::string& name) {
  auto created = run(repository_->create_athlete(name));
  if (!created) throw std::runtime_error("cannot seed an athlete");
  return *created;
}

TrainingSession World::session(const std::string& athlete_id, const std::string& date, double minutes, double km) {
  auto created = run(repository_->create_session(input_of(athlete_id, date, minutes, km)));
  if (!created) throw std::runtime_error("cannot seed a session");
  return *created;
}

void World::put_raw(dynamodb::Item item) {
  dynamodb::PutItemRequest request;
  request.table_name = table_;
  request.item = std::move(item);
  (void)must(run(engine_.put_item(std::move(request))));
  settle();
}

std::optional<dynamodb::Item> World::get_raw(const dynamodb::Key& key) {
  dynamodb::GetItemRequest request;
  request.table_name = table_;
  request.key = key;
  const auto result = must(run(engine_.get_item(std::move(request))));
  return result.item ? std::optional(result.item->decode()) : std::nullopt;
}

std::vector<dynamodb::Item> World::all_items() {
  std::vector<dynamodb::Item> items;
  dynamodb::ScanRequest request;
  request.table_name = table_;
  do {
    const auto page = must(run(engine_.scan(request)));
    for (const auto& item : page.items) items.push_back(item.decode());
    request.exclusive_start_key = page.last_evaluated_key;
  } while (request.exclusive_start_key);
  return items;
}

std::vector<std::string> World::broken_invariants() {
  std::vector<std::string> broken;
  std::map<std::string, StoredAthlete> athletes;
  std::vector<dynamodb::Item> sessions;
  for (auto& item : all_items()) {
    const std::string* type = schema::find_string(item, schema::type);
    if (type == nullptr) {
      broken.push_back("an item without Type: " + schema::describe_key(item));
    } else if (*type == schema::type_athlete) {
      const auto athlete = athlete_from_item(item);
      if (!athlete) {
        broken.push_back(schema::describe_key(item) + ": " + athlete.error());
        continue;
      }
      if (athlete->rename_pending) broken.push_back("a rename is not finished: " + athlete->athlete.id);
      athletes.emplace(athlete->athlete.id, *athlete);
    } else if (*type == schema::type_session) {
      sessions.push_back(std::move(item));
    }
  }
  check_sessions(athletes, sessions, broken);
  return broken;
}

SessionInput input_of(const std::string& athlete_id, const std::string& date, double minutes, double km) {
  SessionInput input;
  input.athlete_id = athlete_id;
  input.date = *parse_date(date);
  input.duration_minutes = minutes;
  input.distance_km = km;
  return input;
}

}  // namespace tracker::testing
