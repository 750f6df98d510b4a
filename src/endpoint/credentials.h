// An AWS shared-credentials file. https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
#pragma once

#include <cstddef>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace endpoint {

struct Credential {
  std::string user_name;  // the profile
  std::string secret_access_key;
  std::optional<std::string> session_token;
};
using Credentials = std::map<std::string, Credential, std::less<>>;  // by access key id

inline constexpr std::size_t credentials_max = 1000;

// [profile], aws_access_key_id, aws_secret_access_key, aws_session_token; other keys are ignored, and so are profiles
// without an access key. The error is one sentence that names the line, and never shows a secret.
[[nodiscard]] std::expected<Credentials, std::string> parse_credentials(std::string_view text,
                                                                        std::string_view file_name);

}  // namespace endpoint
