// From syntax to meaning: placeholders are looked up, then operands are checked, from left to right. The syntax must
// have passed check_vocabulary.
#pragma once

#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/expressions/ast.h"
#include "dynamodb/expressions/expression_context.h"
#include "dynamodb/expressions/syntax.h"

namespace dynamodb {

[[nodiscard]] Result<ConditionNode> bind_condition(const ConditionSyntax& syntax, ExpressionKind kind,
                                                   ExpressionContext& context);
[[nodiscard]] Result<UpdateNode> bind_update(const UpdateSyntax& syntax, ExpressionContext& context);
[[nodiscard]] Result<DocumentPath> bind_path(const PathSyntax& syntax, ExpressionKind kind, ExpressionContext& context);
[[nodiscard]] Result<AttributeValue> bind_value(const ValueSyntax& syntax, ExpressionKind kind,
                                                ExpressionContext& context);

// Overlapping paths (one is the beginning of another, or the same) and conflicting ones (a name where another has an
// index).
[[nodiscard]] Result<void> check_paths_disjoint(const std::vector<const DocumentPath*>& paths, ExpressionKind kind);

// The whole way from text to meaning, of ConditionExpression, FilterExpression and KeyConditionExpression.
[[nodiscard]] Result<ConditionNode> parse_condition_node(std::string_view text, ExpressionKind kind,
                                                         ExpressionContext& context);

}  // namespace dynamodb
