// ProjectionExpression.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html
#pragma once

#include <string_view>
#include <vector>

#include "dynamodb/expressions/document_path.h"
#include "dynamodb/expressions/expression_context.h"

namespace dynamodb {

class ProjectionPaths {
 public:
  explicit ProjectionPaths(std::vector<DocumentPath> paths) : paths_(std::move(paths)) {}
  [[nodiscard]] Item apply(const Item& item) const;
  [[nodiscard]] const std::vector<DocumentPath>& paths() const { return paths_; }

 private:
  std::vector<DocumentPath> paths_;
};
[[nodiscard]] Result<ProjectionPaths> parse_projection(std::string_view text, ExpressionContext& context);

// What an item keeps of `paths` (also for UPDATED_OLD and UPDATED_NEW). Of lists only the named elements stay, in
// their order and without gaps. No path may be the beginning of another.
[[nodiscard]] Item project(const Item& item, const std::vector<DocumentPath>& paths);

}  // namespace dynamodb
