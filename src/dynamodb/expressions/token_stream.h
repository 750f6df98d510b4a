// The tokens of one expression, and what every parser needs beside them: the first syntax error, nesting, parentheses.
#pragma once

#include <optional>
#include <string_view>

#include "dynamodb/error.h"
#include "dynamodb/expressions/expression_context.h"
#include "dynamodb/expressions/lexer.h"
#include "dynamodb/expressions/syntax.h"
#include "dynamodb/limits.h"

namespace dynamodb {

// An error is remembered, not returned: from then on the stream stands at its end, so that every loop of a parser
// stops and its (incomplete) result is thrown away by check().
class TokenStream {
 public:
  explicit TokenStream(std::string_view text) : text_(text), lexer_(text), current_(lexer_.next()) {}

  [[nodiscard]] const Token& current() const { return current_; }
  [[nodiscard]] bool at(TokenKind kind) const { return current_.kind == kind; }
  Token take();
  // Takes the token if it is of that kind.
  bool accept(TokenKind kind);
  // Takes it, or fails here.
  std::string_view expect(TokenKind kind);
  // A syntax error at the current token.
  void fail_here();

  // Counts to one above the limit: that is the number the service names, however many there are.
  void count_operator() {
    if (operator_count_ <= limits::expression_operators_max) ++operator_count_;
  }
  [[nodiscard]] std::size_t operator_count() const { return operator_count_; }
  // An error as a syntax error is: the first of them counts.
  void fail_with_redundant_parentheses();

  // One level of parentheses or of a function's arguments; converts to false, with the stream at its end, where that
  // is one level too many.
  class Level {
   public:
    explicit Level(TokenStream& stream) : stream_(stream), entered_(stream.enter_level()) {}
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    ~Level() { --stream_.nesting_; }
    explicit operator bool() const { return entered_; }

   private:
    TokenStream& stream_;
    bool entered_;
  };

  // After the last token was expected: the first of the errors.
  [[nodiscard]] Result<void> check(ExpressionKind kind) const;

 private:
  struct Failure {
    std::string_view token;
    std::string_view near;
  };
  bool enter_level();
  [[nodiscard]] bool failed() const { return failure_ || redundant_parentheses_ || too_deep_; }
  void stop();

  std::string_view text_;
  Lexer lexer_;
  std::string_view previous_;  // empty (and null) at the first token
  Token current_;
  std::optional<Failure> failure_;
  bool redundant_parentheses_ = false;
  bool too_deep_ = false;
  std::size_t operator_count_ = 0;
  std::size_t nesting_ = 0;
};

// An operand as a parser holds it while the parentheses around it are counted.
struct ParsedOperand {
  OperandSyntax operand;
  bool parenthesised = false;
};

[[nodiscard]] PathSyntax parse_path(TokenStream& tokens);
// A path, a value or a function, perhaps in parentheses.
[[nodiscard]] ParsedOperand parse_operand(TokenStream& tokens);
// The same where no parenthesis stands before it.
[[nodiscard]] OperandSyntax parse_bare_operand(TokenStream& tokens);
// An empty or too long text.
[[nodiscard]] Result<void> check_expression_size(std::string_view text, ExpressionKind kind,
                                                 const ExpressionContext& context);

}  // namespace dynamodb
