// The API on an open store: what `serve` and `lambda` have in common.
#pragma once

#include <memory>

#include "api/api.h"
#include "cli/store.h"
#include "tracker/repository.h"

namespace cli {

struct TrackerApplication {
  std::unique_ptr<tracker::Repository> repository;  // outlives the requests that `answer` is given
  http::Application answer;
};

// Of this program, on this store; metrics are made. The store must outlive it.
[[nodiscard]] TrackerApplication make_tracker_application(Store& store, api::Options options);

}  // namespace cli
