// One request and its answer over a Unix socket, for a program that asks another one of this machine. The headers of
// Beast stay in unix_client.cc.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <expected>
#include <string>

#include "http/message.h"

namespace http {

// Connects, sends, reads the whole answer (of any size: the other side is trusted) and closes. A Host field is added.
// Error: what failed, in a few words; the request may have been carried out.
[[nodiscard]] boost::asio::awaitable<std::expected<Response, std::string>> exchange_over_unix_socket(
    std::string socket_path, Request request, std::chrono::seconds deadline);

// Whether anybody listens there.
[[nodiscard]] bool is_unix_socket_served(const std::string& socket_path);

}  // namespace http
