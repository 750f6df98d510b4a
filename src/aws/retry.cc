#include "aws/retry.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace aws {
namespace {

using std::chrono::milliseconds;

constexpr int cost_of_transient = 14;
constexpr int cost_of_throttling = 5;
constexpr int reward_of_success = 1;  // of a first attempt
constexpr milliseconds first_pause_transient{25};
constexpr milliseconds first_pause_throttling{1'000};
constexpr milliseconds pause_max{20'000};
constexpr milliseconds retry_after_more_max{5'000};  // beyond the pause that the rules give
constexpr int doublings_max = 20;

struct Said {
  std::string value;
  std::string by;
};
std::optional<Said> said(const SharedSettings& settings, const char* variable, const std::string& name) {
  if (auto value = settings.variable(variable)) return Said{*std::move(value), variable};
  if (auto value = settings.profile(name)) {
    return Said{*std::move(value), fmt::format("{} of the profile {}", name, settings.profile_name())};
  }
  return std::nullopt;
}

}  // namespace

std::expected<RetrySettings, std::string> retry_settings(const SharedSettings& settings) {
  if (const auto mode = said(settings, "AWS_RETRY_MODE", "retry_mode")) {
    if (mode->value != "standard" && mode->value != "adaptive" && mode->value != "legacy") {
      return std::unexpected(fmt::format(
          "'{}', which {} says, is not a retry mode; it is standard, adaptive or legacy.", mode->value, mode->by));
    }
  }
  RetrySettings result;
  if (const auto attempts = said(settings, "AWS_MAX_ATTEMPTS", "max_attempts")) {
    const char* end = attempts->value.data() + attempts->value.size();
    const auto parsed = std::from_chars(attempts->value.data(), end, result.attempts_max);
    if (parsed.ec != std::errc() || parsed.ptr != end || result.attempts_max < 1) {
      return std::unexpected(
          fmt::format("'{}', which {} says, is not a number of attempts; it is 1 or more, the first included.",
                      attempts->value, attempts->by));
    }
  }
  return result;
}

Failure failure_of(dynamodb::ErrorCode code) {
  using dynamodb::ErrorCode;
  switch (code) {
    case ErrorCode::internal_server_error:
    case ErrorCode::service_unavailable:
    case ErrorCode::unreachable:
      return Failure::transient;
    case ErrorCode::provisioned_throughput_exceeded:
    case ErrorCode::throttling:
    case ErrorCode::request_limit_exceeded:
    case ErrorCode::limit_exceeded:
    case ErrorCode::transaction_in_progress:
      return Failure::throttling;
    default:
      return Failure::final;
  }
}

Failure failure_of(TransportFailure::Kind kind) {
  using Kind = TransportFailure::Kind;
  switch (kind) {
    case Kind::name_not_resolved:
    case Kind::connection_refused:
    case Kind::timed_out:
    case Kind::interrupted:
      return Failure::transient;
    case Kind::no_credentials:
    case Kind::not_trusted:
    case Kind::overloaded:  // by us: there is no point in waiting in another queue
      return Failure::final;
  }
  return Failure::final;
}

bool may_have_been_applied(dynamodb::ErrorCode code) {
  return failure_of(code) == Failure::transient;
}

bool may_have_been_applied(TransportFailure::Kind kind) {
  return kind == TransportFailure::Kind::timed_out || kind == TransportFailure::Kind::interrupted;
}

milliseconds pause_before_retry(Failure failure, int attempts, double random, std::optional<milliseconds> retry_after) {
  const milliseconds first = failure == Failure::throttling ? first_pause_throttling : first_pause_transient;
  const milliseconds doubled = first * (1LL << std::clamp(attempts - 1, 0, doublings_max));
  const milliseconds ceiling = std::min(pause_max, doubled);
  const milliseconds pause(static_cast<milliseconds::rep>(random * static_cast<double>(ceiling.count())));
  if (!retry_after) return pause;
  return std::max(pause, std::min(*retry_after, pause + retry_after_more_max));
}

bool RetryQuota::take(int tokens) {
  const std::lock_guard lock(mutex_);
  if (available_ < tokens) return false;
  available_ -= tokens;
  return true;
}

void RetryQuota::give_back(int tokens) {
  const std::lock_guard lock(mutex_);
  available_ = std::min(tokens_max, available_ + tokens);
}

int RetryQuota::available() const {
  const std::lock_guard lock(mutex_);
  return available_;
}

std::optional<milliseconds> Retries::after(Failure failure, double random, std::optional<milliseconds> retry_after,
                                           milliseconds left) {
  ++attempts_;
  if (failure == Failure::final || attempts_ >= settings_.attempts_max) return std::nullopt;
  const milliseconds pause = pause_before_retry(failure, attempts_, random, retry_after);
  if (pause >= left) return std::nullopt;
  const int cost = failure == Failure::throttling ? cost_of_throttling : cost_of_transient;
  if (!quota_.take(cost)) return std::nullopt;
  taken_ = cost;
  return pause;
}

void Retries::succeeded() {
  quota_.give_back(taken_ > 0 ? taken_ : reward_of_success);
}

}  // namespace aws
