// What the handlers share. Made once, by make_application; const from then on.
#pragma once

#include <atomic>
#include <memory>

#include "api/api.h"
#include "api/authorization.h"

namespace api {

struct Service {
  Service(tracker::Repository& tracker_repository, Options the_options)
      : repository(tracker_repository), options(std::move(the_options)), authorizer(options.tokens) {}

  tracker::Repository& repository;
  Options options;
  Authorizer authorizer;
  // Probes of a store that does not answer may stay behind; how many there may be is limited (service_state.cc).
  std::shared_ptr<std::atomic<int>> probes_under_way = std::make_shared<std::atomic<int>>(0);
};

}  // namespace api
