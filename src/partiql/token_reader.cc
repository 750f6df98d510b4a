#include "partiql/token_reader.h"

#include <charconv>

#include "dynamodb/errors.h"
#include "partiql/keywords.h"

namespace partiql {
namespace {

namespace errors = dynamodb::errors;

constexpr std::size_t depth_max = 64;

}  // namespace

std::string capitals_of(std::string_view word) {
  std::string capitals(word);
  for (char& character : capitals) {
    if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
  }
  return capitals;
}

TokenReader::TokenReader(std::string_view statement, const dynamodb::StatementParameters& parameters)
    : statement_(statement), parameters_(parameters) {
  auto tokens = tokens_of(statement);
  if (tokens) {
    tokens_ = std::move(*tokens);
  } else {
    tokens_.emplace_back();
    malformed();
  }
}

const Token& TokenReader::peek(std::size_t offset) const {
  if (error_) return tokens_.back();
  return tokens_[std::min(position_ + offset, tokens_.size() - 1)];
}

Token TokenReader::take() {
  Token token = peek();
  if (!error_ && position_ + 1 < tokens_.size()) ++position_;
  return token;
}

bool TokenReader::is_word(std::string_view word, std::size_t offset) const {
  const Token& token = peek(offset);
  return token.kind == TokenKind::word && capitals_of(token.text) == word;
}

bool TokenReader::is_symbol(std::string_view symbol, std::size_t offset) const {
  const Token& token = peek(offset);
  return token.kind == TokenKind::symbol && token.text == symbol;
}

bool TokenReader::take_word(std::string_view word) {
  if (!is_word(word)) return false;
  take();
  return true;
}

bool TokenReader::take_symbol(std::string_view symbol) {
  if (!is_symbol(symbol)) return false;
  take();
  return true;
}

void TokenReader::expect_word(std::string_view word) {
  if (!take_word(word)) malformed();
}

void TokenReader::expect_symbol(std::string_view symbol) {
  if (!take_symbol(symbol)) malformed();
}

bool TokenReader::is_name() const {
  const Token& token = peek();
  if (token.kind == TokenKind::quoted_name) return !token.text.empty();  // no attribute and no table is named ""
  return token.kind == TokenKind::word && !is_keyword(capitals_of(token.text));
}

std::string TokenReader::take_name() {
  if (!is_name()) {
    malformed();
    return {};
  }
  return take().text;
}

dynamodb::DocumentPath TokenReader::take_path() {
  dynamodb::DocumentPath path;
  path.elements.emplace_back(take_name());
  while (true) {
    if (take_symbol(".")) {
      path.elements.emplace_back(take_name());
    } else if (take_symbol("[")) {
      const Token step = take();
      std::size_t index = 0;
      const char* const end = step.text.data() + step.text.size();
      if (step.kind == TokenKind::string && !step.text.empty()) {
        path.elements.emplace_back(step.text);
      } else if (step.kind == TokenKind::number &&
                 std::from_chars(step.text.data(), end, index) == std::from_chars_result{end, std::errc{}}) {
        path.elements.emplace_back(index);
      } else {
        malformed();
      }
      expect_symbol("]");
    } else {
      return path;
    }
  }
}

dynamodb::AttributeValue TokenReader::take_parameter() {
  const std::size_t index = parameters_taken_++;
  if (!parameters_ || index >= parameters_->size()) {
    fail(errors::statement_parameters_do_not_match());
    return {};
  }
  return (*parameters_)[index];
}

void TokenReader::enter() {
  if (++depth_ > depth_max) malformed();
}

void TokenReader::fail(dynamodb::Error error) {
  if (!error_) error_ = std::move(error);
}

void TokenReader::malformed() {
  fail(errors::statement_not_well_formed(statement_));
}

std::optional<dynamodb::Error> TokenReader::error() const {
  if (error_) return error_;
  if (parameters_ && parameters_taken_ < parameters_->size()) return errors::statement_parameters_do_not_match();
  return std::nullopt;
}

}  // namespace partiql
