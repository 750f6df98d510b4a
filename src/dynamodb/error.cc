#include "dynamodb/error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dynamodb {
namespace {

struct ErrorKind {
  ErrorCode code;
  std::string_view name;
  int http_status;
};

// Names and statuses: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html and the
// service model. In the order of ErrorCode.
constexpr std::array error_kinds{
    ErrorKind{ErrorCode::validation, "ValidationException", 400},
    ErrorKind{ErrorCode::resource_not_found, "ResourceNotFoundException", 400},
    ErrorKind{ErrorCode::resource_in_use, "ResourceInUseException", 400},
    ErrorKind{ErrorCode::conditional_check_failed, "ConditionalCheckFailedException", 400},
    ErrorKind{ErrorCode::transaction_canceled, "TransactionCanceledException", 400},
    ErrorKind{ErrorCode::transaction_conflict, "TransactionConflictException", 400},
    ErrorKind{ErrorCode::transaction_in_progress, "TransactionInProgressException", 400},
    ErrorKind{ErrorCode::idempotent_parameter_mismatch, "IdempotentParameterMismatchException", 400},
    ErrorKind{ErrorCode::item_collection_size_limit_exceeded, "ItemCollectionSizeLimitExceededException", 400},
    ErrorKind{ErrorCode::limit_exceeded, "LimitExceededException", 400},
    ErrorKind{ErrorCode::provisioned_throughput_exceeded, "ProvisionedThroughputExceededException", 400},
    ErrorKind{ErrorCode::request_limit_exceeded, "RequestLimitExceeded", 400},
    ErrorKind{ErrorCode::throttling, "ThrottlingException", 400},
    ErrorKind{ErrorCode::duplicate_item, "DuplicateItemException", 400},
    ErrorKind{ErrorCode::expired_iterator, "ExpiredIteratorException", 400},
    ErrorKind{ErrorCode::trimmed_data_access, "TrimmedDataAccessException", 400},
    ErrorKind{ErrorCode::serialization, "SerializationException", 400},
    ErrorKind{ErrorCode::unknown_operation, "UnknownOperationException", 400},
    ErrorKind{ErrorCode::access_denied, "AccessDeniedException", 400},
    ErrorKind{ErrorCode::missing_authentication_token, "MissingAuthenticationTokenException", 400},
    ErrorKind{ErrorCode::unrecognized_client, "UnrecognizedClientException", 400},
    ErrorKind{ErrorCode::incomplete_signature, "IncompleteSignatureException", 400},
    ErrorKind{ErrorCode::invalid_signature, "InvalidSignatureException", 400},
    ErrorKind{ErrorCode::expired_token, "ExpiredTokenException", 400},
    ErrorKind{ErrorCode::internal_server_error, "InternalServerError", 500},
    ErrorKind{ErrorCode::service_unavailable, "ServiceUnavailable", 503},
    ErrorKind{ErrorCode::unreachable, "Unreachable", 503},
    ErrorKind{ErrorCode::missing_credentials, "MissingCredentials", 503},
};

constexpr bool in_order_of_code() {
  for (std::size_t index = 0; index < error_kinds.size(); ++index) {
    if (std::to_underlying(error_kinds[index].code) != static_cast<int>(index)) {
      return false;
    }
  }
  return true;
}
static_assert(in_order_of_code());
static_assert(error_kinds.back().code == ErrorCode::missing_credentials, "an ErrorCode was added: add its kind here");

const ErrorKind& kind_of(ErrorCode code) {
  return error_kinds.at(static_cast<std::size_t>(code));
}

}  // namespace

std::string_view error_name(ErrorCode code) {
  return kind_of(code).name;
}

std::optional<ErrorCode> error_code(std::string_view name) {
  const auto* kind = std::ranges::find(error_kinds, name, &ErrorKind::name);
  if (kind == error_kinds.end()) return std::nullopt;
  return kind->code;
}

int http_status(ErrorCode code) {
  return kind_of(code).http_status;
}

}  // namespace dynamodb
