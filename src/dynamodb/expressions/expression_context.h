// The placeholders of one request: #names and :values.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ExpressionAttributeNames.html
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "dynamodb/attribute_value.h"
#include "dynamodb/error.h"
#include "dynamodb/requests.h"

namespace dynamodb {

// Which parameter an expression came in: part of every message ("Invalid FilterExpression: …").
enum class ExpressionKind { condition, filter, key_condition, projection, update };

// An expression parameter that the operation has, and whether this request gives it.
struct ExpressionParameter {
  ExpressionKind kind;
  bool given = false;
};

// The placeholders of one request, and which of them its expressions have used. Not thread-safe; one per request.
class ExpressionContext {
 public:
  // Checks the placeholders' own form. Given placeholders without any expression are an error too: list the
  // operation's expression parameters, in the API reference's order. `attributes` must outlive the context.
  [[nodiscard]] static Result<ExpressionContext> create(const ExpressionAttributes& attributes,
                                                        std::initializer_list<ExpressionParameter> parameters);
  // The same where the caller knows only whether there is any expression; the message names no parameter then.
  [[nodiscard]] static Result<ExpressionContext> create(const ExpressionAttributes& attributes, bool has_expression);

  [[nodiscard]] bool made_of_legacy_parameters() const { return attributes_->made_of_legacy_parameters; }
  // Within limits::expression_operators_max, where that counts.
  [[nodiscard]] Result<void> check_operator_count(std::size_t count, ExpressionKind kind) const;

  // For the parser: nullptr when undefined. A use is remembered.
  [[nodiscard]] const std::string* name(std::string_view placeholder);
  [[nodiscard]] const AttributeValue* value(std::string_view placeholder);

  // ValidationException that lists the placeholders no expression has used.
  [[nodiscard]] Result<void> check_all_used() const;

 private:
  ExpressionContext() = default;
  const ExpressionAttributes* attributes_ = nullptr;  // outlives the context
  std::set<std::string_view> used_names_;             // views into *attributes_
  std::set<std::string_view> used_values_;
};

}  // namespace dynamodb
