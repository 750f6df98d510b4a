// gzip (RFC 1952) and the CRC of x-amz-crc32, by zlib.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace endpoint {

[[nodiscard]] std::uint32_t crc32_of(std::string_view bytes);

// At level 1: the answer's time counts, not its last byte.
[[nodiscard]] std::string compress(std::string_view bytes);

enum class ExpandError { malformed, too_large };
// One or several members of gzip. Never holds more than bytes_max and one piece of the result.
[[nodiscard]] std::expected<std::string, ExpandError> expand(std::string_view bytes, std::size_t bytes_max);

}  // namespace endpoint
