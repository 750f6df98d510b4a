#include "http/unix_client.h"

#include <sys/un.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <utility>

#include "http/client.h"

namespace http {

namespace asio = boost::asio;

asio::awaitable<std::expected<Response, std::string>> exchange_over_unix_socket(std::string socket_path,
                                                                                Request request,
                                                                                std::chrono::seconds deadline) {
  Client client(UnixSocketPath{std::move(socket_path)});
  request.headers.set("Connection", "close");
  co_return co_await client.exchange(std::move(request), deadline);
}

bool is_unix_socket_served(const std::string& socket_path) {
  if (socket_path.size() >= sizeof(sockaddr_un::sun_path)) return false;
  asio::io_context context;
  asio::local::stream_protocol::socket socket(context);
  boost::system::error_code error;
  (void)socket.connect(asio::local::stream_protocol::endpoint(socket_path), error);
  return !error;
}

}  // namespace http
