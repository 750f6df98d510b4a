#include "cli/remote_store.h"

#include <fmt/format.h>

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <random>

#include "aws/crt_transport.h"
#include "aws/remote_database.h"

namespace cli {
namespace {

constexpr std::chrono::minutes told_again_after{1};

}  // namespace

std::expected<RemotePlan, std::string> plan_remote_store(const Environment& environment) {
  const auto settings = aws::SharedSettings::load(environment, aws::read_shared_files(environment));
  if (!settings) return std::unexpected(settings.error());
  auto endpoint = aws::choose_endpoint(*settings);
  if (!endpoint) return std::unexpected(endpoint.error());
  const auto retry = aws::retry_settings(*settings);
  if (!retry) return std::unexpected(retry.error());
  return RemotePlan{.endpoint = *std::move(endpoint), .retry = *retry};
}

StoreChoice with_plan(StoreChoice choice, const RemotePlan& plan) {
  choice.region = plan.endpoint.endpoint.region;
  const std::string& said_by = plan.endpoint.said_by;
  if (said_by.empty()) return choice;
  choice.endpoint = aws::url_of(plan.endpoint.endpoint);
  if (said_by != "DYNAMODB_ENDPOINT") choice.reason += "; its address is from " + said_by;
  return choice;
}

std::expected<std::unique_ptr<wire::ProtocolService>, std::string> make_remote_store(const RemotePlan& plan,
                                                                                     StoreObserver observer) {
  const aws::Endpoint& endpoint = plan.endpoint.endpoint;
  auto transport = aws::make_transport(endpoint, {.environment = process_environment()});
  if (!transport) return std::unexpected(transport.error());
  aws::RemoteOptions options;
  options.endpoint = endpoint;
  options.retry = plan.retry;
  options.random = [] {
    thread_local std::minstd_rand generator(std::random_device{}());
    return std::uniform_real_distribution<double>(0, 1)(generator);
  };
  options.token = [] {
    thread_local boost::uuids::random_generator generator;
    return boost::uuids::to_string(generator());
  };
  options.on_call = std::move(observer);
  return aws::make_remote_database(*std::move(transport), std::move(options));
}

void StoreWatch::seen(const dynamodb::Error* unavailable, std::chrono::steady_clock::time_point now) {
  const std::lock_guard lock(mutex_);
  if (unavailable == nullptr) {
    if (trouble_) inform_("The store answers again.");
    trouble_.reset();
    return;
  }
  std::string reason = fmt::format("{}: {}", dynamodb::error_name(unavailable->code), unavailable->message);
  if (trouble_ == reason && now < told_at_ + told_again_after) return;
  warn_("The store cannot be used now. " + reason);
  trouble_ = std::move(reason);
  told_at_ = now;
}

std::optional<std::string> StoreWatch::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

StoreObserver observed_by(std::shared_ptr<StoreWatch> watch) {
  return [watch = std::move(watch)](const dynamodb::Error* unavailable) {
    watch->seen(unavailable, std::chrono::steady_clock::now());
  };
}

}  // namespace cli
