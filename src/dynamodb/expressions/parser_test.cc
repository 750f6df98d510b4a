#include "dynamodb/expressions/parser.h"

#include <gtest/gtest.h>

#include "dynamodb/expressions/lexer.h"
#include "dynamodb/expressions/reserved_words.h"
#include "dynamodb/expressions/testing/requests.h"

namespace dynamodb {
namespace {

using expression_requests::condition;
using expression_requests::message;
using expression_requests::projection;
using expression_requests::update;

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::string condition_error(std::string_view text) {
  std::string text_of_error = message(condition(text));
  constexpr std::string_view prefix = "Invalid ConditionExpression: ";
  return text_of_error.starts_with(prefix) ? text_of_error.substr(prefix.size()) : text_of_error;
}

TEST(Lexer, cuts_a_text_into_tokens) {
  Lexer lexer("a1_b#n:v 10 0<=<>>=<>=+-.,()[]");
  const std::pair<TokenKind, std::string_view> expected[] = {{TokenKind::identifier, "a1_b"},
                                                             {TokenKind::name_placeholder, "#n"},
                                                             {TokenKind::value_placeholder, ":v"},
                                                             {TokenKind::integer, "10"},
                                                             {TokenKind::integer, "0"},
                                                             {TokenKind::less_equal, "<="},
                                                             {TokenKind::not_equal, "<>"},
                                                             {TokenKind::greater_equal, ">="},
                                                             {TokenKind::not_equal, "<>"},
                                                             {TokenKind::equal, "="},
                                                             {TokenKind::plus, "+"},
                                                             {TokenKind::minus, "-"},
                                                             {TokenKind::dot, "."},
                                                             {TokenKind::comma, ","},
                                                             {TokenKind::left_parenthesis, "("},
                                                             {TokenKind::right_parenthesis, ")"},
                                                             {TokenKind::left_bracket, "["},
                                                             {TokenKind::right_bracket, "]"},
                                                             {TokenKind::end, ""},
                                                             {TokenKind::end, ""}};
  for (const auto& [kind, text] : expected) {
    Token token = lexer.next();
    EXPECT_EQ(token.kind, kind) << text;
    EXPECT_EQ(token.text, text);
  }
}

TEST(Lexer, knows_its_words_in_any_case_but_not_inside_names) {
  Lexer lexer("And oR nOt BETWEEN in set Remove ADD delete android inn sets _");
  for (int kind = static_cast<int>(TokenKind::word_and); kind != static_cast<int>(TokenKind::word_in) + 1; ++kind) {
    EXPECT_EQ(static_cast<int>(lexer.next().kind), kind);
  }
  for (auto kind : {TokenKind::word_set, TokenKind::word_remove, TokenKind::word_add, TokenKind::word_delete,
                    TokenKind::identifier, TokenKind::identifier, TokenKind::identifier, TokenKind::unknown}) {
    EXPECT_EQ(lexer.next().kind, kind);
  }
}

TEST(Lexer, an_unknown_character_is_one_whole_utf8_sequence) {
  Lexer lexer("\u00fc\U0001F600!\xFF");
  for (std::string_view text : {"\u00fc", "\U0001F600", "!", "\xFF"}) {
    Token token = lexer.next();
    EXPECT_EQ(token.kind, TokenKind::unknown);
    EXPECT_EQ(token.text, text);
  }
}

TEST(ReservedWords, are_known_in_any_case) {
  for (std::string_view word : {"ABORT", "name", "Status", "zOne", "TTL", "year", "DATE", "size", "count"}) {
    EXPECT_TRUE(is_reserved_word(word)) << word;
  }
  for (std::string_view word : {"", "naming", "ABOR", "ABORTS", "pk", "athlete", "A", "ZONES", "#name", "status_"}) {
    EXPECT_FALSE(is_reserved_word(word)) << word;
  }
  EXPECT_EQ(condition_error("Name = a"), "Attribute name is a reserved keyword; reserved keyword: Name");
  EXPECT_EQ(condition_error("a.zONE = b"), "Attribute name is a reserved keyword; reserved keyword: zONE");
}

TEST(Parser, an_empty_text_is_named) {
  EXPECT_EQ(message(condition("")), "Invalid ConditionExpression: The expression can not be empty;");
  EXPECT_EQ(message(update("")), "Invalid UpdateExpression: The expression can not be empty;");
}

TEST(Parser, a_text_has_a_size) {
  const std::string fits = "a = b" + repeated(" ", limits::expression_bytes_max - 5);
  EXPECT_EQ(condition_error(fits), "no error");
  EXPECT_EQ(condition_error(fits + " "),
            "Expression size has exceeded the maximum allowed size; expression size: 4097");
}

TEST(Parser, a_syntax_error_shows_the_token_between_its_neighbours) {
  EXPECT_EQ(condition_error("aaa bbb  ccc ddd"), R"(Syntax error; token: "bbb", near: "aaa bbb  ccc")");
  EXPECT_EQ(condition_error("  =  a"), R"(Syntax error; token: "=", near: "  =  a")");
  EXPECT_EQ(condition_error("a = "), R"(Syntax error; token: "<EOF>", near: "= ")");
  EXPECT_EQ(condition_error("   "), R"(Syntax error; token: "<EOF>", near: "   ")");
  EXPECT_EQ(condition_error("a = b) "), R"_(Syntax error; token: ")", near: "b) ")_");
  EXPECT_EQ(condition_error("a != b"), R"(Syntax error; token: "!", near: "a !=")");
  EXPECT_EQ(condition_error("a[007] = b"), R"(Syntax error; token: "0", near: "007")");
}

