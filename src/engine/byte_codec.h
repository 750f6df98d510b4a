// Fixed-width integers and length-prefixed strings in the engine's own records. Big endian, so that numbers inside
// keys keep their order.
#pragma once

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace engine {

template <std::unsigned_integral T>
void append_integer(std::string& out, T value) {
  for (int shift = static_cast<int>(sizeof(T)) * 8 - 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xFFU));
  }
}

inline void append_string(std::string& out, std::string_view value) {
  append_integer(out, static_cast<std::uint32_t>(value.size()));
  out.append(value);
}

// Takes values off the front in the order in which they were appended. Damaged bytes throw std::runtime_error.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <std::unsigned_integral T>
  [[nodiscard]] T integer() {
    T value = 0;
    for (const char byte : take(sizeof(T))) {
      value = static_cast<T>((static_cast<std::uint64_t>(value) << 8U) | static_cast<unsigned char>(byte));
    }
    return value;
  }
  [[nodiscard]] std::string string() { return std::string(take(integer<std::uint32_t>())); }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view take(std::size_t count) {
    if (count > bytes_.size()) throw std::runtime_error("a record of the store is cut short");
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }

  std::string_view bytes_;
};

}  // namespace engine
