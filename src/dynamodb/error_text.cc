#include "dynamodb/error_text.h"

#include <cstddef>
#include <utility>

namespace dynamodb::errors {
namespace {

constexpr std::size_t repeated_text_bytes_max = 1024;

}  // namespace

Error make_error(ErrorCode code, std::string message) {
  Error error;
  error.code = code;
  error.message = std::move(message);
  return error;
}

std::string concatenate(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) {
    text += part;
  }
  return text;
}

std::string bracketed_list(const std::vector<std::string>& members) {
  std::string text = "[";
  for (const std::string& member : members) {
    text += text.size() > 1 ? ", " : "";
    text += member;
  }
  return text + "]";
}

std::string_view shortened(std::string_view text) {
  if (text.size() <= repeated_text_bytes_max) {
    return text;
  }
  std::size_t end = repeated_text_bytes_max;
  const auto continues_a_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
  while (end > 0 && continues_a_character(text[end])) {
    --end;
  }
  return text.substr(0, end);
}

}  // namespace dynamodb::errors