TEST(Parser, redundant_parentheses_are_an_error_wherever_they_stand) {
  for (const char* text : {"((a=b))", "((a)) = b", "a IN (b, ((c)))", "contains(((a)), b)", "NOT ((a=b AND c=d))",
                           "(a=b) OR ((c=d))", "((size(a))) = b"}) {
    EXPECT_EQ(condition_error(text), "The expression has redundant parentheses;") << text;
  }
  for (const char* text : {"((a)=(b))", "((a=b) AND (c=d))", "(a) IN ((b))", "NOT (a=b)", "(size(a)) = (b)"}) {
    EXPECT_EQ(condition_error(text), "no error") << text;
  }
  EXPECT_EQ(message(update("SET a = ((b + c))")),
            "Invalid UpdateExpression: The expression has redundant parentheses;");
  EXPECT_EQ(message(update("SET a = ((b) + (c))")), "no error");
}

TEST(Parser, an_expression_has_at_most_300_operators) {
  EXPECT_EQ(condition_error("a=b" + repeated(" OR a=b", 149)), "no error");
  EXPECT_EQ(condition_error("a=b" + repeated(" OR a=b", 149) + " OR size(a)=b"),
            "The expression contains too many operators; operator count: 301");
  EXPECT_EQ(condition_error(repeated("NOT ", 299) + "a=b"), "no error");
  EXPECT_EQ(condition_error(repeated("NOT ", 300) + "a=b"),
            "The expression contains too many operators; operator count: 301");
  std::string additions = "SET a0 = n + n";
  for (int i = 1; i < 300; ++i) additions += ",a" + std::to_string(i) + "=n+n";
  EXPECT_EQ(message(update(additions)), "no error");
  EXPECT_EQ(message(update(additions + ",b=n-n")),
            "Invalid UpdateExpression: The expression contains too many operators; operator count: 301");
}

TEST(Parser, in_takes_100_operands) {
  EXPECT_EQ(condition_error("a IN (b" + repeated(",b", 99) + ")"), "no error");
  EXPECT_EQ(condition_error("a IN (b" + repeated(",b", 100) + ")"),
            "The IN operator is provided with too many operands; number of operands: 101");
}

