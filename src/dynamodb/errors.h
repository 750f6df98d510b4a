// Every error of DynamoDB is made here, and its text stands in errors*.cc and nowhere else (those of the expression
// language: expressions/).
// Texts are the service's own where they are known (docs, botocore's recorded answers, DynamoDB Local 3.1.0, and the
// answers that public conformance suites have recorded); odd spacing in them is the service's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/attribute_value.h"
#include "dynamodb/error.h"
#include "dynamodb/table.h"

namespace dynamodb::errors {

// ---- any operation

[[nodiscard]] Error validation(std::string message);
// "One or more parameter values were invalid: " and the message.
[[nodiscard]] Error invalid_parameter(std::string_view message);
// "1 validation error detected: Value '<value>' at '<member>' failed to satisfy constraint: <constraint>"
[[nodiscard]] Error constraint(std::string_view value, std::string_view member, std::string_view constraint);
// Several of them at once: "2 validation errors detected: …; …". At least one; the service names at most ten.
struct ConstraintViolation {
  std::optional<std::string> value;  // nullopt: it was not given ("Value null at …")
  std::string member;
  std::string constraint;
};
[[nodiscard]] Error constraints(const std::vector<ConstraintViolation>& violations);
[[nodiscard]] Error parameter_required(std::string_view parameter);
[[nodiscard]] Error internal(std::string message);
[[nodiscard]] Error unavailable(std::string message);
[[nodiscard]] Error unreachable(std::string message);
[[nodiscard]] Error limit_exceeded(std::string message);
[[nodiscard]] Error serialization(std::string message);
[[nodiscard]] Error unknown_operation();
// What AWS does and this does not. `what` begins with a capital letter: the name of a member, or words.
[[nodiscard]] Error not_supported(std::string_view what);

// ---- bodies of requests (SerializationException; from answers of the service that public emulators recorded)

[[nodiscard]] Error not_json();  // without a message, as the service's own
// `token` is TRUE_VALUE, FALSE_VALUE, NUMBER_VALUE, DECIMAL_VALUE or STRING_VALUE; `type` is String, Boolean, Integer …
[[nodiscard]] Error json_not_convertible(std::string_view token, std::string_view type);
[[nodiscard]] Error json_object_unexpected();
// An array where one of `type` ("class java.lang.String") belongs.
[[nodiscard]] Error json_array_unexpected(std::string_view type);
// A scalar where a list, a map or a structure belongs: as a member, as an element, and as an element of a list in a
// map.
[[nodiscard]] Error json_scalar_unexpected_as_member();
[[nodiscard]] Error json_scalar_unexpected_as_element();
[[nodiscard]] Error json_scalar_unexpected_in_nested_list();
[[nodiscard]] Error json_not_a_boolean();
[[nodiscard]] Error base64_not_text();
[[nodiscard]] Error base64_length(std::size_t length);
[[nodiscard]] Error base64_invalid();

// ---- requests (ValidationException)

// "Can not use both expression and non-expression parameters …"
[[nodiscard]] Error legacy_and_expression_parameters(const std::vector<std::string>& legacy,
                                                     const std::vector<std::string>& expressions);
// RequestItems is absent or empty; `operation` as in "BatchGetItem".
[[nodiscard]] Error request_items_required(std::string_view operation);
// BatchGetItem: over 100 keys of one table.
[[nodiscard]] Error too_many_keys_of_table(std::string_view table_name);
// Query words its own: limit_below_one is Scan's.
[[nodiscard]] Error query_limit_below_one();
// An element of TransactItems, or of a table in BatchWriteItem, that is not exactly one action.
[[nodiscard]] Error transaction_action_not_one();
[[nodiscard]] Error write_request_not_one();

// ---- values

[[nodiscard]] Error empty_attribute_value();
[[nodiscard]] Error attribute_value_of_several_types();
[[nodiscard]] Error null_attribute_value_false();
// `kind` is "string", "number" or "binary".
[[nodiscard]] Error null_in_set(std::string_view kind);
// An error of a value among the ExpressionAttributeValues, that of `placeholder`.
[[nodiscard]] Error invalid_expression_attribute_value(std::string_view message, std::string_view placeholder);
[[nodiscard]] Error not_a_number(std::string_view text);
[[nodiscard]] Error number_overflow();
[[nodiscard]] Error number_underflow();
[[nodiscard]] Error number_too_precise();
[[nodiscard]] Error empty_string_set();
[[nodiscard]] Error empty_number_set();
[[nodiscard]] Error empty_binary_set();
[[nodiscard]] Error duplicate_in_string_set(const std::vector<std::string>& members);
[[nodiscard]] Error duplicate_in_number_set();
[[nodiscard]] Error duplicate_in_binary_set(const std::vector<Binary>& members);
[[nodiscard]] Error nested_too_deeply();
[[nodiscard]] Error empty_attribute_name();
[[nodiscard]] Error attribute_name_too_long();
[[nodiscard]] Error item_too_large();          // PutItem, BatchWriteItem
[[nodiscard]] Error updated_item_too_large();  // UpdateItem

// ---- keys

// A Key parameter that is not exactly the table's key.
[[nodiscard]] Error key_does_not_match_schema();
// An Item parameter without one of its key attributes.
[[nodiscard]] Error missing_key(std::string_view attribute);
[[nodiscard]] Error key_type_mismatch(std::string_view attribute, ScalarType expected, AttributeType actual);
// `type` is S or B.
[[nodiscard]] Error empty_key_value(std::string_view attribute, AttributeType type);
[[nodiscard]] Error partition_key_too_long();
[[nodiscard]] Error sort_key_too_long();
[[nodiscard]] Error index_key_type_mismatch(std::string_view attribute, ScalarType expected, AttributeType actual,
                                            std::string_view index_name);
[[nodiscard]] Error empty_index_key_value(std::string_view attribute, AttributeType type, std::string_view index_name);
[[nodiscard]] Error index_key_too_long(std::string_view attribute, std::size_t size_bytes, std::size_t size_bytes_max,
                                       std::string_view index_name);
// UpdateItem whose expression writes a key attribute.
[[nodiscard]] Error cannot_update_key(std::string_view attribute);
// UpdateItem whose result has an empty secondary index key.
[[nodiscard]] Error updated_index_key_empty(AttributeType type);
// A document path such as key.part or key[0].
[[nodiscard]] Error key_path_not_scalar(std::string_view attribute, bool is_index_key);

// ---- writes

[[nodiscard]] Error conditional_check_failed(std::shared_ptr<const AttributeMapBox> item = nullptr);
// PutItem and DeleteItem know NONE and ALL_OLD only.
[[nodiscard]] Error return_values_only_all_old_or_none();

// ---- Query and Scan

[[nodiscard]] Error no_such_index(std::string_view index_name);
[[nodiscard]] Error consistent_read_on_global_index();
[[nodiscard]] Error all_attributes_on_partial_index(std::string_view index_name);
// Attributes that a ProjectionExpression or FilterExpression names and the index does not hold.
[[nodiscard]] Error attributes_not_projected(std::string_view index_name, const std::vector<std::string>& attributes);
[[nodiscard]] Error filter_attributes_not_projected(std::string_view index_name,
                                                    const std::vector<std::string>& attributes);
[[nodiscard]] Error projected_attributes_without_index();
// `select` as the API spells it ("ALL_ATTRIBUTES"); COUNT has words of its own.
[[nodiscard]] Error projection_with_select(std::string_view select);
[[nodiscard]] Error specific_attributes_without_projection();
[[nodiscard]] Error key_condition_required();
[[nodiscard]] Error filter_on_key_attribute(std::string_view attribute);
[[nodiscard]] Error limit_below_one(std::int64_t limit);
[[nodiscard]] Error invalid_starting_key();
// The detail is a message of another error, such as that of key_does_not_match_schema().
[[nodiscard]] Error invalid_starting_key(std::string_view detail);
[[nodiscard]] Error starting_key_outside_query();
[[nodiscard]] Error starting_key_outside_sort_condition();
[[nodiscard]] Error starting_key_in_other_segment(std::int64_t total_segments, std::int64_t segment);
[[nodiscard]] Error total_segments_required();
[[nodiscard]] Error segment_required();
[[nodiscard]] Error segment_not_below_total(std::int64_t segment, std::int64_t total_segments);
[[nodiscard]] Error segment_negative(std::int64_t segment);
[[nodiscard]] Error total_segments_below_one(std::int64_t total_segments);
[[nodiscard]] Error total_segments_above_limit(std::int64_t total_segments);

// ---- legacy parameters (AttributeUpdates, Expected, KeyConditions, QueryFilter, ScanFilter, AttributesToGet)

// `comparison_operator` as the API spells it ("NOT_CONTAINS"), here and below.
[[nodiscard]] Error legacy_operand_count(std::string_view comparison_operator);
[[nodiscard]] Error legacy_operand_type(std::string_view comparison_operator, AttributeType type);
[[nodiscard]] Error legacy_operand_types_differ();
[[nodiscard]] Error legacy_bounds_reversed();
[[nodiscard]] Error legacy_value_and_list(std::string_view attribute);
[[nodiscard]] Error legacy_exists_and_comparison(std::string_view attribute);
[[nodiscard]] Error legacy_comparison_without_value(std::string_view comparison_operator, std::string_view attribute);
[[nodiscard]] Error legacy_list_without_comparison(std::string_view attribute);
// `exists` is "null" or "true".
[[nodiscard]] Error legacy_value_required(std::string_view exists, std::string_view attribute);
[[nodiscard]] Error legacy_value_of_absent(std::string_view attribute);
[[nodiscard]] Error legacy_conditional_operator_alone();
[[nodiscard]] Error legacy_conditional_operator_of_one();
[[nodiscard]] Error legacy_update_without_value();
// `action` is "ADD" or "DELETE".
[[nodiscard]] Error legacy_update_operand_type(std::string_view action, AttributeType type);
[[nodiscard]] Error legacy_update_type_mismatch();
[[nodiscard]] Error legacy_attribute_twice(std::string_view attribute);
[[nodiscard]] Error legacy_attributes_with_select(std::string_view select);
[[nodiscard]] Error legacy_key_condition_count();
[[nodiscard]] Error legacy_key_condition_not_indexable();
[[nodiscard]] Error legacy_query_filter_on_key(std::string_view attribute);

// ---- batches and transactions

[[nodiscard]] Error empty_batch();
// Over 100 keys; over 25 writes.
[[nodiscard]] Error too_many_keys_in_batch_get();
[[nodiscard]] Error too_many_writes_in_batch(std::size_t count);
[[nodiscard]] Error empty_batch_table(std::string_view table_name, std::string_view member);
[[nodiscard]] Error duplicate_keys_in_batch();
[[nodiscard]] Error batch_too_large();

[[nodiscard]] Error empty_transaction();
[[nodiscard]] Error too_many_actions_in_transaction(std::size_t count);
[[nodiscard]] Error duplicate_items_in_transaction();
[[nodiscard]] Error transaction_too_large();
[[nodiscard]] Error client_request_token_too_long(std::string_view token);
[[nodiscard]] Error client_request_token_empty();
[[nodiscard]] Error idempotent_parameter_mismatch();
[[nodiscard]] Error transaction_in_progress();
[[nodiscard]] Error transaction_conflict();
[[nodiscard]] Error transaction_canceled(std::vector<CancellationReason> reasons);
[[nodiscard]] CancellationReason reason_none();
[[nodiscard]] CancellationReason reason_conditional_check_failed(std::shared_ptr<const AttributeMapBox> item = nullptr);
[[nodiscard]] CancellationReason reason_transaction_conflict();
[[nodiscard]] CancellationReason reason_validation_error(std::string message);
// TransactGetItems: what was read is over 4 MB.
[[nodiscard]] CancellationReason reason_transaction_too_large();

// ---- tables

// DescribeTable, DeleteTable: names the table.
[[nodiscard]] Error resource_not_found_table(std::string_view table_name);
// Everything that reads or writes items.
[[nodiscard]] Error requested_resource_not_found();
// CreateTable of one that exists.
[[nodiscard]] Error resource_in_use(std::string_view table_name);
[[nodiscard]] Error table_is_being_created(std::string_view table_name);
[[nodiscard]] Error table_is_being_deleted(std::string_view table_name);
[[nodiscard]] Error deletion_protection_enabled();
[[nodiscard]] Error list_tables_limit(std::int64_t limit);

[[nodiscard]] Error table_is_being_updated(std::string_view table_name);
[[nodiscard]] Error index_is_backfilling(std::string_view index_name);

// ---- UpdateTable

[[nodiscard]] Error nothing_to_update();
[[nodiscard]] Error table_throughput_required();
// With the throughput that is there and the one that was asked for, which are equal.
[[nodiscard]] Error table_throughput_unchanged(const ProvisionedThroughput& throughput);
[[nodiscard]] Error index_throughput_unchanged(std::string_view index_name, const ProvisionedThroughput& throughput);
[[nodiscard]] Error throughput_required_for_index(std::string_view index_name);
[[nodiscard]] Error no_throughput_for_index(std::string_view index_name);
[[nodiscard]] Error one_update_per_index(std::string_view index_name);
[[nodiscard]] Error one_online_index_per_table();
[[nodiscard]] Error index_change_with_throughput_change();
[[nodiscard]] Error index_change_with_stream_change();
// `member` is "DeletionProtection" or "TableClass".
[[nodiscard]] Error stream_change_with_throughput_change();
[[nodiscard]] Error must_be_the_only_operation(std::string_view member);
[[nodiscard]] Error index_exists_already();
[[nodiscard]] Error definitions_required_for_index(std::string_view index_name);
[[nodiscard]] Error attribute_redefined(std::string_view attribute, ScalarType existing, ScalarType requested);
[[nodiscard]] Error too_many_global_indexes_after_update();
// `action` is "delete" or "update".
[[nodiscard]] Error not_a_global_index(std::string_view action, std::string_view index_name);
[[nodiscard]] Error stream_enabled_already(std::string_view table_name);
[[nodiscard]] Error stream_disabled_already(std::string_view table_name);
[[nodiscard]] Error stream_view_type_required();
[[nodiscard]] Error stream_view_type_not_allowed();

// ---- time to live and tags

[[nodiscard]] Error time_to_live_enabled_already();
[[nodiscard]] Error time_to_live_disabled_already();
[[nodiscard]] Error time_to_live_on_other_attribute(std::string_view attribute);
[[nodiscard]] Error time_to_live_modified_too_often();

[[nodiscard]] Error resource_arn_malformed(std::string_view arn);
[[nodiscard]] Error resource_not_found_arn(std::string_view arn);
// ListTagsOfResource says no more than this of a table that does not exist.
[[nodiscard]] Error access_to_tags_denied(std::string_view arn);
[[nodiscard]] Error tags_required();
[[nodiscard]] Error tag_keys_required();
[[nodiscard]] Error tag_key_invalid(std::string_view key);
[[nodiscard]] Error tag_value_invalid(std::string_view value);
[[nodiscard]] Error tag_key_reserved(std::string_view key);
[[nodiscard]] Error tag_key_duplicated(std::string_view key);
[[nodiscard]] Error too_many_tags();

// ---- definitions of tables

[[nodiscard]] Error throughput_with_pay_per_request();
[[nodiscard]] Error throughput_required();
// `unit` is "ReadCapacityUnits" or "WriteCapacityUnits".
[[nodiscard]] Error throughput_out_of_bounds(std::string_view unit, std::int64_t value);
[[nodiscard]] Error index_throughput_with_pay_per_request(std::string_view index_name);
// CreateTable; UpdateTable.
[[nodiscard]] Error index_throughput_not_specified(std::string_view index_name);
[[nodiscard]] Error index_throughput_required(std::string_view index_name);
[[nodiscard]] Error attribute_definition_duplicated(std::string_view attribute);
[[nodiscard]] Error key_schema_without_definition();
[[nodiscard]] Error key_attributes_not_defined(const std::vector<std::string>& keys,
                                               const std::vector<std::string>& definitions);
[[nodiscard]] Error key_attributes_have_same_name();
// Keys of several attributes. `role` is "HASH" or "RANGE".
[[nodiscard]] Error key_attribute_repeated();
[[nodiscard]] Error too_many_key_attributes(std::string_view role);
[[nodiscard]] Error hash_key_behind_range_key();
[[nodiscard]] Error attribute_definitions_do_not_match_keys();
[[nodiscard]] Error attribute_definitions_unused(const std::vector<std::string>& definitions,
                                                 const std::vector<std::string>& keys);
[[nodiscard]] Error local_index_without_table_sort_key();
[[nodiscard]] Error local_index_without_sort_key(std::string_view index_name);
[[nodiscard]] Error local_index_with_other_partition_key(std::string_view index_name, std::string_view index_key,
                                                         std::string_view table_key);
[[nodiscard]] Error too_many_local_indexes();
[[nodiscard]] Error too_many_global_indexes();
[[nodiscard]] Error duplicate_index_name(std::string_view index_name);
// `projection_type` is "ALL" or "KEYS_ONLY".
[[nodiscard]] Error non_key_attributes_not_allowed(std::string_view projection_type);
[[nodiscard]] Error non_key_attributes_required();
[[nodiscard]] Error duplicate_non_key_attribute(std::string_view attribute);
[[nodiscard]] Error too_many_non_key_attributes(std::size_t count);
[[nodiscard]] Error first_key_not_hash();
[[nodiscard]] Error second_key_not_range();
[[nodiscard]] Error projection_type_missing();
// `member` is "LocalSecondaryIndexes" or "GlobalSecondaryIndexes".
[[nodiscard]] Error index_list_empty(std::string_view member);
[[nodiscard]] Error new_stream_without_view_type();
[[nodiscard]] Error view_type_without_new_stream();
// An element of GlobalSecondaryIndexUpdates.
[[nodiscard]] Error index_update_without_action();
[[nodiscard]] Error resource_arn_missing();

// ---- streams

[[nodiscard]] Error stream_not_found(std::string_view arn);
[[nodiscard]] Error shard_not_found();
[[nodiscard]] Error streams_limit_too_high();      // ListStreams, DescribeStream
[[nodiscard]] Error get_records_limit_too_high();  // GetRecords
[[nodiscard]] Error sequence_number_required();
// TRIM_HORIZON and LATEST.
[[nodiscard]] Error sequence_number_not_allowed();
[[nodiscard]] Error sequence_number_not_in_shard();
[[nodiscard]] Error invalid_shard_iterator();
[[nodiscard]] Error expired_shard_iterator();
[[nodiscard]] Error trimmed_data_access();

// ---- callers
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html

[[nodiscard]] Error missing_authentication_token();
// Unknown access key, or another session token than its own.
[[nodiscard]] Error unrecognized_client();
// `parameters` of "Credential", "Signature", "SignedHeaders"; `scheme` is the header's first word.
[[nodiscard]] Error incomplete_authorization_header(const std::vector<std::string_view>& parameters, bool without_date,
                                                    std::string_view scheme);
[[nodiscard]] Error incomplete_query_signature(const std::vector<std::string_view>& parameters);
[[nodiscard]] Error two_signatures();
[[nodiscard]] Error malformed_credential(std::string_view credential);
[[nodiscard]] Error malformed_signature_date(std::string_view date);
[[nodiscard]] Error credential_of_other_region();
[[nodiscard]] Error credential_of_other_service(std::string_view service);
[[nodiscard]] Error credential_of_other_terminator(std::string_view expected, std::string_view actual);
[[nodiscard]] Error credential_of_other_date(std::string_view scope_date, std::string_view date);
[[nodiscard]] Error header_not_signed(std::string_view header);
// Times as in X-Amz-Date: "20261123T133000Z".
[[nodiscard]] Error signature_expired(std::string_view date, std::string_view earliest, std::string_view now);
[[nodiscard]] Error signature_not_yet_current(std::string_view date, std::string_view latest, std::string_view now);
[[nodiscard]] Error signature_mismatch();
enum class DeniedBy { no_statement, deny_statement };
[[nodiscard]] Error access_denied(std::string_view user_arn, std::string_view action, std::string_view resource,
                                  DeniedBy denied_by);

// ---- what AWS answers when it has too much to do, or breaks

[[nodiscard]] Error throughput_exceeded();
[[nodiscard]] Error request_rate_exceeded();
[[nodiscard]] Error internal_failure();

// ---- PartiQL. A `position` is "line:column:length" of a token.

[[nodiscard]] Error statement_not_well_formed(std::string_view statement);
// Empty, or over 8192 characters.
[[nodiscard]] Error statement_length(std::string_view statement);
[[nodiscard]] Error statement_parameters_empty();
[[nodiscard]] Error statement_parameters_do_not_match();
[[nodiscard]] Error statement_operation_unsupported(std::string_view operation);
[[nodiscard]] Error statement_clause_unsupported(std::string_view clause, std::string_view position);
[[nodiscard]] Error statement_token_unsupported(std::string_view token);
[[nodiscard]] Error statement_path_component_unexpected(std::string_view position);
[[nodiscard]] Error statement_aliasing();
[[nodiscard]] Error selected_twice(std::string_view name);
[[nodiscard]] Error selected_paths_overlap(const std::vector<std::string>& one, const std::vector<std::string>& two);
[[nodiscard]] Error where_is_not_boolean();
[[nodiscard]] Error and_or_of_values();
[[nodiscard]] Error missing_without_is();
[[nodiscard]] Error condition_operator_unsupported(std::string_view name);
[[nodiscard]] Error update_operator_unsupported(std::string_view name);
[[nodiscard]] Error function_unrecognized(std::string_view name);
[[nodiscard]] Error function_operand_count(std::string_view name, std::size_t count);
[[nodiscard]] Error bag_empty(std::string_view position);
[[nodiscard]] Error bag_of_mixed_types();
[[nodiscard]] Error bag_with_duplicates();
[[nodiscard]] Error tuple_with_duplicate_key(std::string_view key, std::string_view under, std::string_view position);
[[nodiscard]] Error insert_of_no_tuple(std::string_view position);
[[nodiscard]] Error insert_into_index();
[[nodiscard]] Error insert_returning();
[[nodiscard]] Error write_on_index();
[[nodiscard]] Error returning_without_star();
[[nodiscard]] Error returning_several();
// `clause` such as "MODIFIED OLD".
[[nodiscard]] Error delete_returning(std::string_view clause);
// `function` is "SET_ADD" or "SET_DELETE".
[[nodiscard]] Error set_function_of_other_path(std::string_view function);
[[nodiscard]] Error order_by_no_key(std::string_view name);
[[nodiscard]] Error order_by_without_where();
[[nodiscard]] Error order_by_without_partition_key();
[[nodiscard]] Error too_many_partition_keys_in_statement();
[[nodiscard]] Error inserted_item_without_key(std::string_view key);
[[nodiscard]] Error statement_key_type_mismatch(std::string_view key);
[[nodiscard]] Error where_without_full_key();
[[nodiscard]] Error where_with_key_twice(std::string_view key);
[[nodiscard]] Error invalid_next_token();
[[nodiscard]] Error duplicate_item();
[[nodiscard]] CancellationReason reason_duplicate_item();
[[nodiscard]] Error exists_outside_transaction();
[[nodiscard]] Error statement_batch_empty();
[[nodiscard]] Error statement_batch_too_long(std::size_t count);
[[nodiscard]] Error statement_batch_mixed();
[[nodiscard]] Error batch_select_of_no_single_item();
[[nodiscard]] Error statement_transaction_empty();
[[nodiscard]] Error statement_transaction_too_long(std::size_t count);
[[nodiscard]] Error statement_transaction_mixed();
[[nodiscard]] Error transaction_select_without_key();
[[nodiscard]] Error transaction_select_on_index();
[[nodiscard]] Error transaction_returning();
[[nodiscard]] Error exists_without_condition();
// One of the above, as the answer to the transaction whose statement number `index` (from 0) it is about.
[[nodiscard]] Error in_transact_statement(std::size_t index, const Error& error);

// ---- item collections (tables with local indexes)

[[nodiscard]] Error item_collection_too_large();
[[nodiscard]] CancellationReason reason_item_collection_too_large();

// ---- settings of tables and global indexes; `member` is of the structure, `index_name` is nullopt for the table

// `member` is MaxReadRequestUnits or MaxWriteRequestUnits.
[[nodiscard]] Error on_demand_throughput_out_of_range(std::string_view member,
                                                      const std::optional<std::string>& index_name);
[[nodiscard]] Error on_demand_throughput_when_provisioned(std::string_view member,
                                                          const std::optional<std::string>& index_name);
[[nodiscard]] Error on_demand_throughput_with_other_changes();
// `member` is ReadUnitsPerSecond or WriteUnitsPerSecond. Below what a table billed by request begins with; below what
// is provisioned (`provisioned_member`); below what it is now.
[[nodiscard]] Error warm_throughput_below_initial(std::string_view member,
                                                  const std::optional<std::string>& index_name);
[[nodiscard]] Error warm_throughput_below_provisioned(std::string_view member,
                                                      const std::optional<std::string>& index_name,
                                                      std::string_view provisioned_member);
[[nodiscard]] Error warm_throughput_decreased(std::string_view member, const std::optional<std::string>& index_name);
[[nodiscard]] Error warm_throughput_of_index_empty(std::string_view index_name);
[[nodiscard]] Error warm_throughput_with_other_changes();
// Of a global index of a table billed by request: something else than these two.
[[nodiscard]] Error only_on_demand_and_warm_throughput(std::string_view index_name);
// SSESpecification. `member` is SSEType or KMSMasterKeyId.
[[nodiscard]] Error encryption_member_without_enabled(std::string_view member);
[[nodiscard]] Error encryption_key_without_type();
[[nodiscard]] Error encryption_with_aes256();
// UpdateTable that would change nothing.
[[nodiscard]] Error encrypted_by_default_already();
[[nodiscard]] Error encrypted_with_key_already();

}  // namespace dynamodb::errors
