// The texts about the parameters that expressions have replaced.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"

namespace dynamodb::errors {

Error legacy_operand_count(std::string_view comparison_operator) {
  return invalid_parameter(
      concatenate({"Invalid number of argument(s) for the ", comparison_operator, " ComparisonOperator"}));
}

Error legacy_operand_type(std::string_view comparison_operator, AttributeType type) {
  return invalid_parameter(concatenate({"ComparisonOperator ", comparison_operator, " is not valid for ",
                                        type_descriptor(type), " AttributeValue type"}));
}

Error legacy_operand_types_differ() {
  return invalid_parameter("AttributeValues inside AttributeValueList must be of same type");
}

Error legacy_bounds_reversed() {
  return validation("The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
}

Error legacy_value_and_list(std::string_view attribute) {
  return invalid_parameter(
      concatenate({"Value and AttributeValueList cannot be used together for Attribute: ", attribute}));
}

Error legacy_exists_and_comparison(std::string_view attribute) {
  return invalid_parameter(
      concatenate({"Exists and ComparisonOperator cannot be used together for Attribute: ", attribute}));
}

Error legacy_comparison_without_value(std::string_view comparison_operator, std::string_view attribute) {
  return invalid_parameter(concatenate({"Value or AttributeValueList must be used with ComparisonOperator: ",
                                        comparison_operator, " for Attribute: ", attribute}));
}

Error legacy_list_without_comparison(std::string_view attribute) {
  return invalid_parameter(
      concatenate({"AttributeValueList can only be used with a ComparisonOperator for Attribute: ", attribute}));
}

Error legacy_value_required(std::string_view exists, std::string_view attribute) {
  return invalid_parameter(
      concatenate({"Value must be provided when Exists is ", exists, " for Attribute: ", attribute}));
}

Error legacy_value_of_absent(std::string_view attribute) {
  return invalid_parameter(concatenate({"Value cannot be used when Exists is false for Attribute: ", attribute}));
}

Error legacy_conditional_operator_alone() {
  return validation("ConditionalOperator cannot be used without Filter or Expected");
}

Error legacy_conditional_operator_of_one() {
  return validation("ConditionalOperator can only be used when Filter or Expected has two or more elements");
}

Error legacy_update_without_value() {
  return invalid_parameter("Only DELETE action is allowed when no attribute value is specified");
}

Error legacy_update_operand_type(std::string_view action, AttributeType type) {
  return invalid_parameter(concatenate({action, action == "DELETE" ? " action with value" : " action",
                                        " is not supported for the type ", type_descriptor(type)}));
}

Error legacy_update_type_mismatch() {
  return validation("Type mismatch for attribute to update");
}

Error legacy_attribute_twice(std::string_view attribute) {
  return invalid_parameter(concatenate({"Duplicate value in attribute name: ", attribute}));
}

Error legacy_attributes_with_select(std::string_view select) {
  return validation(concatenate(
      {"Cannot specify the AttributesToGet when choosing to get ", select == "COUNT" ? "only the Count" : select}));
}

Error legacy_key_condition_count() {
  return validation("Conditions can be of length 1 or 2 only");
}

Error legacy_key_condition_not_indexable() {
  return validation("Attempted conditional constraint is not an indexable operation");
}

Error legacy_query_filter_on_key(std::string_view attribute) {
  return validation(
      concatenate({"QueryFilter can only contain non-primary key attributes: Primary key attribute: ", attribute}));
}

}  // namespace dynamodb::errors
