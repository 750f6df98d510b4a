// The keys that this process wrote a moment ago, which a global index of a remote store may not show yet. Only keys:
// what stands there now is read from the table, since another process may have written after us.
// docs/adr/0007-read-your-writes.md says how the reads use it.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/requests.h"
#include "tracker/model.h"

namespace tracker {

// Sessions of which no index is believed.
struct RecentSessions {
  struct Partition {
    bool whole = false;  // too many to name: all of this athlete's
    std::set<std::string, std::less<>> sorts;
  };
  std::map<std::string, Partition, std::less<>> partitions;  // by PK

  [[nodiscard]] bool empty() const { return partitions.empty(); }
  [[nodiscard]] bool hold(std::string_view partition, std::string_view sort) const;
  // The entry of an index, by the table's keys in it.
  [[nodiscard]] bool hold(const dynamodb::EncodedItem& entry) const;
  [[nodiscard]] bool hold(const dynamodb::Key& key) const;
};

struct RecentAthletes {
  bool too_many = false;                          // to name them: any may be recent
  std::set<std::string, std::less<>> partitions;  // PK

  [[nodiscard]] bool empty() const { return !too_many && partitions.empty(); }
};

// Bounds of what is kept, and of what a read costs.
struct RecentWritesLimits {
  std::size_t sessions_of_athlete_max = 100;  // with more, a Query of the athlete costs less than so many GetItems
  std::size_t sessions_max = 2000;            // with more, athletes are kept whole
  std::size_t partitions_max = 10'000;        // with more, the oldest is forgotten: the window gets shorter
  std::size_t athletes_max = 500;
};

// Thread-safe. With a window of zero nothing is kept, and everything is empty at no cost.
class RecentWrites {
 public:
  explicit RecentWrites(std::chrono::milliseconds window, RecentWritesLimits limits = {})
      : window_(window), limits_(limits) {}

  [[nodiscard]] bool is_kept() const { return window_.count() > 0; }

  // A session or an athlete, by its key or item; others are in no index and are ignored. Before the write, since its
  // answer may be lost and a read may come in between, and after it, since it may have taken long.
  void note(const dynamodb::AttributeMap& key, Timestamp now);

  [[nodiscard]] RecentSessions sessions(Timestamp now);
  [[nodiscard]] RecentSessions sessions_of(const std::string& athlete_partition, Timestamp now);
  [[nodiscard]] RecentAthletes athletes(Timestamp now);

 private:
  struct Partition {
    Timestamp whole_until{};
    std::map<std::string, Timestamp, std::less<>> sorts;  // until when
    [[nodiscard]] Timestamp until() const;
  };

  void note_session(const std::string& partition, const std::string& sort, Timestamp until);
  void note_athlete(const std::string& partition, Timestamp until);
  void forget_expired(Timestamp now);
  void collapse(Partition& partition, Timestamp until);
  [[nodiscard]] bool is_idle(Timestamp now) const { return idle_from_.load() <= now.time_since_epoch().count(); }

  const std::chrono::milliseconds window_;
  const RecentWritesLimits limits_;
  std::atomic<Timestamp::rep> idle_from_ = 0;  // when the last of them expires
  std::mutex mutex_;
  std::map<std::string, Partition, std::less<>> sessions_;
  std::size_t sessions_count_ = 0;
  std::map<std::string, Timestamp, std::less<>> athletes_;
  Timestamp too_many_athletes_until_{};
};

}  // namespace tracker
