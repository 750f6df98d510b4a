#include <algorithm>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "partiql/execute.h"
#include "partiql/parser.h"
#include "partiql/run.h"
#include "partiql/select_plan.h"
#include "partiql/selection.h"
#include "partiql/write_plan.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::Awaitable;
using dynamodb::Error;
using dynamodb::ErrorCode;
using dynamodb::ExecuteTransactionRequest;
using dynamodb::ExecuteTransactionResult;
using dynamodb::Result;

namespace {

Result<std::vector<Statement>> parse(const ExecuteTransactionRequest& request) {
  const auto count = request.transact_statements.size();
  if (count == 0) return std::unexpected(errors::statement_transaction_empty());
  if (count > dynamodb::limits::transaction_actions_max) {
    return std::unexpected(errors::statement_transaction_too_long(count));
  }
  std::vector<Statement> statements;
  for (const auto& given : request.transact_statements) {
    auto statement = parse_statement(given.statement, given.parameters);
    if (!statement) return std::unexpected(std::move(statement.error()));
    statements.push_back(std::move(*statement));
  }
  const bool reads = is_read(statements.front());
  if (!std::ranges::all_of(statements, [reads](const auto& statement) { return is_read(statement) == reads; })) {
    return std::unexpected(errors::statement_transaction_mixed());
  }
  return statements;
}

// nullopt: the statement may stand in a transaction.
std::optional<Error> refusal(const Statement& statement) {
  if (const auto* update = std::get_if<UpdateStatement>(&statement)) {
    if (update->returning != dynamodb::ReturnValues::none) return errors::transaction_returning();
  }
  if (const auto* removal = std::get_if<DeleteStatement>(&statement)) {
    if (removal->returning != dynamodb::ReturnValues::none) return errors::transaction_returning();
  }
  if (const auto* select = std::get_if<SelectStatement>(&statement)) {
    if (select->index_name) return errors::transaction_select_on_index();
  }
  return std::nullopt;
}

Result<dynamodb::TransactGet> read_of(const SelectStatement& select, const dynamodb::TableDefinition& table) {
  auto get = plan_single_read(select, table);
  if (!get) return std::unexpected(std::move(get.error()));
  if (!*get) return std::unexpected(errors::transaction_select_without_key());
  return std::move(**get);
}

Awaitable<ExecuteTransactionResult> execute_reads(dynamodb::Database& database, ExecuteTransactionRequest request,
                                                  std::vector<Statement> statements) {
  dynamodb::TransactGetItemsRequest reads;
  reads.return_consumed_capacity = request.return_consumed_capacity;
  for (std::size_t index = 0; index < statements.size(); ++index) {
    const auto& select = std::get<SelectStatement>(statements[index]);
    const auto table = co_await table_of(database, select.table_name);
    if (!table) co_return std::unexpected(table.error());
    auto get = read_of(select, *table);
    if (!get) co_return std::unexpected(errors::in_transact_statement(index, get.error()));
    reads.transact_items.push_back(std::move(*get));
  }
  auto read = co_await database.transact_get_items(std::move(reads));
  if (!read) co_return std::unexpected(std::move(read.error()));
  ExecuteTransactionResult result;
  for (std::size_t index = 0; index < read->responses.size(); ++index) {
    auto& item = read->responses[index];
    if (item) item = selected(std::move(*item), std::get<SelectStatement>(statements[index]).paths);
    result.responses.push_back(std::move(item));
  }
  result.consumed_capacity = std::move(read->consumed_capacity);
  co_return result;
}

// What is wrong with a statement's data cancels the transaction; what is wrong with its form refuses it.
Error cancelled_by(std::size_t index, std::size_t count, const Error& error) {
  std::vector<dynamodb::CancellationReason> reasons(count, errors::reason_none());
  reasons[index] = errors::reason_validation_error(error.message);
  return errors::transaction_canceled(std::move(reasons));
}

// An INSERT that finds an item has a reason of its own.
Error with_duplicates_named(Error error, const std::vector<Statement>& statements) {
  if (error.code != ErrorCode::transaction_canceled) return error;
  auto reasons = std::move(error.cancellation_reasons);
  for (std::size_t index = 0; index < std::min(reasons.size(), statements.size()); ++index) {
    if (reasons[index].code == errors::reason_conditional_check_failed().code &&
        std::holds_alternative<InsertStatement>(statements[index])) {
      reasons[index] = errors::reason_duplicate_item();
    }
  }
  return errors::transaction_canceled(std::move(reasons));
}

Awaitable<ExecuteTransactionResult> execute_writes(dynamodb::Database& database, ExecuteTransactionRequest request,
                                                   std::vector<Statement> statements) {
  dynamodb::TransactWriteItemsRequest writes;
  writes.client_request_token = std::move(request.client_request_token);
  writes.return_consumed_capacity = request.return_consumed_capacity;
  for (std::size_t index = 0; index < statements.size(); ++index) {
    const auto& statement = statements[index];
    const auto table = co_await table_of(database, table_name(statement));
    if (!table) co_return std::unexpected(table.error());
    auto write = plan_write(statement, *table, request.transact_statements[index].on_condition_check_failure);
    if (!write && std::holds_alternative<ExistsStatement>(statement)) {
      co_return std::unexpected(errors::in_transact_statement(index, write.error()));
    }
    if (!write) co_return std::unexpected(cancelled_by(index, statements.size(), write.error()));
    writes.transact_items.push_back(std::move(*write));
  }
  auto written = co_await database.transact_write_items(std::move(writes));
  if (!written) co_return std::unexpected(with_duplicates_named(std::move(written.error()), statements));
  ExecuteTransactionResult result;
  result.consumed_capacity = std::move(written->consumed_capacity);
  co_return result;
}

}  // namespace

Awaitable<ExecuteTransactionResult> execute_transaction(dynamodb::Database& database,
                                                        ExecuteTransactionRequest request) {
  auto statements = parse(request);
  if (!statements) co_return std::unexpected(std::move(statements.error()));
  for (std::size_t index = 0; index < statements->size(); ++index) {
    if (const auto error = refusal((*statements)[index])) {
      co_return std::unexpected(errors::in_transact_statement(index, *error));
    }
  }
  if (is_read(statements->front())) {
    co_return co_await execute_reads(database, std::move(request), std::move(*statements));
  }
  co_return co_await execute_writes(database, std::move(request), std::move(*statements));
}

}  // namespace partiql
