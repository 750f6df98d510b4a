// serve: the store, the repository, the API and the HTTP server, until SIGTERM or SIGINT.
#include <fmt/format.h>

#include <boost/asio/io_context.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "api/api.h"
#include "cli/application.h"
#include "cli/commands.h"
#include "cli/directory_socket.h"
#include "cli/dynamodb_endpoint.h"
#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/logging.h"
#include "cli/preparation.h"
#include "cli/serving.h"
#include "cli/store.h"
#include "cli/token_file.h"
#include "http/server.h"

namespace cli {
namespace {

http::ServerOptions server_options(const ServeOptions& options, const ListenAddress& listen) {
  http::ServerOptions server;
  server.address = listen.address;
  server.port = listen.port;
  server.limits.body_bytes_max = api::log_bytes_max;
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
  const auto watch = std::make_shared<StoreWatch>(log_warning, log_info);
  auto store = open_store(options.store, TableWanted::full, HeldDirectory::is_an_error, observed_by(watch));
  if (!store) return fail(store.error());
  const bool is_remote = store->remote != nullptr;
  if (is_remote && *dynamodb) {
    return fail("--dynamodb-listen serves the embedded store, and this one is a DynamoDB itself.", exit_usage);
  }

  api::Options api_options;
  api_options.tokens = *std::move(tokens);
  if (*certificate) api_options.scheme = "https";
  api_options.store_trouble = [watch] { return watch->trouble(); };
  const auto tracker = make_tracker_application(*store, std::move(api_options));
  if (!is_remote) {
    const int status = run(prepare_now(*tracker.repository, options.example_data));
    if (status != exit_success) return status;
  }

  boost::asio::io_context context;
  auto api_server_options = server_options(options, *listen);
  api_server_options.certificate = *certificate;
  auto server = http::Server::create(context.get_executor(), std::move(api_server_options), tracker.answer);
  if (!server) return fail(server.error());
  const auto directory_socket =
      is_remote ? nullptr
                : DirectorySocket::open(context.get_executor(), *store->embedded, store->choice.data_directory);
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
  SignalActions actions;
  if (*certificate) actions.on_hangup = [&] { reload_certificate(**certificate, options.tls); };
  if (is_remote) {
    actions.on_stop = [preparation = BackgroundPreparation::start(context.get_executor(), *tracker.repository, *watch,
                                                                  options.example_data)] { preparation->stop(); };
  }
  serve_until_stopped(context, served, directory_socket.get(), std::move(actions));
  return exit_success;
}

}  // namespace cli
