#include "dynamodb/expressions/key_condition.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "dynamodb/expressions/ast.h"
#include "dynamodb/expressions/binder.h"
#include "dynamodb/expressions/expression_errors.h"
#include "dynamodb/expressions/syntax.h"
#include "dynamodb/expressions/vocabulary.h"
#include "dynamodb/key_schema.h"
#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

// A condition on one attribute, whichever it is.
struct AttributeCondition {
  std::string name;
  SortKeyCondition condition;
};

// The operator where the attribute stands at the right.
SortKeyOperator sort_key_operator(Comparator comparator, bool reversed) {
  switch (comparator) {
    case Comparator::less:
      return reversed ? SortKeyOperator::greater : SortKeyOperator::less;
    case Comparator::less_equal:
      return reversed ? SortKeyOperator::greater_equal : SortKeyOperator::less_equal;
    case Comparator::greater:
      return reversed ? SortKeyOperator::less : SortKeyOperator::greater;
    case Comparator::greater_equal:
      return reversed ? SortKeyOperator::less_equal : SortKeyOperator::greater_equal;
    case Comparator::equal:
    case Comparator::not_equal:
      break;
  }
  return SortKeyOperator::equal;
}

// Takes a condition apart into conditions on single attributes, joined by AND.
class KeyConditionReader {
 public:
  Result<void> read(const ConditionNode& node) {
    return std::visit([this](const auto& rule) { return this->read_rule(rule); }, node.rule);
  }
  [[nodiscard]] std::vector<AttributeCondition>& conditions() { return conditions_; }

 private:
  // The one attribute among the operands, and its place.
  struct Attribute {
    std::string name;
    std::size_t position = 0;
  };
  static Result<Attribute> find_attribute(std::initializer_list<const Operand*> operands) {
    std::optional<Attribute> found;
    std::size_t position = 0;
    for (const Operand* operand : operands) {
      if (std::holds_alternative<SizeOf>(*operand)) {
        return std::unexpected(expression_errors::key_condition_nested_operation());
      }
      if (const auto* path = std::get_if<DocumentPath>(operand)) {
        if (found) return std::unexpected(expression_errors::key_condition_several_attributes());
        if (!path->is_top_level()) return std::unexpected(expression_errors::key_condition_nested_attribute());
        found = Attribute{path->root(), position};
      }
      ++position;
    }
    if (!found) return std::unexpected(expression_errors::key_condition_no_attribute());
    return *found;
  }

  Result<void> add(std::string name, SortKeyCondition condition) {
    if (std::ranges::find(conditions_, name, &AttributeCondition::name) != conditions_.end()) {
      return std::unexpected(expression_errors::key_condition_repeated_attribute());
    }
    conditions_.push_back({std::move(name), std::move(condition)});
    return {};
  }

  static Result<void> refuse(std::string_view name) {
    return std::unexpected(expression_errors::key_condition_operator(name));
  }

