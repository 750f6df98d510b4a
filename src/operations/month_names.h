// Names of months and weekdays in English, German and Dutch, as exports in these languages write them.
#pragma once

#include <optional>
#include <string_view>

namespace operations {

// 1 … 12 for a name or its beginning of at least three letters ("oct", "sept", "mär"), and for the usual abbreviations
// ("mrt", "okt"); `word` is in lower case.
[[nodiscard]] std::optional<unsigned> month_of(std::string_view word);
// A weekday or its usual abbreviation ("sunday", "so", "zo", "thurs"); `word` is in lower case.
[[nodiscard]] bool is_weekday(std::string_view word);

}  // namespace operations
