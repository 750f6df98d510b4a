// For tests: a server on a free port and two threads, and a client that sends bytes as they are.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "http/ascii.h"
#include "http/server.h"

namespace http::testing {

// Longer than any test should take; it only turns a hang into a failure.
inline constexpr int patience_seconds = 20;

struct Reply {
  int status = 0;
  std::string head;
  std::string body;

  [[nodiscard]] std::string header(std::string_view name) const {
    std::size_t begin = head.find("\r\n");
    while (begin != std::string::npos && begin + 2 < head.size()) {
      const std::size_t end = head.find("\r\n", begin + 2);
      const std::string_view line = std::string_view(head).substr(begin + 2, end - begin - 2);
      const std::size_t colon = line.find(": ");
      if (colon != std::string_view::npos && equal_ignoring_case(line.substr(0, colon), name)) {
        return std::string(line.substr(colon + 2));
      }
      begin = end;
    }
    return {};
  }
};

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connect(reinterpret_cast<const sockaddr*>(&address), sizeof address);
  }
  explicit Client(const std::string& unix_path) : socket_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    unix_path.copy(address.sun_path, sizeof address.sun_path - 1);
    connect(reinterpret_cast<const sockaddr*>(&address), sizeof address);
  }
  ~Client() {
    if (socket_ >= 0) ::close(socket_);
  }
  Client(Client&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), connected_(other.connected_), buffer_(std::move(other.buffer_)) {}
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  Client& operator=(Client&&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }

  // False when the server closed meanwhile.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }
  void end() { ::shutdown(socket_, SHUT_WR); }

  // The next response; nullopt when the connection ends before its end.
  [[nodiscard]] std::optional<Reply> receive(bool has_body = true) {
    std::size_t end_of_head = 0;
    while ((end_of_head = buffer_.find("\r\n\r\n")) == std::string::npos) {
      if (!read_some()) return std::nullopt;
    }
    Reply reply;
    reply.head = buffer_.substr(0, end_of_head + 2);
    buffer_.erase(0, end_of_head + 4);
    std::from_chars(reply.head.data() + 9, reply.head.data() + 12, reply.status);
    std::size_t length = 0;
    const std::string text = reply.header("Content-Length");
    std::from_chars(text.data(), text.data() + text.size(), length);
    if (!has_body) return reply;
    while (buffer_.size() < length) {
      if (!read_some()) return std::nullopt;
    }
    reply.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    return reply;
  }

  [[nodiscard]] std::optional<Reply> ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }

  // The server closed in an orderly way, with nothing more to say.
  [[nodiscard]] bool is_closed() {
    std::array<char, 1> byte{};
    return buffer_.empty() && ::recv(socket_, byte.data(), byte.size(), 0) == 0;
  }

 private:
  void connect(const sockaddr* address, socklen_t bytes) {
    const timeval patience{.tv_sec = patience_seconds, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    connected_ = ::connect(socket_, address, bytes) == 0;
  }

  bool read_some() {
    std::array<char, 65536> bytes{};
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0) return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  bool connected_ = false;
  std::string buffer_;
};

// Answers with "METHOD target body".
inline boost::asio::awaitable<Response> echo(const Request& request) {
  Response response;
  response.body = request.method + " " + request.target + " " + request.body;
  co_return response;
}

class RunningServer {
 public:
  explicit RunningServer(ServerOptions options = {}, Application application = echo) {
    if (!options.make_error) {
      options.make_error = [](int status, std::string_view message, const std::string& request_id) {
        Response response;
        response.status = status;
        response.headers.add("Content-Type", "application/json");
        response.body = std::string(message) + " " + request_id;
        return response;
      };
    }
    options.on_access = [this](const AccessRecord& record) {
      const std::scoped_lock lock(mutex_);
      records_.push_back(record);
    };
    auto created = Server::create(context_.get_executor(), std::move(options), std::move(application));
    if (!created) throw std::runtime_error(created.error());
    server_ = std::move(*created);
    server_->start();
    for (int count = 0; count < 2; ++count) threads_.emplace_back([this] { context_.run(); });
  }
  ~RunningServer() {
    stop();
    server_.reset();
    work_.reset();
    for (std::thread& thread : threads_) thread.join();
  }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  void stop() { boost::asio::co_spawn(context_, server_->stop(), boost::asio::use_future).get(); }
  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] Client connect() const { return Client(port()); }
  [[nodiscard]] std::optional<Reply> ask(std::string_view bytes) const { return connect().ask(bytes); }
  [[nodiscard]] std::vector<AccessRecord> records() const {
    const std::scoped_lock lock(mutex_);
    return records_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<AccessRecord> records_;
  boost::asio::io_context context_{2};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_ = make_work_guard(context_);
  std::unique_ptr<Server> server_;
  std::vector<std::thread> threads_;
};

inline std::string get(std::string_view target) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

}  // namespace http::testing