  Result<void> read_rule(const Comparison& comparison) {
    if (comparison.comparator == Comparator::not_equal) return refuse(symbol(comparison.comparator));
    auto attribute = find_attribute({&comparison.left, &comparison.right});
    if (!attribute) return std::unexpected(std::move(attribute.error()));
    bool reversed = attribute->position == 1;
    const Operand& operand = reversed ? comparison.left : comparison.right;
    return add(std::move(attribute->name),
               {sort_key_operator(comparison.comparator, reversed), std::get<AttributeValue>(operand), std::nullopt});
  }
  Result<void> read_rule(const Between& between) {
    if (!std::holds_alternative<DocumentPath>(between.operand)) {
      return std::unexpected(expression_errors::key_condition_attribute_not_first("BETWEEN"));
    }
    auto attribute = find_attribute({&between.operand, &between.lower, &between.upper});
    if (!attribute) return std::unexpected(std::move(attribute.error()));
    return add(std::move(attribute->name), {SortKeyOperator::between, std::get<AttributeValue>(between.lower),
                                            std::get<AttributeValue>(between.upper)});
  }
  Result<void> read_rule(const BeginsWith& begins) {
    if (!std::holds_alternative<DocumentPath>(begins.operand)) {
      return std::unexpected(
          expression_errors::key_condition_attribute_not_first(function_name(Function::begins_with)));
    }
    auto attribute = find_attribute({&begins.operand, &begins.prefix});
    if (!attribute) return std::unexpected(std::move(attribute.error()));
    return add(std::move(attribute->name),
               {SortKeyOperator::begins_with, std::get<AttributeValue>(begins.prefix), std::nullopt});
  }
  Result<void> read_rule(const And& conjunction) {
    for (const ConditionNode& node : conjunction.conditions) {
      if (auto done = read(node); !done) return done;
    }
    return {};
  }
  static Result<void> read_rule(const Or& /*refused*/) { return refuse("OR"); }
  static Result<void> read_rule(const Not& /*refused*/) { return refuse("NOT"); }
  static Result<void> read_rule(const In& /*refused*/) { return refuse("IN"); }
  static Result<void> read_rule(const AttributeExists& /*refused*/) {
    return refuse(function_name(Function::attribute_exists));
  }
  static Result<void> read_rule(const AttributeNotExists& /*refused*/) {
    return refuse(function_name(Function::attribute_not_exists));
  }
  static Result<void> read_rule(const AttributeTypeIs& /*refused*/) {
    return refuse(function_name(Function::attribute_type));
  }
  static Result<void> read_rule(const Contains& /*refused*/) { return refuse(function_name(Function::contains)); }

  std::vector<AttributeCondition> conditions_;
};

AttributeType declared_type(const std::vector<AttributeDefinition>& definitions, std::string_view name) {
  auto found = std::ranges::find(definitions, name, &AttributeDefinition::name);
  ScalarType type = found == definitions.end() ? ScalarType::string : found->type;
  switch (type) {
    case ScalarType::number:
      return AttributeType::number;
    case ScalarType::binary:
      return AttributeType::binary;
    case ScalarType::string:
      break;
  }
  return AttributeType::string;
}

enum class KeyRole { partition, sort };

Result<void> check_key_value(const AttributeValue& value, std::string_view name, KeyRole role) {
  const auto* string = value.get_if<std::string>();
  const auto* binary = value.get_if<Binary>();
  if (string == nullptr && binary == nullptr) return {};
  std::size_t size_bytes = string != nullptr ? string->size() : binary->bytes.size();
  if (size_bytes == 0) return std::unexpected(expression_errors::key_condition_empty_value(name, value.type()));
  bool is_partition_key = role == KeyRole::partition;
  std::size_t size_bytes_max = is_partition_key ? limits::partition_key_bytes_max : limits::sort_key_bytes_max;
  if (size_bytes > size_bytes_max) {
    return std::unexpected(expression_errors::key_condition_value_too_long(name, is_partition_key, size_bytes_max));
  }
  return {};
}

Result<void> check_values(const AttributeCondition& attribute, AttributeType type, KeyRole role) {
  const SortKeyCondition& condition = attribute.condition;
  bool fits = condition.operand.type() == type && (!condition.upper || condition.upper->type() == type);
  if (!fits) return std::unexpected(expression_errors::key_condition_type_mismatch());
  if (auto checked = check_key_value(condition.operand, attribute.name, role); !checked) return checked;
  return condition.upper ? check_key_value(*condition.upper, attribute.name, role) : Result<void>{};
}

// The conditions that are used, in the order of the key schema. Each but the last is an equality.
struct InOrder {
  std::vector<AttributeCondition*> partition;
  std::vector<AttributeCondition*> sort;
};

Result<InOrder> in_order_of(const KeySchema& schema, std::vector<AttributeCondition>& conditions) {
  const auto partition_names = partition_attributes(schema);
  const auto sort_names = sort_attributes(schema);
  const std::size_t conditions_max = partition_names.size() + sort_names.size();
  if (conditions.size() > conditions_max)
    return std::unexpected(expression_errors::key_condition_count(conditions_max));
  const auto condition_of = [&](const std::string& name) {
    auto found = std::ranges::find(conditions, name, &AttributeCondition::name);
    return found == conditions.end() ? nullptr : &*found;
  };
  InOrder result;
  for (const auto& name : partition_names) {
    AttributeCondition* condition = condition_of(name);
    if (condition == nullptr || condition->condition.operation != SortKeyOperator::equal) {
      return std::unexpected(expression_errors::key_condition_of_every_partition_key(name));
    }
    result.partition.push_back(condition);
  }
  for (const auto& name : sort_names) {
    const bool is_last = result.partition.size() + result.sort.size() == conditions.size();
    if (is_last) break;
    AttributeCondition* condition = condition_of(name);
    const bool has_more = result.partition.size() + result.sort.size() + 1 < conditions.size();
    if (condition == nullptr || (has_more && condition->condition.operation != SortKeyOperator::equal)) {
      return std::unexpected(expression_errors::key_condition_of_sort_keys_in_order(name));
    }
    result.sort.push_back(condition);
  }
  return result;
}

