#include "dynamodb/expressions/expression_errors.h"

#include <initializer_list>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb::expression_errors {
namespace {

std::string join(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (std::string_view part : parts) size += part.size();
  std::string text;
  text.reserve(size);
  for (std::string_view part : parts) text += part;
  return text;
}

std::string_view parameter_name(ExpressionKind kind) {
  switch (kind) {
    case ExpressionKind::condition:
      return "ConditionExpression";
    case ExpressionKind::filter:
      return "FilterExpression";
    case ExpressionKind::key_condition:
      return "KeyConditionExpression";
    case ExpressionKind::projection:
      return "ProjectionExpression";
    case ExpressionKind::update:
      return "UpdateExpression";
  }
  return {};
}

Error invalid(ExpressionKind kind, std::initializer_list<std::string_view> parts) {
  return errors::validation(join({"Invalid ", parameter_name(kind), ": ", join(parts)}));
}

// [a, [3], c]
std::string path_text(const DocumentPath& path) {
  std::string text = "[";
  for (const PathElement& element : path.elements) {
    if (text.size() > 1) text += ", ";
    if (const auto* name = std::get_if<std::string>(&element)) {
      text += *name;
    } else {
      text += join({"[", std::to_string(std::get<std::size_t>(element)), "]"});
    }
  }
  return text + "]";
}

// A value as the service prints it in a message. Only ordered types come here; a binary is printed by its size, as
// the service (a Java program) does.
std::string value_text(const AttributeValue& value) {
  std::string text = join({"AttributeValue: {", type_descriptor(value.type()), ":"});
  if (const auto* string = value.get_if<std::string>()) text += *string;
  if (const auto* number = value.get_if<Number>()) text += number->to_string();
  if (const auto* binary = value.get_if<Binary>()) {
    std::string size = std::to_string(binary->bytes.size());
    text += join({"java.nio.HeapByteBuffer[pos=0 lim=", size, " cap=", size, "]"});
  }
  return text + "}";
}

std::string bounds_text(const AttributeValue& lower, const AttributeValue& upper) {
  return join({"lower bound operand: ", value_text(lower), ", upper bound operand: ", value_text(upper)});
}

// ADD and DELETE name types as no other message does.
std::string_view long_type_name(AttributeType type) {
  switch (type) {
    case AttributeType::string:
      return "STRING";
    case AttributeType::number:
      return "NUMBER";
    case AttributeType::binary:
      return "BINARY";
    case AttributeType::boolean:
      return "BOOLEAN";
    case AttributeType::null:
      return "NULL";
    case AttributeType::list:
      return "LIST";
    case AttributeType::map:
      return "MAP";
    case AttributeType::string_set:
      return "STRING_SET";
    case AttributeType::number_set:
      return "NUMBER_SET";
    case AttributeType::binary_set:
      return "BINARY_SET";
  }
  return {};
}

std::string_view placeholders_name(Placeholders which) {
  return which == Placeholders::names ? "ExpressionAttributeNames" : "ExpressionAttributeValues";
}

std::string joined_by(std::string_view separator, const std::vector<std::string_view>& parts) {
  std::string text;
  for (std::string_view part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

constexpr std::string_view wrong_count = "Incorrect number of operands for operator or function; ";
constexpr std::string_view wrong_type = "Incorrect operand type for operator or function; ";

}  // namespace

Error empty_expression(ExpressionKind kind) {
  return invalid(kind, {"The expression can not be empty;"});
}

Error expression_too_long(ExpressionKind kind, std::size_t size_bytes) {
  return invalid(
      kind, {"Expression size has exceeded the maximum allowed size; expression size: ", std::to_string(size_bytes)});
}

Error syntax_error(ExpressionKind kind, std::string_view token, std::string_view near) {
  return invalid(kind, {"Syntax error; token: \"", token, "\", near: \"", near, "\""});
}

Error redundant_parentheses(ExpressionKind kind) {
  return invalid(kind, {"The expression has redundant parentheses;"});
}

Error too_many_operators(ExpressionKind kind, std::size_t count) {
  return invalid(kind, {"The expression contains too many operators; operator count: ", std::to_string(count)});
}

Error section_repeated(ExpressionKind kind, std::string_view section) {
  return invalid(kind, {"The \"", section, "\" section can only be used once in an update expression;"});
}

Error reserved_word(ExpressionKind kind, std::string_view word) {
  return invalid(kind, {"Attribute name is a reserved keyword; reserved keyword: ", word});
}

Error list_index_out_of_range(ExpressionKind kind, std::string_view index) {
  return invalid(kind, {"List index is not within the allowable range; index: [", index, "]"});
}

Error path_too_deep(ExpressionKind kind, std::size_t levels) {
  return invalid(kind, {"The document path has too many nesting levels; nesting levels: ", std::to_string(levels)});
}

Error undefined_name(ExpressionKind kind, std::string_view placeholder) {
  return invalid(
      kind, {"An expression attribute name used in the document path is not defined; attribute name: ", placeholder});
}

Error undefined_value(ExpressionKind kind, std::string_view placeholder) {
  return invalid(kind,
                 {"An expression attribute value used in expression is not defined; attribute value: ", placeholder});
}

Error paths_overlap(ExpressionKind kind, const DocumentPath& one, const DocumentPath& two) {
  return invalid(kind, {"Two document paths overlap with each other; must remove or rewrite one of these paths; ",
                        "path one: ", path_text(one), ", path two: ", path_text(two)});
}

Error paths_conflict(ExpressionKind kind, const DocumentPath& one, const DocumentPath& two) {
  return invalid(kind, {"Two document paths conflict with each other; must remove or rewrite one of these paths; ",
                        "path one: ", path_text(one), ", path two: ", path_text(two)});
}

Error unknown_function(ExpressionKind kind, std::string_view function) {
  return invalid(kind, {"Invalid function name; function: ", function});
}

Error function_of_other_expressions(ExpressionKind kind, std::string_view function) {
  return invalid(kind, {"The function is not allowed in ", kind == ExpressionKind::update ? "an update" : "a condition",
                        " expression; function: ", function});
}

Error function_misplaced(ExpressionKind kind, std::string_view function) {
  return invalid(kind, {"The function is not allowed to be used this way in an expression; function: ", function});
}

Error wrong_operand_count(ExpressionKind kind, std::string_view function, std::size_t count) {
  return invalid(kind,
                 {wrong_count, "operator or function: ", function, ", number of operands: ", std::to_string(count)});
}

Error document_path_required(ExpressionKind kind, std::string_view function) {
  return invalid(kind, {"Operator or function requires a document path; operator or function: ", function});
}

Error operands_not_distinct(ExpressionKind kind, std::string_view function, const DocumentPath& first) {
  return invalid(kind,
                 {"The first operand must be distinct from the remaining operands for this operator or function; ",
                  "operator: ", function, ", first operand: ", path_text(first)});
}

Error wrong_operand_type(ExpressionKind kind, std::string_view function, AttributeType type) {
  return invalid(kind, {wrong_type, "operator or function: ", function, ", operand type: ", type_descriptor(type)});
}

Error wrong_operand_type_not_a_value(ExpressionKind kind, std::string_view function) {
  return invalid(kind,
                 {wrong_type, "operator or function: ", function, ", operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}"});
}

Error wrong_section_operand_type(ExpressionKind kind, std::string_view section, AttributeType type) {
  return invalid(kind, {wrong_type, "operator: ", section, ", operand type: ", long_type_name(type),
                        ", typeSet: ALLOWED_FOR_", section, "_OPERAND"});
}

Error unknown_attribute_type_name(ExpressionKind kind, std::string_view name) {
  return invalid(kind,
                 {"Invalid attribute type name found; type: ", name, ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"});
}

Error too_many_in_operands(ExpressionKind kind, std::size_t count) {
  return invalid(kind,
                 {"The IN operator is provided with too many operands; number of operands: ", std::to_string(count)});
}

Error between_types_differ(ExpressionKind kind, const AttributeValue& lower, const AttributeValue& upper) {
  return invalid(
      kind, {"The BETWEEN operator requires same data type for lower and upper bounds; ", bounds_text(lower, upper)});
}

Error between_bounds_reversed(ExpressionKind kind, const AttributeValue& lower, const AttributeValue& upper) {
  return invalid(kind, {"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ",
                        bounds_text(lower, upper)});
}

Error key_condition_operator(std::string_view function) {
  return errors::validation(join({"Invalid operator used in KeyConditionExpression: ", function}));
}

Error key_condition_nested_operation() {
  return errors::validation("KeyConditionExpressions cannot contain nested operations");
}

Error key_condition_nested_attribute() {
  return errors::validation("KeyConditionExpressions cannot have conditions on nested attributes");
}

Error key_condition_attribute_not_first(std::string_view function) {
  return errors::validation(join({"Invalid condition in KeyConditionExpression: ", function,
                                  " operator must have the key attribute as its first operand"}));
}

Error key_condition_several_attributes() {
  return errors::validation(
      "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition");
}

Error key_condition_no_attribute() {
  return errors::validation("Invalid condition in KeyConditionExpression: No key attribute specified");
}

Error key_condition_repeated_attribute() {
  return errors::validation("KeyConditionExpressions must only contain one condition per key");
}

Error key_condition_count(std::size_t conditions_max) {
  return errors::validation(join(
      {"Conditions can be of length 1 ", conditions_max > 2 ? "to " : "or ", std::to_string(conditions_max), " only"}));
}

Error key_condition_missed(std::string_view key_attribute) {
  return errors::validation(join({"Query condition missed key schema element: ", key_attribute}));
}

Error key_condition_not_supported() {
  return errors::validation("Query key condition not supported");
}

Error key_condition_of_every_partition_key(std::string_view key_attribute) {
  return errors::validation(
      join({"Query key condition not supported. Every HASH key attribute must have an equality condition: ",
            key_attribute}));
}

Error key_condition_of_sort_keys_in_order(std::string_view key_attribute) {
  return errors::validation(join(
      {"Query key condition not supported. RANGE key attributes must be used from left to right, each but the last ",
       "with an equality condition: ", key_attribute}));
}

Error key_condition_type_mismatch() {
  return errors::validation(
      "One or more parameter values were invalid: Condition parameter type does not match schema type");
}

Error key_condition_empty_value(std::string_view key_attribute, AttributeType type) {
  return errors::validation(join({"One or more parameter values are not valid. The AttributeValue for a key attribute ",
                                  "cannot contain an empty ", type == AttributeType::binary ? "binary" : "string",
                                  " value. Key: ", key_attribute}));
}

Error key_condition_value_too_long(std::string_view key_attribute, bool is_partition_key, std::size_t size_bytes_max) {
  return errors::validation(join({"One or more parameter values were invalid: Size of ",
                                  is_partition_key ? "hashkey" : "rangekey", " has exceeded the maximum size limit of",
                                  std::to_string(size_bytes_max), " bytes; key: ", key_attribute}));
}

Error names_without_expression() {
  return errors::validation("ExpressionAttributeNames can only be specified when using expressions");
}

Error values_without_expression(const std::vector<ExpressionKind>& absent) {
  std::string text = "ExpressionAttributeValues can only be specified when using expressions";
  if (absent.empty()) return errors::validation(std::move(text));
  std::vector<std::string_view> names;
  names.reserve(absent.size());
  for (ExpressionKind kind : absent) names.push_back(parameter_name(kind));
  return errors::validation(join({text, ": ", joined_by(" and ", names), absent.size() > 1 ? " are" : " is", " null"}));
}

Error placeholders_empty(Placeholders which) {
  return errors::validation(join({placeholders_name(which), " must not be empty"}));
}

Error placeholder_malformed(Placeholders which, std::string_view key) {
  return errors::validation(
      join({placeholders_name(which), " contains invalid key: Syntax error; key: \"", key, "\""}));
}

// Only of names is the size told.
Error placeholder_too_long(Placeholders which, std::size_t size_bytes) {
  std::string size = which == Placeholders::names ? " size of key: " + std::to_string(size_bytes) : std::string();
  return errors::validation(
      join({placeholders_name(which),
            " contains invalid key: The expression attribute map contains a key that is too long;", size}));
}

Error attribute_name_empty(std::string_view placeholder) {
  return errors::validation(
      join({"ExpressionAttributeNames contains invalid value: Empty attribute name for key ", placeholder}));
}

Error attribute_name_too_long(std::string_view placeholder) {
  return errors::validation(
      join({"ExpressionAttributeNames contains invalid value: Attribute name is too large, must "
            "be less than ",
            std::to_string(limits::attribute_name_bytes_max + 1), " bytes for key ", placeholder}));
}

Error value_invalid(std::string_view placeholder, std::string_view reason) {
  return errors::validation(
      join({"ExpressionAttributeValues contains invalid value: ", reason, " for key ", placeholder}));
}

Error values_too_large() {
  return errors::validation("ExpressionAttributeValues exceeds max size");
}

Error placeholders_unused(Placeholders which, const std::vector<std::string_view>& keys) {
  return errors::validation(join(
      {"Value provided in ", placeholders_name(which), " unused in expressions: keys: {", joined_by(", ", keys), "}"}));
}

Error update_path_invalid() {
  return errors::validation("The document path provided in the update expression is invalid for update");
}

Error update_operand_type() {
  return errors::validation("An operand in the update expression has an incorrect data type");
}

Error update_operand_missing() {
  return errors::validation("The provided expression refers to an attribute that does not exist in the item");
}

}  // namespace dynamodb::expression_errors
