#include "aws/connection_pool.h"

#include <aws/common/error.h>
#include <aws/http/connection.h>
#include <aws/http/proxy.h>
#include <aws/io/socket.h>
#include <aws/io/tls_channel_handler.h>

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <utility>

#include "aws/crt_failure.h"
#include "aws/crt_handle.h"

namespace aws {

namespace {

TransportFailure closed_failure() {
  return {.kind = TransportFailure::Kind::interrupted, .message = "The connection to the store was given up here."};
}

// A proxy's own loopback is never meant.
bool is_loopback(const std::string& host) {
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(host, error);
  return host == "localhost" || (!error && address.is_loopback());
}

}  // namespace

struct ConnectionPool::Connection {
  // rejected: its TLS handshake failed and was reported, s2n still holds it open.
  enum class State { connecting, rejected, idle, leased, closing };

  std::shared_ptr<ConnectionPool> pool;
  std::shared_ptr<aws_client_bootstrap> bootstrap;  // for start() only
  std::shared_ptr<aws_tls_ctx> tls;
  State state = State::connecting;
  aws_http_connection* handle = nullptr;  // while we hold a reference
  bool is_shut = false;
  std::chrono::steady_clock::time_point idle_since;
};

struct ConnectionPool::Later {
  std::vector<std::pair<std::shared_ptr<ConnectionWaiter>, std::expected<aws_http_connection*, TransportFailure>>> tell;
  std::vector<aws_http_connection*> close;
  std::vector<std::shared_ptr<Connection>> start;

  void run() {
    for (aws_http_connection* const handle : close) {
      aws_http_connection_close(handle);
      aws_http_connection_release(handle);
    }
    for (const auto& connection : start) connection->pool->start(*connection);
    for (auto& [waiter, answer] : tell) waiter->connected(std::move(answer));
  }
};

// What the libraries call, on a thread of theirs.
struct ConnectionPool::Callbacks {
  static void set_up(aws_http_connection* handle, int error, void* user_data) {
    auto& connection = *static_cast<Connection*>(user_data);
    const std::shared_ptr<ConnectionPool> pool = connection.pool;
    if (error != 0) {
      pool->connect_failed(connection, error, true);
      return;
    }
    Later later;
    {
      const std::lock_guard lock{pool->mutex_};
      --pool->connecting_;
      pool->unreachable_.reset();
      connection.handle = handle;
      connection.state = Connection::State::idle;
      connection.idle_since = std::chrono::steady_clock::now();
      if (pool->closed_) {
        pool->discard(connection, later);
      } else {
        pool->idle_.push_back(&connection);
        pool->serve(later);
      }
    }
    later.run();
  }

  static void handshake_ended(aws_channel_handler* /*handler*/, aws_channel_slot* /*slot*/, int error,
                              void* user_data) {
    auto& connection = *static_cast<Connection*>(user_data);
    const std::shared_ptr<ConnectionPool> pool = connection.pool;
    if (error != 0) pool->connect_failed(connection, error, false);
  }

