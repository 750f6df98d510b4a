// The DynamoDB endpoint from the command line's flags.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/configuration.h"
#include "dynamodb/service.h"
#include "endpoint/endpoint.h"
#include "http/server.h"

namespace cli {

struct EndpointFlags {
  std::string credentials_flag = "--credentials";  // what the user calls the next
  std::optional<std::string> credentials_file;
  std::optional<std::string> policy_file;
  std::vector<std::string> faults;  // "PutItem=0.1:throttling"
  std::vector<std::string> allowed_hosts;
  bool access_log = false;
};

// Reads the files. Listening beyond this machine needs credentials. Error: one sentence (wrong usage).
[[nodiscard]] std::expected<endpoint::Options, std::string> endpoint_options(const EndpointFlags& flags,
                                                                             const ListenAddress& listen,
                                                                             const std::string& region);

// Listens, but does not serve yet. The service outlives the server. Error: one sentence.
[[nodiscard]] std::expected<std::unique_ptr<http::Server>, std::string> make_endpoint_server(
    boost::asio::any_io_executor executor, dynamodb::Service& service, const EndpointFlags& flags,
    const ListenAddress& listen, endpoint::Options options);

}  // namespace cli
