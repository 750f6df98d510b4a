// Text to syntax trees, by recursive descent. Errors: an empty or too long text, a syntax error, redundant parentheses.
#pragma once

#include <string_view>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/expressions/expression_context.h"
#include "dynamodb/expressions/syntax.h"
#include "dynamodb/limits.h"

namespace dynamodb {

// How deep parentheses and functions may nest. An expression that keeps the limit of operators and has no redundant
// parentheses stays below two levels per operator, so a deeper one is an error anyway; this keeps the stacks of parser,
// evaluator and destructors bounded.
inline constexpr std::size_t expression_nesting_max = 2 * limits::expression_operators_max + 1;

template <class Syntax>
struct Parsed {
  Syntax syntax;
  std::size_t operator_count = 0;  // comparators, logical operators, functions, + and -
};

// Also KeyConditionExpression, by its kind.
[[nodiscard]] Result<Parsed<ConditionSyntax>> parse_condition_syntax(std::string_view text, ExpressionKind kind);
[[nodiscard]] Result<Parsed<UpdateSyntax>> parse_update_syntax(std::string_view text);
[[nodiscard]] Result<std::vector<PathSyntax>> parse_projection_syntax(std::string_view text);

}  // namespace dynamodb
