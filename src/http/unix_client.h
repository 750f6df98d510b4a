// One request and its answer over a Unix socket, for a program that asks another one of this machine.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <expected>
#include <string>

#include "http/message.h"

namespace http {

// Connects, asks as Client does (client.h) and closes.
[[nodiscard]] boost::asio::awaitable<std::expected<Response, std::string>> exchange_over_unix_socket(
    std::string socket_path, Request request, std::chrono::seconds deadline);

// Whether anybody listens there.
[[nodiscard]] bool is_unix_socket_served(const std::string& socket_path);

}  // namespace http
