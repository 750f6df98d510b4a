// host[:port] as it stands in Host and Origin (RFC 3986, 3.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace http {

struct Authority {
  std::string_view host;              // "::1" without its brackets; without the dot at the end of a full name
  std::optional<std::uint16_t> port;  // absent also for "host:"
};

// nullopt for what is neither a name, nor an address with or without port. User information ("a@b") is refused.
[[nodiscard]] std::optional<Authority> parse_authority(std::string_view text);

// True for any IPv4 or IPv6 address in its usual spelling, without brackets.
[[nodiscard]] bool is_address(std::string_view host);

}  // namespace http
