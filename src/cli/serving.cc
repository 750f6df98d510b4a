#include "cli/serving.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <cstdio>
#include <thread>

#include "cli/logging.h"

namespace cli {
namespace {

constexpr int threads_min = 2;

boost::asio::awaitable<void> stop_on_signal(boost::asio::signal_set& signals, boost::asio::signal_set& hangups,
                                            const std::vector<ServedAt>& served, DirectorySocket* directory_socket,
                                            std::function<void()> on_stop) {
  const int number = co_await signals.async_wait(boost::asio::use_awaitable);
  log_info(fmt::format("Signal {}: finishing what is in flight.", number));
  if (on_stop) on_stop();
  if (directory_socket != nullptr) co_await directory_socket->stop();
  for (const ServedAt& each : served) co_await each.server.stop();
  hangups.cancel();
}

// Ends when the signals are cancelled.
boost::asio::awaitable<void> answer_hangups(boost::asio::signal_set& signals, std::function<void()> on_hangup) {
  constexpr auto use_tuple = boost::asio::as_tuple(boost::asio::use_awaitable);
  while (true) {
    const auto [error, number] = co_await signals.async_wait(use_tuple);
    if (error) co_return;
    on_hangup();
  }
}

void run_threads(boost::asio::io_context& context) {
  const int count = std::max(threads_min, static_cast<int>(std::thread::hardware_concurrency()));
  std::vector<std::jthread> threads;
  for (int i = 1; i < count; ++i) threads.emplace_back([&context] { context.run(); });
  context.run();
}

}  // namespace

std::string url_of(const ListenAddress& listen, std::uint16_t port, std::string_view scheme) {
  const bool is_ipv6 = listen.address.find(':') != std::string::npos;
  return is_ipv6 ? fmt::format("{}://[{}]:{}", scheme, listen.address, port)
                 : fmt::format("{}://{}:{}", scheme, listen.address, port);
}

void log_exception(const std::string& request_id, std::string_view what) {
  log_error(fmt::format("request {} ended with an exception: {}", request_id, what));
}

void serve_until_stopped(boost::asio::io_context& context, const std::vector<ServedAt>& served,
                         DirectorySocket* directory_socket, SignalActions actions) {
  boost::asio::signal_set signals(context, SIGINT, SIGTERM);  // before anybody is told that we listen
  boost::asio::signal_set hangups(context);
  if (actions.on_hangup) {
    hangups.add(SIGHUP);
    boost::asio::co_spawn(context, answer_hangups(hangups, std::move(actions.on_hangup)), boost::asio::detached);
  }
  for (const ServedAt& each : served) each.server.start();
  boost::asio::co_spawn(context, stop_on_signal(signals, hangups, served, directory_socket, std::move(actions.on_stop)),
                        boost::asio::detached);
  for (const ServedAt& each : served) fmt::print("listening on {}\n", each.url);
  std::fflush(stdout);
  run_threads(context);
  log_info("Stopped; everything that was answered is on disk.");
}

}  // namespace cli
