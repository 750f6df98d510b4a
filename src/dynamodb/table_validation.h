// CreateTable's checks, in the service's order and words.
#pragma once

#include "dynamodb/error.h"
#include "dynamodb/table.h"

namespace dynamodb {

[[nodiscard]] Result<void> validate_table_definition(const TableDefinition& definition);
// 3–255 characters of a–z A–Z 0–9 _ . -
[[nodiscard]] Result<void> validate_table_name(std::string_view name);

}  // namespace dynamodb
