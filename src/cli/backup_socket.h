// A Unix socket in the data directory (mode 0600) by which `training-tracker backup` asks the process that serves the
// directory for a copy: RocksDB lets only one process in. It speaks HTTP: POST /backup, the directory as the body.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <expected>
#include <memory>
#include <optional>
#include <string>

#include "engine/embedded_database.h"
#include "http/server.h"

namespace cli {

class BackupSocket {
 public:
  // nullptr without a data directory (""), and where the socket cannot be made (logged: a backup then needs the server
  // stopped). The database must outlive it.
  [[nodiscard]] static std::unique_ptr<BackupSocket> open(boost::asio::any_io_executor executor,
                                                          engine::EmbeddedDatabase& database,
                                                          const std::string& data_directory);
  ~BackupSocket();
  BackupSocket(const BackupSocket&) = delete;
  BackupSocket& operator=(const BackupSocket&) = delete;

  boost::asio::awaitable<void> stop();

 private:
  BackupSocket() = default;
  boost::asio::thread_pool copying_{1};  // a copy takes long; the threads that serve go on
  std::unique_ptr<http::Server> server_;
  std::string path_;
};

// From another process. nullopt: nobody serves this directory. Otherwise how the backup went: done, or one sentence.
[[nodiscard]] std::optional<std::expected<void, std::string>> request_backup(const std::string& data_directory,
                                                                             const std::string& backup_directory);

}  // namespace cli
