#include "operations/spreadsheet_text.h"

namespace operations {
namespace {

// Also behind apostrophes that were there before: else a note that really begins with '= would come back as =.
bool begins_a_formula(std::string_view text) {
  const std::size_t first = text.find_first_not_of('\'');
  return first != std::string_view::npos && std::string_view("=+-@\t\r\n").contains(text[first]);
}

}  // namespace

std::string guarded(std::string_view text) {
  std::string result = begins_a_formula(text) ? "'" : "";
  return result.append(text);
}

std::string_view unguarded(std::string_view text) {
  if (text.starts_with('\'') && begins_a_formula(text)) text.remove_prefix(1);
  return text;
}

}  // namespace operations
