#include "engine/late_states.h"

#include <rocksdb/snapshot.h>

#include "engine/open_store.h"

namespace engine {

HeldSnapshot::HeldSnapshot(std::shared_ptr<OpenStore> store)
    : store_(std::move(store)), snapshot_(store_->db().GetSnapshot()) {}

HeldSnapshot::~HeldSnapshot() {
  store_->db().ReleaseSnapshot(snapshot_);
}

void LateStates::before_write(const std::shared_ptr<OpenStore>& store, Time now) {
  const std::scoped_lock lock(mutex_);
  // Of the states that are old enough, the newest is enough.
  while (states_.size() > 1 && states_[1].since <= now - delay_) states_.pop_front();
  // A state that lasted is kept however soon it came after the one before: reads would miss its writes for that long.
  const bool was_short = now - last_write_ < apart_;
  if (!states_.empty() && was_short && last_write_ - states_.back().since < apart_) return;
  states_.push_back({last_write_, std::make_shared<const HeldSnapshot>(store)});
}

void LateStates::written(Time now) {
  const std::scoped_lock lock(mutex_);
  last_write_ = now;
}

void LateStates::clear() {
  const std::scoped_lock lock(mutex_);
  states_.clear();
}

std::shared_ptr<const HeldSnapshot> LateStates::as_of_delay(Time now) {
  const std::scoped_lock lock(mutex_);
  const Time wanted = now - delay_;
  if (last_write_ <= wanted) states_.clear();
  std::shared_ptr<const HeldSnapshot> found;
  for (const State& state : states_) {
    if (!found || state.since <= wanted) found = state.snapshot;
  }
  return found;
}

}  // namespace engine
