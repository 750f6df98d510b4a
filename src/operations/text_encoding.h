// The bytes of a file that a person gave, as UTF-8 text.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "operations/input_error.h"

namespace operations {

struct DecodedText {
  std::string text;    // valid UTF-8, no byte order mark
  std::string notice;  // empty, or what was assumed, for the user
};

// UTF-8 is taken as it is. Text that is not UTF-8 and has not one UTF-8 character beyond ASCII is what an older
// spreadsheet saves: Windows-1252 (Latin-1 and a few more), and is read as that, with a notice. Text that is partly
// UTF-8 is damaged: an error that names the line, for guessing would spoil every accented name in it. UTF-16, and files
// with NUL bytes in their first line, are refused with a sentence that says what to do.
[[nodiscard]] std::expected<DecodedText, InputError> decode_text(std::string_view bytes);

}  // namespace operations
