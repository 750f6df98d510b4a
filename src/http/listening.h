#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <cstdint>
#include <expected>
#include <string>

#include "http/stream.h"

namespace http {

// An acceptor that listens at `address` (an IP address, or "localhost" for 127.0.0.1) and `port` (0: a free one), or at
// the Unix socket of an address such as "unix:/run/tracker.sock": made with mode 0600, in place of one that nobody
// listens at any more; `port` is ignored. The error is one sentence for the user.
[[nodiscard]] std::expected<StreamAcceptor, std::string> listen_at(const boost::asio::any_io_executor& executor,
                                                                   const std::string& address, std::uint16_t port);
// The port that was taken; 0 of a Unix socket.
[[nodiscard]] std::uint16_t port_of(const StreamAcceptor& acceptor);

}  // namespace http
