#include "partiql/key_conditions.h"

#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/key.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::AttributeType;
using dynamodb::AttributeValue;
using dynamodb::Result;

namespace {

bool is_attribute(const Operand& operand, const std::string& attribute) {
  const auto* path = std::get_if<dynamodb::DocumentPath>(&operand);
  return path != nullptr && path->is_top_level() && path->root() == attribute;
}

bool is_of_type(const AttributeValue& value, dynamodb::ScalarType type) {
  switch (type) {
    case dynamodb::ScalarType::string:
      return value.type() == AttributeType::string;
    case dynamodb::ScalarType::number:
      return value.type() == AttributeType::number;
    case dynamodb::ScalarType::binary:
      break;
  }
  return value.type() == AttributeType::binary;
}

bool only_values(std::span<const Operand> operands) {
  return std::ranges::all_of(operands,
                             [](const Operand& operand) { return std::holds_alternative<AttributeValue>(operand); });
}

void add_conjuncts(const Condition& condition, std::vector<Condition>& conjuncts) {
  if (condition.kind != ConditionKind::conjunction) {
    conjuncts.push_back(condition);
    return;
  }
  for (const auto& child : condition.children) add_conjuncts(child, conjuncts);
}

}  // namespace

std::vector<Condition> conjuncts_of(const std::optional<Condition>& where) {
  std::vector<Condition> conjuncts;
  if (where) add_conjuncts(*where, conjuncts);
  return conjuncts;
}

const AttributeValue* demanded_value(const Condition& condition, const std::string& attribute) {
  if (condition.kind != ConditionKind::comparison || condition.name != "=") return nullptr;
  const bool forwards = is_attribute(condition.operands[0], attribute);
  if (!forwards && !is_attribute(condition.operands[1], attribute)) return nullptr;
  return std::get_if<AttributeValue>(&condition.operands[forwards ? 1 : 0]);
}

bool is_sort_key_condition(const Condition& condition, const std::string& sort_key) {
  const bool has_form = (condition.kind == ConditionKind::comparison && condition.name != "<>") ||
                        condition.kind == ConditionKind::between ||
                        (condition.kind == ConditionKind::function && condition.name == "begins_with");
  if (!has_form) return false;
  if (demanded_value(condition, sort_key) != nullptr) return true;
  return is_attribute(condition.operands.front(), sort_key) && only_values(std::span(condition.operands).subspan(1));
}

Result<void> check_key_types(const Condition& condition, const std::string& attribute,
                             const dynamodb::TableDefinition& table) {
  const auto type = key_type(table, attribute);
  for (const auto& operand : condition.operands) {
    const auto* value = std::get_if<AttributeValue>(&operand);
    if (value != nullptr && !is_of_type(*value, type)) {
      return std::unexpected(errors::statement_key_type_mismatch(attribute));
    }
  }
  return {};
}

Result<std::optional<KeyAndRest>> split_key(const std::optional<Condition>& where,
                                            const dynamodb::TableDefinition& table) {
  KeyAndRest split;
  const auto& schema = table.key_schema;
  for (auto& condition : conjuncts_of(where)) {
    const auto* name = &schema.partition_key;
    const auto* value = demanded_value(condition, *name);
    if (value == nullptr && schema.sort_key) {
      name = &*schema.sort_key;
      value = demanded_value(condition, *name);
    }
    if (value == nullptr) {
      split.rest.push_back(std::move(condition));
      continue;
    }
    if (auto valid = check_key_types(condition, *name, table); !valid) return std::unexpected(std::move(valid.error()));
    if (!split.key.emplace(*name, *value).second) return std::unexpected(errors::where_with_key_twice(*name));
  }
  if (split.key.size() != (schema.sort_key ? 2U : 1U)) return std::nullopt;
  return split;
}

}  // namespace partiql
