// Which of many session ids are taken.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "tracker/store.h"

namespace tracker {

// At least those of `candidates` that exist, under this athlete (strongly consistent) or any other (by index).
dynamodb::Awaitable<std::unordered_set<std::string>> known_session_ids(Store& store, std::string athlete_id,
                                                                       std::vector<std::string> candidates);

}  // namespace tracker
