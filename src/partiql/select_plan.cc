#include "partiql/select_plan.h"

#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/key_schema.h"
#include "dynamodb/limits.h"
#include "partiql/expression_text.h"
#include "partiql/key_conditions.h"
#include "partiql/selection.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::AttributeValue;
using dynamodb::KeySchema;
using dynamodb::Result;
using dynamodb::TableDefinition;

namespace {

Result<KeySchema> schema_to_read(const SelectStatement& select, const TableDefinition& table) {
  if (!select.index_name) return table.key_schema;
  for (const auto* indexes : {&table.global_secondary_indexes, &table.local_secondary_indexes}) {
    for (const auto& index : *indexes) {
      if (index.name == *select.index_name) return index.key_schema;
    }
  }
  return std::unexpected(errors::no_such_index(*select.index_name));
}

// The values of `attribute IN [v, …]`, each once; none for another condition.
std::vector<AttributeValue> listed_values(const Condition& condition, const std::string& attribute) {
  std::vector<AttributeValue> values;
  if (condition.kind != ConditionKind::in) return values;
  const auto* path = std::get_if<dynamodb::DocumentPath>(&condition.operands.front());
  if (path == nullptr || !path->is_top_level() || path->root() != attribute) return values;
  for (std::size_t index = 1; index < condition.operands.size(); ++index) {
    const auto* value = std::get_if<AttributeValue>(&condition.operands[index]);
    if (value == nullptr) return {};
    if (std::ranges::find(values, *value) == values.end()) values.push_back(*value);
  }
  return values;
}

// Values of the partition key attributes, in the schema's order.
using Partition = std::vector<AttributeValue>;

// What a KeyConditionExpression takes of a WHERE, and what is left for the filter.
struct Split {
  std::vector<Partition> partitions = {};
  std::vector<Condition> sort = {};  // of the sort key attributes, from the first on
  std::vector<Condition> filter = {};
};

// Takes the values that the WHERE allows the attribute; none where it does not name any.
Result<std::vector<AttributeValue>> take_values(Split& split, const std::string& attribute,
                                                const TableDefinition& table) {
  for (auto condition = split.filter.begin(); condition != split.filter.end(); ++condition) {
    auto values = listed_values(*condition, attribute);
    if (const auto* value = demanded_value(*condition, attribute)) values = {*value};
    if (values.empty()) continue;
    if (auto valid = check_key_types(*condition, attribute, table); !valid) {
      return std::unexpected(std::move(valid.error()));
    }
    split.filter.erase(condition);
    return values;
  }
  return {};
}

// Every combination of the values. None where an attribute of the partition key has no value.
Result<void> take_partitions(Split& split, const KeySchema& schema, const TableDefinition& table) {
  std::vector<Partition> partitions(1);
  for (const auto& attribute : dynamodb::partition_attributes(schema)) {
    const auto values = take_values(split, attribute, table);
    if (!values) return std::unexpected(values.error());
    std::vector<Partition> combined;
    for (const auto& partition : partitions) {
      for (const auto& value : *values) {
        combined.push_back(partition);
        combined.back().push_back(value);
      }
    }
    partitions = std::move(combined);
    if (partitions.empty()) return {};
    if (partitions.size() > dynamodb::limits::statement_partition_keys_max) {
      return std::unexpected(errors::too_many_partition_keys_in_statement());
    }
  }
  split.partitions = std::move(partitions);
  return {};
}

// An equality before anything else: only one condition on a sort key attribute can be taken. nullopt: there is none.
Result<std::optional<Condition>> take_sort_condition(Split& split, const std::string& attribute,
                                                     const TableDefinition& table) {
  auto chosen = split.filter.end();
  for (auto condition = split.filter.begin(); condition != split.filter.end(); ++condition) {
    if (!is_sort_key_condition(*condition, attribute)) continue;
    if (auto valid = check_key_types(*condition, attribute, table); !valid) {
      return std::unexpected(std::move(valid.error()));
    }
    const bool is_equality = demanded_value(*condition, attribute) != nullptr;
    if (chosen == split.filter.end() || is_equality) chosen = condition;
    if (is_equality) break;
  }
  if (chosen == split.filter.end()) return std::nullopt;
  std::optional<Condition> taken = std::move(*chosen);
  split.filter.erase(chosen);
  return taken;
}

Result<Split> split_where(const SelectStatement& select, const KeySchema& schema, const TableDefinition& table) {
  Split split{.filter = conjuncts_of(select.where)};
  if (auto taken = take_partitions(split, schema, table); !taken) return std::unexpected(std::move(taken.error()));
  if (split.partitions.empty()) return split;
  for (const auto& attribute : dynamodb::sort_attributes(schema)) {
    auto taken = take_sort_condition(split, attribute, table);
    if (!taken) return std::unexpected(std::move(taken.error()));
    if (!*taken) break;
    const bool is_equality = demanded_value(**taken, attribute) != nullptr;
    split.sort.push_back(*std::move(*taken));
    if (!is_equality) break;  // what comes behind it can only filter
  }
  return split;
}

struct Direction {
  bool sort_forward = true;
  std::optional<bool> partitions_forward = {};  // nullopt: as they are written
};
Result<Direction> direction_of(const SelectStatement& select, const KeySchema& schema, bool has_partitions) {
  Direction direction;
  const auto partition_names = dynamodb::partition_attributes(schema);
  const auto sort_names = dynamodb::sort_attributes(schema);
  std::size_t sorted = 0;  // entries lie in the order of their sort key attributes, all one way
  for (const auto& by : select.order_by) {
    if (!select.where) return std::unexpected(errors::order_by_without_where());
    if (std::ranges::find(partition_names, by.name) != partition_names.end()) {
      direction.partitions_forward = by.ascending;
    } else if (sorted < sort_names.size() && sort_names[sorted] == by.name &&
               (sorted == 0 || by.ascending == direction.sort_forward)) {
      direction.sort_forward = by.ascending;
      ++sorted;
    } else {
      return std::unexpected(errors::order_by_no_key(by.name));
    }
    if (!has_partitions) return std::unexpected(errors::order_by_without_partition_key());
  }
  return direction;
}

std::string equality_text(const std::string& attribute, const AttributeValue& value, Placeholders& placeholders) {
  const auto name = placeholders.name(attribute);
  return name + " = " + placeholders.value(value);
}

dynamodb::QueryRequest query_of(const SelectStatement& select, const KeySchema& schema, const Split& split,
                                const Partition& partition, bool forward) {
  dynamodb::QueryRequest query;
  query.table_name = select.table_name;
  query.index_name = select.index_name;
  Placeholders placeholders;
  auto& text = query.key_condition_expression;
  const auto partition_names = dynamodb::partition_attributes(schema);
  for (std::size_t i = 0; i < partition.size(); ++i) {
    text += (i == 0 ? "" : " AND ") + equality_text(partition_names[i], partition[i], placeholders);
  }
  const auto sort_names = dynamodb::sort_attributes(schema);
  for (std::size_t i = 0; i < split.sort.size(); ++i) {
    const auto* equal = demanded_value(split.sort[i], sort_names[i]);
    text += " AND " + (equal != nullptr ? equality_text(sort_names[i], *equal, placeholders)
                                        : condition_text(split.sort[i], placeholders));
  }
  if (!split.filter.empty()) query.filter_expression = conjunction_text(split.filter, placeholders);
  query.projection_expression = selection_text(select.paths, placeholders);
  query.attributes = std::move(placeholders).attributes();
  query.scan_index_forward = forward;
  query.filter_may_name_keys = true;
  return query;
}

dynamodb::ScanRequest scan_of(const SelectStatement& select) {
  dynamodb::ScanRequest scan;
  scan.table_name = select.table_name;
  scan.index_name = select.index_name;
  Placeholders placeholders;
  if (select.where) scan.filter_expression = condition_text(*select.where, placeholders);
  scan.projection_expression = selection_text(select.paths, placeholders);
  scan.attributes = std::move(placeholders).attributes();
  return scan;
}

}  // namespace

