// A server on 127.0.0.1 that does with each connection what the test says, on a thread of its own.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace aws::testing {

class LoopbackServer {
 public:
  using Socket = boost::asio::ip::tcp::socket;

  // `serve` returns to close the connection.
  explicit LoopbackServer(std::function<void(Socket&)> serve, std::uint16_t port = 0);
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  // Waits for the connections' threads, so clients must be gone before.
  ~LoopbackServer();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] int connections() const { return connections_; }

 private:
  boost::asio::io_context context_;
  boost::asio::ip::tcp::acceptor acceptor_;
  std::uint16_t port_;
  std::atomic<int> connections_ = 0;
  std::atomic<bool> stopping_ = false;
  std::vector<std::jthread> threads_;
  std::jthread accepting_;
};

// Headers and body; empty: the client closed.
[[nodiscard]] std::string read_request(LoopbackServer::Socket& socket);
void send(LoopbackServer::Socket& socket, const std::string& text);
[[nodiscard]] std::string answer_of(const std::string& body, const std::string& headers = "");
// Until the client closes.
void hang(LoopbackServer::Socket& socket);

}  // namespace aws::testing
