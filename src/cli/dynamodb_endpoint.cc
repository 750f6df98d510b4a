#include "cli/dynamodb_endpoint.h"

#include <fmt/format.h>

#include <utility>

#include "cli/logging.h"
#include "cli/secret_file.h"
#include "cli/serving.h"

namespace cli {
namespace {

std::expected<endpoint::Credentials, std::string> read_credentials(const std::string& file_name) {
  const auto text = read_secret_file("credentials file", file_name);
  if (!text) return std::unexpected(text.error());
  return endpoint::parse_credentials(*text, file_name);
}

std::expected<endpoint::Policy, std::string> read_policy(const std::string& file_name) {
  const auto text = read_file("policy", file_name);
  if (!text) return std::unexpected(text.error());
  return endpoint::Policy::parse(*text, file_name);
}

}  // namespace

std::expected<endpoint::Options, std::string> endpoint_options(const EndpointFlags& flags, const ListenAddress& listen,
                                                               const std::string& region) {
  if (!flags.credentials_file && !http::is_loopback(listen.address)) {
    return std::unexpected(fmt::format(
        "{} can be reached from other machines, so the DynamoDB endpoint needs {} FILE with the access keys "
        "that may use it; without it, listen on 127.0.0.1.",
        listen.address, flags.credentials_flag));
  }
  endpoint::Options options;
  options.authentication.region = region;
  if (flags.credentials_file) {
    auto credentials = read_credentials(*flags.credentials_file);
    if (!credentials) return std::unexpected(std::move(credentials).error());
    options.authentication.credentials = *std::move(credentials);
  }
  if (flags.policy_file) {
    auto policy = read_policy(*flags.policy_file);
    if (!policy) return std::unexpected(std::move(policy).error());
    options.policy = *std::move(policy);
  }
  for (const std::string& text : flags.faults) {
    auto rule = endpoint::parse_fault_rule(text);
    if (!rule) return std::unexpected(std::move(rule).error());
    options.fault_rules.push_back(*std::move(rule));
  }
  return options;
}

std::expected<std::unique_ptr<http::Server>, std::string> make_endpoint_server(boost::asio::any_io_executor executor,
                                                                               dynamodb::Service& service,
                                                                               const EndpointFlags& flags,
                                                                               const ListenAddress& listen,
                                                                               endpoint::Options options) {
  http::ServerOptions server;
  server.address = listen.address;
  server.port = listen.port;
  server.limits.body_bytes_max = endpoint::body_bytes_max;
  server.allowed_hosts = flags.allowed_hosts;
  if (flags.access_log) server.on_access = log_access;
  server.make_error = endpoint::make_error;
  server.on_exception = log_exception;
  return http::Server::create(std::move(executor), std::move(server),
                              endpoint::make_application(service, std::move(options)));
}

}  // namespace cli