TEST(Parser, paths_have_32_levels_and_indexes_31_bits) {
  EXPECT_EQ(condition_error("a" + repeated(".a", 31) + " = b"), "no error");
  EXPECT_EQ(condition_error("a" + repeated("[0]", 32) + " = b"),
            "The document path has too many nesting levels; nesting levels: 33");
  EXPECT_EQ(condition_error("a[2147483647] = b"), "no error");
  EXPECT_EQ(condition_error("a[2147483648] = b"), "List index is not within the allowable range; index: [2147483648]");
  EXPECT_EQ(condition_error("a[99999999999999999999] = b"),
            "List index is not within the allowable range; index: [99999999999999999999]");
}

TEST(Parser, the_deepest_expression_that_is_allowed_is_read_and_evaluated) {
  const std::string text = repeated("NOT(", 149) + "NOT a=b" + repeated(")", 149);
  auto parsed = condition(text);
  ASSERT_TRUE(parsed) << message(parsed);
  EXPECT_TRUE(parsed->evaluate({{"a", "x"}, {"b", "x"}})) << "150 negations are none";
}

TEST(Parser, deeper_nesting_is_an_error_and_never_a_deep_stack) {
  EXPECT_EQ(condition_error(repeated("(", 2000) + "a=b" + repeated(")", 2000)),
            "The expression has redundant parentheses;");
  EXPECT_EQ(condition_error(repeated("(", 4096)), "The expression has redundant parentheses;");
  EXPECT_EQ(condition_error("a = " + repeated("(", 4000)), "The expression has redundant parentheses;");
  EXPECT_TRUE(condition_error(repeated("f(", 2000)).starts_with("The expression contains too many operators;"));
  EXPECT_TRUE(condition_error(repeated("NOT(", 1000)).starts_with("The expression contains too many operators;"));
  EXPECT_TRUE(condition_error(repeated("NOT ", 1023)).starts_with("Syntax error;"));
  EXPECT_EQ(message(update("SET a = " + repeated("(", 4000))),
            "Invalid UpdateExpression: The expression has redundant parentheses;");
}

TEST(Parser, functions_are_checked_by_name_place_and_count) {
  EXPECT_EQ(condition_error("f(a)"), "Invalid function name; function: f");
  EXPECT_EQ(condition_error("if_not_exists(a, b)"),
            "The function is not allowed in a condition expression; function: if_not_exists");
  EXPECT_EQ(message(update("SET a = size(b)")),
            "Invalid UpdateExpression: The function is not allowed in an update expression; function: size");
  EXPECT_EQ(condition_error("size(a)"),
            "The function is not allowed to be used this way in an expression; function: size");
  EXPECT_EQ(condition_error("contains(a, contains(b, c))"),
            "The function is not allowed to be used this way in an expression; function: contains");
  EXPECT_EQ(message(update("SET a = list_append(list_append(b, c), d)")),
            "Invalid UpdateExpression: The function is not allowed to be used this way in an expression; function: "
            "list_append");
  EXPECT_EQ(condition_error("size(a, b) = c"),
            "Incorrect number of operands for operator or function; operator or function: size, number of operands: 2");
  EXPECT_EQ(condition_error("attribute_exists(size(a))"),
            "Operator or function requires a document path; operator or function: attribute_exists");
  EXPECT_EQ(message(update("SET a = if_not_exists(if_not_exists(b, c), d)")),
            "Invalid UpdateExpression: Operator or function requires a document path; operator or function: "
            "if_not_exists");
}

TEST(Parser, the_first_operand_must_differ_from_the_others) {
  auto not_distinct = [](std::string_view name, std::string_view path) {
    return "The first operand must be distinct from the remaining operands for this operator or function; operator: " +
           std::string(name) + ", first operand: " + std::string(path);
  };
  EXPECT_EQ(condition_error("a.b[1] <= a.b[1]"), not_distinct("<=", "[a, b, [1]]"));
  EXPECT_EQ(condition_error("a BETWEEN b AND a"), not_distinct("BETWEEN", "[a]"));
  EXPECT_EQ(condition_error("a IN (b, a)"), not_distinct("IN", "[a]"));
  EXPECT_EQ(condition_error("contains(a, a)"), not_distinct("contains", "[a]"));
  EXPECT_EQ(message(update("SET b = if_not_exists(a, a)")),
            "Invalid UpdateExpression: " + not_distinct("if_not_exists", "[a]"));
  EXPECT_EQ(condition_error("size(a) = size(a)"), "no error");
}

