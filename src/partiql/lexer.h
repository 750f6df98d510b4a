// A statement's text to tokens. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace partiql {

enum class TokenKind { end, word, quoted_name, string, number, symbol };
struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;  // without quotes; a word as it was written
  std::size_t line = 1;
  std::size_t column = 1;  // in bytes, from 1
  std::size_t length = 0;  // as written
};

// All tokens, the last of them `end`; comments (-- to the end of the line) and spaces are left out. nullopt: a quote
// that does not end, or a character that begins no token.
[[nodiscard]] std::optional<std::vector<Token>> tokens_of(std::string_view statement);
// "line:column:length", as the service names a place.
[[nodiscard]] std::string position_of(const Token& token);

}  // namespace partiql