  static void shut_down(aws_http_connection* /*handle*/, int /*error*/, void* user_data) {
    auto& connection = *static_cast<Connection*>(user_data);
    const std::shared_ptr<ConnectionPool> pool = connection.pool;
    Later later;
    {
      const std::lock_guard lock{pool->mutex_};
      connection.is_shut = true;
      if (connection.state == Connection::State::idle) {
        std::erase(pool->idle_, &connection);
        pool->discard(connection, later);
      }
      if (connection.handle == nullptr) pool->connections_.erase(&connection);
      pool->serve(later);
    }
    later.run();
  }
};

ConnectionPool::ConnectionPool(Endpoint endpoint, ConnectionLimits limits,
                               std::shared_ptr<aws_client_bootstrap> bootstrap, std::shared_ptr<aws_tls_ctx> tls,
                               bool use_proxies)
    : endpoint_(std::move(endpoint)),
      limits_(limits),
      use_proxies_(use_proxies && !is_loopback(endpoint_.host)),
      bootstrap_(std::move(bootstrap)),
      tls_(std::move(tls)) {}

ConnectionPool::~ConnectionPool() = default;

void ConnectionPool::acquire(std::shared_ptr<ConnectionWaiter> waiter) {
  Later later;
  {
    const std::lock_guard lock{mutex_};
    if (closed_) {
      later.tell.emplace_back(std::move(waiter), std::unexpected(closed_failure()));
    } else {
      waiters_.push_back(std::move(waiter));
      serve(later);
    }
  }
  later.run();
}

void ConnectionPool::abandon(const ConnectionWaiter& waiter) {
  std::shared_ptr<ConnectionWaiter> dropped;  // outside the lock
  const std::lock_guard lock{mutex_};
  const auto found = std::ranges::find(waiters_, &waiter, &std::shared_ptr<ConnectionWaiter>::get);
  if (found == waiters_.end()) return;
  dropped = std::move(*found);
  waiters_.erase(found);
}

void ConnectionPool::release(aws_http_connection* handle) {
  Later later;
  {
    const std::lock_guard lock{mutex_};
    const auto found = leased_.find(handle);
    if (found == leased_.end()) return;
    Connection& connection = *found->second;
    leased_.erase(found);
    if (closed_ || connection.is_shut || !aws_http_connection_new_requests_allowed(handle)) {
      discard(connection, later);
      if (connection.is_shut) connections_.erase(&connection);
    } else {
      connection.state = Connection::State::idle;
      connection.idle_since = std::chrono::steady_clock::now();
      idle_.push_back(&connection);
      while (connection.idle_since - idle_.front()->idle_since > limits_.idle_max) {
        discard(*idle_.front(), later);
        idle_.erase(idle_.begin());
      }
    }
    serve(later);
  }
  later.run();
}

void ConnectionPool::close() {
  Later later;
  std::shared_ptr<aws_client_bootstrap> bootstrap;  // let go outside the lock
  std::shared_ptr<aws_tls_ctx> tls;
  {
    const std::lock_guard lock{mutex_};
    closed_ = true;
    bootstrap.swap(bootstrap_);
    tls.swap(tls_);
    for (auto& waiter : std::exchange(waiters_, {}))
      later.tell.emplace_back(std::move(waiter), std::unexpected(closed_failure()));
    for (Connection* const connection : std::exchange(idle_, {})) discard(*connection, later);
  }
  later.run();
}

// Gives what is there to who waits, and opens what is missing.
void ConnectionPool::serve(Later& later) {
  while (!waiters_.empty()) {
    aws_http_connection* const handle = take_idle(later);
    if (handle == nullptr) break;
    later.tell.emplace_back(std::move(waiters_.front()), handle);
    waiters_.pop_front();
  }
  if (rejected_ >= rejected_connections_max && connecting_ == 0 && connections_.size() == rejected_) {
    while (!waiters_.empty()) fail_first(failure_of(AWS_IO_TLS_ERROR_NEGOTIATION_FAILURE, endpoint_), later);
  }
  while (!closed_ && connecting_ < waiters_.size() && connections_.size() - rejected_ < limits_.connections_max &&
         rejected_ < rejected_connections_max) {
    connect(later);
  }
}

aws_http_connection* ConnectionPool::take_idle(Later& later) {
  const auto now = std::chrono::steady_clock::now();
  while (!idle_.empty()) {
    Connection& connection = *idle_.back();
    idle_.pop_back();
    if (now - connection.idle_since <= limits_.idle_max &&
        aws_http_connection_new_requests_allowed(connection.handle)) {
      connection.state = Connection::State::leased;
      leased_.emplace(connection.handle, &connection);
      return connection.handle;
    }
    discard(connection, later);
  }
  return nullptr;
}

void ConnectionPool::connect(Later& later) {
  auto connection = std::make_shared<Connection>();
  connection->pool = shared_from_this();
  connection->bootstrap = bootstrap_;
  connection->tls = tls_;
  connections_.emplace(connection.get(), connection);
  ++connecting_;
  later.start.push_back(std::move(connection));
}

void ConnectionPool::start(Connection& connection) {
  aws_socket_options socket{};
  socket.type = AWS_SOCKET_STREAM;
  socket.connect_timeout_ms = static_cast<std::uint32_t>(limits_.connect_timeout.count());
  socket.keepalive = true;
  socket.tcp_nodelay = AWS_SOCKET_TCP_NODELAY_ON;
  aws_tls_connection_options tls{};
  const std::unique_ptr<aws_tls_connection_options, ReleasedBy<aws_tls_connection_options_clean_up>> cleaned{&tls};
  const aws_byte_cursor host = cursor_of(endpoint_.host);
  if (endpoint_.tls) {
    aws_tls_connection_options_init_from_ctx(&tls, connection.tls.get());
    aws_tls_connection_options_set_callbacks(&tls, &Callbacks::handshake_ended, nullptr, nullptr, &connection);
    aws_tls_connection_options_set_server_name(&tls, aws_default_allocator(), &host);
    tls.timeout_ms = static_cast<std::uint32_t>(limits_.connect_timeout.count());
  }
  proxy_env_var_settings proxies{};
  proxies.env_var_type = use_proxies_ ? AWS_HPEV_ENABLE : AWS_HPEV_DISABLE;
  aws_http_client_connection_options options{};
  options.self_size = sizeof(options);
  options.initial_window_size = SIZE_MAX;
  options.allocator = aws_default_allocator();
  options.bootstrap = connection.bootstrap.get();
  options.host_name = host;
  options.port = endpoint_.port;
  options.socket_options = &socket;
  options.tls_options = endpoint_.tls ? &tls : nullptr;
  options.proxy_ev_settings = &proxies;
  options.user_data = &connection;
  options.on_setup = &Callbacks::set_up;
  options.on_shutdown = &Callbacks::shut_down;
  // It holds what it needs; a callback may come before it returns.
  const auto bootstrap = std::move(connection.bootstrap);
  const auto context = std::move(connection.tls);
  if (aws_http_client_connect(&options) != AWS_OP_SUCCESS) connect_failed(connection, aws_last_error(), true);
}

// `gone`: no callback comes any more. A handshake that failed is told once early and once, much later, when it is gone.
void ConnectionPool::connect_failed(Connection& connection, int error, bool gone) {
  Later later;
  std::shared_ptr<Connection> dropped;  // outside the lock
  {
    const std::lock_guard lock{mutex_};
    if (connection.state == Connection::State::connecting) {
      --connecting_;
      connection.state = Connection::State::rejected;
      ++rejected_;
      fail_first(explained(error), later);
    }
    if (gone) {
      --rejected_;
      const auto found = connections_.find(&connection);
      dropped = std::move(found->second);
      connections_.erase(found);
    }
    serve(later);
  }
  later.run();
}

TransportFailure ConnectionPool::explained(int error) {
  TransportFailure failure = failure_of(error, endpoint_);
  const auto now = std::chrono::steady_clock::now();
  if (failure.kind != TransportFailure::Kind::name_not_resolved) {
    unreachable_ = failure;
    unreachable_since_ = now;
  } else if (unreachable_ && now - unreachable_since_ < refusal_explains_lookup) {
    return *unreachable_;
  }
  return failure;
}

void ConnectionPool::fail_first(const TransportFailure& failure, Later& later) {
  if (waiters_.empty()) return;
  later.tell.emplace_back(std::move(waiters_.front()), std::unexpected(failure));
  waiters_.pop_front();
}

void ConnectionPool::discard(Connection& connection, Later& later) {
  connection.state = Connection::State::closing;
  later.close.push_back(std::exchange(connection.handle, nullptr));
}

}  // namespace aws
