#include <utility>

#include "dynamodb/expressions/binder.h"
#include "dynamodb/expressions/expression_errors.h"
#include "dynamodb/expressions/vocabulary.h"

namespace dynamodb {
namespace {

constexpr ExpressionKind kind = ExpressionKind::update;

bool is_set(AttributeType type) {
  return type == AttributeType::string_set || type == AttributeType::number_set || type == AttributeType::binary_set;
}

// The service checks an update in rounds, each over the whole expression: placeholders, paths that overlap, the types
// of ADD and DELETE, the right-hand sides of SET. So a SET action is made without its value first.
class UpdateBinder {
 public:
  explicit UpdateBinder(ExpressionContext& context) : context_(context) {}

  Result<UpdateAction> bind_action(const SetSyntax& set) {
    auto path = bind_path(set.path, kind, context_);
    if (!path) return std::unexpected(std::move(path.error()));
    if (auto defined = check_defined(set.operand); !defined) return std::unexpected(std::move(defined.error()));
    if (set.second) {
      if (auto defined = check_defined(*set.second); !defined) return std::unexpected(std::move(defined.error()));
    }
    return SetAction{std::move(*path), {}};
  }
  Result<UpdateAction> bind_action(const RemoveSyntax& remove) {
    auto path = bind_path(remove.path, kind, context_);
    if (!path) return std::unexpected(std::move(path.error()));
    return RemoveAction{std::move(*path)};
  }
  Result<UpdateAction> bind_action(const AddSyntax& add) { return bind_value_action<AddAction>(add); }
  Result<UpdateAction> bind_action(const DeleteSyntax& remove) { return bind_value_action<DeleteAction>(remove); }

  Result<SetValue> bind_set_value(const SetSyntax& set);

 private:
  template <class Action>
  Result<UpdateAction> bind_value_action(const auto& syntax) {
    auto path = bind_path(syntax.path, kind, context_);
    if (!path) return std::unexpected(std::move(path.error()));
    auto value = bind_value(syntax.value, kind, context_);
    if (!value) return std::unexpected(std::move(value.error()));
    return Action{std::move(*path), std::move(*value)};
  }
  // Every placeholder in the operand, and in the operands of its functions.
  Result<void> check_defined(const OperandSyntax& syntax);
  Result<UpdateOperand> bind_operand(const OperandSyntax& syntax);
  Result<UpdateOperand> bind_function(const FunctionSyntax& syntax);

