#include "http/connection_registry.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "http/connection.h"

namespace http {

bool ConnectionRegistry::enter(const std::shared_ptr<Connection>& connection, std::size_t connections_max) {
  const std::scoped_lock lock(mutex_);
  if (connections_.size() >= connections_max) return false;
  connections_.emplace(connection.get(), connection);
  return true;
}

void ConnectionRegistry::leave(const Connection& connection) {
  const std::scoped_lock lock(mutex_);
  connections_.erase(&connection);
}

std::size_t ConnectionRegistry::size() const {
  const std::scoped_lock lock(mutex_);
  return connections_.size();
}

std::vector<std::shared_ptr<Connection>> ConnectionRegistry::all() const {
  const std::scoped_lock lock(mutex_);
  std::vector<std::shared_ptr<Connection>> all;
  all.reserve(connections_.size());
  for (const auto& [key, weak] : connections_) {
    if (auto connection = weak.lock()) all.push_back(std::move(connection));
  }
  return all;
}

std::vector<std::shared_ptr<Connection>> ConnectionRegistry::overdue(std::chrono::steady_clock::time_point now) const {
  auto overdue = all();
  std::erase_if(overdue, [now](const auto& connection) { return !connection->is_overdue(now); });
  return overdue;
}

}  // namespace http
