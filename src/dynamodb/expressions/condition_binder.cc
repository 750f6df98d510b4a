#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <utility>

#include "dynamodb/expressions/binder.h"
#include "dynamodb/expressions/expression_errors.h"
#include "dynamodb/expressions/parser.h"
#include "dynamodb/expressions/token_stream.h"
#include "dynamodb/expressions/vocabulary.h"
#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

// The type an operand has whatever the item is.
std::optional<AttributeType> fixed_type(const Operand& operand) {
  if (const auto* value = std::get_if<AttributeValue>(&operand)) return value->type();
  if (std::holds_alternative<SizeOf>(operand)) return AttributeType::number;
  return std::nullopt;
}

constexpr std::array ordered_types{AttributeType::string, AttributeType::number, AttributeType::binary};
constexpr std::array prefix_types{AttributeType::string, AttributeType::binary};

bool has_size(AttributeType type) {
  return type != AttributeType::number && type != AttributeType::boolean && type != AttributeType::null;
}

std::optional<AttributeType> attribute_type_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(AttributeType::binary_set); ++i) {
    auto type = static_cast<AttributeType>(i);
    if (type_descriptor(type) == name) return type;
  }
  return std::nullopt;
}

class ConditionBinder {
 public:
  ConditionBinder(ExpressionKind kind, ExpressionContext& context) : kind_(kind), context_(context) {}

  Result<ConditionNode> bind(const ConditionSyntax& syntax) {
    return std::visit([this](const auto& form) { return bind_form(form); }, syntax.form);
  }

 private:
  Result<Operand> bind_operand(const OperandSyntax& syntax);
  Result<std::vector<Operand>> bind_operands(const std::vector<OperandSyntax>& syntax);
  Result<std::vector<Operand>> bind_arguments(const FunctionSyntax& function);
  Result<Operand> bind_size(const FunctionSyntax& function);
  Result<ConditionNode> bind_attribute_type(std::vector<Operand> arguments);

  Result<ConditionNode> bind_form(const ComparisonSyntax& comparison);
  Result<ConditionNode> bind_form(const BetweenSyntax& between);
  Result<ConditionNode> bind_form(const InSyntax& in);
  Result<ConditionNode> bind_form(const FunctionSyntax& function);
  Result<ConditionNode> bind_form(const AndSyntax& conjunction) { return bind_chain<And>(conjunction.conditions); }
  Result<ConditionNode> bind_form(const OrSyntax& disjunction) { return bind_chain<Or>(disjunction.conditions); }
  Result<ConditionNode> bind_form(const NotSyntax& negation) {
    auto condition = bind(*negation.condition);
    if (!condition) return condition;
    return ConditionNode{Not{std::make_unique<const ConditionNode>(std::move(*condition))}};
  }
  template <class Chain>
  Result<ConditionNode> bind_chain(const std::vector<ConditionSyntax>& conditions) {
    Chain chain;
    chain.conditions.reserve(conditions.size());
    for (const ConditionSyntax& syntax : conditions) {
      auto condition = bind(syntax);
      if (!condition) return condition;
      chain.conditions.push_back(std::move(*condition));
    }
    return ConditionNode{std::move(chain)};
  }

  // None of `others` is the same path as `first`.
  Result<void> check_distinct(std::string_view function, const Operand& first,
                              std::initializer_list<const Operand*> others) const {
    const auto* path = std::get_if<DocumentPath>(&first);
    if (path == nullptr) return {};
    for (const Operand* other : others) {
      const auto* other_path = std::get_if<DocumentPath>(other);
      if (other_path != nullptr && *other_path == *path) {
        return std::unexpected(expression_errors::operands_not_distinct(kind_, function, *path));
      }
    }
    return {};
  }

  Result<void> check_types(std::string_view function, std::initializer_list<const Operand*> operands,
                           std::span<const AttributeType> allowed) const {
    for (const Operand* operand : operands) {
      auto type = fixed_type(*operand);
      if (type && std::ranges::find(allowed, *type) == allowed.end()) {
        return std::unexpected(expression_errors::wrong_operand_type(kind_, function, *type));
      }
    }
    return {};
  }

