// The checksum of FIT files: CRC-16/ARC (polynomial 0x8005 reflected, start 0).
// https://developer.garmin.com/fit/protocol/ ("CRC")
#pragma once

#include <cstdint>
#include <string_view>

namespace operations {

[[nodiscard]] std::uint16_t crc16(std::string_view bytes);

}  // namespace operations
