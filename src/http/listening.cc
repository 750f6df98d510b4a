#include "http/listening.h"

#include <fmt/format.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/socket_base.hpp>
#include <boost/system/errc.hpp>
#include <boost/system/error_code.hpp>
#include <cstdint>
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

}  // namespace

std::expected<tcp::acceptor, std::string> listen_at(const asio::any_io_executor& executor, const std::string& address,
                                                    std::uint16_t port) {
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
  tcp::acceptor acceptor(executor);
  (void)acceptor.open(endpoint.protocol(), error);
  // A restart need not wait for the connections of the run before to be forgotten.
  if (!error) (void)acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) (void)acceptor.bind(endpoint, error);
  if (!error) (void)acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (!error) (void)acceptor.non_blocking(true, error);
  if (error) return std::unexpected(explain(endpoint, error));
  return acceptor;
}

}  // namespace http
