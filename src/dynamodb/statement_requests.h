// Requests and results of PartiQL.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/consumed_capacity.h"
#include "dynamodb/encoded_item.h"
#include "dynamodb/requests.h"

namespace dynamodb {

using StatementParameters = std::optional<std::vector<AttributeValue>>;  // nullopt: not given

struct ExecuteStatementRequest {
  std::string statement;
  StatementParameters parameters;
  bool consistent_read = false;
  std::optional<std::string> next_token;
  std::optional<std::int64_t> limit;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
  ReturnValuesOnConditionCheckFailure on_condition_check_failure = ReturnValuesOnConditionCheckFailure::none;
};
struct ExecuteStatementResult {
  std::vector<EncodedItem> items;
  std::optional<std::string> next_token;
  std::optional<Key> last_evaluated_key;
  std::optional<ConsumedCapacity> consumed_capacity;
};

struct BatchStatementRequest {
  std::string statement;
  StatementParameters parameters;
  bool consistent_read = false;
  ReturnValuesOnConditionCheckFailure on_condition_check_failure = ReturnValuesOnConditionCheckFailure::none;
};
struct BatchExecuteStatementRequest {
  std::vector<BatchStatementRequest> statements;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
};
struct BatchStatementError {
  std::string code;  // "ConditionalCheckFailed", "ValidationError", "ResourceNotFound", "DuplicateItem", …
  std::string message;
  std::optional<EncodedItem> item;
};
struct BatchStatementResponse {
  std::optional<BatchStatementError> error;
  std::optional<std::string> table_name;
  std::optional<EncodedItem> item;
};
struct BatchExecuteStatementResult {
  std::vector<BatchStatementResponse> responses;  // in request order
  std::vector<ConsumedCapacity> consumed_capacity;
};

struct ParameterizedStatement {
  std::string statement;
  StatementParameters parameters;
  ReturnValuesOnConditionCheckFailure on_condition_check_failure = ReturnValuesOnConditionCheckFailure::none;
};
struct ExecuteTransactionRequest {
  std::vector<ParameterizedStatement> transact_statements;
  std::optional<std::string> client_request_token;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
};
struct ExecuteTransactionResult {
  std::vector<std::optional<EncodedItem>> responses;  // in request order
  std::vector<ConsumedCapacity> consumed_capacity;
};

}  // namespace dynamodb
