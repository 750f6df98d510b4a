// ConditionExpression and FilterExpression.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/expressions/expression_context.h"

namespace dynamodb {

struct ConditionNode;  // expressions/ast.h

// Immutable, so it may be used by any number of threads; holds copies of the placeholder values it needs.
class Condition {
 public:
  explicit Condition(std::shared_ptr<const ConditionNode> root) : root_(std::move(root)) {}
  [[nodiscard]] bool evaluate(const Item& item) const;
  // Top-level attributes the condition names, sorted, each once: a filter on a key attribute is an error of Query.
  [[nodiscard]] std::vector<std::string> root_names() const;
  [[nodiscard]] const ConditionNode& root() const { return *root_; }

 private:
  std::shared_ptr<const ConditionNode> root_;
};

// `kind` is condition or filter. ValidationException in DynamoDB's words for everything that is wrong with the text.
[[nodiscard]] Result<Condition> parse_condition(std::string_view text, ExpressionKind kind, ExpressionContext& context);

}  // namespace dynamodb
