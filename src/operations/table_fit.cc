#include "operations/table_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "dynamodb/key_schema.h"
#include "dynamodb/table_names.h"
#include "tracker/repository.h"

namespace operations {
namespace {

using dynamodb::AttributeDefinition;
using dynamodb::IndexDefinition;
using dynamodb::KeySchema;
using dynamodb::ProjectionType;
using dynamodb::ScalarType;
using dynamodb::TableDefinition;

template <class Definition>
const Definition* find(const std::vector<Definition>& definitions, std::string_view name) {
  const auto found = std::ranges::find(definitions, name, &Definition::name);
  return found == definitions.end() ? nullptr : &*found;
}

std::string_view type_name(const TableDefinition& table, std::string_view attribute) {
  const auto* const definition = find(table.attribute_definitions, attribute);
  if (definition == nullptr) return "of no type";
  switch (definition->type) {
    case ScalarType::string:
      return "a string";
    case ScalarType::number:
      return "a number";
    case ScalarType::binary:
      return "binary";
  }
  return "";
}

std::string key_text(const TableDefinition& table, const KeySchema& schema) {
  std::string text;
  const auto add = [&](const std::string& attribute) {
    text += fmt::format("{}{} ({})", text.empty() ? "" : " and ", attribute, type_name(table, attribute));
  };
  for (const auto& attribute : dynamodb::partition_attributes(schema)) add(attribute);
  for (const auto& attribute : dynamodb::sort_attributes(schema)) add(attribute);
  return text;
}

// "The key of the table is id (a number); it has to be PK (a string) and SK (a string)."
void compare_keys(std::string_view whose, const TableDefinition& wanted, const KeySchema& wanted_key,
                  const TableDefinition& existing, const KeySchema& existing_key,
                  std::vector<std::string>& differences) {
  const std::string should = key_text(wanted, wanted_key);
  const std::string is = key_text(existing, existing_key);
  const bool has_the_same = wanted_key == existing_key && is == should;
  if (!has_the_same) differences.push_back(fmt::format("The key of {} is {}; it has to be {}.", whose, is, should));
}

}  // namespace

TableFit compare_tables(const TableDefinition& wanted, const TableDefinition& existing) {
  TableFit fit;
  compare_keys("the table", wanted, wanted.key_schema, existing, existing.key_schema, fit.differences);
  for (const IndexDefinition& index : wanted.global_secondary_indexes) {
    const auto* const there = find(existing.global_secondary_indexes, index.name);
    if (there == nullptr) {
      if (find(existing.local_secondary_indexes, index.name) != nullptr) {
        fit.differences.push_back(fmt::format("The index {} is a local one; it has to be a global one.", index.name));
      } else {
        fit.missing_indexes.push_back(index);
      }
      continue;
    }
    compare_keys("the index " + index.name, wanted, index.key_schema, existing, there->key_schema, fit.differences);
    if (index.projection.type == ProjectionType::all && there->projection.type != ProjectionType::all) {
      fit.differences.push_back(
          fmt::format("The index {} projects {}; it has to project ALL.", index.name, name_of(there->projection.type)));
    }
  }
  return fit;
}

bool is_needed(const IndexDefinition& index) {
  return find(tracker::table_definition({}, /*guide_only=*/true).global_secondary_indexes, index.name) != nullptr;
}

}  // namespace operations
