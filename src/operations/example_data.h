// Two athletes and four sessions to look at.
#pragma once

#include <cstddef>
#include <optional>

#include "tracker/repository.h"

namespace operations {

struct ExampleData {
  std::size_t athletes = 0;
  std::size_t sessions = 0;
};

// What was written; nullopt: the store has athletes already, and nothing was touched.
tracker::Awaitable<std::optional<ExampleData>> add_example_data(tracker::Repository& repository);

}  // namespace operations
