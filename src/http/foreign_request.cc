#include "http/foreign_request.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/ascii.h"
#include "http/authority.h"
#include "http/message.h"
#include "http/request_fault.h"
#include "http/server.h"

namespace http {
namespace {

bool is_allowed(const Authority& authority, const HostPolicy& policy) {
  if (policy.any_host || is_loopback(authority.host)) return true;
  const bool listens_everywhere = policy.listening_address == "0.0.0.0" || policy.listening_address == "::";
  // An address in Host cannot be rebound: the browser went where the address says.
  if (listens_everywhere ? is_address(authority.host) : equal_ignoring_case(authority.host, policy.listening_address)) {
    return true;
  }
  return std::ranges::any_of(policy.allowed_hosts, [&authority](const std::string& text) {
    const std::optional<Authority> allowed = parse_authority(text);
    return allowed && equal_ignoring_case(allowed->host, authority.host) &&
           (!allowed->port || allowed->port == authority.port);
  });
}

struct Scheme {
  std::string_view prefix;
  std::uint16_t port;
};
constexpr std::array<Scheme, 2> schemes = {Scheme{"http://", 80}, Scheme{"https://", 443}};

bool is_same_host(std::string_view origin, std::string_view host_value) {
  const std::optional<Authority> host = parse_authority(host_value);
  if (!host) return false;
  for (const Scheme& scheme : schemes) {
    if (!equal_ignoring_case(origin.substr(0, scheme.prefix.size()), scheme.prefix)) continue;
    const std::optional<Authority> authority = parse_authority(origin.substr(scheme.prefix.size()));
    if (!authority) return false;
    // Behind a proxy that ends TLS, Host comes without the port that https implies.
    return equal_ignoring_case(authority->host, host->host) &&
           authority->port.value_or(scheme.port) == host->port.value_or(scheme.port);
  }
  return false;  // "null" too: a sandboxed frame or a file of anyone
}

}  // namespace

RequestFault check_authority(std::string_view text, const HostPolicy& policy) {
  const std::optional<Authority> authority = parse_authority(text);
  if (!authority) return RequestFault::malformed_host;
  return is_allowed(*authority, policy) ? RequestFault::none : RequestFault::foreign_host;
}

RequestFault check_host(const Headers& headers, bool is_http_1_1, const HostPolicy& policy) {
  const std::size_t count = headers.count("Host");
  if (count > 1) return RequestFault::repeated_host;
  if (count == 0) return is_http_1_1 ? RequestFault::missing_host : RequestFault::none;
  return check_authority(headers.find("Host").value_or(""), policy);
}

RequestFault check_origin(std::string_view method, const Headers& headers) {
  if (method == "GET" || method == "HEAD" || method == "OPTIONS") return RequestFault::none;
  const std::string_view host = headers.find("Host").value_or("");
  bool is_own_page = false;
  bool is_own_host = true;
  for (const auto& [name, value] : headers.fields()) {
    if (equal_ignoring_case(name, "Origin") && !is_same_host(value, host)) is_own_host = false;
    if (!equal_ignoring_case(name, "Sec-Fetch-Site")) continue;
    if (value != "same-origin" && value != "none") return RequestFault::foreign_origin;
    if (value == "same-origin") is_own_page = true;
  }
  return is_own_page || is_own_host ? RequestFault::none : RequestFault::foreign_origin;
}

bool is_loopback(std::string_view address) {
  if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
  if (address == "::1" || equal_ignoring_case(address, "localhost")) return true;
  return address.starts_with("127.") && is_address(address);
}

}  // namespace http
