// One statement's steps on a database. The database outlives the coroutines; everything else is taken by value.
#pragma once

#include <string>

#include "dynamodb/database.h"

namespace partiql {

// ResourceNotFoundException where there is none.
[[nodiscard]] dynamodb::Awaitable<dynamodb::TableDefinition> table_of(dynamodb::Database& database, std::string name);
// A request of plan_write but a ConditionCheck. An INSERT that finds an item is a DuplicateItemException.
[[nodiscard]] dynamodb::Awaitable<dynamodb::WriteItemResult> run_write(dynamodb::Database& database,
                                                                       dynamodb::TransactWriteItem write,
                                                                       dynamodb::ReturnConsumedCapacity capacity);

}  // namespace partiql
