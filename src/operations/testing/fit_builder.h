// Small FIT files for tests, byte by byte as the protocol says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "operations/crc16.h"

namespace operations::testing {

enum class FitBaseType : std::uint8_t { enumeration = 0x00, uint8 = 0x02, uint16 = 0x84, uint32 = 0x86, text = 0x07 };

struct FitValue {
  std::uint8_t field = 0;
  FitBaseType type = FitBaseType::uint32;
  std::uint64_t value = 0;
};

inline std::size_t fit_size(FitBaseType type) {
  return type == FitBaseType::uint32 ? 4 : type == FitBaseType::uint16 ? 2 : 1;
}

inline std::string fit_integer(std::uint64_t value, std::size_t size, bool is_big_endian) {
  std::string bytes;
  for (std::size_t at = 0; at < size; ++at) {
    const std::size_t shift = 8 * (is_big_endian ? size - 1 - at : at);
    bytes += static_cast<char>(value >> shift & 0xFF);
  }
  return bytes;
}

struct FitShape {
  bool is_big_endian = false;
  bool has_developer_field = false;  // of three bytes, after the others
  bool has_compressed_timestamp = false;
};

// The definition and one data message.
inline std::string fit_message(std::uint16_t number, const std::vector<FitValue>& values, FitShape shape = {}) {
  constexpr std::string_view developer_value = "dev";
  std::string bytes;
  bytes += static_cast<char>(0x40 | (shape.has_developer_field ? 0x20 : 0));
  bytes += '\0';
  bytes += static_cast<char>(shape.is_big_endian);
  bytes += fit_integer(number, 2, shape.is_big_endian);
  bytes += static_cast<char>(values.size());
  for (const FitValue& value : values) {
    bytes += static_cast<char>(value.field);
    bytes += static_cast<char>(fit_size(value.type));
    bytes += static_cast<char>(value.type);
  }
  if (shape.has_developer_field) bytes += std::string("\x01\x00\x03\x00", 4);
  bytes += static_cast<char>(shape.has_compressed_timestamp ? 0x80 | 0x1F : 0);
  for (const FitValue& value : values) {
    bytes += fit_integer(value.value, fit_size(value.type), shape.is_big_endian);
  }
  if (shape.has_developer_field) bytes += developer_value;
  return bytes;
}

// `messages` with header and checksum.
inline std::string fit_file(const std::string& messages, std::uint8_t protocol = 0x10) {
  std::string bytes = "\x0E";
  bytes += static_cast<char>(protocol);
  bytes += fit_integer(2141, 2, false);
  bytes += fit_integer(messages.size(), 4, false);
  bytes += ".FIT";
  bytes += fit_integer(crc16(bytes), 2, false);
  bytes += messages;
  return bytes + fit_integer(crc16(bytes), 2, false);
}

// 2024-03-02T23:30:00Z in seconds since 1989-12-31.
inline constexpr std::uint64_t fit_start = 1'709'422'200 - 631'065'600;

// A session message's values: 52:31.5, 10.42 km, a trail run of RPE 6.5.
inline std::vector<FitValue> fit_run() {
  using enum FitBaseType;
  return {{253, uint32, fit_start + 4000}, {2, uint32, fit_start}, {5, enumeration, 1},    {6, enumeration, 3},
          {7, uint32, 3'600'000},          {8, uint32, 3'151'500}, {9, uint32, 1'042'000}, {193, uint8, 65}};
}

}  // namespace operations::testing
