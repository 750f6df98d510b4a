// All athletes: by the index AthletesByName, or by the guide's Scan.
#pragma once

#include "tracker/store.h"

namespace tracker {

// The ids of athletes whose rename was not spread to all of their sessions.
Awaitable<std::vector<std::string>> athletes_with_pending_rename(Store& store);

}  // namespace tracker
