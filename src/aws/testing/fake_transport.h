// A Transport whose answers a test says beforehand, and which remembers what it was asked.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "aws/transport.h"

namespace aws::testing {

struct Exchange {
  std::string target;
  std::string body;
  std::chrono::milliseconds deadline;
};

// What a test keeps of a transport that it gave away.
struct Script {
  std::deque<std::expected<Reply, TransportFailure>> replies;  // in order; the last one for ever
  std::vector<Exchange> exchanges;
  int forgotten_credentials = 0;
  std::vector<std::chrono::sys_seconds> clock_settings;
  std::function<void(std::chrono::milliseconds deadline)> on_exchange = {};
};

class FakeTransport final : public Transport {
 public:
  explicit FakeTransport(std::shared_ptr<Script> script) : script_(std::move(script)) {}

  boost::asio::awaitable<std::expected<Reply, TransportFailure>> exchange(std::string target, std::string body,
                                                                          std::chrono::milliseconds deadline) override {
    script_->exchanges.push_back({std::move(target), std::move(body), deadline});
    if (script_->on_exchange) script_->on_exchange(deadline);
    auto reply = script_->replies.at(0);
    if (script_->replies.size() > 1) script_->replies.pop_front();
    co_return reply;
  }
  void forget_credentials() override { ++script_->forgotten_credentials; }
  void set_clock(std::chrono::sys_seconds there) override { script_->clock_settings.push_back(there); }

 private:
  std::shared_ptr<Script> script_;
};

}  // namespace aws::testing
