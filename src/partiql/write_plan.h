// A statement that writes, or EXISTS, as the port's request. Pure.
#pragma once

#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "dynamodb/table.h"
#include "partiql/statement.h"

namespace partiql {

// INSERT puts where nothing is; UPDATE changes what is there; DELETE succeeds where nothing is, whatever else WHERE
// demands. EXISTS becomes a ConditionCheck; std::logic_error for SELECT.
// ValidationException: WHERE does not fix the whole key; the inserted item lacks it; a key of another type than
// declared; EXISTS with nothing but the key, or on an index.
[[nodiscard]] dynamodb::Result<dynamodb::TransactWriteItem> plan_write(
    const Statement& statement, const dynamodb::TableDefinition& table,
    dynamodb::ReturnValuesOnConditionCheckFailure on_condition_check_failure);

}  // namespace partiql
