#include <algorithm>
#include <map>
#include <utility>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "partiql/capacity.h"
#include "partiql/execute.h"
#include "partiql/parser.h"
#include "partiql/run.h"
#include "partiql/select_plan.h"
#include "partiql/selection.h"
#include "partiql/write_plan.h"

namespace partiql {

namespace errors = dynamodb::errors;
using dynamodb::Awaitable;
using dynamodb::BatchStatementResponse;
using dynamodb::ErrorCode;
using dynamodb::Result;
using dynamodb::TableDefinition;

namespace {

// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchStatementError.html
std::string code_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::validation:
      return "ValidationError";
    case ErrorCode::resource_not_found:
      return "ResourceNotFound";
    case ErrorCode::conditional_check_failed:
      return "ConditionalCheckFailed";
    case ErrorCode::duplicate_item:
      return "DuplicateItem";
    case ErrorCode::transaction_conflict:
      return "TransactionConflict";
    case ErrorCode::item_collection_size_limit_exceeded:
      return "ItemCollectionSizeLimitExceeded";
    case ErrorCode::provisioned_throughput_exceeded:
      return "ProvisionedThroughputExceeded";
    case ErrorCode::request_limit_exceeded:
      return "RequestLimitExceeded";
    case ErrorCode::throttling:
      return "ThrottlingError";
    case ErrorCode::access_denied:
      return "AccessDenied";
    default:
      return "InternalServerError";
  }
}

BatchStatementResponse failed(const dynamodb::Error& error) {
  BatchStatementResponse response;
  response.error = {.code = code_of(error.code), .message = error.message, .item = std::nullopt};
  if (error.item) response.error->item = dynamodb::EncodedItem(error.item->item);
  return response;
}

// A statement that can be run.
struct Planned {
  std::variant<dynamodb::TransactGet, dynamodb::TransactWriteItem> request;
  std::vector<dynamodb::DocumentPath> paths = {};  // of a read
};

Result<Planned> planned(const Statement& statement, const TableDefinition& table,
                        const dynamodb::BatchStatementRequest& request) {
  if (const auto* select = std::get_if<SelectStatement>(&statement)) {
    auto get = plan_single_read(*select, table);
    if (!get) return std::unexpected(std::move(get.error()));
    if (!*get) return std::unexpected(errors::batch_select_of_no_single_item());
    return Planned{.request = std::move(**get), .paths = select->paths};
  }
  auto write = plan_write(statement, table, request.on_condition_check_failure);
  if (!write) return std::unexpected(std::move(write.error()));
  return Planned{.request = std::move(*write)};
}

dynamodb::Key key_of(const Planned& statement, const TableDefinition& table) {
  if (const auto* get = std::get_if<dynamodb::TransactGet>(&statement.request)) return get->key;
  return std::visit(
      [&](const auto& write) {
        if constexpr (requires { write.key; }) {
          return write.key;
        } else {
          const auto& schema = table.key_schema;
          dynamodb::Key key{{schema.partition_key, write.item.at(schema.partition_key)}};
          if (schema.sort_key) key.emplace(*schema.sort_key, write.item.at(*schema.sort_key));
          return key;
        }
      },
      std::get<dynamodb::TransactWriteItem>(statement.request));
}

class Batch {
 public:
  Batch(dynamodb::Database& database, dynamodb::BatchExecuteStatementRequest request, RefusedStatements refused)
      : database_(database), request_(std::move(request)), refused_(std::move(refused)) {}

  Awaitable<dynamodb::BatchExecuteStatementResult> execute() {
    if (auto valid = parse(); !valid) co_return std::unexpected(std::move(valid.error()));
    if (auto valid = co_await plan(); !valid) co_return std::unexpected(std::move(valid.error()));
    for (std::size_t index = 0; index < plans_.size(); ++index) {
      auto response = plans_[index] ? co_await run(index) : failed(plans_[index].error());
      result_.responses.push_back(std::move(response));
    }
    co_return std::move(result_);
  }

