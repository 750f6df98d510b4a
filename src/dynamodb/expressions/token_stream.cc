#include "dynamodb/expressions/token_stream.h"

#include "dynamodb/expressions/expression_errors.h"
#include "dynamodb/expressions/parser.h"
#include "dynamodb/limits.h"

namespace dynamodb {

Token TokenStream::take() {
  Token taken = current_;
  previous_ = taken.text;
  current_ = lexer_.next();
  return taken;
}

bool TokenStream::accept(TokenKind kind) {
  if (!at(kind) || kind == TokenKind::end) return false;
  take();
  return true;
}

std::string_view TokenStream::expect(TokenKind kind) {
  if (at(kind)) return kind == TokenKind::end ? std::string_view() : take().text;
  fail_here();
  return {};
}

// The service shows the failing token with the one before and the one after it, as they stand in the text.
void TokenStream::fail_here() {
  if (failed()) return;
  const char* begin = previous_.data() == nullptr ? text_.data() : previous_.data();
  const char* end = text_.data() + text_.size();
  if (!at(TokenKind::end)) {
    Token following = lexer_.next();
    end = following.text.data() + following.text.size();
  }
  failure_ = Failure{at(TokenKind::end) ? "<EOF>" : current_.text, std::string_view(begin, end)};
  stop();
}

void TokenStream::fail_with_redundant_parentheses() {
  if (failed()) return;
  redundant_parentheses_ = true;
  stop();
}

void TokenStream::stop() {
  lexer_ = Lexer(text_.substr(text_.size()));
  current_ = lexer_.next();
}

bool TokenStream::enter_level() {
  if (++nesting_ <= expression_nesting_max) return true;
  if (!failed()) {
    too_deep_ = true;
    stop();
  }
  return false;
}

Result<void> TokenStream::check(ExpressionKind kind) const {
  if (failure_) return std::unexpected(expression_errors::syntax_error(kind, failure_->token, failure_->near));
  if (too_deep_ && operator_count_ > limits::expression_operators_max) {
    return std::unexpected(expression_errors::too_many_operators(kind, operator_count_));
  }
  if (too_deep_ || redundant_parentheses_) return std::unexpected(expression_errors::redundant_parentheses(kind));
  return {};
}

Result<void> check_expression_size(std::string_view text, ExpressionKind kind, const ExpressionContext& context) {
  if (text.empty()) return std::unexpected(expression_errors::empty_expression(kind));
  if (text.size() > limits::expression_bytes_max && !context.made_of_legacy_parameters()) {
    return std::unexpected(expression_errors::expression_too_long(kind, text.size()));
  }
  return {};
}

namespace {

PathElementSyntax parse_name(TokenStream& tokens) {
  if (tokens.at(TokenKind::name_placeholder)) return {PathElementSyntax::Kind::placeholder, tokens.take().text};
  return {PathElementSyntax::Kind::name, tokens.expect(TokenKind::identifier)};
}

// What follows a path's first name.
PathSyntax parse_path_after(PathElementSyntax first, TokenStream& tokens) {
  PathSyntax path;
  path.elements.push_back(first);
  while (true) {
    if (tokens.accept(TokenKind::dot)) {
      path.elements.push_back(parse_name(tokens));
    } else if (tokens.accept(TokenKind::left_bracket)) {
      path.elements.push_back({PathElementSyntax::Kind::index, tokens.expect(TokenKind::integer)});
      tokens.expect(TokenKind::right_bracket);
    } else {
      return path;
    }
  }
}

FunctionSyntax parse_function_after(std::string_view name, TokenStream& tokens) {
  FunctionSyntax function{name, {}};
  tokens.count_operator();
  tokens.expect(TokenKind::left_parenthesis);
  TokenStream::Level level(tokens);
  if (!level) return function;
  do {
    function.arguments.push_back(parse_operand(tokens).operand);
  } while (tokens.accept(TokenKind::comma));
  tokens.expect(TokenKind::right_parenthesis);
  return function;
}

}  // namespace

PathSyntax parse_path(TokenStream& tokens) {
  return parse_path_after(parse_name(tokens), tokens);
}

OperandSyntax parse_bare_operand(TokenStream& tokens) {
  if (tokens.at(TokenKind::value_placeholder)) return {ValueSyntax{tokens.take().text}};
  PathElementSyntax first = parse_name(tokens);
  if (first.kind == PathElementSyntax::Kind::name && tokens.at(TokenKind::left_parenthesis)) {
    return {parse_function_after(first.text, tokens)};
  }
  return {parse_path_after(first, tokens)};
}

ParsedOperand parse_operand(TokenStream& tokens) {
  if (!tokens.accept(TokenKind::left_parenthesis)) return {parse_bare_operand(tokens), false};
  TokenStream::Level level(tokens);
  if (!level) return {};
  ParsedOperand inner = parse_operand(tokens);
  tokens.expect(TokenKind::right_parenthesis);
  if (inner.parenthesised) tokens.fail_with_redundant_parentheses();
  inner.parenthesised = true;
  return inner;
}

}  // namespace dynamodb
