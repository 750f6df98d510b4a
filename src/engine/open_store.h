// One opening of the RocksDB, with the engine's settings.
#pragma once

#include <rocksdb/db.h>

#include <atomic>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "engine/embedded_database.h"

namespace engine {

// What all openings of one Storage share: the memory for blocks, so that it stays bounded over reopenings.
struct OpenSettings {
  rocksdb::Env* env = nullptr;
  std::string path;
  std::shared_ptr<rocksdb::Cache> block_cache;
  std::shared_ptr<rocksdb::Logger> logger;  // RocksDB's own warnings
};
[[nodiscard]] OpenSettings make_open_settings(rocksdb::Env& env, std::string path,
                                              std::function<void(const std::string&)> on_event);

class OpenStore {
 public:
  struct Parameters {
    bool create_if_missing = false;
    bool read_only = false;  // takes no lock and writes nothing
    // Log records beyond it are of a write that failed: they are dropped. 0: none.
    std::uint64_t last_acknowledged_sequence = 0;
    std::function<void()> on_closed;  // after the last holder has let go and the files are closed
  };
  [[nodiscard]] static std::expected<std::shared_ptr<OpenStore>, rocksdb::Status> open(const OpenSettings& settings,
                                                                                       Parameters parameters);
  OpenStore(const OpenStore&) = delete;
  OpenStore& operator=(const OpenStore&) = delete;
  ~OpenStore();

  [[nodiscard]] rocksdb::DB& db() { return *db_; }

 private:
  OpenStore(std::unique_ptr<rocksdb::DB> db, std::function<void()> on_closed)
      : db_(std::move(db)), on_closed_(std::move(on_closed)) {}

  std::unique_ptr<rocksdb::DB> db_;
  std::function<void()> on_closed_;
};

// A failed opening of an existing store, as the sentence for its owner.
[[nodiscard]] OpenError describe_open_failure(const std::string& data_directory, const rocksdb::Status& status);

}  // namespace engine
