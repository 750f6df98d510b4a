// The texts about batches and transactions.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb::errors {
namespace {

std::string length_at_least_one() {
  return "Member must have length greater than or equal to 1";
}

std::string length_at_most(std::size_t length) {
  return concatenate({"Member must have length less than or equal to ", std::to_string(length)});
}

// The service repeats the whole list, as its server's objects print; the count says the same in less.
std::string elements(std::size_t count) {
  return concatenate({"[", std::to_string(count), " elements]"});
}

}  // namespace

Error empty_batch() {
  return constraint("{}", "requestItems", length_at_least_one());
}

Error too_many_keys_in_batch_get() {
  return validation("Too many items requested for the BatchGetItem call");
}

Error too_many_writes_in_batch(std::size_t count) {
  return constraint(elements(count), "requestItems",
                    concatenate({"Map value must satisfy constraint: [", length_at_most(limits::batch_write_items_max),
                                 ", ", length_at_least_one(), "]"}));
}

Error empty_batch_table(std::string_view table_name, std::string_view member) {
  return constraint("[]", concatenate({"requestItems.", table_name, ".member", member.empty() ? "" : ".", member}),
                    length_at_least_one());
}

Error duplicate_keys_in_batch() {
  return validation("Provided list of item keys contains duplicates");
}

Error batch_too_large() {
  return validation("Item collection too large: aggregate size of items in BatchWriteItem exceeds 16MB limit");
}

Error empty_transaction() {
  return constraint("[]", "transactItems", length_at_least_one());
}

Error too_many_actions_in_transaction(std::size_t count) {
  return constraint(elements(count), "transactItems", length_at_most(limits::transaction_actions_max));
}

Error duplicate_items_in_transaction() {
  return validation("Transaction request cannot include multiple operations on one item");
}

Error transaction_too_large() {
  return validation(
      "Collection size of items exceeded, which can also be caused by the aggregate size of the items in the "
      "transaction exceeding the 4MB limit");
}

Error client_request_token_too_long(std::string_view token) {
  return constraint(token, "clientRequestToken", length_at_most(limits::client_request_token_chars_max));
}

Error client_request_token_empty() {
  return constraint("", "clientRequestToken", length_at_least_one());
}

Error idempotent_parameter_mismatch() {
  return make_error(ErrorCode::idempotent_parameter_mismatch,
                    "DynamoDB rejected the request because you retried a request with a different payload but with an "
                    "idempotent token that was already used.");
}

Error transaction_in_progress() {
  return make_error(ErrorCode::transaction_in_progress,
                    "The transaction with the given request token is already in progress.");
}

Error transaction_conflict() {
  return make_error(ErrorCode::transaction_conflict, "Transaction is ongoing for the item");
}

Error transaction_canceled(std::vector<CancellationReason> reasons) {
  std::string codes;
  for (const CancellationReason& reason : reasons) {
    codes += codes.empty() ? "" : ", ";
    codes += reason.code;
  }
  Error error = make_error(
      ErrorCode::transaction_canceled,
      concatenate({"Transaction cancelled, please refer cancellation reasons for specific reasons [", codes, "]"}));
  error.cancellation_reasons = std::move(reasons);
  return error;
}

CancellationReason reason_none() {
  return {};
}

CancellationReason reason_conditional_check_failed(std::shared_ptr<const AttributeMapBox> item) {
  return {.code = "ConditionalCheckFailed", .message = "The conditional request failed", .item = std::move(item)};
}

CancellationReason reason_transaction_conflict() {
  return {.code = "TransactionConflict", .message = "Transaction is ongoing for the item", .item = nullptr};
}

CancellationReason reason_validation_error(std::string message) {
  return {.code = "ValidationError", .message = std::move(message), .item = nullptr};
}

CancellationReason reason_transaction_too_large() {
  return reason_validation_error("The aggregate size of the items in the transaction exceeded the limit of 4 MB");
}

Error item_collection_too_large() {
  return make_error(ErrorCode::item_collection_size_limit_exceeded, "Collection size exceeded.");
}

CancellationReason reason_item_collection_too_large() {
  return {.code = "ItemCollectionSizeLimitExceeded", .message = "Collection size exceeded.", .item = nullptr};
}

}  // namespace dynamodb::errors
