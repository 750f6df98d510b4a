// What this process wrote a moment ago, as it is now, for the reads that an index answers.
#pragma once

#include <memory>

#include "tracker/session_range.h"

namespace tracker {

// nullptr where nothing of the range can have been written a moment ago; on a store whose indexes never lag that costs
// nothing. Otherwise a GetItem for each session, and a Query for each athlete of whom there are too many. Ask before
// the index.
dynamodb::Awaitable<std::shared_ptr<const Overlay>> read_overlay(Store& store, SessionRange range);

// So many of this athlete's sessions that all of them are better read by the guide's pattern.
[[nodiscard]] bool is_recent_as_a_whole(Store& store, const std::string& athlete_id);

// What is asked of sessions in date order. GSI1 is the guide's own and has nothing behind it; SessionsByAthlete has.
template <class T>
dynamodb::Awaitable<T> ask_range(Store& store, std::optional<std::string> athlete_id, dynamodb::Awaitable<T> by_index,
                                 dynamodb::Awaitable<T> by_guide) {
  if (!athlete_id) co_return co_await std::move(by_index);
  if (is_recent_as_a_whole(store, *athlete_id)) co_return co_await std::move(by_guide);
  co_return co_await store.ask(AdditiveIndex::sessions_by_athlete, std::move(by_index), std::move(by_guide));
}

}  // namespace tracker
