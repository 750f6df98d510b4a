// Which DynamoDB the remote store talks to: worked out from the environment and the profile as every SDK does.
#pragma once

#include <cstdint>
#include <string>

namespace aws {

struct Endpoint {
  bool tls = true;
  std::string host;  // without brackets and port
  std::uint16_t port = 443;
  std::string region;  // signed with
  bool placeholder_keys =
      false;  // where no credentials are configured, sign with placeholders instead of asking the metadata services
};

// "https://dynamodb.us-east-1.amazonaws.com", "http://[::1]:8000"; the port only where it is not the scheme's own.
[[nodiscard]] std::string url_of(const Endpoint& endpoint);

}  // namespace aws
