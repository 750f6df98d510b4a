// Transport over AWS's C libraries.
#pragma once

#include <cstddef>
#include <expected>
#include <memory>
#include <string>

#include "aws/connection_pool.h"
#include "aws/credentials_chain.h"
#include "aws/endpoint.h"
#include "aws/environment.h"
#include "aws/transport.h"

namespace aws {

struct TransportOptions {
  ConnectionLimits connections = {};
  // Requests that wait for credentials or a connection; one more is overloaded at once.
  std::size_t waiters_max = 256;
  std::uint16_t io_threads = 1;
  // Proxies (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, either case) and the region and endpoint of STS come from the process's
  // own environment, which the libraries read; everything else from this one.
  Environment environment;
};

// Starts AWS's C libraries, but connects to nothing yet. The error is a sentence. A proxy is never used for a loopback
// address. The transport ends its requests with `interrupted` when it is destroyed.
[[nodiscard]] std::expected<std::unique_ptr<Transport>, std::string> make_transport(const Endpoint& endpoint,
                                                                                    const TransportOptions& options);

}  // namespace aws
