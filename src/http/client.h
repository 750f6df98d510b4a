// The other end of HTTP/1.1, for a program that asks another one: one connection at a time, kept between requests. The
// headers of Beast stay in client.cc.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "http/message.h"

namespace http {

struct UnixSocketPath {
  std::string path;
};
struct TcpPeer {
  std::string host;  // a name or an address, without brackets
  std::string port;
};
using Peer = std::variant<UnixSocketPath, TcpPeer>;

// Not thread-safe, and one exchange at a time. To be used, and destroyed, where its coroutines run.
class Client {
 public:
  explicit Client(Peer peer);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // Connects where there is no connection yet, sends, and reads the whole answer (of any size: the other side is
  // trusted). A Host field is added. The connection is kept, unless the request or the answer says "Connection: close".
  // No deadline: waits for ever. Error: what failed, in a few words; the request may have been carried out, so nothing
  // is sent twice; the next exchange connects anew.
  [[nodiscard]] boost::asio::awaitable<std::expected<Response, std::string>> exchange(
      Request request, std::optional<std::chrono::seconds> deadline);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace http
