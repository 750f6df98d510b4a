// Bearer tokens. RFC 6750.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

using Digest = std::array<std::uint8_t, 32>;
[[nodiscard]] Digest sha256(std::string_view text);
[[nodiscard]] std::string to_hexadecimal(const Digest& digest);

// Keeps digests only. Comparing them takes the same time wherever they differ, and always looks at every token.
class Authorizer {
 public:
  explicit Authorizer(const std::vector<std::string>& tokens);

  // Who calls, as a name that tells callers apart and no secret: "anonymous" where no tokens are configured. nullopt:
  // the Authorization header is absent, of another scheme, or with a token that is not ours.
  [[nodiscard]] std::optional<std::string> caller(std::optional<std::string_view> authorization) const;

 private:
  std::vector<Digest> digests_;
};

}  // namespace api
