// Writes JSON by appending to one string: for answers, which are known to be well formed and are written a lot.
// (json::Writer checks nesting and copies its buffer at the end.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace wire {

class JsonText {
 public:
  explicit JsonText(std::size_t expected_bytes = 256) { text_.reserve(expected_bytes); }

  JsonText& begin_object() { return open('{'); }
  JsonText& end_object() { return close('}'); }
  JsonText& begin_array() { return open('['); }
  JsonText& end_array() { return close(']'); }
  // A member's name, any text; for fixed names there is raw_key.
  JsonText& key(std::string_view name);
  JsonText& string(std::string_view text);
  // Without a look for what needs an escape: names of members, numbers.
  JsonText& raw_key(std::string_view name);
  JsonText& plain_string(std::string_view text);
  JsonText& base64(std::string_view bytes);  // as a string
  JsonText& integer(std::int64_t value);
  // "0.5", "3.0"; must be finite
  JsonText& floating(double value);
  JsonText& boolean(bool value);
  // Text that stands in JSON as it is, such as "{\"NULL\":true}".
  JsonText& raw(std::string_view json) {
    separate();
    text_ += json;
    return *this;
  }

  // A member of text, when there is one to write.
  JsonText& member(std::string_view name, std::string_view text) { return raw_key(name).string(text); }
  template <class Optional>
  JsonText& optional_member(std::string_view name, const Optional& text) {
    if (text) member(name, *text);
    return *this;
  }

  [[nodiscard]] std::string take() && { return std::move(text_); }

 private:
  JsonText& open(char bracket) {
    separate();
    text_ += bracket;
    needs_comma_ = false;
    return *this;
  }
  JsonText& close(char bracket) {
    text_ += bracket;
    needs_comma_ = true;
    return *this;
  }
  void separate() {
    if (needs_comma_) text_ += ',';
    needs_comma_ = true;
  }
  void append_quoted(std::string_view text);

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace wire
