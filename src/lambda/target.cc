#include "lambda/target.h"

#include "http/ascii.h"

namespace lambda {
namespace {

constexpr std::string_view sub_delimiters_and_others = "!$&'()*+,;=:@/";

bool is_unreserved(char letter) {
  return http::is_alphanumeric(letter) || letter == '-' || letter == '.' || letter == '_' || letter == '~';
}

void append_escape(std::string& text, char letter) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(letter);
  text += '%';
  text += digits[byte >> 4U];
  text += digits[byte & 15U];
}

bool is_escape_at(std::string_view text, std::size_t position) {
  return text[position] == '%' && position + 2 < text.size() && http::is_hex_digit(text[position + 1]) &&
         http::is_hex_digit(text[position + 2]);
}

std::string encode(std::string_view text, std::string_view also_allowed) {
  std::string encoded;
  encoded.reserve(text.size());
  for (std::size_t position = 0; position < text.size(); ++position) {
    const char letter = text[position];
    const bool is_kept = is_unreserved(letter) || sub_delimiters_and_others.contains(letter) ||
                         also_allowed.contains(letter) || is_escape_at(text, position);
    if (is_kept) {
      encoded += letter;
    } else {
      append_escape(encoded, letter);
    }
  }
  return encoded;
}

void append_component(std::string& text, std::string_view component) {
  for (const char letter : component) {
    if (is_unreserved(letter)) {
      text += letter;
    } else {
      append_escape(text, letter);
    }
  }
}

}  // namespace

std::string encode_path(std::string_view path) {
  std::string encoded = encode(path, "");
  if (!encoded.starts_with('/')) encoded.insert(0, "/");
  return encoded;
}

std::string encode_query(std::string_view query) {
  return encode(query, "?");
}

void append_decoded_parameter(std::string& query, std::string_view name, std::string_view value) {
  if (!query.empty()) query += '&';
  append_component(query, name);
  query += '=';
  append_component(query, value);
}

std::string_view without_stage(std::string_view path, std::string_view stage) {
  if (stage.empty() || stage == "$default" || !path.starts_with('/')) return path;
  if (!path.substr(1).starts_with(stage)) return path;
  const std::string_view rest = path.substr(1 + stage.size());
  return rest.empty() || rest.starts_with('/') ? rest : path;
}

}  // namespace lambda
