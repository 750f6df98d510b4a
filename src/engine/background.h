// What goes on without a request: filling (fill.h), as soon as there is something to fill, and deleting what has
// expired (time_to_live.h), every Options::time_to_live_interval. One thread, which reads for itself and writes through
// the writer like everybody else, one bounded write at a time.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "engine/storage.h"
#include "engine/writer.h"

namespace engine {

// Expired items that one look deletes at most.
inline constexpr std::size_t expired_items_per_sweep_max = 10'000;
// From a filling that a failing disk has stopped to the next attempt.
inline constexpr std::chrono::milliseconds fill_retry_interval{250};

class Background {
 public:
  Background(const Storage& storage, Writer& writer);  // both outlive it
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  // Ends after the write that is under way; what is half filled goes on at the next opening.
  ~Background();

  // There is something to fill. Thread-safe, as is the next.
  void wake();
  // Has all of it done, and waits for that. For tests, which have no time to wait for intervals.
  void run_now();

 private:
  void run();
  // False: something could not be written.
  bool work();
  bool fill(const Catalog& catalog);
  bool sweep(const Catalog& catalog);
  template <class T>
  dynamodb::Result<T> write(WriteKind kind, Decide<T> decide);

  const Storage& storage_;
  Writer& writer_;
  std::atomic<bool> stopping_ = false;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t wanted_ = 1;  // once at the start, for what the last run has left
  std::uint64_t done_ = 0;
  std::thread thread_;  // last: it uses everything above
};

}  // namespace engine
