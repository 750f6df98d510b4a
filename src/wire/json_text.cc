#include "wire/json_text.h"

#include <array>
#include <charconv>

#include "json/writer.h"
#include "wire/base64.h"

namespace wire {
namespace {

bool needs_escape(char letter) {
  return static_cast<unsigned char>(letter) < 0x20U || letter == '"' || letter == '\\';
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
  std::size_t run = 0;  // where the characters begin that are not appended yet
  for (std::size_t index = 0; index < text.size(); ++index) {
    if (!needs_escape(text[index])) continue;
    text_.append(text, run, index - run);
    append_escape(text[index], text_);
    run = index + 1;
  }
  text_.append(text, run);
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
