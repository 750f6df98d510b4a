// What the commands that serve have in common.
#pragma once

#include <boost/asio/io_context.hpp>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/configuration.h"
#include "cli/directory_socket.h"
#include "http/server.h"

namespace cli {

// "http://127.0.0.1:8080"
[[nodiscard]] std::string url_of(const ListenAddress& listen, std::uint16_t port, std::string_view scheme = "http");

// For http::ServerOptions::on_exception.
void log_exception(const std::string& request_id, std::string_view what);

struct ServedAt {
  http::Server& server;
  std::string url;
};
struct SignalActions {
  std::function<void()> on_hangup = {};  // at each SIGHUP; without it that signal ends the process
  std::function<void()> on_stop = {};    // when SIGTERM or SIGINT came
};
// Prints "listening on URL" for each, and serves until SIGTERM or SIGINT; what is in flight then is finished.
// `directory_socket` may be nullptr.
void serve_until_stopped(boost::asio::io_context& context, const std::vector<ServedAt>& served,
                         DirectorySocket* directory_socket, SignalActions actions = {});

}  // namespace cli
