// A Unix socket in the data directory (mode 0600: the same user only) by which other commands reach the process that
// holds the directory: RocksDB lets only one process in. It speaks HTTP: the DynamoDB endpoint without signatures at /,
// and POST /backup with a directory as the body for a copy.
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

class DirectorySocket {
 public:
  // nullptr without a data directory (""), and where the socket cannot be made (logged: other commands then need the
  // server stopped). The database must outlive it.
  [[nodiscard]] static std::unique_ptr<DirectorySocket> open(boost::asio::any_io_executor executor,
                                                             engine::EmbeddedDatabase& database,
                                                             const std::string& data_directory);
  ~DirectorySocket();
  DirectorySocket(const DirectorySocket&) = delete;
  DirectorySocket& operator=(const DirectorySocket&) = delete;

  boost::asio::awaitable<void> stop();

 private:
  DirectorySocket() = default;
  boost::asio::thread_pool copying_{1};  // a copy takes long; the threads that serve go on
  std::unique_ptr<http::Server> server_;
  std::string path_;
};

// Where it is, for a client (client/socket_database.h).
[[nodiscard]] std::string directory_socket_path(const std::string& data_directory);

// From another process. nullopt: nobody serves this directory. Otherwise how the backup went: done, or one sentence.
[[nodiscard]] std::optional<std::expected<void, std::string>> request_backup(const std::string& data_directory,
                                                                             const std::string& backup_directory);

}  // namespace cli
