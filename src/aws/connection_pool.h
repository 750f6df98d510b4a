// Connections to one endpoint: opened when wanted, kept while they are used, never more than so many.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <expected>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

#include "aws/crt_types.h"
#include "aws/endpoint.h"
#include "aws/transport.h"

namespace aws {

struct ConnectionLimits {
  std::size_t connections_max = 64;
  // To connect, and as long again for the TLS handshake.
  std::chrono::milliseconds connect_timeout{3'100};
  // A server or a NAT on the way forgets what idles; DynamoDB closes after some minutes.
  std::chrono::seconds idle_max{20};
};

// A failed TLS handshake is held open by s2n for 10 to 30 seconds (against timing attacks), though its request is told
// at once. While so many are, further ones fail without a try.
inline constexpr std::size_t rejected_connections_max = 16;

// The libraries' resolver sets an address aside that refused a connection, and answers that the name has none until it
// tries it again, about every second. So for this long after a refusal, a name without addresses means that refusal.
inline constexpr std::chrono::seconds refusal_explains_lookup{30};

// Who waits for a connection.
class ConnectionWaiter {
 public:
  ConnectionWaiter() = default;
  ConnectionWaiter(const ConnectionWaiter&) = delete;
  ConnectionWaiter& operator=(const ConnectionWaiter&) = delete;
  virtual ~ConnectionWaiter() = default;
  // Once, on any thread, without a lock held. A connection must be given back.
  virtual void connected(std::expected<aws_http_connection*, TransportFailure> connection) = 0;
};

// Thread-safe. Always a shared_ptr: its connections hold it until they are gone.
class ConnectionPool : public std::enable_shared_from_this<ConnectionPool> {
 public:
  ConnectionPool(Endpoint endpoint, ConnectionLimits limits, std::shared_ptr<aws_client_bootstrap> bootstrap,
                 std::shared_ptr<aws_tls_ctx> tls, bool use_proxies);
  ~ConnectionPool();
  ConnectionPool(const ConnectionPool&) = delete;
  ConnectionPool& operator=(const ConnectionPool&) = delete;

  // First come, first served.
  void acquire(std::shared_ptr<ConnectionWaiter> waiter);
  // It waits no longer and is not told any more, unless it is being told right now.
  void abandon(const ConnectionWaiter& waiter);
  void release(aws_http_connection* connection);
  // Fails who waits, closes what idles; the others are closed when they come back. Holds nothing of the libraries after
  // that.
  void close();

 private:
  struct Connection;
  struct Callbacks;
  // What is to be done once the lock is let go.
  struct Later;

  void serve(Later& later);
  void connect(Later& later);
  void start(Connection& connection);
  void connect_failed(Connection& connection, int error, bool gone);
  [[nodiscard]] TransportFailure explained(int error);
  void fail_first(const TransportFailure& failure, Later& later);
  void discard(Connection& connection, Later& later);
  aws_http_connection* take_idle(Later& later);

  const Endpoint endpoint_;
  const ConnectionLimits limits_;
  const bool use_proxies_;

  std::mutex mutex_;
  std::shared_ptr<aws_client_bootstrap> bootstrap_;
  std::shared_ptr<aws_tls_ctx> tls_;
  bool closed_ = false;
  std::deque<std::shared_ptr<ConnectionWaiter>> waiters_;
  std::unordered_map<const Connection*, std::shared_ptr<Connection>> connections_;  // all, until their last callback
  std::unordered_map<const aws_http_connection*, Connection*> leased_;
  std::vector<Connection*> idle_;  // the one used last is at the end, and is used first
  std::size_t connecting_ = 0;
  // Since the last connection came about, the last failure to connect that was not the name's.
  std::optional<TransportFailure> unreachable_;
  std::chrono::steady_clock::time_point unreachable_since_;
  std::size_t rejected_ = 0;
};

}  // namespace aws
