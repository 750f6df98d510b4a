// The texts about tables and their definitions.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb::errors {

Error resource_not_found_table(std::string_view table_name) {
  return make_error(ErrorCode::resource_not_found,
                    concatenate({"Requested resource not found: Table: ", table_name, " not found"}));
}

Error requested_resource_not_found() {
  return make_error(ErrorCode::resource_not_found, "Requested resource not found");
}

Error resource_in_use(std::string_view table_name) {
  return make_error(ErrorCode::resource_in_use, concatenate({"Table already exists: ", table_name}));
}

Error table_is_being_created(std::string_view table_name) {
  return make_error(
      ErrorCode::resource_in_use,
      concatenate({"Attempt to change a resource which is still in use: Table is being created: ", table_name}));
}

Error table_is_being_deleted(std::string_view table_name) {
  return make_error(
      ErrorCode::resource_in_use,
      concatenate({"Attempt to change a resource which is still in use: Table is being deleted: ", table_name}));
}

Error deletion_protection_enabled() {
  return validation(
      "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
}

Error list_tables_limit(std::int64_t limit) {
  if (limit < 1) {
    return limit_below_one(limit);
  }
  return constraint(
      std::to_string(limit), "limit",
      concatenate({"Member must have value less than or equal to ", std::to_string(limits::list_tables_max)}));
}

// ---- definitions

Error throughput_with_pay_per_request() {
  return invalid_parameter(
      "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
}

Error throughput_required() {
  return invalid_parameter(
      "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
}

Error throughput_out_of_bounds(std::string_view unit, std::int64_t value) {
  return validation(concatenate({"Given value ", std::to_string(value), " for ", unit, " is out of bounds"}));
}

Error index_throughput_with_pay_per_request(std::string_view index_name) {
  return invalid_parameter(concatenate({"ProvisionedThroughput should not be specified for index: ", index_name,
                                        " when BillingMode is PAY_PER_REQUEST"}));
}

Error index_throughput_not_specified(std::string_view index_name) {
  return invalid_parameter(concatenate({"ProvisionedThroughput is not specified for index: ", index_name}));
}

Error index_throughput_required(std::string_view index_name) {
  return invalid_parameter(
      concatenate({"Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: ", index_name}));
}

Error attribute_definition_duplicated(std::string_view attribute) {
  return validation(concatenate({"Attribute Name is duplicated: ", attribute}));
}

Error key_schema_without_definition() {
  return validation("Invalid KeySchema: Some index key attribute have no definition");
}

Error key_attributes_not_defined(const std::vector<std::string>& keys, const std::vector<std::string>& definitions) {
  return invalid_parameter(
      concatenate({"Some index key attributes are not defined in AttributeDefinitions. Keys: ", bracketed_list(keys),
                   ", AttributeDefinitions: ", bracketed_list(definitions)}));
}

Error key_attributes_have_same_name() {
  return validation("Both the Hash Key and the Range Key element in the KeySchema have the same name");
}

Error key_attribute_repeated() {
  return validation("The KeySchema contains multiple key attributes with the same name");
}

Error too_many_key_attributes(std::string_view role) {
  return invalid_parameter(
      concatenate({"The KeySchema exceeds the maximum allowed number of ", role, " key attributes"}));
}

Error hash_key_behind_range_key() {
  return invalid_parameter("All HASH key attributes must precede RANGE key attributes in the KeySchema");
}

Error attribute_definitions_do_not_match_keys() {
  return invalid_parameter(
      "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");
}

Error attribute_definitions_unused(const std::vector<std::string>& definitions, const std::vector<std::string>& keys) {
  return invalid_parameter(concatenate({"Some AttributeDefinitions are not used. AttributeDefinitions: ",
                                        bracketed_list(definitions), ", keys used: ", bracketed_list(keys)}));
}

Error local_index_without_table_sort_key() {
  return invalid_parameter(
      "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
}

Error local_index_without_sort_key(std::string_view index_name) {
  return invalid_parameter(concatenate({"Index KeySchema does not have a range key for index: ", index_name}));
}

Error local_index_with_other_partition_key(std::string_view index_name, std::string_view index_key,
                                           std::string_view table_key) {
  return invalid_parameter(
      concatenate({"Index KeySchema does not have the same leading hash key as table KeySchema for index: ", index_name,
                   ". index hash key: ", index_key, ", table hash key: ", table_key}));
}

Error too_many_local_indexes() {
  return invalid_parameter(concatenate({"Number of LocalSecondaryIndexes exceeds per-table limit of ",
                                        std::to_string(limits::local_secondary_indexes_max)}));
}

Error too_many_global_indexes() {
  return invalid_parameter(concatenate({"GlobalSecondaryIndex count exceeds the per-table limit of ",
                                        std::to_string(limits::global_secondary_indexes_max)}));
}

Error duplicate_index_name(std::string_view index_name) {
  return invalid_parameter(concatenate({"Duplicate index name: ", index_name}));
}

Error non_key_attributes_not_allowed(std::string_view projection_type) {
  return invalid_parameter(concatenate({"ProjectionType is ", projection_type, ", but NonKeyAttributes is specified"}));
}

Error non_key_attributes_required() {
  return invalid_parameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
}

Error duplicate_non_key_attribute(std::string_view attribute) {
  return invalid_parameter(concatenate({"Duplicate element in NonKeyAttributes: ", attribute}));
}

Error too_many_non_key_attributes(std::size_t count) {
  return invalid_parameter(
      concatenate({"Number of NonKeyAttributes projected by all secondary indexes: ", std::to_string(count),
                   " exceeds the per-table limit of ", std::to_string(limits::non_key_attributes_total_max)}));
}

Error first_key_not_hash() {
  return validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
}

Error second_key_not_range() {
  return validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
}

Error projection_type_missing() {
  return invalid_parameter("Unknown ProjectionType: null");
}

Error index_list_empty(std::string_view member) {
  return invalid_parameter(concatenate({"List of ", member, " is empty"}));
}

Error new_stream_without_view_type() {
  return invalid_parameter("Table is being created with a stream enabled, UpdateViewType should be specified");
}

Error view_type_without_new_stream() {
  return invalid_parameter("Table is being created with a stream disabled, UpdateViewType should not be specified");
}

Error index_update_without_action() {
  return invalid_parameter(
      "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete "
      "must not be null");
}

Error resource_arn_missing() {
  return validation("Invalid TableArn");
}

}  // namespace dynamodb::errors
