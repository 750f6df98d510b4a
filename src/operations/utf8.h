// UTF-8 by RFC 3629: what is valid, and where characters (code points) end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace operations {

// The length in bytes of the valid character at the start of `text`; 0 when there is none.
[[nodiscard]] std::size_t utf8_character_bytes(std::string_view text);
// The number of bytes before the first that is not valid; text.size() when all is.
[[nodiscard]] std::size_t utf8_valid_bytes(std::string_view text);
// Code points of valid text.
[[nodiscard]] std::size_t utf8_characters(std::string_view text);
// The first `characters` code points of valid text (all of it when it is shorter).
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t characters);
void append_utf8(std::string& text, char32_t code_point);
// Without white space at both ends, the no-break spaces too that spreadsheets and exports put there.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// Lower case of ASCII and of the Latin-1 letters (Ä, É, …): enough for header and month names.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace operations
