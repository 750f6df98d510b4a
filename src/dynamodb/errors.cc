#include "dynamodb/errors.h"

#include <algorithm>

#include "dynamodb/error_text.h"
#include "dynamodb/limits.h"

namespace dynamodb::errors {
Error validation(std::string message) {
  return make_error(ErrorCode::validation, std::move(message));
}

Error invalid_parameter(std::string_view message) {
  return validation(concatenate({"One or more parameter values were invalid: ", message}));
}

Error constraint(std::string_view value, std::string_view member, std::string_view constraint) {
  return constraints({{std::string(value), std::string(member), std::string(constraint)}});
}

Error constraints(const std::vector<ConstraintViolation>& violations) {
  constexpr std::size_t named_violations_max = 10;
  const std::size_t count = std::min(violations.size(), named_violations_max);
  std::string text =
      concatenate({std::to_string(count), count == 1 ? " validation error" : " validation errors", " detected: "});
  for (std::size_t index = 0; index < count; ++index) {
    const ConstraintViolation& violation = violations[index];
    const std::string value =
        violation.value ? concatenate({"'", shortened(*violation.value), "'"}) : std::string("null");
    text += concatenate({index == 0 ? "" : "; ", "Value ", value, " at '", violation.member,
                         "' failed to satisfy constraint: ", violation.constraint});
  }
  return validation(std::move(text));
}

Error parameter_required(std::string_view parameter) {
  return validation(concatenate({"The parameter '", parameter, "' is required but was not present in the request"}));
}

Error internal(std::string message) {
  return make_error(ErrorCode::internal_server_error, std::move(message));
}

Error unavailable(std::string message) {
  return make_error(ErrorCode::service_unavailable, std::move(message));
}

Error unreachable(std::string message) {
  return make_error(ErrorCode::unreachable, std::move(message));
}

Error limit_exceeded(std::string message) {
  return make_error(ErrorCode::limit_exceeded, std::move(message));
}

Error serialization(std::string message) {
  return make_error(ErrorCode::serialization, std::move(message));
}

Error unknown_operation() {
  return make_error(ErrorCode::unknown_operation, "");
}

Error not_supported(std::string_view what) {
  return validation(concatenate({what, " is not supported: this is Training Tracker's DynamoDB, not AWS's"}));
}

// ---- writes

Error conditional_check_failed(std::shared_ptr<const AttributeMapBox> item) {
  Error error = make_error(ErrorCode::conditional_check_failed, "The conditional request failed");
  error.item = std::move(item);
  return error;
}

Error return_values_only_all_old_or_none() {
  return validation("ReturnValues can only be ALL_OLD or NONE");
}

// ---- Query and Scan

Error no_such_index(std::string_view index_name) {
  return validation(concatenate({"The table does not have the specified index: ", index_name}));
}

Error consistent_read_on_global_index() {
  return validation("Consistent reads are not supported on global secondary indexes");
}

Error all_attributes_on_partial_index(std::string_view index_name) {
  return invalid_parameter(concatenate({"Select type ALL_ATTRIBUTES is not supported for global secondary index ",
                                        index_name, " because its projection type is not ALL"}));
}

Error attributes_not_projected(std::string_view index_name, const std::vector<std::string>& attributes) {
  return invalid_parameter(
      concatenate({"Global secondary index ", index_name, " does not project ", bracketed_list(attributes)}));
}

Error filter_attributes_not_projected(std::string_view index_name, const std::vector<std::string>& attributes) {
  return invalid_parameter(
      concatenate({"Secondary index ", index_name,
                   " does not project one or more filter attributes: ", bracketed_list(attributes)}));
}

Error projected_attributes_without_index() {
  return validation("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
}

Error projection_with_select(std::string_view select) {
  return validation(concatenate({"Cannot specify the ProjectionExpression when choosing to get ",
                                 select == "COUNT" ? "only the Count" : select}));
}

Error specific_attributes_without_projection() {
  return validation(
      "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
}

Error key_condition_required() {
  return validation("Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
}

Error filter_on_key_attribute(std::string_view attribute) {
  return validation(concatenate(
      {"Filter Expression can only contain non-primary key attributes: Primary key attribute: ", attribute}));
}

Error limit_below_one(std::int64_t limit) {
  return constraint(std::to_string(limit), "limit", "Member must have value greater than or equal to 1");
}

Error invalid_starting_key() {
  return validation("The provided starting key is invalid");
}

Error invalid_starting_key(std::string_view detail) {
  return validation(concatenate({"The provided starting key is invalid: ", detail}));
}

Error starting_key_outside_query() {
  return validation("The provided starting key is outside query boundaries based on provided conditions");
}

Error starting_key_outside_sort_condition() {
  return validation("The provided starting key does not match the range key predicate");
}

Error starting_key_in_other_segment(std::int64_t total_segments, std::int64_t segment) {
  return invalid_starting_key(
      concatenate({"Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: ",
                   std::to_string(total_segments), " Segment: ", std::to_string(segment)}));
}

Error total_segments_required() {
  return validation(
      "The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
}

Error segment_required() {
  return validation(
      "The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
}

Error segment_not_below_total(std::int64_t segment, std::int64_t total_segments) {
  return validation(
      concatenate({"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ",
                   std::to_string(segment), " is not less than TotalSegments: ", std::to_string(total_segments)}));
}

Error segment_negative(std::int64_t segment) {
  return constraint(std::to_string(segment), "segment", "Member must have value greater than or equal to 0");
}

Error total_segments_below_one(std::int64_t total_segments) {
  return constraint(std::to_string(total_segments), "totalSegments",
                    "Member must have value greater than or equal to 1");
}

Error total_segments_above_limit(std::int64_t total_segments) {
  return constraint(
      std::to_string(total_segments), "totalSegments",
      concatenate({"Member must have value less than or equal to ", std::to_string(limits::scan_segments_max)}));
}

}  // namespace dynamodb::errors
