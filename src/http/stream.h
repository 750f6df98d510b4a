// What a connection runs over: TCP, or a Unix socket on this machine.
#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <string_view>

namespace http {

using StreamSocket = boost::asio::generic::stream_protocol::socket;
using StreamAcceptor = boost::asio::basic_socket_acceptor<boost::asio::generic::stream_protocol>;

// An address "unix:/run/tracker.sock" is a Unix socket at that path.
inline constexpr std::string_view unix_prefix = "unix:";

}  // namespace http
