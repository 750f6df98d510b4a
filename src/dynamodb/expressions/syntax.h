// What stands in the text of an expression: its grammar is right, nothing else is checked yet. Every view is into the
// text, which must outlive the tree.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "dynamodb/expressions/ast.h"

namespace dynamodb {

struct PathElementSyntax {
  enum class Kind { name, placeholder, index };
  Kind kind = Kind::name;
  std::string_view text;
};
struct PathSyntax {
  std::vector<PathElementSyntax> elements;  // the first is no index
};
struct ValueSyntax {
  std::string_view placeholder;
};
struct OperandSyntax;
struct FunctionSyntax {
  std::string_view name;
  std::vector<OperandSyntax> arguments;  // one or more
};
struct OperandSyntax {
  std::variant<PathSyntax, ValueSyntax, FunctionSyntax> form;
};

struct ConditionSyntax;
struct ComparisonSyntax {
  Comparator comparator = Comparator::equal;
  OperandSyntax left;
  OperandSyntax right;
};
struct BetweenSyntax {
  OperandSyntax operand;
  OperandSyntax lower;
  OperandSyntax upper;
};
struct InSyntax {
  OperandSyntax operand;
  std::vector<OperandSyntax> candidates;
};
struct AndSyntax {
  std::vector<ConditionSyntax> conditions;
};
struct OrSyntax {
  std::vector<ConditionSyntax> conditions;
};
struct NotSyntax {
  std::unique_ptr<ConditionSyntax> condition;
};
struct ConditionSyntax {
  std::variant<ComparisonSyntax, BetweenSyntax, InSyntax, FunctionSyntax, AndSyntax, OrSyntax, NotSyntax> form;
};

struct SetSyntax {
  PathSyntax path;
  OperandSyntax operand;
  std::optional<ArithmeticOperator> arithmetic;
  std::optional<OperandSyntax> second;  // with arithmetic only
};
struct RemoveSyntax {
  PathSyntax path;
};
struct AddSyntax {
  PathSyntax path;
  ValueSyntax value;
};
struct DeleteSyntax {
  PathSyntax path;
  ValueSyntax value;
};
using UpdateActionSyntax = std::variant<SetSyntax, RemoveSyntax, AddSyntax, DeleteSyntax>;
struct UpdateSyntax {
  std::vector<UpdateActionSyntax> actions;
  std::string_view repeated_section;  // "SET", …; empty when none is
};

// The comparators and + - as messages name them.
[[nodiscard]] constexpr std::string_view symbol(Comparator comparator) {
  switch (comparator) {
    case Comparator::equal:
      return "=";
    case Comparator::not_equal:
      return "<>";
    case Comparator::less:
      return "<";
    case Comparator::less_equal:
      return "<=";
    case Comparator::greater:
      return ">";
    case Comparator::greater_equal:
      return ">=";
  }
  return {};
}
[[nodiscard]] constexpr std::string_view symbol(ArithmeticOperator arithmetic) {
  return arithmetic == ArithmeticOperator::plus ? "+" : "-";
}

}  // namespace dynamodb
