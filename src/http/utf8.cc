#include "http/utf8.h"

#include <cstddef>
#include <string_view>

namespace http {
namespace {

// The length of the sequence that starts with `lead`, and the bounds of its second byte; 0: no sequence starts so.
struct Sequence {
  std::size_t length;
  unsigned char second_min;
  unsigned char second_max;
};

constexpr Sequence sequence_of(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

bool is_utf8(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    const Sequence sequence = sequence_of(static_cast<unsigned char>(text[position]));
    if (sequence.length == 0 || position + sequence.length > text.size()) return false;
    for (std::size_t offset = 1; offset < sequence.length; ++offset) {
      const auto byte = static_cast<unsigned char>(text[position + offset]);
      const unsigned char lowest = offset == 1 ? sequence.second_min : 0x80;
      const unsigned char highest = offset == 1 ? sequence.second_max : 0xBF;
      if (byte < lowest || byte > highest) return false;
    }
    position += sequence.length;
  }
  return true;
}

}  // namespace http
