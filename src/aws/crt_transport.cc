#include "aws/crt_transport.h"

#include <fmt/format.h>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/bind_allocator.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <mutex>
#include <unordered_map>
#include <utility>

#include "aws/credentials_cache.h"
#include "aws/crt_exchange.h"
#include "aws/crt_library.h"
#include "aws/shared_settings.h"
#include "aws/suspended_caller.h"

namespace aws {

namespace {

namespace asio = boost::asio;
using Result = CrtExchange::Result;

TransportFailure given_up() {
  return {.kind = TransportFailure::Kind::interrupted, .message = "The request was given up here."};
}

// The exchanges under way, so that there are never too many and none outlives the transport unended.
class Admission {
 public:
  explicit Admission(std::size_t most) : most_(most) {}

  bool admit(const std::shared_ptr<CrtExchange>& exchange) {
    const std::lock_guard lock{mutex_};
    if (closed_ || exchanges_.size() >= most_) return false;
    exchanges_.emplace(exchange.get(), exchange);
    return true;
  }
  void leave(const CrtExchange* exchange) {
    const std::lock_guard lock{mutex_};
    exchanges_.erase(exchange);
  }
  void close() {
    std::unordered_map<const CrtExchange*, std::weak_ptr<CrtExchange>> left;
    {
      const std::lock_guard lock{mutex_};
      closed_ = true;
      left.swap(exchanges_);
    }
    for (const auto& [pointer, weak] : left) {
      if (const auto exchange = weak.lock()) exchange->fail(given_up());
    }
  }

 private:
  const std::size_t most_;
  std::mutex mutex_;
  bool closed_ = false;
  std::unordered_map<const CrtExchange*, std::weak_ptr<CrtExchange>> exchanges_;
};

// Lives in the coroutine's frame: however that ends, the exchange ends too and makes room for another.
class Admitted {
 public:
  Admitted(std::shared_ptr<Admission> admission, std::shared_ptr<CrtExchange> exchange)
      : admission_(std::move(admission)), exchange_(std::move(exchange)) {}
  Admitted(const Admitted&) = delete;
  Admitted& operator=(const Admitted&) = delete;
  ~Admitted() {
    exchange_->fail(given_up());
    admission_->leave(exchange_.get());
  }

 private:
  std::shared_ptr<Admission> admission_;
  std::shared_ptr<CrtExchange> exchange_;
};

// Starts the exchange once the coroutine is suspended.
struct Start {
  std::shared_ptr<CrtExchange> exchange;
  asio::any_io_executor executor;

  void operator()(auto handler) {
    auto slot = asio::get_associated_cancellation_slot(handler);
    if (slot.is_connected()) {
      slot.assign([weak = std::weak_ptr{exchange}](asio::cancellation_type /*type*/) {
        if (const auto cancelled = weak.lock()) cancelled->fail(given_up());
      });
    }
    exchange->start(
        [caller = SuspendedCaller::suspend([handler = std::move(handler)]() mutable { std::move(handler)(); },
                                           std::move(executor))] { caller->resume(); });
  }
};

asio::awaitable<Result> exchange_on(std::shared_ptr<const ExchangeContext> context,
                                    std::shared_ptr<Admission> admission, std::string target, std::string body,
                                    std::chrono::milliseconds deadline) {
  const auto executor = co_await asio::this_coro::executor;
  const auto exchange = std::make_shared<CrtExchange>(std::move(context), std::move(target), std::move(body));
  if (!admission->admit(exchange)) {
    co_return std::unexpected(TransportFailure{.kind = TransportFailure::Kind::overloaded,
                                               .message = "Too many requests to the store wait already."});
  }
  const Admitted admitted{std::move(admission), exchange};
  asio::steady_timer timer{executor, deadline};
  timer.async_wait([weak = std::weak_ptr{exchange}, deadline](const boost::system::error_code& error) {
    if (error) return;
    if (const auto late = weak.lock()) late->time_out(deadline);
  });
  co_await asio::async_initiate<const asio::use_awaitable_t<>&, void()>(Start{exchange, executor}, asio::use_awaitable);
  co_return exchange->take_result();
}

class CrtTransport final : public Transport {
 public:
  CrtTransport(std::unique_ptr<CrtLibrary> library, std::shared_ptr<const ExchangeContext> context,
               std::shared_ptr<Admission> admission)
      : library_(std::move(library)), context_(std::move(context)), admission_(std::move(admission)) {}
  CrtTransport(const CrtTransport&) = delete;
  CrtTransport& operator=(const CrtTransport&) = delete;
  ~CrtTransport() override {
    admission_->close();
    // A coroutine that was not resumed yet holds the context still.
    context_->pool->close();
    context_->credentials->close();
  }

  // Not a coroutine itself: one of its frames may outlive this object.
  asio::awaitable<Result> exchange(std::string target, std::string body, std::chrono::milliseconds deadline) override {
    return exchange_on(context_, admission_, std::move(target), std::move(body), deadline);
  }
  void forget_credentials() override { context_->credentials->forget(); }
  void set_clock(std::chrono::sys_seconds there) override { context_->clock->set(there); }

 private:
  std::unique_ptr<CrtLibrary> library_;
  std::shared_ptr<const ExchangeContext> context_;
  std::shared_ptr<Admission> admission_;
};

}  // namespace

std::expected<std::unique_ptr<Transport>, std::string> make_transport(const Endpoint& endpoint,
                                                                      const TransportOptions& options) {
  const auto shared = SharedSettings::load(options.environment, read_shared_files(options.environment));
  if (!shared) return std::unexpected(shared.error());
  auto library = CrtLibrary::start(
      {.io_threads = options.io_threads, .certificate_authorities = certificate_authorities(*shared).value_or("")});
  if (!library) return std::unexpected(library.error());
  const auto bootstrap = (*library)->bootstrap();
  const auto tls = (*library)->tls();
  const ChainSettings settings{
      .environment = options.environment, .placeholder_keys = endpoint.placeholder_keys, .region = endpoint.region};
  auto credentials = std::make_shared<CredentialsCache>(
      [settings, bootstrap, tls] { return ask_credentials_chain(settings, bootstrap, tls); }, run_on_own_thread,
      std::chrono::system_clock::now);
  auto pool = std::make_shared<ConnectionPool>(endpoint, options.connections, bootstrap, tls, true);
  auto context = std::make_shared<const ExchangeContext>(endpoint, std::move(credentials), std::move(pool),
                                                         std::make_shared<SigningClock>());
  auto admission = std::make_shared<Admission>(options.connections.connections_max + options.waiters_max);
  return std::make_unique<CrtTransport>(std::move(*library), std::move(context), std::move(admission));
}

}  // namespace aws
