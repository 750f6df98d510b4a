#include "wire/base64.h"

#include <array>
#include <cstdint>

#include "dynamodb/errors.h"

namespace wire {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t no_digit = 0xFF;
constexpr std::size_t group_chars = 4;
constexpr std::size_t group_bytes = 3;

constexpr auto digit_of_char = [] {
  std::array<std::uint8_t, 256> table{};
  table.fill(no_digit);
  for (std::size_t digit = 0; digit < alphabet.size(); ++digit) {
    table[static_cast<unsigned char>(alphabet[digit])] = static_cast<std::uint8_t>(digit);
  }
  return table;
}();

std::uint32_t digit(char letter) {
  return digit_of_char[static_cast<unsigned char>(letter)];
}

}  // namespace

dynamodb::Result<std::string> base64_decode(std::string_view text) {
  if (text.size() % group_chars != 0) return std::unexpected(dynamodb::errors::base64_length(text.size()));
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  const std::size_t digits = text.size() - padding;
  std::string bytes;
  bytes.reserve(text.size() / group_chars * group_bytes);
  std::uint32_t bits = 0;
  for (std::size_t index = 0; index < digits; ++index) {
    const std::uint32_t value = digit(text[index]);
    if (value == no_digit) return std::unexpected(dynamodb::errors::base64_invalid());
    bits = bits << 6U | value;
    if (index % group_chars == group_chars - 1) {
      bytes += static_cast<char>(bits >> 16U & 0xFFU);
      bytes += static_cast<char>(bits >> 8U & 0xFFU);
      bytes += static_cast<char>(bits & 0xFFU);
    }
  }
  if (padding == 1) {  // 18 bits: two bytes and two zero bits
    if ((bits & 0x3U) != 0) return std::unexpected(dynamodb::errors::base64_invalid());
    bytes += static_cast<char>(bits >> 10U & 0xFFU);
    bytes += static_cast<char>(bits >> 2U & 0xFFU);
  } else if (padding == 2) {  // 12 bits: one byte and four zero bits
    if ((bits & 0xFU) != 0) return std::unexpected(dynamodb::errors::base64_invalid());
    bytes += static_cast<char>(bits >> 4U & 0xFFU);
  }
  return bytes;
}

void base64_encode(std::string_view bytes, std::string& text) {
  const std::size_t begin = text.size();
  text.resize(begin + (bytes.size() + group_bytes - 1) / group_bytes * group_chars, '=');
  char* out = text.data() + begin;
  const auto byte = [&](std::size_t index) {
    return index < bytes.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[index])) : 0U;
  };
  for (std::size_t index = 0; index < bytes.size(); index += group_bytes, out += group_chars) {
    const std::uint32_t bits = byte(index) << 16U | byte(index + 1) << 8U | byte(index + 2);
    out[0] = alphabet[bits >> 18U];
    out[1] = alphabet[bits >> 12U & 63U];
    if (index + 1 < bytes.size()) out[2] = alphabet[bits >> 6U & 63U];
    if (index + 2 < bytes.size()) out[3] = alphabet[bits & 63U];
  }
}

}  // namespace wire
