// Walks over one short text from left to right. Every step either takes something or changes nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "operations/utf8.h"

namespace operations {

class TextScanner {
 public:
  explicit TextScanner(std::string_view text) : rest_(trimmed(text)) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  [[nodiscard]] std::string_view rest() const { return rest_; }

  bool accept(char character) {
    if (peek() != character || at_end()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool skip_spaces() {
    const auto kept = rest_.size();
    while (!rest_.empty()) {
      const std::size_t character = utf8_character_bytes(rest_.substr(0, 4));
      if (character == 0 || !trimmed(rest_.substr(0, character)).empty()) break;
      rest_.remove_prefix(character);
    }
    return rest_.size() != kept;
  }
  // A run of up to nine digits.
  struct Digits {
    int value = 0;
    std::size_t count = 0;
  };
  std::optional<Digits> digits() {
    Digits result;
    while (result.count < rest_.size() && rest_[result.count] >= '0' && rest_[result.count] <= '9') {
      if (result.count == digits_max) return std::nullopt;
      result.value = result.value * 10 + (rest_[result.count++] - '0');
    }
    if (result.count == 0) return std::nullopt;
    rest_.remove_prefix(result.count);
    return result;
  }
  // A run of letters in lower case (everything beyond ASCII but spaces counts as a letter); empty when there is none.
  std::string word() {
    std::size_t length = 0;
    while (length < rest_.size()) {
      const std::string_view character = rest_.substr(length, utf8_character_bytes(rest_.substr(length, 4)));
      const bool letter =
          character.size() > 1 || (!character.empty() && ((character[0] >= 'a' && character[0] <= 'z') ||
                                                          (character[0] >= 'A' && character[0] <= 'Z')));
      if (!letter || trimmed(character).empty()) break;
      length += character.size();
    }
    const std::string result = lower_case(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return result;
  }

 private:
  static constexpr std::size_t digits_max = 9;
  std::string_view rest_;
};

}  // namespace operations
