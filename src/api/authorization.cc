#include "api/authorization.h"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/sha.h>

#include "api/text.h"

namespace api {

Digest sha256(std::string_view text) {
  Digest digest{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
  return digest;
}

std::string to_hexadecimal(const Digest& digest) {
  std::string text;
  for (const auto byte : digest) text += fmt::format("{:02x}", byte);
  return text;
}

Authorizer::Authorizer(const std::vector<std::string>& tokens) {
  for (const auto& token : tokens) digests_.push_back(sha256(token));
}

std::optional<std::string> Authorizer::caller(std::optional<std::string_view> authorization) const {
  if (digests_.empty()) return "anonymous";
  constexpr std::string_view scheme = "bearer ";
  if (!authorization || ascii_lower(authorization->substr(0, scheme.size())) != scheme) return std::nullopt;
  const Digest presented = sha256(trim(authorization->substr(scheme.size())));
  int matching = 0;
  for (const auto& digest : digests_) {
    matching |= static_cast<int>(CRYPTO_memcmp(digest.data(), presented.data(), digest.size()) == 0);
  }
  if (matching == 0) return std::nullopt;
  return to_hexadecimal(sha256(to_hexadecimal(presented)));
}

}  // namespace api
