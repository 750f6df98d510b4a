#include "http/server.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/error_code.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <utility>

#include "http/connection.h"
#include "http/limits.h"
#include "http/listening.h"
#include "http/server_context.h"
#include "http/stream.h"

namespace http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using std::chrono::milliseconds;

constexpr auto use_tuple = asio::as_tuple(asio::use_awaitable);

// How long accepting pauses when the process has no file descriptor left.
constexpr milliseconds accept_pause(50);
constexpr milliseconds stop_poll_interval(2);
// How long stop() waits for connections that it has closed itself.
constexpr milliseconds terminate_timeout(1'000);

// Deadlines are looked at so often; a timeout is late by at most this.
milliseconds watch_interval_of(const Limits& limits) {
  const milliseconds shortest = std::min(
      {limits.header_timeout, limits.body_timeout, limits.idle_timeout, limits.write_timeout, limits.linger_timeout});
  return std::clamp(shortest / 8, milliseconds(5), milliseconds(500));
}

}  // namespace

struct Server::Implementation {
  Implementation(asio::any_io_executor serving_executor, StreamAcceptor listening_acceptor, ServerOptions options,
                 Application application)
      : executor(std::move(serving_executor)),
        acceptor(std::move(listening_acceptor)),
        watch_timer(acceptor.get_executor()),
        context(std::make_shared<ServerContext>(std::move(options), std::move(application))) {
    port = port_of(acceptor);
  }

  static asio::awaitable<void> accept(std::shared_ptr<Implementation> self);
  static asio::awaitable<void> watch(std::shared_ptr<Implementation> self);
  static asio::awaitable<void> stop(std::shared_ptr<Implementation> self);
  void close_acceptor();
  [[nodiscard]] asio::awaitable<bool> wait_for_connections(milliseconds timeout) const;

  const asio::any_io_executor executor;
  StreamAcceptor acceptor;         // on a strand, as is the timer
  asio::steady_timer watch_timer;  // one for all connections: a deadline costs a request no more than a store
  const std::shared_ptr<ServerContext> context;
  std::uint16_t port = 0;
  std::atomic<bool> acceptor_closed = false;
  std::atomic<bool> stopped = false;  // nothing of the server runs any more
};

asio::awaitable<void> Server::Implementation::accept(std::shared_ptr<Implementation> self) {
  while (!self->context->stopping) {
    StreamSocket socket(asio::make_strand(self->executor));
    const auto [error] = co_await self->acceptor.async_accept(socket, use_tuple);
    if (!error) {
      Connection::start(self->context, std::move(socket));
    } else if (!self->context->stopping) {
      asio::steady_timer pause(self->acceptor.get_executor(), accept_pause);
      (void)co_await pause.async_wait(use_tuple);
    }
  }
}

asio::awaitable<void> Server::Implementation::watch(std::shared_ptr<Implementation> self) {
  const milliseconds interval = watch_interval_of(self->context->options.limits);
  while (!self->stopped) {
    for (const auto& connection : self->context->connections.overdue(Connection::Clock::now())) {
      connection->post_overdue();
    }
    self->watch_timer.expires_after(interval);
    (void)co_await self->watch_timer.async_wait(use_tuple);
  }
}

// On the acceptor's strand. Clients that the kernel has already let in are served; it would reset them otherwise.
void Server::Implementation::close_acceptor() {
  error_code error;
  for (std::size_t count = 0; count < context->options.limits.connections_max && !error; ++count) {
    StreamSocket socket(asio::make_strand(executor));
    (void)acceptor.accept(socket, error);
    if (!error) Connection::start(context, std::move(socket));
  }
  (void)acceptor.close(error);
  acceptor_closed = true;
}

asio::awaitable<bool> Server::Implementation::wait_for_connections(milliseconds timeout) const {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  const auto end = Connection::Clock::now() + timeout;
  while (!acceptor_closed || context->connections.size() > 0) {
    if (Connection::Clock::now() >= end) co_return false;
    timer.expires_after(stop_poll_interval);
    (void)co_await timer.async_wait(use_tuple);
  }
  co_return true;
}

asio::awaitable<void> Server::Implementation::stop(std::shared_ptr<Implementation> self) {
  self->context->stopping = true;
  asio::post(self->acceptor.get_executor(), [self] { self->close_acceptor(); });
  for (const auto& connection : self->context->connections.all()) connection->post_stop();
  if (!co_await self->wait_for_connections(self->context->options.limits.stop_timeout)) {
    for (const auto& connection : self->context->connections.all()) connection->post_terminate();
    (void)co_await self->wait_for_connections(terminate_timeout);
  }
  self->stopped = true;
  asio::post(self->acceptor.get_executor(), [self] { self->watch_timer.cancel(); });
}

Server::Server(std::shared_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}

Server::~Server() {
  const auto self = implementation_;
  if (self->stopped) return;
  self->context->stopping = true;
  self->stopped = true;
  asio::post(self->acceptor.get_executor(), [self] {
    error_code ignored;
    (void)self->acceptor.close(ignored);
    self->watch_timer.cancel();
    for (const auto& connection : self->context->connections.all()) connection->post_terminate();
  });
}

std::expected<std::unique_ptr<Server>, std::string> Server::create(asio::any_io_executor executor,
                                                                   ServerOptions options, Application application) {
  auto acceptor = listen_at(asio::make_strand(executor), options.address, options.port);
  if (!acceptor) return std::unexpected(acceptor.error());
  auto implementation = std::make_shared<Implementation>(std::move(executor), std::move(*acceptor), std::move(options),
                                                         std::move(application));
  return std::unique_ptr<Server>(new Server(std::move(implementation)));
}

std::uint16_t Server::port() const {
  return implementation_->port;
}

void Server::start() {
  asio::co_spawn(implementation_->acceptor.get_executor(), Implementation::accept(implementation_), asio::detached);
  asio::co_spawn(implementation_->acceptor.get_executor(), Implementation::watch(implementation_), asio::detached);
}

asio::awaitable<void> Server::stop() {
  return Implementation::stop(implementation_);
}

}  // namespace http
