// The texts about values, items and keys.
#include "dynamodb/error_text.h"
#include "dynamodb/errors.h"

namespace dynamodb::errors {
namespace {

constexpr std::string_view base64_alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The service shows binary members as it was sent them.
std::string base64(std::string_view bytes) {
  std::string text;
  for (std::size_t begin = 0; begin < bytes.size(); begin += 3) {
    const std::string_view group = bytes.substr(begin, 3);
    const auto byte = [&](std::size_t index) {
      return index < group.size() ? static_cast<unsigned>(static_cast<unsigned char>(group[index])) : 0U;
    };
    const unsigned bits = byte(0) << 16U | byte(1) << 8U | byte(2);
    text += base64_alphabet[bits >> 18U];
    text += base64_alphabet[bits >> 12U & 63U];
    text += group.size() > 1 ? base64_alphabet[bits >> 6U & 63U] : '=';
    text += group.size() > 2 ? base64_alphabet[bits & 63U] : '=';
  }
  return text;
}

std::string_view descriptor(ScalarType type) {
  switch (type) {
    case ScalarType::string:
      return type_descriptor(AttributeType::string);
    case ScalarType::number:
      return type_descriptor(AttributeType::number);
    case ScalarType::binary:
      break;
  }
  return type_descriptor(AttributeType::binary);
}

std::string_view word(AttributeType type) {
  return type == AttributeType::binary ? "binary" : "string";
}

}  // namespace

Error not_a_number(std::string_view text) {
  if (text.empty()) {
    return validation("The parameter cannot be converted to a numeric value");
  }
  return validation(concatenate({"The parameter cannot be converted to a numeric value: ", shortened(text)}));
}

Error number_overflow() {
  return validation("Number overflow. Attempting to store a number with magnitude larger than supported range");
}

Error number_underflow() {
  return validation("Number underflow. Attempting to store a number with magnitude smaller than supported range");
}

Error number_too_precise() {
  return validation("Attempting to store more than 38 significant digits in a Number");
}

Error empty_string_set() {
  return invalid_parameter("An string set  may not be empty");
}

Error empty_number_set() {
  return invalid_parameter("An number set  may not be empty");
}

Error empty_binary_set() {
  return invalid_parameter("Binary sets should not be empty");
}

Error duplicate_in_string_set(const std::vector<std::string>& members) {
  return invalid_parameter(
      concatenate({"Input collection ", shortened(bracketed_list(members)), " contains duplicates."}));
}

Error duplicate_in_number_set() {
  return validation("Input collection contains duplicates");
}

Error duplicate_in_binary_set(const std::vector<Binary>& members) {
  std::vector<std::string> texts;
  texts.reserve(members.size());
  for (const Binary& member : members) {
    texts.push_back(base64(member.bytes));
  }
  return invalid_parameter(
      concatenate({"Input collection ", shortened(bracketed_list(texts)), "of type BS contains duplicates."}));
}

Error nested_too_deeply() {
  return validation(
      "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported "
      "limit");
}

Error empty_attribute_name() {
  return validation("Empty attribute name");
}

Error attribute_name_too_long() {
  return validation("Attribute name is too large, must be less than 65536 bytes");
}

Error item_too_large() {
  return validation("Item size has exceeded the maximum allowed size");
}

Error updated_item_too_large() {
  return validation("Item size to update has exceeded the maximum allowed size");
}

Error key_does_not_match_schema() {
  return validation("The provided key element does not match the schema");
}

Error missing_key(std::string_view attribute) {
  return invalid_parameter(concatenate({"Missing the key ", attribute, " in the item"}));
}

Error key_type_mismatch(std::string_view attribute, ScalarType expected, AttributeType actual) {
  return invalid_parameter(concatenate({"Type mismatch for key ", attribute, " expected: ", descriptor(expected),
                                        " actual: ", type_descriptor(actual)}));
}

Error empty_key_value(std::string_view attribute, AttributeType type) {
  return validation(
      concatenate({"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain "
                   "an empty ",
                   word(type), " value. Key: ", attribute}));
}

Error partition_key_too_long() {
  return invalid_parameter("Size of hashkey has exceeded the maximum size limit of2048 bytes");
}

Error sort_key_too_long() {
  return invalid_parameter("Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
}

Error index_key_type_mismatch(std::string_view attribute, ScalarType expected, AttributeType actual,
                              std::string_view index_name) {
  return invalid_parameter(concatenate({"Type mismatch for Index Key ", attribute, " Expected: ", descriptor(expected),
                                        " Actual: ", type_descriptor(actual), " IndexName: ", index_name}));
}

Error empty_index_key_value(std::string_view attribute, AttributeType type, std::string_view index_name) {
  return validation(concatenate({"One or more parameter values are not valid. ",
                                 "A value specified for a secondary index key is not supported. ",
                                 "The AttributeValue for a key attribute cannot contain an empty ", word(type),
                                 " value. IndexName: ", index_name, ", IndexKey: ", attribute}));
}

Error index_key_too_long(std::string_view attribute, std::size_t size_bytes, std::size_t size_bytes_max,
                         std::string_view index_name) {
  return invalid_parameter(
      concatenate({"Size limit exceeded for Index Key ", attribute, " Actual Size: ", std::to_string(size_bytes),
                   " bytes Max Size: ", std::to_string(size_bytes_max), " bytes IndexName: ", index_name}));
}

Error cannot_update_key(std::string_view attribute) {
  return invalid_parameter(concatenate({"Cannot update attribute ", attribute, ". This attribute is part of the key"}));
}

Error updated_index_key_empty(AttributeType type) {
  return validation(concatenate(
      {"One or more parameter values are not valid. The update expression attempted to update a secondary index key to "
       "a value that is not supported. The AttributeValue for a key attribute cannot contain an empty ",
       word(type), " value."}));
}

Error key_path_not_scalar(std::string_view attribute, bool is_index_key) {
  return validation(
      concatenate({"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: ",
                   is_index_key ? "IndexKey: " : "Key: ", attribute}));
}

}  // namespace dynamodb::errors
