// How a table is billed, and the UpdateTable that changes it. Pure.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-switching-capacity-modes.html
#pragma once

#include <optional>
#include <string>

#include "dynamodb/table_requests.h"

namespace operations {

// nullopt: on demand. Otherwise units of the table, and the same of each of its global indexes.
using Capacity = std::optional<dynamodb::ProvisionedThroughput>;

// "on demand", "provisioned, 5 read and 5 write units"
[[nodiscard]] std::string describe(const Capacity& capacity);
// The table's own; its indexes may have other units.
[[nodiscard]] Capacity capacity_of(const dynamodb::TableDefinition& table);

// Into a definition that is going to be made.
void set_capacity(dynamodb::TableDefinition& table, const Capacity& capacity);

// Holds only what changes, as the service refuses the rest. nullopt: nothing does.
[[nodiscard]] std::optional<dynamodb::UpdateTableRequest> capacity_update(const dynamodb::TableDefinition& table,
                                                                          const Capacity& capacity);

}  // namespace operations
