// What the repository's operations share; each operation stands in the file that is named after it.
#pragma once

#include "tracker/claims.h"
#include "tracker/repository.h"
#include "tracker/store.h"

namespace tracker {

struct Repository::Implementation {
  Implementation(dynamodb::Database& database, RepositoryOptions options) : store(database, std::move(options)) {}

  Store store;
  Claims idempotency_keys;  // requests that are running
  Claims renames;           // athletes whose sessions are being given a new name
};

// An operation began again `rounds_max` times, and each time somebody else had changed what it had read.
[[nodiscard]] inline std::unexpected<Error> contended(const char* operation) {
  return std::unexpected<Error>(Unavailable{.reason = std::string(operation) + ": others keep changing the same data"});
}

}  // namespace tracker
