// SHA-256 and HMAC-SHA256 (FIPS 180-4, RFC 2104), by OpenSSL.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace endpoint {

using Digest = std::array<unsigned char, 32>;

[[nodiscard]] Digest sha256(std::string_view text);
[[nodiscard]] Digest hmac_sha256(std::string_view key, std::string_view text);
[[nodiscard]] std::string to_hexadecimal(const Digest& digest);  // lower case
[[nodiscard]] std::string_view bytes_of(const Digest& digest);

// In a time that does not tell how much of them is the same (their lengths may be told).
[[nodiscard]] bool equal_in_constant_time(std::string_view left, std::string_view right);

}  // namespace endpoint
