// The child: opens the store and works on it until it is killed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/embedded_database.h"
#include "tracker/repository.h"

namespace crash {

// The store and the repository as the server opens them.
struct OpenedLog {
  std::unique_ptr<engine::EmbeddedDatabase> database;
  std::unique_ptr<tracker::Repository> repository;
};
[[nodiscard]] OpenedLog open_log(const std::string& directory);

// Several workers at once, each on athletes of its own, and all of them on one that they share. Never returns.
[[noreturn]] void run_until_killed(const std::string& directory, std::uint64_t seed, int journal_descriptor);

}  // namespace crash
