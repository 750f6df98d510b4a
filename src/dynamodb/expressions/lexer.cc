#include "dynamodb/expressions/lexer.h"

#include <algorithm>
#include <array>

namespace dynamodb {
namespace {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_name_part(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}
constexpr bool is_utf8_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

struct Word {
  std::string_view text;  // lower case
  TokenKind kind;
};
constexpr std::array<Word, 9> words{{{"and", TokenKind::word_and},
                                     {"or", TokenKind::word_or},
                                     {"not", TokenKind::word_not},
                                     {"between", TokenKind::word_between},
                                     {"in", TokenKind::word_in},
                                     {"set", TokenKind::word_set},
                                     {"remove", TokenKind::word_remove},
                                     {"add", TokenKind::word_add},
                                     {"delete", TokenKind::word_delete}}};

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case, {},
                            [](char c) { return is_letter(c) ? static_cast<char>(c | 0x20) : c; });
}

}  // namespace

Token Lexer::take(TokenKind kind, std::size_t size) {
  Token token{kind, text_.substr(position_, size)};
  position_ += token.text.size();
  return token;
}

Token Lexer::take_word() {
  std::size_t end = position_;
  while (end < text_.size() && is_name_part(text_[end])) ++end;
  std::string_view text = text_.substr(position_, end - position_);
  for (const Word& word : words) {
    if (equals_ignoring_case(text, word.text)) return take(word.kind, text.size());
  }
  return take(TokenKind::identifier, text.size());
}

Token Lexer::take_placeholder(TokenKind kind) {
  std::size_t end = position_ + 1;
  while (end < text_.size() && is_name_part(text_[end])) ++end;
  std::size_t size = end - position_;
  return take(size > 1 ? kind : TokenKind::unknown, size);
}

Token Lexer::take_comparator() {
  char first = text_[position_];
  char second = position_ + 1 < text_.size() ? text_[position_ + 1] : '\0';
  if (first == '<') {
    if (second == '>') return take(TokenKind::not_equal, 2);
    return second == '=' ? take(TokenKind::less_equal, 2) : take(TokenKind::less, 1);
  }
  if (first == '>') return second == '=' ? take(TokenKind::greater_equal, 2) : take(TokenKind::greater, 1);
  return take(TokenKind::equal, 1);
}

Token Lexer::take_unknown() {
  std::size_t end = position_ + 1;
  while (end < text_.size() && is_utf8_continuation(text_[end])) ++end;
  return take(TokenKind::unknown, end - position_);
}

Token Lexer::next() {
  while (position_ < text_.size() && is_space(text_[position_])) ++position_;
  if (position_ == text_.size()) return take(TokenKind::end, 0);
  char first = text_[position_];
  if (is_letter(first)) return take_word();
  if (is_digit(first)) {
    std::size_t end = position_ + 1;
    // A leading zero stands alone, so that a[01] is an error as on the service.
    while (first != '0' && end < text_.size() && is_digit(text_[end])) ++end;
    return take(TokenKind::integer, end - position_);
  }
  switch (first) {
    case '#':
      return take_placeholder(TokenKind::name_placeholder);
    case ':':
      return take_placeholder(TokenKind::value_placeholder);
    case '(':
      return take(TokenKind::left_parenthesis, 1);
    case ')':
      return take(TokenKind::right_parenthesis, 1);
    case '[':
      return take(TokenKind::left_bracket, 1);
    case ']':
      return take(TokenKind::right_bracket, 1);
    case '.':
      return take(TokenKind::dot, 1);
    case ',':
      return take(TokenKind::comma, 1);
    case '+':
      return take(TokenKind::plus, 1);
    case '-':
      return take(TokenKind::minus, 1);
    case '=':
    case '<':
    case '>':
      return take_comparator();
    default:
      return take_unknown();
  }
}

}  // namespace dynamodb
