// The texts about streams, as DynamoDB Local has them.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb::errors {

Error stream_not_found(std::string_view arn) {
  return make_error(ErrorCode::resource_not_found,
                    concatenate({"Requested resource not found: Stream: ", arn, " not found"}));
}

Error shard_not_found() {
  return make_error(ErrorCode::resource_not_found, "Shard does not exist");
}

Error streams_limit_too_high() {
  return invalid_parameter(concatenate(
      {"Limit cannot be greater than the maximum allowed size: ", std::to_string(limits::list_streams_max)}));
}

Error get_records_limit_too_high() {
  return invalid_parameter(
      concatenate({"Limit should be less than or equal to ", std::to_string(limits::get_records_max)}));
}

Error sequence_number_required() {
  return invalid_parameter("Invalid SequenceNumber");
}

Error sequence_number_not_allowed() {
  return invalid_parameter("SequenceNumber should not be passed for this iterator type");
}

Error sequence_number_not_in_shard() {
  return invalid_parameter("Invalid SequenceNumber for the shard");
}

Error invalid_shard_iterator() {
  return validation("Invalid ShardIterator");
}

Error expired_shard_iterator() {
  return make_error(ErrorCode::expired_iterator, "The shard iterator has expired and can no longer be used.");
}

Error trimmed_data_access() {
  return make_error(ErrorCode::trimmed_data_access,
                    "The operation attempted to read past the oldest stream record in a shard.");
}

}  // namespace dynamodb::errors