 private:
  Result<void> parse() {
    if (request_.statements.empty()) return std::unexpected(errors::statement_batch_empty());
    if (request_.statements.size() > dynamodb::limits::batch_statements_max) {
      return std::unexpected(errors::statement_batch_too_long(request_.statements.size()));
    }
    bool reads = false;
    bool writes = false;
    for (const auto& request : request_.statements) {
      statements_.push_back(parse_statement(request.statement, request.parameters));
      auto& statement = statements_.back();
      if (!statement) continue;
      (is_read(*statement) ? reads : writes) = true;
      if (std::holds_alternative<ExistsStatement>(*statement)) {
        statement = std::unexpected(errors::exists_outside_transaction());
      }
    }
    if (reads && writes) return std::unexpected(errors::statement_batch_mixed());
    return {};
  }

  Awaitable<void> plan() {
    std::map<std::string, std::vector<dynamodb::Key>> keys;
    for (std::size_t index = 0; index < statements_.size(); ++index) {
      const auto& statement = statements_[index];
      if (!statement) {
        plans_.emplace_back(std::unexpected(statement.error()));
        continue;
      }
      if (const auto refusal = refused_.find(index); refusal != refused_.end()) {
        plans_.emplace_back(std::unexpected(refusal->second));
        continue;
      }
      const auto& name = table_name(*statement);
      const auto table = co_await table_of(database_, name);
      plans_.push_back(table ? planned(*statement, *table, request_.statements[index])
                             : std::unexpected(table.error()));
      if (!plans_.back()) continue;
      auto key = key_of(*plans_.back(), *table);
      if (std::ranges::find(keys[name], key) != keys[name].end()) {
        co_return std::unexpected(errors::duplicate_keys_in_batch());
      }
      keys[name].push_back(std::move(key));
    }
    co_return Result<void>();
  }

  boost::asio::awaitable<BatchStatementResponse> run(std::size_t index) {
    auto& statement = *plans_[index];
    BatchStatementResponse response;
    if (auto* write = std::get_if<dynamodb::TransactWriteItem>(&statement.request)) {
      auto written = co_await run_write(database_, std::move(*write), request_.return_consumed_capacity);
      if (written) {
        response.item = std::move(written->attributes);
        add_capacity(result_.consumed_capacity, written->consumed_capacity);
      } else {
        response = failed(written.error());
      }
    } else {
      auto read =
          co_await get(std::get<dynamodb::TransactGet>(statement.request), request_.statements[index].consistent_read);
      if (read) {
        if (read->item) response.item = selected(std::move(*read->item), statement.paths);
        add_capacity(result_.consumed_capacity, read->consumed_capacity);
      } else {
        response = failed(read.error());
      }
    }
    response.table_name = table_name(*statements_[index]);
    co_return response;
  }

  Awaitable<dynamodb::GetItemResult> get(dynamodb::TransactGet get, bool consistent_read) {
    return database_.get_item({.table_name = std::move(get.table_name),
                               .key = std::move(get.key),
                               .consistent_read = consistent_read,
                               .projection_expression = std::move(get.projection_expression),
                               .attributes = std::move(get.attributes),
                               .return_consumed_capacity = request_.return_consumed_capacity});
  }

  dynamodb::Database& database_;
  dynamodb::BatchExecuteStatementRequest request_;
  RefusedStatements refused_;
  std::vector<Result<Statement>> statements_;
  std::vector<Result<Planned>> plans_;
  dynamodb::BatchExecuteStatementResult result_;
};

}  // namespace

Awaitable<dynamodb::BatchExecuteStatementResult> batch_execute_statement(dynamodb::Database& database,
                                                                         dynamodb::BatchExecuteStatementRequest request,
                                                                         RefusedStatements refused) {
  Batch batch(database, std::move(request), std::move(refused));
  co_return co_await batch.execute();
}

}  // namespace partiql
