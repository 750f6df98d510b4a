// Every session of every athlete, page by page, in one order: athletes by name and id, their sessions by date
// descending and id. The order of both exports.
#pragma once

#include <functional>
#include <vector>

#include "tracker/repository.h"

namespace operations {

// Of `filter` all but the athlete counts. `on_page` gives false to stop. Changes that are made meanwhile are in it or
// not; a consistent copy is what backup makes.
[[nodiscard]] tracker::Awaitable<void> for_each_session_page(
    tracker::Repository& repository, std::vector<tracker::Athlete> athletes, tracker::SessionFilter filter,
    std::function<bool(const std::vector<tracker::TrainingSession>& page)> on_page);

}  // namespace operations
