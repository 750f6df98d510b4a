// Text for comparisons that do not tell capital letters from small ones.
#pragma once

#include <string>
#include <string_view>

namespace tracker {

// Unicode's simple case folding (CaseFolding.txt, status C and S) of the alphabets that are written today with capital
// letters in Europe, Vietnam and Armenia: Latin, Greek, Cyrillic, Armenian, and the full-width Latin letters. Every
// other character stays what it is, and so do bytes that are not UTF-8. No normalisation: "é" and "e" with a combining
// accent are two texts.
[[nodiscard]] std::string fold_case(std::string_view text);

}  // namespace tracker
