#include "partiql/expression_text.h"

#include <array>
#include <string_view>

namespace partiql {
namespace {

// How strongly a condition holds together; a child that does so less than its parent stands in parentheses. (More
// parentheses than needed are an error of the expression language.)
int strength(ConditionKind kind) {
  if (kind == ConditionKind::disjunction) return 0;
  if (kind == ConditionKind::conjunction) return 1;
  if (kind == ConditionKind::negation) return 2;
  return 3;
}

std::string child_text(const Condition& child, ConditionKind parent, Placeholders& placeholders) {
  auto text = condition_text(child, placeholders);
  return strength(child.kind) < strength(parent) ? "(" + text + ")" : text;
}

std::string children_text(const Condition& condition, std::string_view separator, Placeholders& placeholders) {
  std::string text;
  for (const auto& child : condition.children) {
    if (!text.empty()) text += separator;
    text += child_text(child, condition.kind, placeholders);
  }
  return text;
}

// "a, b, c" of the operands from `first` on.
std::string operand_list(const Condition& condition, std::size_t first, Placeholders& placeholders) {
  std::string text;
  for (std::size_t index = first; index < condition.operands.size(); ++index) {
    if (index > first) text += ", ";
    text += placeholders.operand(condition.operands[index]);
  }
  return text;
}

std::string value_text(const UpdateValue& value, Placeholders& placeholders) {
  if (value.name.empty()) return placeholders.operand(value.operand.front());
  const auto left = value_text(value.arguments[0], placeholders);
  const auto right = value_text(value.arguments[1], placeholders);
  if (value.name == "+" || value.name == "-") return left + " " + value.name + " " + right;
  return value.name + "(" + left + ", " + right + ")";
}

std::string action_text(const UpdateAction& action, Placeholders& placeholders) {
  auto path = placeholders.path(action.path);
  if (action.kind == UpdateKind::remove) return path;
  return path + (action.kind == UpdateKind::set ? " = " : " ") + value_text(action.value, placeholders);
}

}  // namespace

std::string condition_text(const Condition& condition, Placeholders& placeholders) {
  const auto operand = [&](std::size_t index) { return placeholders.operand(condition.operands[index]); };
  switch (condition.kind) {
    case ConditionKind::comparison: {
      const auto left = operand(0);
      return left + " " + condition.name + " " + operand(1);
    }
    case ConditionKind::between: {
      const auto value = operand(0);
      const auto lower = operand(1);
      return value + " BETWEEN " + lower + " AND " + operand(2);
    }
    case ConditionKind::in: {
      const auto value = operand(0);
      return value + " IN (" + operand_list(condition, 1, placeholders) + ")";
    }
    case ConditionKind::function:
      return condition.name + "(" + operand_list(condition, 0, placeholders) + ")";
    case ConditionKind::is_missing:
      return "attribute_not_exists(" + operand(0) + ")";
    case ConditionKind::is_null: {
      const auto path = operand(0);
      return "attribute_type(" + path + ", " + placeholders.value("NULL") + ")";
    }
    case ConditionKind::conjunction:
      return children_text(condition, " AND ", placeholders);
    case ConditionKind::disjunction:
      return children_text(condition, " OR ", placeholders);
    case ConditionKind::negation:
      break;
  }
  return "NOT " + child_text(condition.children.front(), condition.kind, placeholders);
}

std::string conjunction_text(std::span<const Condition> conditions, Placeholders& placeholders) {
  if (conditions.size() == 1) return condition_text(conditions.front(), placeholders);
  std::string text;
  for (const auto& condition : conditions) {
    if (!text.empty()) text += " AND ";
    text += child_text(condition, ConditionKind::conjunction, placeholders);
  }
  return text;
}

std::string update_text(const std::vector<UpdateAction>& actions, Placeholders& placeholders) {
  struct Section {
    UpdateKind kind;
    std::string_view word;
  };
  static constexpr std::array<Section, 4> sections{{{UpdateKind::set, "SET "},
                                                    {UpdateKind::remove, "REMOVE "},
                                                    {UpdateKind::add_to_set, "ADD "},
                                                    {UpdateKind::delete_from_set, "DELETE "}}};
  std::string text;
  for (const auto& section : sections) {
    bool is_first = true;
    for (const auto& action : actions) {
      if (action.kind != section.kind) continue;
      if (is_first && !text.empty()) text += " ";
      text += is_first ? section.word : ", ";
      text += action_text(action, placeholders);
      is_first = false;
    }
  }
  return text;
}

}  // namespace partiql
