// dynamodb: the embedded store as a DynamoDB for any SDK, until SIGTERM or SIGINT.
#include <boost/asio/io_context.hpp>
#include <chrono>

#include "cli/commands.h"
#include "cli/configuration.h"
#include "cli/directory_socket.h"
#include "cli/dynamodb_endpoint.h"
#include "cli/exit_status.h"
#include "cli/fail.h"
#include "cli/logging.h"
#include "cli/serving.h"
#include "engine/embedded_database.h"

namespace cli {
int dynamodb(const DynamodbOptions& options) {
  start_logging();
  const auto listen = parse_listen_address(options.listen);
  if (!listen) return fail(listen.error(), exit_usage);
  const auto environment = process_environment();
  const std::string region = aws_region(environment);
  auto endpoint = endpoint_options(options.endpoint, *listen, region);
  if (!endpoint) return fail(endpoint.error(), exit_usage);

  engine::Options store;
  store.region = region;
  store.index_delay = std::chrono::milliseconds(options.index_delay_ms);
  store.on_event = [](const std::string& line) { log_info(line); };
  if (!options.memory) {
    auto directory = dynamodb_directory(options.data_directory, environment);
    if (!directory) return fail(directory.error(), exit_usage);
    store.directory = *std::move(directory);
  }
  const std::string directory = store.directory.value_or("");
  log_info(options.memory ? std::string("Tables in memory, gone when this process ends") : "Tables in " + directory);
  auto database = engine::EmbeddedDatabase::open(std::move(store));
  if (!database) return fail(database.error().message);

  boost::asio::io_context context;
  const auto server =
      make_endpoint_server(context.get_executor(), **database, options.endpoint, *listen, *std::move(endpoint));
  if (!server) return fail(server.error());
  const auto directory_socket = DirectorySocket::open(context.get_executor(), **database, directory);
  serve_until_stopped(context, {{.server = **server, .url = url_of(*listen, (*server)->port())}},
                      directory_socket.get());
  return exit_success;
}

}  // namespace cli
