// Numbers as people's programs write them: "3.40", "3,40", "1.234,5", "1,234.5", "1'234.5", "1 234,5".
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace operations {

enum class DecimalMark { automatic, point, comma };

// "5.02 km" is {"5.02", "km"}; views into `cell`.
struct Measure {
  std::string_view number;
  std::string_view unit;  // all that follows the last digit
};
[[nodiscard]] Measure split_measure(std::string_view cell);

// What one cell says about the decimal mark of its column.
enum class MarkEvidence {
  none,       // no number, or one without any mark
  point,      // "3.40", "1,234.5", "1,234,567"
  comma,      // "3,40", "1.234,5", "1.234.567"
  ambiguous,  // one mark before exactly three digits: "1,234" is 1.234 or 1234
};
[[nodiscard]] MarkEvidence mark_evidence(std::string_view cell);

// The evidence of many cells.
struct MarkCount {
  std::size_t point = 0;
  std::size_t comma = 0;
  std::size_t ambiguous = 0;
  void add(MarkEvidence evidence);
  // The mark that most cells show; nullopt where none shows one, or both as often.
  [[nodiscard]] std::optional<DecimalMark> mark() const;
};

// `text` with `mark` (not automatic) as decimal mark; the other mark, spaces and apostrophes may group digits by three,
// and only so. Signs and exponents are allowed; the value is finite. The error is half a sentence: "is not a number".
[[nodiscard]] std::expected<double, std::string> parse_number(std::string_view text, DecimalMark mark);

// True for what exports write where there is no value: empty, "--", "--:--:--", "-", "n/a", "null", "nan".
[[nodiscard]] bool is_blank_cell(std::string_view cell);

}  // namespace operations
