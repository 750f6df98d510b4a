#include "partiql/run.h"

#include <utility>

#include "dynamodb/errors.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::Awaitable;
using dynamodb::ErrorCode;

Awaitable<dynamodb::TableDefinition> table_of(dynamodb::Database& database, std::string name) {
  auto described = co_await database.describe_table({.table_name = std::move(name)});
  if (described) co_return std::move(described->table.definition);
  if (described.error().code == ErrorCode::resource_not_found) {
    co_return std::unexpected(errors::requested_resource_not_found());
  }
  co_return std::unexpected(std::move(described.error()));
}

Awaitable<dynamodb::WriteItemResult> run_write(dynamodb::Database& database, dynamodb::TransactWriteItem write,
                                               dynamodb::ReturnConsumedCapacity capacity) {
  if (auto* put = std::get_if<dynamodb::PutItemRequest>(&write)) {
    put->return_consumed_capacity = capacity;
    auto result = co_await database.put_item(std::move(*put));
    if (!result && result.error().code == ErrorCode::conditional_check_failed) {
      co_return std::unexpected(errors::duplicate_item());
    }
    co_return result;
  }
  if (auto* update = std::get_if<dynamodb::UpdateItemRequest>(&write)) {
    update->return_consumed_capacity = capacity;
    co_return co_await database.update_item(std::move(*update));
  }
  if (auto* request = std::get_if<dynamodb::DeleteItemRequest>(&write)) {
    request->return_consumed_capacity = capacity;
    co_return co_await database.delete_item(std::move(*request));
  }
  co_return std::unexpected(errors::exists_outside_transaction());
}

}  // namespace partiql
