#include "http/authority.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "http/ascii.h"

namespace http {
namespace {

constexpr std::size_t host_bytes_max = 255;  // of a name in the DNS (RFC 1035, 2.3.4)

bool is_name(std::string_view host) {
  return !host.empty() && std::ranges::all_of(host, [](char letter) {
    return is_alphanumeric(letter) || letter == '-' || letter == '.' || letter == '_';
  });
}

bool parse_port(std::string_view text, std::optional<std::uint16_t>& port) {
  if (text.empty()) return true;
  std::uint16_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return false;
  port = value;
  return true;
}

bool parses_as(int family, std::string_view host) {
  std::array<unsigned char, sizeof(in6_addr)> address{};
  return host.size() <= host_bytes_max && inet_pton(family, std::string(host).c_str(), address.data()) == 1;
}

}  // namespace

std::optional<Authority> parse_authority(std::string_view text) {
  Authority authority;
  std::string_view rest;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    authority.host = text.substr(1, end - 1);
    rest = text.substr(end + 1);
    if (!parses_as(AF_INET6, authority.host)) return std::nullopt;
  } else {
    const std::size_t colon = std::min(text.find(':'), text.size());
    authority.host = text.substr(0, colon);
    rest = text.substr(colon);
    if (authority.host.size() > host_bytes_max || !is_name(authority.host)) return std::nullopt;
    if (authority.host.size() > 1 && authority.host.ends_with('.')) authority.host.remove_suffix(1);
  }
  if (rest.empty()) return authority;
  if (!rest.starts_with(':') || !parse_port(rest.substr(1), authority.port)) return std::nullopt;
  return authority;
}

bool is_address(std::string_view host) {
  return parses_as(AF_INET, host) || parses_as(AF_INET6, host);
}

}  // namespace http
