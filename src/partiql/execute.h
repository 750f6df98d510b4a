// PartiQL, made of the port's operations: a statement becomes a GetItem, Query, Scan, PutItem, UpdateItem or
// DeleteItem. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html
#pragma once

#include <cstddef>
#include <map>

#include "dynamodb/database.h"
#include "dynamodb/statement_requests.h"

namespace partiql {

// Requests are taken by value: the coroutines keep them. The database outlives them.
[[nodiscard]] dynamodb::Awaitable<dynamodb::ExecuteStatementResult> execute_statement(
    dynamodb::Database& database, dynamodb::ExecuteStatementRequest request);
// By a statement's index: why it is not to be run, which its response then says.
using RefusedStatements = std::map<std::size_t, dynamodb::Error>;
[[nodiscard]] dynamodb::Awaitable<dynamodb::BatchExecuteStatementResult> batch_execute_statement(
    dynamodb::Database& database, dynamodb::BatchExecuteStatementRequest request, RefusedStatements refused = {});
[[nodiscard]] dynamodb::Awaitable<dynamodb::ExecuteTransactionResult> execute_transaction(
    dynamodb::Database& database, dynamodb::ExecuteTransactionRequest request);

}  // namespace partiql