  ExpressionContext& context_;
};

Result<void> UpdateBinder::check_defined(const OperandSyntax& syntax) {
  if (const auto* path = std::get_if<PathSyntax>(&syntax.form)) {
    auto bound = bind_path(*path, kind, context_);
    return bound ? Result<void>{} : std::unexpected(std::move(bound.error()));
  }
  if (const auto* value = std::get_if<ValueSyntax>(&syntax.form)) {
    if (context_.value(value->placeholder) != nullptr) return {};
    return std::unexpected(expression_errors::undefined_value(kind, value->placeholder));
  }
  for (const OperandSyntax& argument : std::get<FunctionSyntax>(syntax.form).arguments) {
    if (auto defined = check_defined(argument); !defined) return defined;
  }
  return {};
}

Result<UpdateOperand> UpdateBinder::bind_operand(const OperandSyntax& syntax) {
  if (const auto* path_syntax = std::get_if<PathSyntax>(&syntax.form)) {
    auto path = bind_path(*path_syntax, kind, context_);
    if (!path) return std::unexpected(std::move(path.error()));
    return UpdateOperand{std::move(*path)};
  }
  if (const auto* value_syntax = std::get_if<ValueSyntax>(&syntax.form)) {
    auto value = bind_value(*value_syntax, kind, context_);
    if (!value) return std::unexpected(std::move(value.error()));
    return UpdateOperand{std::move(*value)};
  }
  return bind_function(std::get<FunctionSyntax>(syntax.form));
}

Result<UpdateOperand> UpdateBinder::bind_function(const FunctionSyntax& syntax) {
  std::vector<UpdateOperand> arguments;
  for (const OperandSyntax& argument_syntax : syntax.arguments) {
    auto argument = bind_operand(argument_syntax);
    if (!argument) return argument;
    arguments.push_back(std::move(*argument));
  }
  Function function = function_named(syntax.name);
  if (arguments.size() != operand_count(function)) {
    return std::unexpected(expression_errors::wrong_operand_count(kind, syntax.name, arguments.size()));
  }
  if (function == Function::list_append) {
    for (const UpdateOperand& list : arguments) {
      const auto* value = std::get_if<AttributeValue>(&list.source);
      if (value != nullptr && value->type() != AttributeType::list) {
        return std::unexpected(expression_errors::wrong_operand_type(kind, syntax.name, value->type()));
      }
    }
    return UpdateOperand{ListAppend{std::move(arguments)}};
  }
  auto* path = std::get_if<DocumentPath>(&arguments[0].source);
  if (path == nullptr) return std::unexpected(expression_errors::document_path_required(kind, syntax.name));
  const auto* other = std::get_if<DocumentPath>(&arguments[1].source);
  if (other != nullptr && *other == *path) {
    return std::unexpected(expression_errors::operands_not_distinct(kind, syntax.name, *path));
  }
  IfNotExists result{std::move(*path), {}};
  result.otherwise.push_back(std::move(arguments[1]));
  return UpdateOperand{std::move(result)};
}

Result<void> check_number(const UpdateOperand& operand, ArithmeticOperator arithmetic) {
  const auto* value = std::get_if<AttributeValue>(&operand.source);
  if (value == nullptr || value->type() == AttributeType::number) return {};
  return std::unexpected(expression_errors::wrong_operand_type(kind, symbol(arithmetic), value->type()));
}

Result<SetValue> UpdateBinder::bind_set_value(const SetSyntax& set) {
  auto operand = bind_operand(set.operand);
  if (!operand) return std::unexpected(std::move(operand.error()));
  SetValue value{std::move(*operand), set.arithmetic, std::nullopt};
  if (!set.arithmetic) return value;
  auto second = bind_operand(*set.second);
  if (!second) return std::unexpected(std::move(second.error()));
  value.second = std::move(*second);
  auto numbers = check_number(value.operand, *set.arithmetic);
  if (numbers) numbers = check_number(*value.second, *set.arithmetic);
  if (!numbers) return std::unexpected(std::move(numbers.error()));
  return value;
}

Result<void> check_operand_type(const UpdateAction& action) {
  if (const auto* add = std::get_if<AddAction>(&action)) {
    AttributeType type = add->value.type();
    if (type == AttributeType::number || is_set(type)) return {};
    return std::unexpected(expression_errors::wrong_section_operand_type(kind, "ADD", type));
  }
  if (const auto* remove = std::get_if<DeleteAction>(&action)) {
    AttributeType type = remove->value.type();
    if (is_set(type)) return {};
    return std::unexpected(expression_errors::wrong_section_operand_type(kind, "DELETE", type));
  }
  return {};
}

}  // namespace

Result<UpdateNode> bind_update(const UpdateSyntax& syntax, ExpressionContext& context) {
  UpdateNode node;
  node.actions.reserve(syntax.actions.size());
  UpdateBinder binder(context);
  for (const UpdateActionSyntax& action_syntax : syntax.actions) {
    auto action = std::visit([&binder](const auto& form) { return binder.bind_action(form); }, action_syntax);
    if (!action) return std::unexpected(std::move(action.error()));
    node.actions.push_back(std::move(*action));
  }
  std::vector<const DocumentPath*> paths;
  paths.reserve(node.actions.size());
  for (const UpdateAction& action : node.actions) {
    paths.push_back(std::visit([](const auto& form) { return &form.path; }, action));
  }
  if (auto disjoint = check_paths_disjoint(paths, kind); !disjoint) return std::unexpected(std::move(disjoint.error()));
  for (const UpdateAction& action : node.actions) {
    if (auto type = check_operand_type(action); !type) return std::unexpected(std::move(type.error()));
  }
  for (std::size_t i = 0; i < node.actions.size(); ++i) {
    const auto* set = std::get_if<SetSyntax>(&syntax.actions[i]);
    if (set == nullptr) continue;
    auto value = binder.bind_set_value(*set);
    if (!value) return std::unexpected(std::move(value.error()));
    std::get<SetAction>(node.actions[i]).value = std::move(*value);
  }
  return node;
}

}  // namespace dynamodb
