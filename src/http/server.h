// An HTTP/1.1 server on Boost.Beast. The headers of Beast stay in server.cc's neighbours; nobody else sees them.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/message.h"

namespace http {

struct Limits {
  std::size_t header_bytes_max = 64 * 1024;
  std::size_t body_bytes_max = 16 * 1024 * 1024;
  std::size_t connections_max = 1024;                        // further ones are answered 503 and closed
  std::size_t body_bytes_in_flight_max = 256 * 1024 * 1024;  // over all connections; beyond it 503
  std::chrono::milliseconds header_timeout{10'000};  // from the first byte of a request to the end of its headers
  std::chrono::milliseconds body_timeout{30'000};
  std::chrono::milliseconds idle_timeout{75'000};  // between requests of one connection
  std::chrono::milliseconds write_timeout{30'000};
  std::chrono::milliseconds stop_timeout{10'000};  // how long stop() waits for what is in flight
};

struct AccessRecord {
  std::string peer;
  std::string request_id;
  std::string method;
  std::string target;
  int status = 0;
  std::size_t request_bytes = 0;
  std::size_t response_bytes = 0;
  std::chrono::microseconds duration{};
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: a free one, see Server::port()
  Limits limits;
  // Host values (name or name:port) that are answered besides the loopback names and addresses; others get 421.
  // A page of another site that rebinds its name to 127.0.0.1 is stopped by this (DNS rebinding).
  std::vector<std::string> allowed_hosts;
  bool any_host = false;                               // behind a proxy that checks it
  std::function<void(const AccessRecord&)> on_access;  // called from the serving threads
  // The body of the errors that the server itself makes (400, 408, 413, 421, 431, 500, 503 …), so that they look like
  // the application's.
  std::function<Response(int status, std::string_view message, const std::string& request_id)> make_error;
};

// Answers one request; an exception becomes 500. Runs on the server's executor.
using Application = std::function<boost::asio::awaitable<Response>(const Request&)>;

class Server {
 public:
  // Binds and listens at once; the error is one sentence for the user ("127.0.0.1:8080 is in use …").
  [[nodiscard]] static std::expected<std::unique_ptr<Server>, std::string> create(boost::asio::any_io_executor executor,
                                                                                  ServerOptions options,
                                                                                  Application application);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  void start();  // accepts from now on
  // Stops accepting, lets what is in flight finish (at most limits.stop_timeout), closes idle connections.
  boost::asio::awaitable<void> stop();

 private:
  struct Implementation;
  explicit Server(std::shared_ptr<Implementation> implementation);
  std::shared_ptr<Implementation> implementation_;
};

// True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace http
