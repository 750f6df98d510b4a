// serve: the store, the repository, the API and the HTTP server, until SIGTERM or SIGINT.
#include <fmt/format.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "api/api.h"
#include "cli/application.h"
#include "cli/commands.h"
#include "cli/directory_socket.h"
#include "cli/dynamodb_endpoint.h"
#include "cli/example_data.h"
#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/logging.h"
#include "cli/serving.h"
#include "cli/store.h"
#include "cli/token_file.h"
#include "http/server.h"
#include "operations/store_failure.h"

namespace cli {
namespace {

http::ServerOptions server_options(const ServeOptions& options, const ListenAddress& listen) {
  http::ServerOptions server;
  server.address = listen.address;
  server.port = listen.port;
  server.limits.body_bytes_max = api::body_bytes_max;
  server.allowed_hosts = options.allowed_hosts;
  if (options.access_log) server.on_access = log_access;
  server.make_error = api::make_error;
  server.on_exception = log_exception;
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

struct DynamodbPlan {
  ListenAddress listen;
  endpoint::Options options;
};

// nullopt: the store is not served as a DynamoDB.
std::expected<std::optional<DynamodbPlan>, std::string> dynamodb_plan(const std::optional<std::string>& listen_text,
                                                                      const EndpointFlags& flags) {
  if (!listen_text) return std::nullopt;
  auto listen = parse_listen_address(*listen_text);
  if (!listen) return std::unexpected(std::move(listen).error());
  auto options = endpoint_options(flags, *listen, aws_region(process_environment()));
  if (!options) return std::unexpected(std::move(options).error());
  return DynamodbPlan{*std::move(listen), *std::move(options)};
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

}  // namespace

int serve(const ServeOptions& options) {
  start_logging();
  const auto listen = parse_listen_address(options.listen);
  if (!listen) return fail(listen.error(), exit_usage);
  auto tokens = tokens_for(options, *listen);
  if (!tokens) return fail(tokens.error(), exit_usage);
  const auto certificate = load_certificate(options.tls);
  if (!certificate) return fail(certificate.error(), exit_usage);
  if (!*certificate && !http::is_loopback(listen->address)) {
    log_warning("Without --tls-cert and --tls-key, tokens and training logs cross the network readable by others.");
  }
  const EndpointFlags endpoint_flags{.credentials_flag = "--dynamodb-credentials",
                                     .credentials_file = options.dynamodb_credentials_file,
                                     .policy_file = std::nullopt,
                                     .faults = {},
                                     .allowed_hosts = options.allowed_hosts,
                                     .access_log = options.access_log};
  auto dynamodb = dynamodb_plan(options.dynamodb_listen, endpoint_flags);
  if (!dynamodb) return fail(dynamodb.error(), exit_usage);
  auto store = open_store(options.store, TableWanted::full, HeldDirectory::is_an_error);
  if (!store) return fail(store.error());

  api::Options api_options;
  api_options.tokens = *std::move(tokens);
  const auto tracker = make_tracker_application(*store, std::move(api_options));
  if (const int status = run(prepare(*tracker.repository, options.example_data)); status != exit_success) return status;

  boost::asio::io_context context;
  auto api_server_options = server_options(options, *listen);
  api_server_options.certificate = *certificate;
  auto server = http::Server::create(context.get_executor(), std::move(api_server_options), tracker.answer);
  if (!server) return fail(server.error());
  const auto directory_socket =
      DirectorySocket::open(context.get_executor(), *store->embedded, store->choice.data_directory);
  std::vector<ServedAt> served{
      {.server = **server, .url = url_of(*listen, (*server)->port(), *certificate ? "https" : "http")}};
  std::unique_ptr<http::Server> dynamodb_server;
  if (*dynamodb) {
    auto made = make_endpoint_server(context.get_executor(), *store->embedded, endpoint_flags, (*dynamodb)->listen,
                                     std::move((*dynamodb)->options));
    if (!made) return fail(made.error());
    dynamodb_server = *std::move(made);
    served.push_back(
        {.server = *dynamodb_server, .url = url_of((*dynamodb)->listen, dynamodb_server->port()) + " (DynamoDB)"});
  }
  std::function<void()> on_hangup;
  if (*certificate) on_hangup = [&] { reload_certificate(**certificate, options.tls); };
  serve_until_stopped(context, served, directory_socket.get(), std::move(on_hangup));
  return exit_success;
}

}  // namespace cli
