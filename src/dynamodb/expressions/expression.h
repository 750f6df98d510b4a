// The expression language: parse once (errors as DynamoDB words them), evaluate many times. Everything here is pure.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html
//
//   ExpressionContext context(attributes);                       // checks the placeholders' own form
//   auto condition = parse_condition(text, ExpressionKind::condition, context);
//   auto update = parse_update(other_text, context);
//   if (auto unused = context.check_all_used(); !unused) …       // after every expression of the request is parsed
//   condition->evaluate(item); update->apply(item);
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dynamodb/attribute_value.h"
#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "dynamodb/table.h"

namespace dynamodb {

// a.b[3].c; the first element is always a name.
struct DocumentPath {
  std::vector<std::variant<std::string, std::size_t>> elements;
  [[nodiscard]] const std::string& root() const { return std::get<std::string>(elements.front()); }
  [[nodiscard]] bool is_top_level() const { return elements.size() == 1; }
  friend bool operator==(const DocumentPath&, const DocumentPath&) = default;
};
// The value at the path, or nullptr.
[[nodiscard]] const AttributeValue* resolve(const DocumentPath& path, const Item& item);

// Which parameter an expression came in: part of every message ("Invalid FilterExpression: …").
enum class ExpressionKind { condition, filter, key_condition, projection, update };

// The placeholders of one request, and which of them its expressions have used.
class ExpressionContext {
 public:
  // Given attributes without any expression are an error too: pass has_expression = false then.
  [[nodiscard]] static Result<ExpressionContext> create(const ExpressionAttributes& attributes, bool has_expression);

  // For the parser: nullptr when undefined. A use is remembered.
  [[nodiscard]] const std::string* name(std::string_view placeholder);
  [[nodiscard]] const AttributeValue* value(std::string_view placeholder);

  // ValidationException that lists the placeholders no expression has used.
  [[nodiscard]] Result<void> check_all_used() const;

 private:
  ExpressionContext() = default;
  const ExpressionAttributes* attributes_ = nullptr;  // outlives the context
  std::set<std::string, std::less<>> used_names_;
  std::set<std::string, std::less<>> used_values_;
};

struct ConditionNode;  // expressions/ast.h
struct UpdateNode;

// ConditionExpression or FilterExpression. Immutable; holds copies of the placeholder values it needs.
class Condition {
 public:
  explicit Condition(std::shared_ptr<const ConditionNode> root) : root_(std::move(root)) {}
  [[nodiscard]] bool evaluate(const Item& item) const;
  // Top-level attributes the condition names: a filter on a key attribute is an error of Query.
  [[nodiscard]] std::vector<std::string> root_names() const;

 private:
  std::shared_ptr<const ConditionNode> root_;
};
[[nodiscard]] Result<Condition> parse_condition(std::string_view text, ExpressionKind kind, ExpressionContext& context);

// UpdateExpression.
class Update {
 public:
  explicit Update(std::shared_ptr<const UpdateNode> root) : root_(std::move(root)) {}
  // The item after the update; `item` is empty but for the keys where no item existed. All right-hand sides read the
  // item as it was before. ValidationException when an operand is missing or of the wrong type, a path does not exist,
  // …
  [[nodiscard]] Result<Item> apply(const Item& item) const;
  // Every path the update writes: for the key check, UPDATED_OLD and UPDATED_NEW.
  [[nodiscard]] std::vector<DocumentPath> written_paths() const;

 private:
  std::shared_ptr<const UpdateNode> root_;
};
[[nodiscard]] Result<Update> parse_update(std::string_view text, ExpressionContext& context);

// ProjectionExpression.
class ProjectionPaths {
 public:
  explicit ProjectionPaths(std::vector<DocumentPath> paths) : paths_(std::move(paths)) {}
  [[nodiscard]] Item apply(const Item& item) const;
  [[nodiscard]] const std::vector<DocumentPath>& paths() const { return paths_; }

 private:
  std::vector<DocumentPath> paths_;
};
[[nodiscard]] Result<ProjectionPaths> parse_projection(std::string_view text, ExpressionContext& context);

// What an item keeps of `paths` (also for UPDATED_OLD and UPDATED_NEW).
[[nodiscard]] Item project(const Item& item, const std::vector<DocumentPath>& paths);

// KeyConditionExpression, bound to a key schema.
enum class SortKeyOperator { equal, less, less_equal, greater, greater_equal, between, begins_with };
struct SortKeyCondition {
  SortKeyOperator operation = SortKeyOperator::equal;
  AttributeValue operand;
  std::optional<AttributeValue> upper;  // between only
};
struct KeyCondition {
  AttributeValue partition_key;
  std::optional<SortKeyCondition> sort_key;
};
// Checks names, operators and value types against the schema and the attribute definitions.
[[nodiscard]] Result<KeyCondition> parse_key_condition(std::string_view text, const KeySchema& schema,
                                                       const std::vector<AttributeDefinition>& definitions,
                                                       ExpressionContext& context);

}  // namespace dynamodb
