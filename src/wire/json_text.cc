#include "wire/json_text.h"

#include <array>
#include <charconv>
#include <cstring>

#include "json/writer.h"
#include "wire/base64.h"

namespace wire {
namespace {

bool needs_escape(char letter) {
  return static_cast<unsigned char>(letter) < 0x20U || letter == '"' || letter == '\\';
}

// Eight characters at once: whether one of them needs an escape. (A byte below n borrows into its top bit when n is
// taken off; a byte that equals c is zero after xor with c.)
bool one_needs_escape(std::uint64_t eight) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t tops = ones * 0x80U;
  const auto has_zero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & tops; };
  const std::uint64_t control = (eight - ones * 0x20U) & ~eight & tops;
  return (control | has_zero(eight ^ ones * '"') | has_zero(eight ^ ones * '\\')) != 0;
}

std::size_t length_without_escape(std::string_view text) {
  std::size_t length = 0;
  for (std::uint64_t eight = 0; length + sizeof eight <= text.size(); length += sizeof eight) {
    std::memcpy(&eight, text.data() + length, sizeof eight);
    if (one_needs_escape(eight)) break;
  }
  while (length < text.size() && !needs_escape(text[length])) {
    ++length;
  }
  return length;
}

void append_escape(char letter, std::string& text) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (letter) {
    case '"':
    case '\\':
      text += '\\';
      text += letter;
      return;
    case '\b':
      text += "\\b";
      return;
    case '\f':
      text += "\\f";
      return;
    case '\n':
      text += "\\n";
      return;
    case '\r':
      text += "\\r";
      return;
    case '\t':
      text += "\\t";
      return;
    default:
      text += "\\u00";
      text += hex[static_cast<unsigned char>(letter) >> 4U];
      text += hex[static_cast<unsigned char>(letter) & 0xFU];
      return;
  }
}

}  // namespace

void JsonText::append_quoted(std::string_view text) {
  text_ += '"';
  for (std::size_t run = length_without_escape(text); run < text.size(); run = length_without_escape(text)) {
    text_.append(text, 0, run);
    append_escape(text[run], text_);
    text.remove_prefix(run + 1);
  }
  text_ += text;
  text_ += '"';
}

JsonText& JsonText::key(std::string_view name) {
  separate();
  append_quoted(name);
  text_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::string(std::string_view text) {
  separate();
  append_quoted(text);
  return *this;
}

JsonText& JsonText::raw_key(std::string_view name) {
  separate();
  text_ += '"';
  text_ += name;
  text_ += "\":";
  needs_comma_ = false;
  return *this;
}

JsonText& JsonText::plain_string(std::string_view text) {
  separate();
  text_ += '"';
  text_ += text;
  text_ += '"';
  return *this;
}

JsonText& JsonText::base64(std::string_view bytes) {
  separate();
  text_ += '"';
  base64_encode(bytes, text_);
  text_ += '"';
  return *this;
}

JsonText& JsonText::integer(std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return raw(std::string_view(digits.data(), end.ptr));
}

JsonText& JsonText::floating(double value) {
  return raw(json::format_double(value));
}

JsonText& JsonText::boolean(bool value) {
  return raw(value ? "true" : "false");
}

}  // namespace wire
