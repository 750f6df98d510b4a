#include "operations/crc16.h"

#include <array>

namespace operations {
namespace {

constexpr std::uint16_t reflected_polynomial = 0xA001;

constexpr std::array<std::uint16_t, 256> make_table() {
  std::array<std::uint16_t, 256> table{};
  for (unsigned value = 0; value < table.size(); ++value) {
    unsigned remainder = value;
    for (int bit = 0; bit < 8; ++bit) remainder = (remainder >> 1) ^ ((remainder & 1) != 0 ? reflected_polynomial : 0U);
    table[value] = static_cast<std::uint16_t>(remainder);
  }
  return table;
}

constexpr auto table = make_table();

}  // namespace

std::uint16_t crc16(std::string_view bytes) {
  unsigned remainder = 0;
  for (const char byte : bytes)
    remainder = (remainder >> 8) ^ table[(remainder ^ static_cast<unsigned char>(byte)) & 0xFF];
  return static_cast<std::uint16_t>(remainder);
}

}  // namespace operations
