// Text to tokens, one at a time. Nothing is copied: a token views the text, which must outlive it.
#pragma once

#include <string_view>

namespace dynamodb {

enum class TokenKind {
  end,
  identifier,         // [A-Za-z][A-Za-z0-9_]* that is none of the words below
  name_placeholder,   // #[A-Za-z0-9_]+
  value_placeholder,  // :[A-Za-z0-9_]+
  integer,            // 0 or [1-9][0-9]*
  left_parenthesis,
  right_parenthesis,
  left_bracket,
  right_bracket,
  dot,
  comma,
  plus,
  minus,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  // Words in any case; no attribute can be named so, in no kind of expression.
  word_and,
  word_or,
  word_not,
  word_between,
  word_in,
  word_set,
  word_remove,
  word_add,
  word_delete,
  unknown,  // one character (a whole UTF-8 sequence) that begins no token
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;  // at the end: empty, but pointing behind the last byte
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}
  // Behind the last token: end, however often it is asked.
  [[nodiscard]] Token next();

 private:
  [[nodiscard]] Token take(TokenKind kind, std::size_t size);
  [[nodiscard]] Token take_word();
  [[nodiscard]] Token take_placeholder(TokenKind kind);
  [[nodiscard]] Token take_comparator();
  [[nodiscard]] Token take_unknown();

  std::string_view text_;
  std::size_t position_ = 0;
};

}  // namespace dynamodb
