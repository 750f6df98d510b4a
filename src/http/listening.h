#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <expected>
#include <string>

namespace http {

// An acceptor that listens at `address` (an IP address, or "localhost" for 127.0.0.1) and `port` (0: a free one).
// The error is one sentence for the user.
[[nodiscard]] std::expected<boost::asio::ip::tcp::acceptor, std::string> listen_at(
    const boost::asio::any_io_executor& executor, const std::string& address, std::uint16_t port);

}  // namespace http
