// UpdateExpression.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "dynamodb/expressions/document_path.h"
#include "dynamodb/expressions/expression_context.h"

namespace dynamodb {

struct UpdateNode;  // expressions/ast.h

// Immutable, so it may be used by any number of threads; holds copies of the placeholder values it needs.
class Update {
 public:
  explicit Update(std::shared_ptr<const UpdateNode> root) : root_(std::move(root)) {}
  // The item after the update; `item` is empty but for the keys where no item existed. All right-hand sides read the
  // item as it was before. ValidationException when an operand is missing or of the wrong type, a path does not exist,
  // or a number leaves its range. Does not check the result's size, depth or keys (key.h: validate_item).
  [[nodiscard]] Result<Item> apply(const Item& item) const;
  // Every path the update writes, in the order of the text: for the key check, UPDATED_OLD and UPDATED_NEW.
  [[nodiscard]] std::vector<DocumentPath> written_paths() const;
  // What a lone UpdateItem counts on top of the item without its key, in its 400 KB limit (measured against the
  // service): 3 bytes, and for each action that writes a value 19, one that takes away 2, one more through a list's
  // position, 50 more with arithmetic.
  [[nodiscard]] std::size_t size_cost_bytes() const;
  [[nodiscard]] const UpdateNode& root() const { return *root_; }

 private:
  std::shared_ptr<const UpdateNode> root_;
};
[[nodiscard]] Result<Update> parse_update(std::string_view text, ExpressionContext& context);

}  // namespace dynamodb
