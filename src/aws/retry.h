// What is tried again, how often, and after which pauses: the "standard" rules of AWS's SDKs since November 2026.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html; the numbers are botocore 1.44.5's.
#pragma once

#include <chrono>
#include <expected>
#include <mutex>
#include <optional>
#include <string>

#include "aws/shared_settings.h"
#include "aws/transport.h"
#include "dynamodb/error.h"

namespace aws {

struct RetrySettings {
  int attempts_max = 4;  // the first included
};
// AWS_MAX_ATTEMPTS, or the profile's max_attempts. AWS_RETRY_MODE (retry_mode) may be standard, adaptive or legacy, and
// all of them are standard here. Error: one sentence that names what is wrong.
[[nodiscard]] std::expected<RetrySettings, std::string> retry_settings(const SharedSettings& settings);

// What the failure of one attempt is to the rules.
enum class Failure {
  final,       // the same request would fail again
  transient,   // the way, or the other side for a moment
  throttling,  // the other side wants less
};
[[nodiscard]] Failure failure_of(dynamodb::ErrorCode code);
[[nodiscard]] Failure failure_of(TransportFailure::Kind kind);
// The request was sent, and nobody knows whether it was carried out.
[[nodiscard]] bool may_have_been_applied(dynamodb::ErrorCode code);
[[nodiscard]] bool may_have_been_applied(TransportFailure::Kind kind);

// Before the attempt that follows `attempts` failed ones. `random` is in [0, 1).
[[nodiscard]] std::chrono::milliseconds pause_before_retry(Failure failure, int attempts, double random,
                                                           std::optional<std::chrono::milliseconds> retry_after);

// One for all calls of a client: when most of them fail, trying again stops, so that a store in trouble is not asked
// four times as much. Thread-safe.
class RetryQuota {
 public:
  static constexpr int tokens_max = 500;

  // False: there are not so many left, and none is taken.
  [[nodiscard]] bool take(int tokens);
  void give_back(int tokens);
  [[nodiscard]] int available() const;

 private:
  mutable std::mutex mutex_;
  int available_ = tokens_max;
};

// The attempts of one call.
class Retries {
 public:
  Retries(RetrySettings settings, RetryQuota& quota) : settings_(settings), quota_(quota) {}

  // An attempt failed. How long to wait before the next; nullopt: there is none. `left`: until the call's deadline.
  [[nodiscard]] std::optional<std::chrono::milliseconds> after(Failure failure, double random,
                                                               std::optional<std::chrono::milliseconds> retry_after,
                                                               std::chrono::milliseconds left);
  void succeeded();

 private:
  RetrySettings settings_;
  RetryQuota& quota_;
  int attempts_ = 0;  // failed ones
  int taken_ = 0;     // for the attempt that runs
};

}  // namespace aws
