// Text in a CSV file that a spreadsheet may open. Cells that begin with = + - @ (or a tab or line end) are formulas to
// it, and a note written by somebody else must not run there (OWASP, "CSV Injection"). Such a cell gets an apostrophe
// in front, which keeps it text; reading our own export takes it away again, so that nothing is changed on the way.
#pragma once

#include <string>
#include <string_view>

namespace operations {

[[nodiscard]] std::string guarded(std::string_view text);
// unguarded(guarded(text)) == text for every text.
[[nodiscard]] std::string_view unguarded(std::string_view text);

}  // namespace operations
