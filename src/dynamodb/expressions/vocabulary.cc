#include "dynamodb/expressions/vocabulary.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>

#include "dynamodb/expressions/expression_errors.h"
#include "dynamodb/expressions/reserved_words.h"

namespace dynamodb {
namespace {

struct FunctionEntry {
  std::string_view name;
  std::size_t operand_count;
  bool in_updates;
};
// In the order of the enum.
constexpr std::array<FunctionEntry, 8> functions{{{"attribute_exists", 1, false},
                                                  {"attribute_not_exists", 1, false},
                                                  {"attribute_type", 2, false},
                                                  {"begins_with", 2, false},
                                                  {"contains", 2, false},
                                                  {"size", 1, false},
                                                  {"if_not_exists", 2, true},
                                                  {"list_append", 2, true}}};

const FunctionEntry* find_function(std::string_view name) {
  for (const FunctionEntry& entry : functions) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

// What stands around a function.
enum class Place {
  condition,       // a condition of its own: everything but size
  operand,         // a condition's operand, or an argument of a function there: size only
  update_value,    // the whole right-hand side of a SET: both functions
  update_operand,  // beside + or -, or an argument there: if_not_exists only
};

bool may_stand(std::string_view function, Place place) {
  switch (place) {
    case Place::condition:
      return function != "size";
    case Place::operand:
      return function == "size";
    case Place::update_value:
      return true;
    case Place::update_operand:
      return function == "if_not_exists";
  }
  return false;
}

class VocabularyCheck {
 public:
  explicit VocabularyCheck(ExpressionKind kind) : kind_(kind) {}

  Result<void> check(const ConditionSyntax& condition) const {
    return std::visit([this](const auto& form) { return check_form(form); }, condition.form);
  }

  Result<void> check_path(const PathSyntax& path) const {
    for (const PathElementSyntax& element : path.elements) {
      if (element.kind == PathElementSyntax::Kind::name && is_reserved_word(element.text)) {
        return std::unexpected(expression_errors::reserved_word(kind_, element.text));
      }
      if (element.kind == PathElementSyntax::Kind::index && !is_list_index(element.text)) {
        return std::unexpected(expression_errors::list_index_out_of_range(kind_, element.text));
      }
    }
    return {};
  }

  Result<void> check_operand(const OperandSyntax& operand, Place place) const {
    if (const auto* path = std::get_if<PathSyntax>(&operand.form)) return check_path(*path);
    if (const auto* function = std::get_if<FunctionSyntax>(&operand.form)) return check_function(*function, place);
    return {};
  }

  Result<void> check_function(const FunctionSyntax& function, Place place) const {
    const FunctionEntry* entry = find_function(function.name);
    if (entry == nullptr) return std::unexpected(expression_errors::unknown_function(kind_, function.name));
    if (entry->in_updates != (kind_ == ExpressionKind::update)) {
      return std::unexpected(expression_errors::function_of_other_expressions(kind_, function.name));
    }
    if (!may_stand(function.name, place)) {
      return std::unexpected(expression_errors::function_misplaced(kind_, function.name));
    }
    Place arguments = kind_ == ExpressionKind::update ? Place::update_operand : Place::operand;
    return check_operands(function.arguments, arguments);
  }

 private:
  static bool is_list_index(std::string_view digits) {
    std::int32_t index = 0;
    return std::from_chars(digits.data(), digits.data() + digits.size(), index).ec == std::errc();
  }

  Result<void> check_operands(const std::vector<OperandSyntax>& operands, Place place) const {
    for (const OperandSyntax& operand : operands) {
      if (auto checked = check_operand(operand, place); !checked) return checked;
    }
    return {};
  }

  Result<void> check_form(const ComparisonSyntax& comparison) const {
    if (auto left = check_operand(comparison.left, Place::operand); !left) return left;
    return check_operand(comparison.right, Place::operand);
  }
  Result<void> check_form(const BetweenSyntax& between) const {
    if (auto operand = check_operand(between.operand, Place::operand); !operand) return operand;
    if (auto lower = check_operand(between.lower, Place::operand); !lower) return lower;
    return check_operand(between.upper, Place::operand);
  }
  Result<void> check_form(const InSyntax& in) const {
    if (auto operand = check_operand(in.operand, Place::operand); !operand) return operand;
    return check_operands(in.candidates, Place::operand);
  }
  Result<void> check_form(const FunctionSyntax& function) const { return check_function(function, Place::condition); }
  Result<void> check_form(const AndSyntax& conjunction) const { return check_all(conjunction.conditions); }
  Result<void> check_form(const OrSyntax& disjunction) const { return check_all(disjunction.conditions); }
  Result<void> check_form(const NotSyntax& negation) const { return check(*negation.condition); }

  Result<void> check_all(const std::vector<ConditionSyntax>& conditions) const {
    for (const ConditionSyntax& condition : conditions) {
      if (auto checked = check(condition); !checked) return checked;
    }
    return {};
  }

  ExpressionKind kind_;
};

Result<void> check_set(const VocabularyCheck& check, const SetSyntax& set) {
  if (auto path = check.check_path(set.path); !path) return path;
  Place place = set.arithmetic ? Place::update_operand : Place::update_value;
  if (auto operand = check.check_operand(set.operand, place); !operand) return operand;
  return set.second ? check.check_operand(*set.second, place) : Result<void>{};
}

}  // namespace

Function function_named(std::string_view name) {
  return static_cast<Function>(find_function(name) - functions.data());
}

std::string_view function_name(Function function) {
  return functions[static_cast<std::size_t>(function)].name;
}

std::size_t operand_count(Function function) {
  return functions[static_cast<std::size_t>(function)].operand_count;
}

Result<void> check_vocabulary(const ConditionSyntax& condition, ExpressionKind kind) {
  return VocabularyCheck(kind).check(condition);
}

Result<void> check_vocabulary(const UpdateSyntax& update) {
  VocabularyCheck check(ExpressionKind::update);
  for (const UpdateActionSyntax& action : update.actions) {
    auto checked = std::visit(
        [&check](const auto& form) {
          if constexpr (requires { form.operand; }) {
            return check_set(check, form);
          } else {
            return check.check_path(form.path);
          }
        },
        action);
    if (!checked) return checked;
  }
  return {};
}

Result<void> check_vocabulary(const PathSyntax& path, ExpressionKind kind) {
  return VocabularyCheck(kind).check_path(path);
}

}  // namespace dynamodb
