// The texts of PartiQL, as DynamoDB Local 3.1.0 answers them.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb::errors {
namespace {

constexpr std::string_view duplicate_primary_key = "Duplicate primary key exists in table";

std::string length_at_least_one() {
  return "Member must have length greater than or equal to 1";
}

std::string length_at_most(std::size_t length) {
  return concatenate({"Member must have length less than or equal to ", std::to_string(length)});
}

std::string elements(std::size_t count) {
  return concatenate({"[", std::to_string(count), " elements]"});
}

}  // namespace

Error statement_not_well_formed(std::string_view statement) {
  return validation(concatenate({"Statement wasn't well formed, can't be processed: ", shortened(statement)}));
}

Error statement_length(std::string_view statement) {
  return constraint(statement, "statement",
                    statement.empty() ? length_at_least_one() : length_at_most(limits::statement_chars_max));
}

Error statement_parameters_empty() {
  return constraint("[]", "parameters", length_at_least_one());
}

Error statement_parameters_do_not_match() {
  return validation("Number of parameters in request and statement don't match.");
}

Error statement_operation_unsupported(std::string_view operation) {
  return validation(concatenate({"Unsupported operation: ", operation}));
}

Error statement_clause_unsupported(std::string_view clause, std::string_view position) {
  return validation(concatenate({"Unsupported clause: ", clause, position.empty() ? "" : " at ", position}));
}

Error statement_token_unsupported(std::string_view token) {
  return validation(concatenate({"Unsupported token in expression: ", token}));
}

Error statement_path_component_unexpected(std::string_view position) {
  return validation(concatenate({"Unexpected path component at ", position}));
}

Error statement_aliasing() {
  return validation("Aliasing is not supported");
}

Error selected_twice(std::string_view name) {
  return validation(concatenate({"Duplicate identifiers in select clause: ", name}));
}

Error selected_paths_overlap(const std::vector<std::string>& one, const std::vector<std::string>& two) {
  return validation(
      concatenate({"Two document paths overlap with each other; must remove or rewrite one of these paths; path one: ",
                   bracketed_list(one), ", path two: ", bracketed_list(two)}));
}

Error where_is_not_boolean() {
  return validation("WHERE clause must contain an expression that resolves to a boolean");
}

Error and_or_of_values() {
  return validation("The arguments to AND/OR must be Expressions");
}

Error missing_without_is() {
  return validation("MISSING must be compared using IS operator");
}

Error condition_operator_unsupported(std::string_view name) {
  return validation(concatenate({"Unsupported operator in Condition Expression. Operator: ", name}));
}

Error update_operator_unsupported(std::string_view name) {
  return validation(concatenate({"Unsupported operator in Update Expression. Operator: ", name}));
}

Error function_unrecognized(std::string_view name) {
  return validation(concatenate({"Unrecognized function: ", name}));
}

Error function_operand_count(std::string_view name, std::size_t count) {
  return validation(concatenate({"Incorrect number of operands for operator or function; operator or function: ", name,
                                 ", number of operands: ", std::to_string(count)}));
}

Error bag_empty(std::string_view position) {
  return validation(concatenate({"Empty bags are not supported at ", position}));
}

Error bag_of_mixed_types() {
  return validation("Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
}

Error bag_with_duplicates() {
  return validation("Input collection contains duplicates");
}

Error tuple_with_duplicate_key(std::string_view key, std::string_view under, std::string_view position) {
  return validation(concatenate({"Duplicate keys in tuple. Key: ", key, " under ", under, " at ", position}));
}

Error insert_of_no_tuple(std::string_view position) {
  return validation(
      concatenate({"Unsupported format in item expression. Please use struct format {...} to express item values for "
                   "insert statement. at ",
                   position}));
}

Error insert_into_index() {
  return validation("FROM clause may only contain a single table name in data manipulation statements");
}

Error insert_returning() {
  return validation("RETURNING is not supported in INSERT");
}

Error write_on_index() {
  return validation("This operation is not supported on an index");
}

Error returning_without_star() {
  return validation("Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");
}

Error returning_several() {
  return validation("Invalid syntax with multiple returning elements in RETURNING clause");
}

Error delete_returning(std::string_view clause) {
  return validation(concatenate({"Invalid returning clause: RETURNING ", clause,
                                 " *. Only RETURNING ALL OLD * is allowed in DELETE statements."}));
}

Error set_function_of_other_path(std::string_view function) {
  return validation(concatenate({"The first argument to ", function, " must equal the assignment value"}));
}

Error order_by_no_key(std::string_view name) {
  return validation(concatenate({"Variable reference ", name, " in ORDER BY clause must be part of the primary key"}));
}

Error order_by_without_where() {
  return validation("Must have WHERE clause in the statement when using ORDER BY clause.");
}

Error order_by_without_partition_key() {
  return validation(
      "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");
}

Error too_many_partition_keys_in_statement() {
  return validation(concatenate({"Too many hash key values in WHERE clause; the maximum is ",
                                 std::to_string(limits::statement_partition_keys_max)}));
}

Error inserted_item_without_key(std::string_view key) {
  return validation(concatenate({"Key attribute should be present in the item: Key ", key}));
}

Error statement_key_type_mismatch(std::string_view key) {
  return validation(concatenate({"Key attribute's data type should match its data type in table's schema: Key ", key}));
}

Error where_without_full_key() {
  return validation("Where clause does not contain a mandatory equality on all key attributes");
}

Error where_with_key_twice(std::string_view key) {
  return validation(
      concatenate({"Multiple conditions on same key ", key, ". Only single item Update/Insert/Delete are supported"}));
}

Error invalid_next_token() {
  return validation("Invalid NextToken");
}

Error duplicate_item() {
  return make_error(ErrorCode::duplicate_item, std::string(duplicate_primary_key));
}

CancellationReason reason_duplicate_item() {
  return {.code = "DuplicateItem", .message = std::string(duplicate_primary_key), .item = nullptr};
}

Error exists_outside_transaction() {
  return validation("EXISTS can only be used in ExecuteTransaction write requests.");
}

Error statement_batch_empty() {
  return constraint("[]", "statements", length_at_least_one());
}

Error statement_batch_too_long(std::size_t count) {
  return constraint(elements(count), "statements", length_at_most(limits::batch_statements_max));
}

Error statement_batch_mixed() {
  return validation("Read and write requests together in the same batch is not supported.");
}

Error batch_select_of_no_single_item() {
  return validation("Only single item select is supported");
}

Error statement_transaction_empty() {
  return constraint("[]", "transactStatements", length_at_least_one());
}

Error statement_transaction_too_long(std::size_t count) {
  return constraint(elements(count), "transactStatements", length_at_most(limits::transaction_actions_max));
}

Error statement_transaction_mixed() {
  return validation("ExecuteTransaction API does not support both read and write operations in the same request.");
}

Error transaction_select_without_key() {
  return validation("Select statements within ExecuteTransaction must specify the primary key in the where clause.");
}

Error transaction_select_on_index() {
  return validation("Reads on indices are not supported within transactions.");
}

Error transaction_returning() {
  return validation("RETURNING clause is not supported in ExecuteTransaction.");
}

Error exists_without_condition() {
  return validation("EXISTS() must contain a single item read with additional condition");
}

Error in_transact_statement(std::size_t index, const Error& error) {
  return make_error(error.code, concatenate({"Validation failed in TransactStatements[", std::to_string(index),
                                             "]: ", error.message}));
}

}  // namespace dynamodb::errors
