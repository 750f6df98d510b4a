// Which of many session ids are taken.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "tracker/store.h"

namespace tracker {

// At least those of `candidates` that exist, under this athlete or any other. By an index that may lag a moment behind
// what other processes write: who puts a session still makes it a condition that the key is free.
dynamodb::Awaitable<std::unordered_set<std::string>> known_session_ids(Store& store, std::string athlete_id,
                                                                       std::vector<std::string> candidates);

}  // namespace tracker
