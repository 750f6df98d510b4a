// What a WHERE clause says of the key: its conditions that are joined by AND, and which of them fix a key attribute.
// Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "dynamodb/table.h"
#include "partiql/statement.h"

namespace partiql {

// The conditions that must all hold.
[[nodiscard]] std::vector<Condition> conjuncts_of(const std::optional<Condition>& where);

// The value that the condition demands of the attribute by "=", written in either order; or nullptr.
[[nodiscard]] const dynamodb::AttributeValue* demanded_value(const Condition& condition, const std::string& attribute);
// The condition compares the attribute, as a whole, with values only, in a way that a KeyConditionExpression has.
[[nodiscard]] bool is_sort_key_condition(const Condition& condition, const std::string& sort_key);

// The values of a condition have the type that the key attribute was declared with; ValidationException.
[[nodiscard]] dynamodb::Result<void> check_key_types(const Condition& condition, const std::string& attribute,
                                                     const dynamodb::TableDefinition& table);

// A whole key by equalities, and the conditions besides it.
struct KeyAndRest {
  dynamodb::Key key;
  std::vector<Condition> rest;
};
// nullopt: the conditions do not fix every key attribute. ValidationException: a value of another type than the key's;
// an attribute fixed twice.
[[nodiscard]] dynamodb::Result<std::optional<KeyAndRest>> split_key(const std::optional<Condition>& where,
                                                                    const dynamodb::TableDefinition& table);

}  // namespace partiql