  Result<void> check_bounds(const Between& between) const;

  ExpressionKind kind_;
  ExpressionContext& context_;
};

Result<Operand> ConditionBinder::bind_operand(const OperandSyntax& syntax) {
  if (const auto* path = std::get_if<PathSyntax>(&syntax.form)) return bind_path(*path, kind_, context_);
  if (const auto* value = std::get_if<ValueSyntax>(&syntax.form)) return bind_value(*value, kind_, context_);
  return bind_size(std::get<FunctionSyntax>(syntax.form));
}

Result<std::vector<Operand>> ConditionBinder::bind_operands(const std::vector<OperandSyntax>& syntax) {
  std::vector<Operand> operands;
  operands.reserve(syntax.size());
  for (const OperandSyntax& one : syntax) {
    auto operand = bind_operand(one);
    if (!operand) return std::unexpected(std::move(operand.error()));
    operands.push_back(std::move(*operand));
  }
  return operands;
}

Result<std::vector<Operand>> ConditionBinder::bind_arguments(const FunctionSyntax& function) {
  auto arguments = bind_operands(function.arguments);
  if (arguments && arguments->size() != operand_count(function_named(function.name))) {
    return std::unexpected(expression_errors::wrong_operand_count(kind_, function.name, arguments->size()));
  }
  return arguments;
}

// The only function that is an operand.
Result<Operand> ConditionBinder::bind_size(const FunctionSyntax& function) {
  auto arguments = bind_arguments(function);
  if (!arguments) return std::unexpected(std::move(arguments.error()));
  Operand& argument = arguments->front();
  if (auto type = fixed_type(argument); type && !has_size(*type)) {
    return std::unexpected(expression_errors::wrong_operand_type(kind_, function.name, *type));
  }
  if (auto* path = std::get_if<DocumentPath>(&argument)) return SizeOf{std::move(*path)};
  return SizeOf{std::move(std::get<AttributeValue>(argument))};
}

Result<ConditionNode> ConditionBinder::bind_form(const ComparisonSyntax& comparison) {
  auto left = bind_operand(comparison.left);
  if (!left) return std::unexpected(std::move(left.error()));
  auto right = bind_operand(comparison.right);
  if (!right) return std::unexpected(std::move(right.error()));
  std::string_view name = symbol(comparison.comparator);
  if (auto distinct = check_distinct(name, *left, {&*right}); !distinct) {
    return std::unexpected(std::move(distinct.error()));
  }
  bool any_type = comparison.comparator == Comparator::equal || comparison.comparator == Comparator::not_equal;
  if (!any_type) {
    if (auto types = check_types(name, {&*left, &*right}, ordered_types); !types) {
      return std::unexpected(std::move(types.error()));
    }
  }
  return ConditionNode{Comparison{comparison.comparator, std::move(*left), std::move(*right)}};
}

Result<void> ConditionBinder::check_bounds(const Between& between) const {
  const auto* lower = std::get_if<AttributeValue>(&between.lower);
  const auto* upper = std::get_if<AttributeValue>(&between.upper);
  if (lower == nullptr || upper == nullptr) return {};
  if (lower->type() != upper->type()) {
    return std::unexpected(expression_errors::between_types_differ(kind_, *lower, *upper));
  }
  if (compare(*lower, *upper) > 0) {
    return std::unexpected(expression_errors::between_bounds_reversed(kind_, *lower, *upper));
  }
  return {};
}

Result<ConditionNode> ConditionBinder::bind_form(const BetweenSyntax& syntax) {
  auto operand = bind_operand(syntax.operand);
  if (!operand) return std::unexpected(std::move(operand.error()));
  auto lower = bind_operand(syntax.lower);
  if (!lower) return std::unexpected(std::move(lower.error()));
  auto upper = bind_operand(syntax.upper);
  if (!upper) return std::unexpected(std::move(upper.error()));
  Between between{std::move(*operand), std::move(*lower), std::move(*upper)};
  auto checked = check_distinct("BETWEEN", between.operand, {&between.lower, &between.upper});
  if (checked) checked = check_types("BETWEEN", {&between.operand, &between.lower, &between.upper}, ordered_types);
  if (checked) checked = check_bounds(between);
  if (!checked) return std::unexpected(std::move(checked.error()));
  return ConditionNode{std::move(between)};
}

