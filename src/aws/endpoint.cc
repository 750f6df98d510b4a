#include "aws/endpoint.h"

#include <fmt/format.h>

namespace aws {

std::string url_of(const Endpoint& endpoint) {
  constexpr std::uint16_t https_port = 443;
  constexpr std::uint16_t http_port = 80;
  const bool is_ipv6 = endpoint.host.find(':') != std::string::npos;
  const bool has_own_port = endpoint.port == (endpoint.tls ? https_port : http_port);
  return fmt::format("{}://{}{}", endpoint.tls ? "https" : "http", is_ipv6 ? "[" + endpoint.host + "]" : endpoint.host,
                     has_own_port ? "" : fmt::format(":{}", endpoint.port));
}

}  // namespace aws
