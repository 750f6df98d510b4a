// What time it is for signatures: this machine's, until the service says that it is far from its own.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>

namespace aws {

// A service may refuse what was signed so far from its own time. As AWS's SDK for JavaScript has it (isClockSkewed.ts);
// DynamoDB's texts allow 15 minutes.
inline constexpr std::chrono::minutes clock_skew_max{5};

// `there`: the service's time when it answered.
[[nodiscard]] bool is_far(std::chrono::sys_seconds there, std::chrono::system_clock::time_point signed_at);

// Thread-safe.
class SigningClock {
 public:
  using Time = std::chrono::system_clock::time_point;
  explicit SigningClock(std::function<Time()> machine = std::chrono::system_clock::now)
      : machine_(std::move(machine)) {}

  [[nodiscard]] Time now() const { return machine_() + correction_.load(); }
  // From here on it goes by the service, where it is `there` now.
  void set(std::chrono::sys_seconds there) { correction_.store(there - machine_()); }

 private:
  std::function<Time()> machine_;
  std::atomic<Time::duration> correction_ = Time::duration::zero();
};

}  // namespace aws