Result<KeyCondition> match_several(std::vector<AttributeCondition>& conditions, const KeySchema& schema,
                                   const std::vector<AttributeDefinition>& definitions) {
  auto ordered = in_order_of(schema, conditions);
  if (!ordered) return std::unexpected(std::move(ordered.error()));
  auto check_all = [&](const std::vector<AttributeCondition*>& of_role, KeyRole role) -> Result<void> {
    for (const AttributeCondition* condition : of_role) {
      if (auto checked = check_values(*condition, declared_type(definitions, condition->name), role); !checked) {
        return checked;
      }
    }
    return {};
  };
  auto checked = check_all(ordered->partition, KeyRole::partition);
  if (checked) checked = check_all(ordered->sort, KeyRole::sort);
  if (!checked) return std::unexpected(std::move(checked.error()));
  KeyCondition result{std::move(ordered->partition.front()->condition.operand), std::nullopt};
  for (AttributeCondition* condition : ordered->partition | std::views::drop(1)) {
    result.more_partition_keys.push_back(std::move(condition->condition.operand));
  }
  if (ordered->sort.empty()) return result;
  result.sort_key = std::move(ordered->sort.back()->condition);
  ordered->sort.pop_back();
  for (AttributeCondition* condition : ordered->sort) {
    result.sort_key_prefix.push_back(std::move(condition->condition.operand));
  }
  return result;
}

// Names and operators first, then values.
Result<KeyCondition> match(std::vector<AttributeCondition>& conditions, const KeySchema& schema,
                           const std::vector<AttributeDefinition>& definitions) {
  if (has_several_attributes(schema)) return match_several(conditions, schema, definitions);
  if (conditions.size() > 2) return std::unexpected(expression_errors::key_condition_count(2));
  auto partition = std::ranges::find(conditions, schema.partition_key, &AttributeCondition::name);
  if (partition == conditions.end()) {
    return std::unexpected(expression_errors::key_condition_missed(schema.partition_key));
  }
  AttributeCondition* sort = nullptr;
  if (conditions.size() == 2) {
    sort = &conditions[partition == conditions.begin() ? 1 : 0];
    if (!schema.sort_key) return std::unexpected(expression_errors::key_condition_not_supported());
    if (sort->name != *schema.sort_key) {
      return std::unexpected(expression_errors::key_condition_missed(*schema.sort_key));
    }
  }
  if (partition->condition.operation != SortKeyOperator::equal) {
    return std::unexpected(expression_errors::key_condition_not_supported());
  }
  auto checked = check_values(*partition, declared_type(definitions, partition->name), KeyRole::partition);
  if (checked && sort != nullptr) {
    checked = check_values(*sort, declared_type(definitions, sort->name), KeyRole::sort);
  }
  if (!checked) return std::unexpected(std::move(checked.error()));
  KeyCondition result{std::move(partition->condition.operand), std::nullopt};
  if (sort != nullptr) result.sort_key = std::move(sort->condition);
  return result;
}

}  // namespace

Result<KeyCondition> parse_key_condition(std::string_view text, const KeySchema& schema,
                                         const std::vector<AttributeDefinition>& definitions,
                                         ExpressionContext& context) {
  auto node = parse_condition_node(text, ExpressionKind::key_condition, context);
  if (!node) return std::unexpected(std::move(node.error()));
  KeyConditionReader reader;
  if (auto done = reader.read(*node); !done) return std::unexpected(std::move(done.error()));
  return match(reader.conditions(), schema, definitions);
}

}  // namespace dynamodb
