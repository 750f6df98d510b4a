#include "operations/text_encoding.h"

#include <algorithm>
#include <array>

#include "operations/utf8.h"

namespace operations {
namespace {

// 0x80 … 0x9F of Windows-1252 (unicode.org, VENDORS/MICSFT/WINDOWS/CP1252.TXT); 0: not assigned.
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::size_t line_of(std::string_view bytes, std::size_t position) {
  return 1 + static_cast<std::size_t>(std::ranges::count(bytes.substr(0, position), '\n'));
}

bool has_utf8_character_beyond_ascii(std::string_view bytes) {
  for (std::size_t position = 0; position < bytes.size(); ++position) {
    if (utf8_character_bytes(bytes.substr(position, 4)) > 1) return true;
  }
  return false;
}

std::expected<std::string, InputError> from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t position = 0; position < bytes.size(); ++position) {
    const auto byte = static_cast<unsigned char>(bytes[position]);
    const char32_t code_point = byte >= 0x80 && byte < 0xA0 ? char32_t{windows_1252[byte - 0x80]} : char32_t{byte};
    if (code_point == 0 && byte != 0) {
      return std::unexpected(InputError{line_of(bytes, position),
                                        "this is neither UTF-8 nor Windows-1252 text; save "
                                        "the file as UTF-8."});
    }
    append_utf8(text, code_point);
  }
  return text;
}

}  // namespace

std::expected<DecodedText, InputError> decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return std::unexpected(InputError{0, "this is UTF-16 text; save the file as CSV in UTF-8."});
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.substr(0, bytes.find_first_of("\r\n")).contains('\0')) {
    return std::unexpected(InputError{0, "this is not a text file; a CSV or JSON file is wanted."});
  }
  const std::size_t valid = utf8_valid_bytes(bytes);
  if (valid == bytes.size()) return DecodedText{std::string{bytes}, ""};
  if (has_utf8_character_beyond_ascii(bytes)) {
    return std::unexpected(
        InputError{line_of(bytes, valid), "the text is UTF-8, but not here: the file is damaged; save it as UTF-8."});
  }
  auto text = from_windows_1252(bytes);
  if (!text) return std::unexpected(text.error());
  return DecodedText{std::move(*text), "The file is not UTF-8; it was read as Windows-1252 (Latin-1)."};
}

}  // namespace operations
