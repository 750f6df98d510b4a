// serve: the store, the repository, the API and the HTTP server, until SIGTERM or SIGINT.
#include <fmt/format.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <cstdio>
#include <thread>
#include <vector>

#include "api/api.h"
#include "cli/backup_socket.h"
#include "cli/commands.h"
#include "cli/example_data.h"
#include "cli/exit_status.h"
#include "cli/logging.h"
#include "cli/store.h"
#include "cli/token_file.h"
#include "http/server.h"
#include "operations/store_failure.h"

namespace cli {
namespace {

constexpr int threads_min = 2;

int fail(const std::string& sentence, int status = exit_failure) {
  log_error(sentence);
  return status;
}

std::string url_of(const ListenAddress& listen, std::uint16_t port) {
  const bool is_ipv6 = listen.address.find(':') != std::string::npos;
  return is_ipv6 ? fmt::format("http://[{}]:{}", listen.address, port)
                 : fmt::format("http://{}:{}", listen.address, port);
}

std::string store_word(StoreKind kind) {
  return kind == StoreKind::embedded ? "embedded" : kind == StoreKind::memory ? "memory" : "dynamodb";
}

http::ServerOptions server_options(const ServeOptions& options, const ListenAddress& listen) {
  http::ServerOptions server;
  server.address = listen.address;
  server.port = listen.port;
  server.limits.body_bytes_max = api::body_bytes_max;
  server.allowed_hosts = options.allowed_hosts;
  if (options.access_log) server.on_access = log_access;
  server.make_error = api::make_error;
  server.on_exception = [](const std::string& request_id, std::string_view what) {
    log_error(fmt::format("request {} ended with an exception: {}", request_id, what));
  };
  return server;
}

std::expected<std::vector<std::string>, std::string> tokens_for(const ServeOptions& options,
                                                                const ListenAddress& listen) {
  if (options.token_file) return read_token_file(*options.token_file);
  if (http::is_loopback(listen.address)) return std::vector<std::string>();
  return std::unexpected(
      fmt::format("{} can be reached from other machines, so it needs --token-file FILE with bearer tokens; without "
                  "it, listen on 127.0.0.1.",
                  options.listen));
}

// What is done before the first request: work that a killed process left, and example data.
boost::asio::awaitable<int> prepare(tracker::Repository& repository, bool example_data) {
  if (const auto resumed = co_await repository.resume_renames(); !resumed) {
    log_warning("Renames that were interrupted could not be completed yet: " +
                operations::describe_failure(resumed.error()));
  }
  if (!example_data) co_return exit_success;
  const auto added = co_await add_example_data(repository);
  if (!added) co_return fail("The example data could not be written: " + operations::describe_failure(added.error()));
  log_info(*added ? "Example data: two athletes and four sessions."
                  : "The store is not empty, so no example data was added.");
  co_return exit_success;
}

boost::asio::awaitable<void> stop_on_signal(boost::asio::signal_set& signals, http::Server& server,
                                            BackupSocket* backup_socket) {
  const int number = co_await signals.async_wait(boost::asio::use_awaitable);
  log_info(fmt::format("Signal {}: finishing what is in flight.", number));
  if (backup_socket != nullptr) co_await backup_socket->stop();
  co_await server.stop();
}

void run_threads(boost::asio::io_context& context) {
  const int count = std::max(threads_min, static_cast<int>(std::thread::hardware_concurrency()));
  std::vector<std::jthread> threads;
  for (int i = 1; i < count; ++i) threads.emplace_back([&context] { context.run(); });
  context.run();
}

}  // namespace

int serve(const ServeOptions& options) {
  start_logging();
  const auto listen = parse_listen_address(options.listen);
  if (!listen) return fail(listen.error(), exit_usage);
  auto tokens = tokens_for(options, *listen);
  if (!tokens) return fail(tokens.error(), exit_usage);
  auto store = open_store(options.store);
  if (!store) return fail(store.error());

  api::Options api_options;
  api_options.build_version = TT_VERSION;
  api_options.store_description = store_word(store->choice.kind);
  api_options.tokens = *std::move(tokens);
  api_options.metrics = std::make_shared<api::Metrics>();
  const auto repository = make_repository(*store, [metrics = api_options.metrics] { metrics->unreadable_item_seen(); });
  if (const int status = run(prepare(*repository, options.example_data)); status != exit_success) return status;

  boost::asio::io_context context;
  auto server = http::Server::create(context.get_executor(), server_options(options, *listen),
                                     api::make_application(*repository, std::move(api_options)));
  if (!server) return fail(server.error());
  const auto backup_socket = BackupSocket::open(context.get_executor(), *store);
  boost::asio::signal_set signals(context, SIGINT, SIGTERM);  // before anybody is told that we listen
  (*server)->start();
  boost::asio::co_spawn(context, stop_on_signal(signals, **server, backup_socket.get()), boost::asio::detached);
  fmt::print("listening on {}\n", url_of(*listen, (*server)->port()));
  std::fflush(stdout);
  run_threads(context);
  log_info("Stopped; everything that was answered is on disk.");
  return exit_success;
}

}  // namespace cli
