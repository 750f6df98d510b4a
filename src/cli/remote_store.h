// The store on a DynamoDB elsewhere: which one the environment and AWS's profile say, and what becomes of asking it.
#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "aws/endpoint_rules.h"
#include "aws/retry.h"
#include "cli/configuration.h"
#include "wire/protocol_service.h"

namespace cli {

struct RemotePlan {
  aws::EndpointChoice endpoint;
  aws::RetrySettings retry;
};
// Asks nobody yet. Error: one sentence.
[[nodiscard]] std::expected<RemotePlan, std::string> plan_remote_store(const Environment& environment);

// With the address and region of the plan, and who said so.
[[nodiscard]] StoreChoice with_plan(StoreChoice choice, const RemotePlan& plan);

// What became of a call: nullptr where the store answered.
using StoreObserver = std::function<void(const dynamodb::Error* unavailable)>;

// Connects to nothing yet. Error: one sentence.
[[nodiscard]] std::expected<std::unique_ptr<wire::ProtocolService>, std::string> make_remote_store(
    const RemotePlan& plan, StoreObserver observer);

// Tells the log when the store goes away, why, and when it is back; not every call that fails. Thread-safe.
class StoreWatch {
 public:
  using Log = std::function<void(const std::string& line)>;
  StoreWatch(Log warn, Log inform) : warn_(std::move(warn)), inform_(std::move(inform)) {}

  void seen(const dynamodb::Error* unavailable, std::chrono::steady_clock::time_point now);
  // What it failed with, if it has not answered since.
  [[nodiscard]] std::optional<std::string> trouble() const;

 private:
  Log warn_;
  Log inform_;
  mutable std::mutex mutex_;
  std::optional<std::string> trouble_;
  std::chrono::steady_clock::time_point told_at_;
};
// Tells it each call, at the time it ends.
[[nodiscard]] StoreObserver observed_by(std::shared_ptr<StoreWatch> watch);

}  // namespace cli
