// The texts of UpdateTable, time to live and tags.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb::errors {
namespace {

// `whose` stands after "provisioned throughput for", `which` after "provisioned for".
Error throughput_unchanged(std::string_view whose, std::string_view which, const ProvisionedThroughput& throughput) {
  const std::string read = std::to_string(throughput.read_capacity_units);
  const std::string write = std::to_string(throughput.write_capacity_units);
  return validation(concatenate(
      {"The provisioned throughput for ", whose,
       " will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for ",
       which, ": ", read, ". Requested ReadCapacityUnits: ", read, ". Current WriteCapacityUnits provisioned for ",
       which, ": ", write, ". Requested WriteCapacityUnits: ", write,
       ". Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."}));
}

std::string schema_of(std::string_view attribute, ScalarType type) {
  const std::string_view letter = type == ScalarType::string ? "S" : type == ScalarType::number ? "N" : "B";
  return concatenate({"Schema:[SchemaElement: key{", attribute, ":", letter, ":HASH}]"});
}

}  // namespace

Error table_is_being_updated(std::string_view table_name) {
  return make_error(
      ErrorCode::resource_in_use,
      concatenate({"Attempt to change a resource which is still in use: Table is being updated: ", table_name}));
}

Error index_is_backfilling(std::string_view index_name) {
  return validation(concatenate({"Cannot read from backfilling global secondary index: ", index_name}));
}

Error nothing_to_update() {
  return validation(
      "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates, "
      "SSESpecification, ReplicaUpdates, MultiAccountReplicaReady, ReplicaTransitRoleArn, MultiRegionConsistency, "
      "DeletionProtectionEnabled, OnDemandThroughput, WarmThroughput or TableClass is required");
}

Error table_throughput_required() {
  return invalid_parameter("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
}

Error table_throughput_unchanged(const ProvisionedThroughput& throughput) {
  return throughput_unchanged("the table", "the table", throughput);
}

Error index_throughput_unchanged(std::string_view index_name, const ProvisionedThroughput& throughput) {
  return throughput_unchanged(concatenate({"the index ", index_name}), concatenate({"index ", index_name}), throughput);
}

Error throughput_required_for_index(std::string_view index_name) {
  return invalid_parameter(concatenate({"ProvisionedThroughput must be specified for index: ", index_name}));
}

Error no_throughput_for_index(std::string_view index_name) {
  return invalid_parameter(concatenate({"Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: ",
                                        index_name, " when BillingMode is PAY_PER_REQUEST"}));
}

Error one_update_per_index(std::string_view index_name) {
  return invalid_parameter(
      concatenate({"Only one global secondary index update per index is allowed simultaneously. Index: ", index_name}));
}

Error one_online_index_per_table() {
  return limit_exceeded(
      "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
}

Error index_change_with_throughput_change() {
  return invalid_parameter("You cannot create or delete index while updating table IOPS");
}

Error index_change_with_stream_change() {
  return invalid_parameter("You cannot create or delete index while changing stream status");
}

Error stream_change_with_throughput_change() {
  return invalid_parameter("You cannot modify stream status while updating table IOPS");
}

Error must_be_the_only_operation(std::string_view member) {
  return invalid_parameter(concatenate({member, " modification must be the only operation in the request"}));
}

Error index_exists_already() {
  return validation("Attempting to create an index which already exists");
}

Error definitions_required_for_index(std::string_view index_name) {
  return invalid_parameter(concatenate({"AttributeDefinitions is not specified for index: ", index_name}));
}

Error attribute_redefined(std::string_view attribute, ScalarType existing, ScalarType requested) {
  return invalid_parameter(concatenate(
      {"Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
       "Existing schema: ",
       schema_of(attribute, existing), " New schema: ", schema_of(attribute, requested)}));
}

Error too_many_global_indexes_after_update() {
  return limit_exceeded(concatenate({"GlobalSecondaryIndex count exceeds the per-table limit of ",
                                     std::to_string(limits::global_secondary_indexes_max)}));
}

Error not_a_global_index(std::string_view action, std::string_view index_name) {
  return validation(concatenate({"Cannot ", action, " an index that is not a GlobalSecondaryIndex: ", index_name}));
}

Error stream_enabled_already(std::string_view table_name) {
  return validation(concatenate({"Table already has an enabled stream: TableName: ", table_name}));
}

Error stream_disabled_already(std::string_view table_name) {
  return validation(concatenate({"Table has no stream to disable: TableName: ", table_name}));
}

Error stream_view_type_required() {
  return invalid_parameter("If stream is being enabled then UpdateViewType is required");
}

Error stream_view_type_not_allowed() {
  return invalid_parameter("If stream is being disabled, then UpdateViewType must not be specified");
}

Error time_to_live_enabled_already() {
  return validation("TimeToLive is already enabled");
}

Error time_to_live_disabled_already() {
  return validation("TimeToLive is already disabled");
}

Error time_to_live_on_other_attribute(std::string_view attribute) {
  return validation(
      concatenate({"TimeToLive is active on a different AttributeName: current AttributeName is ", attribute}));
}

Error time_to_live_modified_too_often() {
  return validation("Time to live has been modified multiple times within a fixed interval");
}

Error resource_arn_malformed(std::string_view arn) {
  if (!arn.starts_with("arn:")) {
    return invalid_parameter(concatenate({"ARNs must start with 'arn:': ", shortened(arn)}));
  }
  return validation(concatenate({"Invalid TableArn: Invalid ResourceArn provided as input ", shortened(arn)}));
}

// "ResourcArn" is the service's spelling.
Error resource_not_found_arn(std::string_view arn) {
  return make_error(ErrorCode::resource_not_found,
                    concatenate({"Requested resource not found: ResourcArn: ", arn, " not found"}));
}

Error access_to_tags_denied(std::string_view arn) {
  return make_error(ErrorCode::access_denied,
                    concatenate({"User: arn:aws:iam::000000000000:root is not authorized to perform: "
                                 "dynamodb:ListTagsOfResource on resource: ",
                                 arn}));
}

Error tags_required() {
  return validation("Atleast one Tag needs to be provided as Input.");
}

Error tag_keys_required() {
  return validation("Atleast one Tag Key needs to be provided as Input.");
}

Error tag_key_invalid(std::string_view key) {
  return validation(concatenate({"The Tag Key provided is invalid, Key: ", shortened(key)}));
}

Error tag_value_invalid(std::string_view value) {
  return validation(concatenate({"The Tag Value provided is invalid, Value: ", shortened(value)}));
}

Error tag_key_reserved(std::string_view key) {
  return validation(concatenate({"Tag Key cannot be prefixed with aws:, Key: ", key}));
}

Error tag_key_duplicated(std::string_view key) {
  return validation(concatenate({"Duplicate Tag Keys provided as input: Duplicate Tag Key found ", key}));
}

Error too_many_tags() {
  return validation("Number of Tags exceed the current limit for the provided ResourceArn");
}

}  // namespace dynamodb::errors
