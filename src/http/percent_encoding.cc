#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/ascii.h"
#include "http/message.h"
#include "http/utf8.h"

namespace http {
namespace {

int hex_value(char digit) {
  return is_digit(digit) ? digit - '0' : to_lower(digit) - 'a' + 10;
}

bool is_escape_at(std::string_view text, std::size_t position) {
  return position + 2 < text.size() && is_hex_digit(text[position + 1]) && is_hex_digit(text[position + 2]);
}

struct Decoded {
  std::string text;
  bool malformed = false;
};

// Malformed escapes stay in the text as they are.
Decoded decode(std::string_view text, bool plus_is_space) {
  Decoded decoded;
  decoded.text.reserve(text.size());
  for (std::size_t position = 0; position < text.size(); ++position) {
    const char letter = text[position];
    if (letter == '+' && plus_is_space) {
      decoded.text.push_back(' ');
    } else if (letter != '%') {
      decoded.text.push_back(letter);
    } else if (is_escape_at(text, position)) {
      decoded.text.push_back(static_cast<char>(hex_value(text[position + 1]) * 16 + hex_value(text[position + 2])));
      position += 2;
    } else {
      decoded.malformed = true;
      decoded.text.push_back(letter);
    }
  }
  return decoded;
}

// What would not be UTF-8 stays as it was sent, so that a handler sees text in any case.
std::string decode_query_part(std::string_view text) {
  std::string decoded = decode(text, true).text;
  if (is_utf8(decoded)) return decoded;
  return is_utf8(text) ? std::string(text) : std::string();
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  Decoded decoded = decode(text, plus_is_space);
  if (decoded.malformed || !is_utf8(decoded.text)) return std::nullopt;
  return std::move(decoded.text);
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view query_string) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query_string.empty()) {
    const std::size_t end = query_string.find('&');
    const std::string_view part = query_string.substr(0, end);
    query_string = end == std::string_view::npos ? std::string_view() : query_string.substr(end + 1);
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
    pairs.emplace_back(decode_query_part(part.substr(0, equals)), decode_query_part(value));
  }
  return pairs;
}

}  // namespace http
