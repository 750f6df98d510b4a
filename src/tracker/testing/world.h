// A table in memory with a repository on it, and what tests of the repository need around it.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "engine/embedded_database.h"
#include "tracker/repository.h"
#include "tracker/testing/fault_injecting_database.h"
#include "tracker/testing/run.h"

namespace tracker::testing {

// Late: as of a remote store, whose global indexes show what was written `index_lag` ago, and which keeps no counts.
// External: the store of external_store.h.
enum class Indexes { additive, guide_only, late, late_guide_only, external, external_guide_only };
// The external ones only where there are such.
std::vector<Indexes> every_store();
std::string store_name(Indexes indexes);
inline constexpr std::chrono::milliseconds index_lag{200};

// One engine for all tests of the program (and one whose indexes are late); every World has its own table in it.
engine::EmbeddedDatabase& shared_engine();

class World {
 public:
  explicit World(Indexes indexes = Indexes::additive);
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  ~World();

  [[nodiscard]] dynamodb::Database& database() { return engine_; }
  [[nodiscard]] const std::string& table() const { return table_; }
  [[nodiscard]] RepositoryOptions options();
  // The repository that tests use, straight on the engine.
  [[nodiscard]] Repository& repository() { return *repository_; }
  // A repository as of another process, on the database that goes wrong.
  [[nodiscard]] FaultInjectingDatabase& faulty() { return faulty_; }
  [[nodiscard]] Repository& faulty_repository() { return *faulty_repository_; }
  // The process of the faulty repository starts anew; its faults stay.
  void restart();

  // Seeds; they must succeed.
  Athlete athlete(const std::string& name);
  TrainingSession session(const std::string& athlete_id, const std::string& date, double minutes = 45, double km = 8.5);
  // An item as another program put it a while ago.
  void put_raw(dynamodb::Item item);
  [[nodiscard]] std::optional<dynamodb::Item> get_raw(const dynamodb::Key& key);

  [[nodiscard]] std::vector<dynamodb::Item> all_items();
  // What must always hold of the stored items. Empty is good.
  [[nodiscard]] std::vector<std::string> broken_invariants();

  std::vector<std::string> unreadable;  // "key: reason", as reported

  void advance(std::chrono::microseconds time) { now_ += time.count(); }
  // Late indexes show what was written until now.
  void settle();

 private:
  const bool is_late_;
  const bool is_external_;
  dynamodb::Database& engine_;
  const std::string digits_;  // of its ids
  std::string table_;
  std::atomic<std::int64_t> now_{1'763'872'557'900'623};  // 2025-11-23T04:35:57.900623Z
  std::atomic<int> ids_ = 0;
  FaultInjectingDatabase faulty_;
  FaultInjectingDatabase remote_;  // where indexes are late: without faults
  std::unique_ptr<Repository> repository_;
  std::unique_ptr<Repository> faulty_repository_;
};

[[nodiscard]] SessionInput input_of(const std::string& athlete_id, const std::string& date, double minutes = 45,
                                    double km = 8.5);

}  // namespace tracker::testing