Result<ConditionNode> ConditionBinder::bind_form(const InSyntax& in) {
  auto operand = bind_operand(in.operand);
  if (!operand) return std::unexpected(std::move(operand.error()));
  auto candidates = bind_operands(in.candidates);
  if (!candidates) return std::unexpected(std::move(candidates.error()));
  if (candidates->size() > limits::expression_in_operands_max && !context_.made_of_legacy_parameters()) {
    return std::unexpected(expression_errors::too_many_in_operands(kind_, candidates->size()));
  }
  for (const Operand& candidate : *candidates) {
    if (auto distinct = check_distinct("IN", *operand, {&candidate}); !distinct) {
      return std::unexpected(std::move(distinct.error()));
    }
  }
  return ConditionNode{In{std::move(*operand), std::move(*candidates)}};
}

Result<ConditionNode> ConditionBinder::bind_attribute_type(std::vector<Operand> arguments) {
  std::string_view name = function_name(Function::attribute_type);
  auto type = fixed_type(arguments[1]);
  if (!type) return std::unexpected(expression_errors::wrong_operand_type_not_a_value(kind_, name));
  if (*type != AttributeType::string) {
    return std::unexpected(expression_errors::wrong_operand_type(kind_, name, *type));
  }
  const auto& type_name = *std::get<AttributeValue>(arguments[1]).get_if<std::string>();
  auto wanted = attribute_type_named(type_name);
  if (!wanted) return std::unexpected(expression_errors::unknown_attribute_type_name(kind_, type_name));
  return ConditionNode{AttributeTypeIs{std::move(arguments[0]), *wanted}};
}

Result<ConditionNode> ConditionBinder::bind_form(const FunctionSyntax& syntax) {
  auto arguments = bind_arguments(syntax);
  if (!arguments) return std::unexpected(std::move(arguments.error()));
  Function function = function_named(syntax.name);
  if (function == Function::attribute_exists || function == Function::attribute_not_exists) {
    auto* path = std::get_if<DocumentPath>(&arguments->front());
    if (path == nullptr) return std::unexpected(expression_errors::document_path_required(kind_, syntax.name));
    if (function == Function::attribute_exists) return ConditionNode{AttributeExists{std::move(*path)}};
    return ConditionNode{AttributeNotExists{std::move(*path)}};
  }
  Operand& first = arguments->at(0);
  Operand& second = arguments->at(1);
  if (auto distinct = check_distinct(syntax.name, first, {&second}); !distinct) {
    return std::unexpected(std::move(distinct.error()));
  }
  if (function == Function::attribute_type) return bind_attribute_type(std::move(*arguments));
  if (function == Function::contains) return ConditionNode{Contains{std::move(first), std::move(second)}};
  if (auto types = check_types(syntax.name, {&first, &second}, prefix_types); !types) {
    return std::unexpected(std::move(types.error()));
  }
  return ConditionNode{BeginsWith{std::move(first), std::move(second)}};
}

}  // namespace

Result<ConditionNode> bind_condition(const ConditionSyntax& syntax, ExpressionKind kind, ExpressionContext& context) {
  return ConditionBinder(kind, context).bind(syntax);
}

Result<ConditionNode> parse_condition_node(std::string_view text, ExpressionKind kind, ExpressionContext& context) {
  if (auto size = check_expression_size(text, kind, context); !size) return std::unexpected(std::move(size.error()));
  auto parsed = parse_condition_syntax(text, kind);
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  if (auto checked = check_vocabulary(parsed->syntax, kind); !checked) {
    return std::unexpected(std::move(checked.error()));
  }
  if (auto count = context.check_operator_count(parsed->operator_count, kind); !count) {
    return std::unexpected(std::move(count.error()));
  }
  return bind_condition(parsed->syntax, kind, context);
}

}  // namespace dynamodb
