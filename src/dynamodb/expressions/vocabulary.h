// The first checks of a parsed expression, those that need no placeholder: reserved words, list indexes, functions and
// where they may stand. The service makes them all, from left to right, before it looks at any operand.
#pragma once

#include <string_view>

#include "dynamodb/error.h"
#include "dynamodb/expressions/expression_context.h"
#include "dynamodb/expressions/syntax.h"

namespace dynamodb {

// Function names are case-sensitive.
enum class Function {
  attribute_exists,
  attribute_not_exists,
  attribute_type,
  begins_with,
  contains,
  size,
  if_not_exists,
  list_append
};
// The name must be a function's, as it is behind check_vocabulary.
[[nodiscard]] Function function_named(std::string_view name);
[[nodiscard]] std::string_view function_name(Function function);
[[nodiscard]] std::size_t operand_count(Function function);

[[nodiscard]] Result<void> check_vocabulary(const ConditionSyntax& condition, ExpressionKind kind);
[[nodiscard]] Result<void> check_vocabulary(const UpdateSyntax& update);
[[nodiscard]] Result<void> check_vocabulary(const PathSyntax& path, ExpressionKind kind);

}  // namespace dynamodb
