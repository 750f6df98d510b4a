// Who sent a request.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "dynamodb/error.h"
#include "endpoint/credentials.h"
#include "http/message.h"

namespace endpoint {

struct Caller {
  std::string user_name;  // of the credential; without credentials the access key id that was claimed
};

struct AuthenticationOptions {
  std::optional<Credentials> credentials;  // nullopt: every signature is accepted
  bool unsigned_allowed = false;           // where only the same user can connect
  std::string region = "us-east-1";
  std::function<std::chrono::sys_seconds()> now;  // default: the system clock
};

// How long a signature is good for, either way.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
inline constexpr std::chrono::minutes clock_skew_max{15};
// The largest X-Amz-Expires: seven days.
inline constexpr std::chrono::seconds expires_max{7 * 24 * 60 * 60};

// By the Authorization header or the query's X-Amz-… parameters. Errors: missing_authentication_token,
// incomplete_signature, unrecognized_client, invalid_signature. The body must be as it was sent.
[[nodiscard]] dynamodb::Result<Caller> authenticate(const http::Request& request, const AuthenticationOptions& options);

}  // namespace endpoint
