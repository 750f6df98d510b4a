#include "partiql/write_plan.h"

#include <stdexcept>
#include <utility>

#include "dynamodb/errors.h"
#include "partiql/expression_text.h"
#include "partiql/key_conditions.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::Result;
using dynamodb::TableDefinition;
using dynamodb::TransactWriteItem;
using OnFailure = dynamodb::ReturnValuesOnConditionCheckFailure;

namespace {

Condition is_missing(const std::string& attribute) {
  Condition condition{.kind = ConditionKind::is_missing};
  condition.operands.emplace_back(dynamodb::DocumentPath{{attribute}});
  return condition;
}

Condition is_there(const std::string& attribute) {
  Condition condition{.kind = ConditionKind::negation};
  condition.children.push_back(is_missing(attribute));
  return condition;
}

Result<void> check_inserted_key(const dynamodb::Item& item, const std::string& attribute,
                                const TableDefinition& table) {
  const auto found = item.find(attribute);
  if (found == item.end()) return std::unexpected(errors::inserted_item_without_key(attribute));
  Condition equality;
  equality.operands.emplace_back(found->second);
  return check_key_types(equality, attribute, table);
}

Result<TransactWriteItem> plan(const InsertStatement& statement, const TableDefinition& table, OnFailure /*ignored*/) {
  const auto& schema = table.key_schema;
  if (auto valid = check_inserted_key(statement.item, schema.partition_key, table); !valid) {
    return std::unexpected(std::move(valid.error()));
  }
  if (schema.sort_key) {
    if (auto valid = check_inserted_key(statement.item, *schema.sort_key, table); !valid) {
      return std::unexpected(std::move(valid.error()));
    }
  }
  dynamodb::PutItemRequest put;
  put.table_name = statement.table_name;
  put.item = statement.item;
  Placeholders placeholders;
  put.condition_expression = condition_text(is_missing(schema.partition_key), placeholders);
  put.attributes = std::move(placeholders).attributes();
  return put;
}

Result<KeyAndRest> whole_key(const std::optional<Condition>& where, const TableDefinition& table) {
  auto split = split_key(where, table);
  if (!split) return std::unexpected(std::move(split.error()));
  if (!*split) return std::unexpected(errors::where_without_full_key());
  return std::move(**split);
}

Result<TransactWriteItem> plan(const UpdateStatement& statement, const TableDefinition& table, OnFailure on_failure) {
  auto split = whole_key(statement.where, table);
  if (!split) return std::unexpected(std::move(split.error()));
  split->rest.insert(split->rest.begin(), is_there(table.key_schema.partition_key));
  dynamodb::UpdateItemRequest update;
  update.table_name = statement.table_name;
  update.key = std::move(split->key);
  Placeholders placeholders;
  update.update_expression = update_text(statement.actions, placeholders);
  update.condition_expression = conjunction_text(split->rest, placeholders);
  update.attributes = std::move(placeholders).attributes();
  update.return_values = statement.returning;
  update.on_condition_check_failure = on_failure;
  return update;
}

Result<TransactWriteItem> plan(const DeleteStatement& statement, const TableDefinition& table, OnFailure on_failure) {
  auto split = whole_key(statement.where, table);
  if (!split) return std::unexpected(std::move(split.error()));
  dynamodb::DeleteItemRequest request;
  request.table_name = statement.table_name;
  request.key = std::move(split->key);
  if (!split->rest.empty()) {
    Placeholders placeholders;
    const auto nothing_there = condition_text(is_missing(table.key_schema.partition_key), placeholders);
    request.condition_expression = nothing_there + " OR " + conjunction_text(split->rest, placeholders);
    request.attributes = std::move(placeholders).attributes();
  }
  request.return_values = statement.returning;
  request.on_condition_check_failure = on_failure;
  return request;
}

Result<TransactWriteItem> plan(const ExistsStatement& statement, const TableDefinition& table, OnFailure on_failure) {
  auto split = split_key(statement.select.where, table);
  if (!split) return std::unexpected(std::move(split.error()));
  if (!*split || (*split)->rest.empty() || statement.select.index_name) {
    return std::unexpected(errors::exists_without_condition());
  }
  auto& [key, rest] = **split;
  rest.insert(rest.begin(), is_there(table.key_schema.partition_key));
  dynamodb::ConditionCheck check;
  check.table_name = statement.select.table_name;
  check.key = std::move(key);
  Placeholders placeholders;
  check.condition_expression = conjunction_text(rest, placeholders);
  check.attributes = std::move(placeholders).attributes();
  check.on_condition_check_failure = on_failure;
  return check;
}

Result<TransactWriteItem> plan(const SelectStatement& /*statement*/, const TableDefinition& /*table*/,
                               OnFailure /*ignored*/) {
  throw std::logic_error("SELECT is planned by plan_select");
}

}  // namespace

Result<TransactWriteItem> plan_write(const Statement& statement, const TableDefinition& table, OnFailure on_failure) {
  return std::visit([&](const auto& any) { return plan(any, table, on_failure); }, statement);
}

}  // namespace partiql
