// Credentials, asked for once and held until shortly before they expire.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "aws/credentials.h"

namespace aws {

// Renewed in the background while they are still good for this long …
inline constexpr std::chrono::minutes credentials_renewed_before_expiry{5};
// … not used any more when less is left than a request may take to be checked …
inline constexpr std::chrono::seconds credentials_unused_before_expiry{10};
// … and where they do not expire, asked for again after this, since a file may have been rotated.
inline constexpr std::chrono::minutes credentials_asked_again_after{15};
// After an attempt to renew that failed, while the old ones are still good.
inline constexpr std::chrono::seconds credentials_renewal_pause{60};

// Thread-safe. Always a shared_ptr: an answer may come after its owner went.
class CredentialsCache : public std::enable_shared_from_this<CredentialsCache> {
 public:
  using Source = std::function<CredentialsAnswer()>;               // blocks
  using Runner = std::function<void(std::function<void()> work)>;  // runs it elsewhere
  using Clock = std::function<std::chrono::system_clock::time_point()>;
  using Receiver = std::function<void(const CredentialsAnswer&)>;

  CredentialsCache(Source source, Runner runner, Clock clock)
      : runner_(std::move(runner)), clock_(std::move(clock)), source_(std::move(source)) {}

  // Calls `receiver` once: at once on this thread where good ones are held, else later on another. However many wait,
  // the source is asked once. A failure is not held: the next one asks again.
  void get(Receiver receiver);
  // The held ones were refused.
  void forget();
  // Asks no more, and holds the source no longer than a question under way takes.
  void close();

 private:
  void ask();
  void answered(const CredentialsAnswer& answer);
  [[nodiscard]] bool usable(std::chrono::system_clock::time_point now) const;

  const Runner runner_;
  const Clock clock_;
  std::mutex mutex_;
  Source source_;
  std::shared_ptr<const Credentials> held_;
  std::chrono::system_clock::time_point next_attempt_;  // to renew them
  bool asking_ = false;
  std::vector<Receiver> waiting_;
};

}  // namespace aws
