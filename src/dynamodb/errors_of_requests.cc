// The texts about what a request's body says before any table is looked at.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb::errors {

Error not_json() {
  return serialization("");
}

Error json_not_convertible(std::string_view token, std::string_view type) {
  return serialization(concatenate({token, " cannot be converted to ", type}));
}

Error json_object_unexpected() {
  return serialization("Start of structure or map found where not expected");
}

Error json_array_unexpected(std::string_view type) {
  return serialization(concatenate({"Unrecognized collection type ", type}));
}

Error json_scalar_unexpected_as_member() {
  return serialization("Unexpected field type");
}

Error json_scalar_unexpected_as_element() {
  return serialization("Unexpected value type in payload");
}

Error json_scalar_unexpected_in_nested_list() {
  return serialization(
      "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl cannot be cast to class java.lang.Class "
      "(sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl and java.lang.Class are in module java.base of "
      "loader 'bootstrap')");
}

Error json_not_a_boolean() {
  return serialization("Unexpected token received from parser");
}

Error base64_not_text() {
  return serialization("only base-64-encoded strings are convertible to bytes");
}

Error base64_length(std::size_t length) {
  return serialization(
      concatenate({"Base64 encoded length is expected a multiple of 4 bytes but found: ", std::to_string(length)}));
}

Error base64_invalid() {
  return serialization("Invalid last non-pad Base64 character dectected");
}

Error legacy_and_expression_parameters(const std::vector<std::string>& legacy,
                                       const std::vector<std::string>& expressions) {
  const auto braced = [](const std::vector<std::string>& names) {
    const std::string list = bracketed_list(names);
    return concatenate({"{", std::string_view(list).substr(1, list.size() - 2), "}"});
  };
  return validation(
      concatenate({"Can not use both expression and non-expression parameters in the same request: ",
                   "Non-expression parameters: ", braced(legacy), " Expression parameters: ", braced(expressions)}));
}

Error request_items_required(std::string_view operation) {
  return validation(concatenate({"The requestItems parameter is required for ", operation}));
}

Error too_many_keys_of_table(std::string_view table_name) {
  return validation(concatenate({"1 validation error detected: Value at 'RequestItems.", table_name,
                                 ".member.Keys' failed to satisfy constraint: Member must have length less than or "
                                 "equal to ",
                                 std::to_string(limits::batch_get_keys_max)}));
}

Error query_limit_below_one() {
  return validation(
      "1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than "
      "or equal to 1");
}

Error transaction_action_not_one() {
  return validation("TransactItems can only contain one of Check, Put, Update or Delete");
}

Error write_request_not_one() {
  return validation(
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
}

Error empty_attribute_value() {
  return validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
}

Error attribute_value_of_several_types() {
  return validation(
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
}

Error null_attribute_value_false() {
  return invalid_parameter("Null attribute value types must have the value of true");
}

Error null_in_set(std::string_view kind) {
  return invalid_parameter(concatenate({"An ", kind, " set  may not have a null string as a member"}));
}

Error invalid_expression_attribute_value(std::string_view message, std::string_view placeholder) {
  return validation(
      concatenate({"ExpressionAttributeValues contains invalid value: ", message, " for key ", placeholder}));
}

}  // namespace dynamodb::errors
