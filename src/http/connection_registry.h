#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace http {

class Connection;

// The open connections of a server. Thread-safe.
class ConnectionRegistry {
 public:
  // False, and not entered, when there are `connections_max` already.
  [[nodiscard]] bool enter(const std::shared_ptr<Connection>& connection, std::size_t connections_max);
  void leave(const Connection& connection);

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::vector<std::shared_ptr<Connection>> all() const;
  [[nodiscard]] std::vector<std::shared_ptr<Connection>> overdue(std::chrono::steady_clock::time_point now) const;

 private:
  mutable std::mutex mutex_;
  std::unordered_map<const Connection*, std::weak_ptr<Connection>> connections_;
};

}  // namespace http
