// The embedded DynamoDB: durable on RocksDB in a directory, or in memory for tests.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/limits.h"
#include "dynamodb/service.h"

namespace rocksdb {
class Env;
}

namespace engine {

struct Options {
  // The data directory; created when absent. nullopt: in memory, gone with the object.
  std::optional<std::string> directory;
  std::function<std::chrono::sys_time<std::chrono::milliseconds>()> now;  // default: the system clock
  std::string region = "us-east-1";                                       // appears in ARNs
  rocksdb::Env* env = nullptr;  // tests put their faults here; not owned; default: the machine's
  // Reads of global indexes see the state of that long ago, as the service's may; 0: the latest.
  std::chrono::milliseconds index_delay{0};
  // From one look for expired items to the next.
  std::chrono::milliseconds time_to_live_interval{5000};
  // More than this no item collection may have: the service's, or a test's.
  std::uint64_t item_collection_bytes_max = dynamodb::limits::item_collection_bytes_max;
  std::function<void(const std::string& line)> on_event;  // recovery, reopening, failures: for the log
};

// What is wrong with a data directory, as one sentence that says what to do: in use (by which process), unwritable,
// made by a newer version, damaged.
struct OpenError {
  enum class Kind { in_use, unwritable, newer_version, damaged, other } kind = Kind::other;
  std::string message;
};

class EmbeddedDatabase : public dynamodb::Service {
 public:
  // An unclean stop is recovered here. Acknowledged means synced: every write below answers after its fsync.
  [[nodiscard]] static std::expected<std::unique_ptr<EmbeddedDatabase>, OpenError> open(Options options);

  // A consistent copy of everything acknowledged until now, into a directory that does not exist or is empty, while
  // running. Error: one sentence.
  virtual std::expected<void, std::string> backup_to(const std::string& directory) = 0;
};

// Puts a backup into an empty (or absent) data directory. Error: one sentence; nothing is left half-way.
[[nodiscard]] std::expected<void, std::string> restore_backup(const std::string& backup_directory,
                                                              const std::string& data_directory);

// Walks everything: every index entry matches its item and the other way round, every count is right.
// Returns the disagreements, one line each; empty is good. For tests and `doctor`.
[[nodiscard]] std::vector<std::string> verify_consistency(EmbeddedDatabase& database);

}  // namespace engine
