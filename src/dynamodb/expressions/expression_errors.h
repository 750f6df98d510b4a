// Every error of the expression language is made here, and its text stands in expression_errors.cc and nowhere else.
// The texts are the service's own, as answered by DynamoDB Local 3.1.0 and as recorded from the service in public
// test-suites. All are ValidationExceptions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/attribute_value.h"
#include "dynamodb/error.h"
#include "dynamodb/expressions/document_path.h"
#include "dynamodb/expressions/expression_context.h"

namespace dynamodb::expression_errors {

// ---- the text ---------------------------------------------------------------------------------------------------
[[nodiscard]] Error empty_expression(ExpressionKind kind);
[[nodiscard]] Error expression_too_long(ExpressionKind kind, std::size_t size_bytes);
[[nodiscard]] Error syntax_error(ExpressionKind kind, std::string_view token, std::string_view near);
[[nodiscard]] Error redundant_parentheses(ExpressionKind kind);
[[nodiscard]] Error too_many_operators(ExpressionKind kind, std::size_t count);
[[nodiscard]] Error section_repeated(ExpressionKind kind, std::string_view section);

// ---- names, paths and placeholders ------------------------------------------------------------------------------
[[nodiscard]] Error reserved_word(ExpressionKind kind, std::string_view word);
[[nodiscard]] Error list_index_out_of_range(ExpressionKind kind, std::string_view index);
[[nodiscard]] Error path_too_deep(ExpressionKind kind, std::size_t levels);
[[nodiscard]] Error undefined_name(ExpressionKind kind, std::string_view placeholder);
[[nodiscard]] Error undefined_value(ExpressionKind kind, std::string_view placeholder);
[[nodiscard]] Error paths_overlap(ExpressionKind kind, const DocumentPath& one, const DocumentPath& two);
[[nodiscard]] Error paths_conflict(ExpressionKind kind, const DocumentPath& one, const DocumentPath& two);

// ---- functions and operands -------------------------------------------------------------------------------------
[[nodiscard]] Error unknown_function(ExpressionKind kind, std::string_view function);
[[nodiscard]] Error function_of_other_expressions(ExpressionKind kind, std::string_view function);
[[nodiscard]] Error function_misplaced(ExpressionKind kind, std::string_view function);
[[nodiscard]] Error wrong_operand_count(ExpressionKind kind, std::string_view function, std::size_t count);
[[nodiscard]] Error document_path_required(ExpressionKind kind, std::string_view function);
[[nodiscard]] Error operands_not_distinct(ExpressionKind kind, std::string_view function, const DocumentPath& first);
[[nodiscard]] Error wrong_operand_type(ExpressionKind kind, std::string_view function, AttributeType type);
// attribute_type's second operand is not a placeholder.
[[nodiscard]] Error wrong_operand_type_not_a_value(ExpressionKind kind, std::string_view function);
// ADD and DELETE; `section` is one of the two.
[[nodiscard]] Error wrong_section_operand_type(ExpressionKind kind, std::string_view section, AttributeType type);
[[nodiscard]] Error unknown_attribute_type_name(ExpressionKind kind, std::string_view name);
[[nodiscard]] Error too_many_in_operands(ExpressionKind kind, std::size_t count);
[[nodiscard]] Error between_types_differ(ExpressionKind kind, const AttributeValue& lower, const AttributeValue& upper);
[[nodiscard]] Error between_bounds_reversed(ExpressionKind kind, const AttributeValue& lower,
                                            const AttributeValue& upper);

// ---- key conditions ---------------------------------------------------------------------------------------------
[[nodiscard]] Error key_condition_operator(std::string_view function);
[[nodiscard]] Error key_condition_nested_operation();
[[nodiscard]] Error key_condition_nested_attribute();
[[nodiscard]] Error key_condition_attribute_not_first(std::string_view function);
[[nodiscard]] Error key_condition_several_attributes();
[[nodiscard]] Error key_condition_no_attribute();
[[nodiscard]] Error key_condition_repeated_attribute();
[[nodiscard]] Error key_condition_count(std::size_t conditions_max);
[[nodiscard]] Error key_condition_missed(std::string_view key_attribute);
[[nodiscard]] Error key_condition_not_supported();
// Of an index whose keys have several attributes; the one that is offended against.
[[nodiscard]] Error key_condition_of_every_partition_key(std::string_view key_attribute);
[[nodiscard]] Error key_condition_of_sort_keys_in_order(std::string_view key_attribute);
[[nodiscard]] Error key_condition_type_mismatch();
[[nodiscard]] Error key_condition_empty_value(std::string_view key_attribute, AttributeType type);
[[nodiscard]] Error key_condition_value_too_long(std::string_view key_attribute, bool is_partition_key,
                                                 std::size_t size_bytes_max);

// ---- the placeholders' own form ---------------------------------------------------------------------------------
enum class Placeholders { names, values };
[[nodiscard]] Error names_without_expression();
[[nodiscard]] Error values_without_expression(const std::vector<ExpressionKind>& absent);
[[nodiscard]] Error placeholders_empty(Placeholders which);
[[nodiscard]] Error placeholder_malformed(Placeholders which, std::string_view key);
[[nodiscard]] Error placeholder_too_long(Placeholders which, std::size_t size_bytes);
[[nodiscard]] Error attribute_name_empty(std::string_view placeholder);
[[nodiscard]] Error attribute_name_too_long(std::string_view placeholder);
[[nodiscard]] Error value_invalid(std::string_view placeholder, std::string_view reason);
[[nodiscard]] Error values_too_large();
[[nodiscard]] Error placeholders_unused(Placeholders which, const std::vector<std::string_view>& keys);

// ---- applying an update -----------------------------------------------------------------------------------------
[[nodiscard]] Error update_path_invalid();
[[nodiscard]] Error update_operand_type();
[[nodiscard]] Error update_operand_missing();

}  // namespace dynamodb::expression_errors
