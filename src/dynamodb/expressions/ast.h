// What the expressions mean: checked, with every placeholder resolved. Made by the binders (condition_binder.h,
// update_binder.h), read by the evaluators.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dynamodb/attribute_value.h"
#include "dynamodb/expressions/document_path.h"

namespace dynamodb {

// ---- conditions -------------------------------------------------------------------------------------------------

// size(path) or size(:value): a number, or nothing for a type that has no size.
struct SizeOf {
  std::variant<DocumentPath, AttributeValue> argument;
};
using Operand = std::variant<DocumentPath, AttributeValue, SizeOf>;

enum class Comparator { equal, not_equal, less, less_equal, greater, greater_equal };

struct Comparison {
  Comparator comparator = Comparator::equal;
  Operand left;
  Operand right;
};
struct Between {
  Operand operand;
  Operand lower;
  Operand upper;
};
struct In {
  Operand operand;
  std::vector<Operand> candidates;  // 1 … limits::expression_in_operands_max
};
struct AttributeExists {
  DocumentPath path;
};
struct AttributeNotExists {
  DocumentPath path;
};
struct AttributeTypeIs {
  Operand operand;
  AttributeType type = AttributeType::string;
};
struct BeginsWith {
  Operand operand;
  Operand prefix;
};
struct Contains {
  Operand container;
  Operand element;
};
struct ConditionNode;

struct And {
  std::vector<ConditionNode> conditions;  // two or more
};
struct Or {
  std::vector<ConditionNode> conditions;  // two or more
};
struct Not {
  std::unique_ptr<const ConditionNode> condition;
};

struct ConditionNode {
  std::variant<Comparison, Between, In, AttributeExists, AttributeNotExists, AttributeTypeIs, BeginsWith, Contains, And,
               Or, Not>
      rule;
};

// ---- updates ----------------------------------------------------------------------------------------------------

struct UpdateOperand;

struct IfNotExists {
  DocumentPath path;
  std::vector<UpdateOperand> otherwise;  // exactly one
};
struct ListAppend {
  std::vector<UpdateOperand> lists;  // exactly two
};
struct UpdateOperand {
  std::variant<DocumentPath, AttributeValue, IfNotExists, ListAppend> source;
};

enum class ArithmeticOperator { plus, minus };
struct SetValue {
  UpdateOperand operand;
  std::optional<ArithmeticOperator> arithmetic;
  std::optional<UpdateOperand> second;  // with arithmetic only
};

struct SetAction {
  DocumentPath path;
  SetValue value;
};
struct RemoveAction {
  DocumentPath path;
};
struct AddAction {
  DocumentPath path;
  AttributeValue value;  // number or set
};
struct DeleteAction {
  DocumentPath path;
  AttributeValue value;  // set
};
using UpdateAction = std::variant<SetAction, RemoveAction, AddAction, DeleteAction>;

struct UpdateNode {
  std::vector<UpdateAction> actions;  // in the order of the text; no path is the beginning of another
  bool made_of_legacy_parameters = false;
};

}  // namespace dynamodb