TEST(Parser, literal_operands_of_a_wrong_type_are_refused) {
  auto wrong_type = [](std::string_view name, std::string_view type) {
    return "Invalid ConditionExpression: Incorrect operand type for operator or function; operator or function: " +
           std::string(name) + ", operand type: " + std::string(type);
  };
  const AttributeMap number{{":v", Number(1)}};
  const AttributeMap boolean{{":v", AttributeValue::boolean(true)}};
  EXPECT_EQ(message(condition("begins_with(a, :v)", number)), wrong_type("begins_with", "N"));
  EXPECT_EQ(message(condition("begins_with(a, size(b))")), wrong_type("begins_with", "N"));
  EXPECT_EQ(message(condition("attribute_type(a, :v)", number)), wrong_type("attribute_type", "N"));
  EXPECT_EQ(message(condition("size(:v) = a", number)), wrong_type("size", "N"));
  EXPECT_EQ(message(condition("a < :v", boolean)), wrong_type("<", "BOOL"));
  EXPECT_EQ(message(condition("a BETWEEN :v AND b", {{":v", List{}}})), wrong_type("BETWEEN", "L"));
  EXPECT_EQ(message(condition("a = :v OR a <> :v OR a IN (:v)", boolean)), "no error");
  EXPECT_EQ(message(condition("attribute_type(a, b)")), wrong_type("attribute_type", "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"));
  EXPECT_EQ(message(condition("attribute_type(a, :v)", {{":v", "STRING"}})),
            "Invalid ConditionExpression: Invalid attribute type name found; type: STRING, valid types: "
            "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
}

TEST(Parser, bounds_of_between_are_checked_where_both_are_values) {
  auto bounds = [](const AttributeValue& lower, const AttributeValue& upper) {
    return message(condition("a BETWEEN :l AND :u", {{":l", lower}, {":u", upper}}));
  };
  constexpr const char* reversed =
      "Invalid ConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower "
      "bound; lower bound operand: AttributeValue: ";
  EXPECT_EQ(bounds(Number(2), Number(1)), std::string(reversed) + "{N:2}, upper bound operand: AttributeValue: {N:1}");
  EXPECT_EQ(bounds(Binary{"b"}, Binary{"a"}),
            std::string(reversed) +
                "{B:java.nio.HeapByteBuffer[pos=0 lim=1 cap=1]}, upper bound operand: "
                "AttributeValue: {B:java.nio.HeapByteBuffer[pos=0 lim=1 cap=1]}");
  EXPECT_EQ(bounds("b", Number(1)),
            "Invalid ConditionExpression: The BETWEEN operator requires same data type for lower and upper bounds; "
            "lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {N:1}");
  EXPECT_EQ(bounds("a", "a"), "no error");
}

TEST(Parser, errors_come_in_the_order_of_the_service) {
  EXPECT_TRUE(condition_error("abort = b AND ((a=b)) AND").starts_with("The expression has redundant"));
  EXPECT_TRUE(condition_error("abort = b AND = ((a=b))").starts_with("Syntax error;"));
  EXPECT_EQ(condition_error("abort = b AND ((a=b))"), "The expression has redundant parentheses;");
  EXPECT_EQ(condition_error("a = a AND abort = b"), "Attribute name is a reserved keyword; reserved keyword: abort");
  EXPECT_EQ(condition_error("abort = b AND f(a)"), "Attribute name is a reserved keyword; reserved keyword: abort");
  EXPECT_EQ(condition_error("f(abort)"), "Invalid function name; function: f");
  EXPECT_EQ(condition_error("begins_with(#n)"),
            "An expression attribute name used in the document path is not defined; attribute name: #n");
}

}  // namespace
}  // namespace dynamodb
