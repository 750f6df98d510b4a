// The tokens of one statement, for the parsers. The first failure stays: from then on there is nothing more to read, so
// that a parser need not look after each step.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/expressions/document_path.h"
#include "dynamodb/statement_requests.h"
#include "partiql/lexer.h"

namespace partiql {

class TokenReader {
 public:
  // The statement and the parameters outlive the reader.
  TokenReader(std::string_view statement, const dynamodb::StatementParameters& parameters);

  [[nodiscard]] const Token& peek(std::size_t offset = 0) const;
  Token take();
  [[nodiscard]] bool at_end() const { return peek().kind == TokenKind::end; }

  // Words in any case; `word` is in capitals.
  [[nodiscard]] bool is_word(std::string_view word, std::size_t offset = 0) const;
  [[nodiscard]] bool is_symbol(std::string_view symbol, std::size_t offset = 0) const;
  bool take_word(std::string_view word);
  bool take_symbol(std::string_view symbol);
  void expect_word(std::string_view word);
  void expect_symbol(std::string_view symbol);

  // A word that is no keyword, or a quoted name.
  [[nodiscard]] bool is_name() const;
  std::string take_name();
  // a.b[0]."c"['d']
  dynamodb::DocumentPath take_path();
  // Behind a "?".
  dynamodb::AttributeValue take_parameter();

  // Brackets and parentheses within each other; over the limit, which is ours, the statement is not well formed. Each
  // enter() has its leave().
  void enter();
  void leave() { --depth_; }

  void fail(dynamodb::Error error);
  void malformed();
  // The failure; or that there are more parameters than were taken.
  [[nodiscard]] std::optional<dynamodb::Error> error() const;

 private:
  std::string_view statement_;
  const dynamodb::StatementParameters& parameters_;
  std::vector<Token> tokens_;
  std::size_t position_ = 0;
  std::size_t parameters_taken_ = 0;
  std::size_t depth_ = 0;
  std::optional<dynamodb::Error> error_;
};

// "SELECT" of "select".
[[nodiscard]] std::string capitals_of(std::string_view word);

}  // namespace partiql
