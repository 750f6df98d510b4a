// An HTTP/1.1 server: Beast's parser, Asio's sockets, one coroutine per connection. The headers of Beast stay in
// request_parser.cc; nobody else sees them.
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
#include <string_view>
#include <vector>

#include "http/limits.h"
#include "http/message.h"
#include "http/tls.h"

namespace http {

struct AccessRecord {
  std::string peer;
  std::string request_id;
  std::string method;
  std::string target;
  std::string_view operation = {};  // Response::operation
  int status = 0;
  std::size_t request_bytes = 0;
  std::size_t response_bytes = 0;
  std::chrono::microseconds duration{};
};

struct ServerOptions {
  std::string address = "127.0.0.1";            // or "unix:/path/of/a/socket", made with mode 0600
  std::uint16_t port = 0;                       // 0: a free one, see Server::port()
  std::shared_ptr<TlsCertificate> certificate;  // set: TLS (HTTPS), and nothing else
  Limits limits;
  // Host values (name or name:port) that are answered besides the loopback names and addresses; others get 421.
  // A page of another site that rebinds its name to 127.0.0.1 is stopped by this (DNS rebinding).
  std::vector<std::string> allowed_hosts;
  bool any_host = false;                               // behind a proxy that checks it
  std::function<void(const AccessRecord&)> on_access;  // called from the serving threads
  // The body of the errors that the server itself makes (400, 408, 413, 421, 431, 500, 503 …), so that they look like
  // the application's.
  std::function<Response(int status, std::string_view message, const std::string& request_id)> make_error;
  // What an exception said that left the application, for the log; the client is told only that there was one.
  std::function<void(const std::string& request_id, std::string_view what)> on_exception;
};

// Answers one request; an exception becomes 500. Runs on a strand of its connection over the server's executor, so that
// one request is never on two threads at once, while different connections run side by side. The request lives until
// the awaitable is done.
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
  // Stops accepting, lets what is in flight finish (at most limits.stop_timeout), closes idle connections. A request
  // that reached this machine's socket before its connection was closed is answered. Afterwards the server has no work
  // left on its executor. The Server must be destroyed before the io_context; it may be destroyed without stop().
  boost::asio::awaitable<void> stop();

 private:
  struct Implementation;
  explicit Server(std::shared_ptr<Implementation> implementation);
  std::shared_ptr<Implementation> implementation_;
};

// True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace http
