// What can go wrong in DynamoDB, by its own names. Every operation answers Result<T>.
// Errors are made by the factories in errors.h, where their texts stand; no code decides by a text.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dynamodb {

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
enum class ErrorCode {
  validation,
  resource_not_found,
  resource_in_use,
  conditional_check_failed,
  transaction_canceled,
  transaction_conflict,
  transaction_in_progress,
  idempotent_parameter_mismatch,
  item_collection_size_limit_exceeded,
  limit_exceeded,
  provisioned_throughput_exceeded,
  request_limit_exceeded,
  throttling,
  duplicate_item,
  expired_iterator,
  trimmed_data_access,
  serialization,
  unknown_operation,
  access_denied,
  missing_authentication_token,
  unrecognized_client,
  incomplete_signature,
  invalid_signature,
  expired_token,
  internal_server_error,
  service_unavailable,
  // Not from DynamoDB: the request did not reach it, or its answer did not reach us. It may have been applied.
  unreachable,
  // Not from DynamoDB: no credentials were found.
  missing_credentials,
};

struct AttributeMapBox;  // an item, kept behind a pointer so that errors stay small (attribute_value.h)

// One per action of a cancelled transaction, in request order.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html
struct CancellationReason {
  std::string code = "None";  // "None", "ConditionalCheckFailed", "TransactionConflict", "ValidationError", …
  std::string message;        // empty with "None"
  std::shared_ptr<const AttributeMapBox> item;  // with ReturnValuesOnConditionCheckFailure ALL_OLD
};

struct Error {
  ErrorCode code = ErrorCode::internal_server_error;
  std::string message;
  std::vector<CancellationReason> cancellation_reasons;  // transaction_canceled only
  std::shared_ptr<const AttributeMapBox> item;           // conditional_check_failed with ALL_OLD only
};

template <class T>
using Result = std::expected<T, Error>;

// "ValidationException", "ResourceNotFoundException", …
[[nodiscard]] std::string_view error_name(ErrorCode code);
// nullopt: no such name.
[[nodiscard]] std::optional<ErrorCode> error_code(std::string_view name);
// 400 for what the caller can mend, 500 or 503 otherwise.
[[nodiscard]] int http_status(ErrorCode code);

}  // namespace dynamodb
