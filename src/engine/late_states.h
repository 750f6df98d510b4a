// The states of the store of the last while, for reads that are to see what was some time ago (Options::index_delay).
// Before a write the state that it is about to replace is kept, as a snapshot, until it is older than the delay.
#pragma once

#include <algorithm>
#include <chrono>
#include <deque>
#include <memory>
#include <mutex>

#include "engine/catalog.h"

namespace rocksdb {
class Snapshot;
}

namespace engine {

class OpenStore;

// Keeps its store open, so let it go soon.
class HeldSnapshot {
 public:
  explicit HeldSnapshot(std::shared_ptr<OpenStore> store);
  HeldSnapshot(const HeldSnapshot&) = delete;
  HeldSnapshot& operator=(const HeldSnapshot&) = delete;
  ~HeldSnapshot();

  [[nodiscard]] const rocksdb::Snapshot* get() const { return snapshot_; }

 private:
  std::shared_ptr<OpenStore> store_;
  const rocksdb::Snapshot* snapshot_;
};

// Thread-safe.
class LateStates {
 public:
  // More would cost more than they tell: with a long delay, states are kept further apart.
  static constexpr int states_max = 256;
  static constexpr std::chrono::milliseconds apart_min{2};

  explicit LateStates(std::chrono::milliseconds delay)
      : delay_(delay), apart_(std::max(apart_min, delay / states_max)) {}

  // By the writer, around each write.
  void before_write(const std::shared_ptr<OpenStore>& store, Time now);
  void written(Time now);
  // Before the store is closed: nothing keeps it open any more, and the next read sees the latest state.
  void clear();

  // nullptr: the latest state, which is old enough.
  [[nodiscard]] std::shared_ptr<const HeldSnapshot> as_of_delay(Time now);

 private:
  struct State {
    Time since;  // the last write in it
    std::shared_ptr<const HeldSnapshot> snapshot;
  };

  const std::chrono::milliseconds delay_;
  const std::chrono::milliseconds apart_;
  std::mutex mutex_;
  std::deque<State> states_;  // oldest first
  Time last_write_{};         // long ago, before the first
};

}  // namespace engine
