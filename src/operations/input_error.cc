#include "operations/input_error.h"

#include <fmt/format.h>

#include "operations/limits.h"
#include "operations/utf8.h"

namespace operations {

std::string describe(std::string_view file_name, const InputError& error) {
  if (error.line == 0) return fmt::format("{}: {}", file_name, error.message);
  return fmt::format("{}, line {}: {}", file_name, error.line, error.message);
}

std::string quoted(std::string_view cell) {
  std::string text{utf8_prefix(cell, limits::quoted_cell_characters_max)};
  for (char& character : text) {
    if (static_cast<unsigned char>(character) < 0x20 || character == 0x7f) character = '?';
  }
  return fmt::format("'{}{}'", text, text.size() < cell.size() ? "…" : "");
}

}  // namespace operations