Result<SelectPlan> plan_select(const SelectStatement& select, const TableDefinition& table) {
  if (auto valid = check_selection(select.paths); !valid) return std::unexpected(std::move(valid.error()));
  const auto schema = schema_to_read(select, table);
  if (!schema) return std::unexpected(schema.error());
  auto split = split_where(select, *schema, table);
  if (!split) return std::unexpected(std::move(split.error()));
  const auto direction = direction_of(select, *schema, !split->partitions.empty());
  if (!direction) return std::unexpected(direction.error());
  SelectPlan plan;
  if (split->partitions.empty()) {
    plan.scan = scan_of(select);
    return plan;
  }
  if (direction->partitions_forward) {
    const auto is_less = [](const AttributeValue& left, const AttributeValue& right) {
      return compare(left, right) < 0;
    };
    std::ranges::sort(split->partitions, [&](const Partition& left, const Partition& right) {
      return *direction->partitions_forward ? std::ranges::lexicographical_compare(left, right, is_less)
                                            : std::ranges::lexicographical_compare(right, left, is_less);
    });
  }
  for (const auto& partition : split->partitions) {
    plan.queries.push_back(query_of(select, *schema, *split, partition, direction->sort_forward));
  }
  return plan;
}

Result<std::optional<dynamodb::TransactGet>> plan_single_read(const SelectStatement& select,
                                                              const TableDefinition& table) {
  if (auto valid = check_selection(select.paths); !valid) return std::unexpected(std::move(valid.error()));
  if (select.index_name || !select.order_by.empty()) return std::nullopt;
  auto split = split_key(select.where, table);
  if (!split) return std::unexpected(std::move(split.error()));
  if (!*split || !(*split)->rest.empty()) return std::nullopt;
  dynamodb::TransactGet get;
  get.table_name = select.table_name;
  get.key = std::move((*split)->key);
  Placeholders placeholders;
  get.projection_expression = selection_text(select.paths, placeholders);
  get.attributes = std::move(placeholders).attributes();
  return get;
}

}  // namespace partiql
