#include "http/listening.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/system/errc.hpp>
#include <boost/system/error_code.hpp>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

std::string describe(const tcp::endpoint& endpoint) {
  const std::string address = endpoint.address().to_string();
  return endpoint.address().is_v6() ? fmt::format("[{}]:{}", address, endpoint.port())
                                    : fmt::format("{}:{}", address, endpoint.port());
}

std::string explain(const tcp::endpoint& endpoint, const error_code& error) {
  const std::string place = describe(endpoint);
  switch (error.value()) {
    case boost::system::errc::address_in_use:
      return fmt::format("{} is in use: another program listens there.", place);
    case boost::system::errc::address_not_available:
      return fmt::format("{} is not an address of this machine.", endpoint.address().to_string());
    case boost::system::errc::permission_denied:
      return fmt::format("This user may not listen at {}; ports below 1024 need a privilege.", place);
    case boost::system::errc::address_family_not_supported:
      return fmt::format("This machine cannot listen at {}: it has no such kind of address.", place);
    default:
      return fmt::format("Cannot listen at {}: {}.", place, error.message());
  }
}

std::expected<StreamAcceptor, std::string> listen_at_tcp(const asio::any_io_executor& executor,
                                                         const std::string& address, std::uint16_t port) {
  std::string_view literal = address;
  if (literal == "localhost") literal = "127.0.0.1";
  if (literal.starts_with('[') && literal.ends_with(']')) literal = literal.substr(1, literal.size() - 2);
  error_code error;
  const asio::ip::address parsed = asio::ip::make_address(std::string(literal), error);
  if (error) {
    return std::unexpected(
        fmt::format("Cannot listen at '{}': it is not an IP address, such as 127.0.0.1, nor localhost.", address));
  }
  const tcp::endpoint endpoint(parsed, port);
  StreamAcceptor acceptor(executor);
  (void)acceptor.open(endpoint.protocol(), error);
  // A restart need not wait for the connections of the run before to be forgotten.
  if (!error) (void)acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) (void)acceptor.bind(endpoint, error);
  if (!error) (void)acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) (void)acceptor.non_blocking(true, error);
  if (error) return std::unexpected(explain(endpoint, error));
  return acceptor;
}

// A socket file outlives the process that made it. One that refuses a connection is such a leftover.
void remove_leftover(const asio::any_io_executor& executor, const asio::local::stream_protocol::endpoint& endpoint) {
  error_code error;
  asio::local::stream_protocol::socket probe(executor);
  (void)probe.connect(endpoint, error);
  if (error == asio::error::connection_refused) (void)::unlink(endpoint.path().c_str());
}

std::expected<StreamAcceptor, std::string> listen_at_unix(const asio::any_io_executor& executor,
                                                          const std::string& path) {
  if (path.empty() || path.size() >= sizeof(sockaddr_un::sun_path)) {
    return std::unexpected(fmt::format("Cannot listen at the Unix socket '{}': a path has 1 to {} bytes.", path,
                                       sizeof(sockaddr_un::sun_path) - 1));
  }
  const asio::local::stream_protocol::endpoint endpoint(path);
  remove_leftover(executor, endpoint);
  error_code error;
  StreamAcceptor acceptor(executor);
  (void)acceptor.open(endpoint.protocol(), error);
  if (!error) (void)acceptor.bind(endpoint, error);
  // Between bind and listen nobody can connect, so nobody comes in before the mode is set.
  if (!error && ::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0) error.assign(errno, boost::system::system_category());
  if (!error) (void)acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) (void)acceptor.non_blocking(true, error);
  if (error) return std::unexpected(fmt::format("Cannot listen at the Unix socket {}: {}.", path, error.message()));
  return acceptor;
}

}  // namespace

std::expected<StreamAcceptor, std::string> listen_at(const asio::any_io_executor& executor, const std::string& address,
                                                     std::uint16_t port) {
  if (address.starts_with(unix_prefix)) return listen_at_unix(executor, address.substr(unix_prefix.size()));
  return listen_at_tcp(executor, address, port);
}

std::uint16_t port_of(const StreamAcceptor& acceptor) {
  error_code error;
  const auto endpoint = acceptor.local_endpoint(error);
  if (error || endpoint.protocol().family() == AF_UNIX) return 0;
  tcp::endpoint address;
  address.resize(endpoint.size());
  std::memcpy(address.data(), endpoint.data(), endpoint.size());
  return address.port();
}

}  // namespace http
