#include "partiql/lexer.h"

#include <array>

namespace partiql {
namespace {

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}
bool begins_word(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_' ||
         character == '$';
}
bool is_space(char character) {
  return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::optional<std::vector<Token>> read() {
    std::vector<Token> tokens;
    while (true) {
      skip_space_and_comments();
      Token token{
          .kind = TokenKind::end, .text = {}, .line = line_, .column = position_ - line_start_ + 1, .length = 0};
      const std::size_t start = position_;
      if (start == text_.size()) {
        tokens.push_back(std::move(token));
        return tokens;
      }
      if (!take(token)) return std::nullopt;
      token.length = position_ - start;
      tokens.push_back(std::move(token));
    }
  }

 private:
  [[nodiscard]] char at(std::size_t offset) const {
    return position_ + offset < text_.size() ? text_[position_ + offset] : '\0';
  }

  void advance() {
    if (text_[position_++] == '\n') {
      ++line_;
      line_start_ = position_;
    }
  }

  void skip_space_and_comments() {
    while (position_ < text_.size()) {
      if (at(0) == '-' && at(1) == '-') {
        while (position_ < text_.size() && at(0) != '\n') advance();
      } else if (is_space(at(0))) {
        advance();
      } else {
        return;
      }
    }
  }

  bool take(Token& token) {
    const char first = at(0);
    if (first == '\'' || first == '"') return take_quoted(token, first);
    if (is_digit(first)) return take_number(token);
    if (begins_word(first)) return take_word(token);
    return take_symbol(token);
  }

  // A quote stands in it twice.
  bool take_quoted(Token& token, char quote) {
    token.kind = quote == '"' ? TokenKind::quoted_name : TokenKind::string;
    advance();
    while (position_ < text_.size()) {
      if (at(0) == quote) {
        advance();
        if (at(0) != quote || position_ == text_.size()) return true;
      }
      token.text += at(0);
      advance();
    }
    return false;
  }

  void take_digits(Token& token) {
    while (is_digit(at(0))) take_character(token);
  }
  void take_character(Token& token) {
    token.text += at(0);
    ++position_;
  }

  bool take_number(Token& token) {
    token.kind = TokenKind::number;
    take_digits(token);
    if (at(0) == '.' && is_digit(at(1))) {
      take_character(token);
      take_digits(token);
    }
    const bool has_sign = at(1) == '+' || at(1) == '-';
    if ((at(0) == 'e' || at(0) == 'E') && is_digit(at(has_sign ? 2 : 1))) {
      take_character(token);
      if (has_sign) take_character(token);
      take_digits(token);
    }
    return !begins_word(at(0));
  }

  bool take_word(Token& token) {
    token.kind = TokenKind::word;
    while (begins_word(at(0)) || is_digit(at(0))) take_character(token);
    return true;
  }

  bool take_symbol(Token& token) {
    static constexpr std::array<std::string_view, 7> pairs{"<<", ">>", "<=", ">=", "<>", "!=", "||"};
    token.kind = TokenKind::symbol;
    const auto next_two = text_.substr(position_, 2);
    for (const auto pair : pairs) {
      if (next_two != pair) continue;
      token.text = pair;
      position_ += 2;
      return true;
    }
    static constexpr std::string_view singles = "*,.()[]{}:?=<>+-/%;";
    if (singles.find(at(0)) == std::string_view::npos) return false;
    take_character(token);
    return true;
  }

  std::string_view text_;
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  std::size_t line_start_ = 0;
};

}  // namespace

std::optional<std::vector<Token>> tokens_of(std::string_view statement) {
  return Lexer(statement).read();
}

std::string position_of(const Token& token) {
  return std::to_string(token.line) + ":" + std::to_string(token.column) + ":" + std::to_string(token.length);
}

}  // namespace partiql
