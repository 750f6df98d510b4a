#include "tracker/case_fold.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tracker {
namespace {

// The capital letters first, first + step, … last, and what is added to get the small one.
struct Capitals {
  std::int32_t first;
  std::int32_t last;
  std::int32_t step;
  std::int32_t to_small;
};

constexpr std::array capitals = {
    Capitals{0x41, 0x5A, 1, 32},         // A … Z
    Capitals{0xC0, 0xD6, 1, 32},         // À … Ö
    Capitals{0xD8, 0xDE, 1, 32},         // Ø … Þ
    Capitals{0x100, 0x12E, 2, 1},        // Ā … Į
    Capitals{0x132, 0x136, 2, 1},        // Ĳ … Ķ; İ (U+0130) has no simple folding
    Capitals{0x139, 0x147, 2, 1},        // Ĺ … Ň
    Capitals{0x14A, 0x176, 2, 1},        // Ŋ … Ŷ
    Capitals{0x178, 0x178, 1, -121},     // Ÿ
    Capitals{0x179, 0x17D, 2, 1},        // Ź … Ž
    Capitals{0x18F, 0x18F, 1, 202},      // Ə
    Capitals{0x1A0, 0x1A0, 1, 1},        // Ơ
    Capitals{0x1AF, 0x1AF, 1, 1},        // Ư
    Capitals{0x1CD, 0x1DB, 2, 1},        // Ǎ … Ǜ
    Capitals{0x1DE, 0x1EE, 2, 1},        // Ǟ … Ǯ
    Capitals{0x1F8, 0x21E, 2, 1},        // Ǹ … Ȟ
    Capitals{0x222, 0x232, 2, 1},        // Ȣ … Ȳ
    Capitals{0x386, 0x386, 1, 38},       // Ά
    Capitals{0x388, 0x38A, 1, 37},       // Έ … Ί
    Capitals{0x38C, 0x38C, 1, 64},       // Ό
    Capitals{0x38E, 0x38F, 1, 63},       // Ύ, Ώ
    Capitals{0x391, 0x3A1, 1, 32},       // Α … Ρ
    Capitals{0x3A3, 0x3AB, 1, 32},       // Σ … Ϋ
    Capitals{0x3C2, 0x3C2, 1, 1},        // ς, the sigma at the end of a word
    Capitals{0x400, 0x40F, 1, 80},       // Ѐ … Џ
    Capitals{0x410, 0x42F, 1, 32},       // А … Я
    Capitals{0x460, 0x480, 2, 1},        // Ѡ … Ҁ
    Capitals{0x48A, 0x4BE, 2, 1},        // Ҋ … Ҿ
    Capitals{0x4C0, 0x4C0, 1, 15},       // Ӏ
    Capitals{0x4C1, 0x4CD, 2, 1},        // Ӂ … Ӎ
    Capitals{0x4D0, 0x52E, 2, 1},        // Ӑ … Ԯ
    Capitals{0x531, 0x556, 1, 48},       // Armenian
    Capitals{0x1E00, 0x1E94, 2, 1},      // Ḁ … Ẕ
    Capitals{0x1E9E, 0x1E9E, 1, -7615},  // ẞ
    Capitals{0x1EA0, 0x1EFE, 2, 1},      // Ạ … Ỿ
    Capitals{0xFF21, 0xFF3A, 1, 32},     // full-width A … Z
};
static_assert(std::ranges::is_sorted(capitals, {}, &Capitals::first));

std::int32_t small_letter(std::int32_t letter) {
  const auto* const after = std::ranges::upper_bound(capitals, letter, {}, &Capitals::first);
  if (after == capitals.begin()) return letter;
  const Capitals& range = *(after - 1);
  const bool is_capital = letter <= range.last && (letter - range.first) % range.step == 0;
  return is_capital ? letter + range.to_small : letter;
}

constexpr std::int32_t payload_bits = 6;
constexpr std::int32_t payload_mask = 0x3F;

std::int32_t byte_at(std::string_view text, std::size_t index) {
  return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
}
bool is_continuation(std::int32_t byte) {
  return (byte & ~payload_mask) == 0x80;
}

void append_utf8(std::int32_t letter, std::string& text) {
  if (letter < 0x800) {
    text += static_cast<char>(0xC0 | (letter >> payload_bits));
  } else {
    text += static_cast<char>(0xE0 | (letter >> (2 * payload_bits)));
    text += static_cast<char>(0x80 | ((letter >> payload_bits) & payload_mask));
  }
  text += static_cast<char>(0x80 | (letter & payload_mask));
}

// Of two or three bytes, which is all that the table has; 0 for anything else.
struct Sequence {
  std::int32_t letter = 0;
  std::size_t bytes = 0;
};
Sequence read_sequence(std::string_view text, std::size_t at) {
  const std::int32_t lead = byte_at(text, at);
  const std::int32_t second = byte_at(text, at + 1);
  if (!is_continuation(second)) return {};
  if (lead >= 0xC2 && lead <= 0xDF) return {((lead & 0x1F) << payload_bits) | (second & payload_mask), 2};
  const std::int32_t third = byte_at(text, at + 2);
  if (lead < 0xE0 || lead > 0xEF || !is_continuation(third)) return {};
  const std::int32_t upper = ((lead & 0x0F) << payload_bits) | (second & payload_mask);
  return {(upper << payload_bits) | (third & payload_mask), 3};
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char character = text[at];
    if (byte_at(text, at) < 0x80) {
      folded += character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
      ++at;
      continue;
    }
    const Sequence sequence = read_sequence(text, at);
    const std::int32_t small = small_letter(sequence.letter);
    if (sequence.bytes == 0 || small == sequence.letter) {
      const std::size_t bytes = std::max<std::size_t>(sequence.bytes, 1);
      folded += text.substr(at, bytes);
      at += bytes;
    } else {
      append_utf8(small, folded);
      at += sequence.bytes;
    }
  }
  return folded;
}

}  // namespace tracker
