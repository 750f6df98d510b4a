// What is no statement, in the words of DynamoDB Local 3.1.0.
#include "partiql/parser.h"

#include <gtest/gtest.h>

#include <string>

#include "dynamodb/statement_requests.h"

namespace partiql {
namespace {

std::string error_of(const std::string& statement, const dynamodb::StatementParameters& parameters = std::nullopt) {
  const auto parsed = parse_statement(statement, parameters);
  return parsed ? "" : parsed.error().message;
}

TEST(Parser, refuses_what_is_not_well_formed) {
  for (const std::string statement :
       {" ", "bad", "SELECTT * FROMM \"T\"", "SELECT * FROM T WHERE", "SELECT * FROM T WHERE pk = 'a",
        "SELECT m.x[*] FROM T", "SELECT *, pk FROM T", "INSERT INTO T VALUES {'pk': 'k'}", "UPDATE T WHERE pk = 'a'",
        "UPDATE T REMOVE a, b WHERE pk = 'a'", "SELECT * FROM T WHERE a IN []", "SELECT * FROM T WHERE a = 'b' c",
        "SELECT * FROM T WHERE a = 1x", "SELECT * FROM T WHERE set = 1", "DELETE FROM T WHERE a = 1; DELETE FROM T",
        "SELECT * FROM T WHERE a = &", "SELECT a[99999999999999999999] FROM T"}) {
    EXPECT_EQ(error_of(statement), "Statement wasn't well formed, can't be processed: " + statement);
  }
}

TEST(Parser, takes_keywords_as_names_only_in_quotes) {
  for (const std::string word : {"at", "Value", "DATE", "key", "user", "list", "order"}) {
    for (const std::string& statement :
         {"SELECT * FROM T WHERE " + word + " = 1", "SELECT " + word + " FROM T", "SELECT a." + word + " FROM T",
          "SELECT * FROM " + word, "UPDATE T SET " + word + " = 1 WHERE pk = 'a'"}) {
      EXPECT_EQ(error_of(statement), "Statement wasn't well formed, can't be processed: " + statement);
    }
    EXPECT_EQ(error_of("SELECT a.\"" + word + "\" FROM \"" + word + "\" WHERE \"" + word + "\" = 1"), "");
  }
  for (const std::string word : {"sort", "name", "year", "status", "data"}) {
    EXPECT_EQ(error_of("SELECT * FROM T WHERE " + word + " = 1"), "");
  }
}

TEST(Parser, refuses_lengths_out_of_range) {
  EXPECT_EQ(error_of(""),
            "1 validation error detected: Value '' at 'statement' failed to satisfy constraint: Member must have "
            "length greater than or equal to 1");
  EXPECT_TRUE(error_of(std::string(8193, 'x')).ends_with("Member must have length less than or equal to 8192"));
}

TEST(Parser, refuses_nesting_that_has_no_end) {
  const std::string open(4000, '(');
  EXPECT_TRUE(error_of("SELECT * FROM T WHERE " + open).starts_with("Statement wasn't well formed"));
  const std::string brackets(8000, '[');
  EXPECT_TRUE(error_of("SELECT * FROM T WHERE a=" + brackets).starts_with("Statement wasn't well formed"));
  std::string nots;
  while (nots.size() < 8000) nots += "NOT ";
  EXPECT_TRUE(error_of("SELECT * FROM T WHERE " + nots).starts_with("Statement wasn't well formed"));
}

TEST(Parser, knows_no_name_that_is_empty) {
  for (const char* statement : {"SELECT * FROM \"\"", "SELECT \"\" FROM T", "SELECT m[''] FROM T",
                                "SELECT * FROM T WHERE m.\"\" = 1", "UPDATE T SET a = m[''] WHERE pk = 'a'"}) {
    EXPECT_TRUE(error_of(statement).starts_with("Statement wasn't well formed")) << statement;
  }
}

TEST(Parser, wants_as_many_parameters_as_question_marks) {
  const std::string mismatch = "Number of parameters in request and statement don't match.";
  EXPECT_EQ(error_of("SELECT * FROM T WHERE a = ?"), mismatch);
  EXPECT_EQ(error_of("SELECT * FROM T WHERE a = ?", {{"a", "b"}}), mismatch);
  EXPECT_EQ(error_of("SELECT * FROM T WHERE a = ?", {{"a"}}), "");
  EXPECT_EQ(error_of("SELECT * FROM T", dynamodb::StatementParameters{std::in_place}),
            "1 validation error detected: Value '[]' at 'parameters' failed to satisfy constraint: Member must have "
            "length greater than or equal to 1");
}

TEST(Parser, names_what_it_does_not_support) {
  EXPECT_EQ(error_of("DROP TABLE T"), "Unsupported operation: DropTable");
  EXPECT_EQ(error_of("SELECT pk AS foo FROM T"), "Aliasing is not supported");
  EXPECT_EQ(error_of("SELECT t.pk FROM T t WHERE t.pk = 'a'"), "Aliasing is not supported");
  EXPECT_EQ(error_of("SELECT COUNT(*) FROM T"), "Unexpected path component at 1:8:5");
  EXPECT_EQ(error_of("SELECT DISTINCT pk FROM T"), "Unsupported token in expression: DISTINCT");
  EXPECT_EQ(error_of("SELECT pk FROM pqT WHERE pk='a' LIMIT 1"), "Unsupported clause: LIMIT at 1:39:1");
  EXPECT_EQ(error_of("SELECT pk FROM T WHERE pk = 'a' GROUP BY pk"), "Unsupported clause: GROUP BY");
  EXPECT_EQ(error_of("SELECT pk FROM pqT WHERE EXISTS(SELECT * FROM T)"),
            "Unsupported token in expression: SELECT at 1:33:6");
}

TEST(Parser, refuses_conditions_that_are_none) {
  EXPECT_EQ(error_of("SELECT * FROM T WHERE 1"), "WHERE clause must contain an expression that resolves to a boolean");
  EXPECT_EQ(error_of("SELECT * FROM T WHERE a = 1 AND true"), "The arguments to AND/OR must be Expressions");
  EXPECT_EQ(error_of("SELECT * FROM T WHERE a = MISSING"), "MISSING must be compared using IS operator");
  EXPECT_EQ(error_of("SELECT * FROM T WHERE n+1=2"), "Unsupported operator in Condition Expression. Operator: +");
  EXPECT_EQ(error_of("SELECT * FROM T WHERE a LIKE 'a%'"),
            "Unsupported operator in Condition Expression. Operator: like");
  EXPECT_EQ(error_of("SELECT * FROM T WHERE foo(a)"), "Unrecognized function: foo");
  EXPECT_EQ(error_of("SELECT * FROM T WHERE begins_with(a)"),
            "Incorrect number of operands for operator or function; operator or function: begins_with, number of "
            "operands: 1");
}

TEST(Parser, refuses_values_that_are_none) {
  EXPECT_EQ(error_of("INSERT INTO pqT VALUE {'pk':'j','sk':'1','s':<<>>}"), "Empty bags are not supported at 1:46:2");
  EXPECT_EQ(error_of("INSERT INTO T VALUE {'s': <<1, 'a'>>}"),
            "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
  EXPECT_EQ(error_of("INSERT INTO T VALUE {'s': <<1, 1>>}"), "Input collection contains duplicates");
  EXPECT_EQ(error_of("INSERT INTO pqT VALUE {'pk':'j','sk':'1','a':1,'a':2}"),
            "Duplicate keys in tuple. Key: a under root at 1:48:3");
  EXPECT_EQ(error_of("INSERT INTO pqT VALUE 'a'"),
            "Unsupported format in item expression. Please use struct format {...} to express item values for insert "
            "statement. at 1:23:3");
  EXPECT_TRUE(error_of("INSERT INTO T VALUE {'n': 1e999}").starts_with("Number overflow"));
}

TEST(Parser, refuses_writes_in_wrong_words) {
  EXPECT_EQ(error_of("INSERT INTO T.I VALUE {'pk': 'k'}"),
            "FROM clause may only contain a single table name in data manipulation statements");
  EXPECT_EQ(error_of("INSERT INTO T VALUE {'pk': 'k'} RETURNING ALL OLD *"), "RETURNING is not supported in INSERT");
  EXPECT_EQ(error_of("UPDATE T.I SET a = 1"), "This operation is not supported on an index");
  EXPECT_EQ(error_of("UPDATE T SET n = n * 2"), "Unsupported operator in Update Expression. Operator: *");
  EXPECT_EQ(error_of("UPDATE T SET a = 1 WHERE pk = 'a' RETURNING ALL NEW pk"),
            "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");
  EXPECT_EQ(error_of("UPDATE T SET a = 1 WHERE pk = 'a' RETURNING MODIFIED OLD *, ALL NEW *"),
            "Invalid syntax with multiple returning elements in RETURNING clause");
  EXPECT_EQ(error_of("DELETE FROM T WHERE pk = 'a' RETURNING MODIFIED OLD *"),
            "Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE "
            "statements.");
}

TEST(Parser, reads_quotes_comments_and_any_case) {
  const auto parsed =
      parse_statement("select \"a-b\", \"q\"\"q\" from \"T\" where pk='it''s' -- all of it\n ;", std::nullopt);
  ASSERT_TRUE(parsed);
  const auto& select = std::get<SelectStatement>(*parsed);
  EXPECT_EQ(select.paths[0].root(), "a-b");
  EXPECT_EQ(select.paths[1].root(), "q\"q");
  EXPECT_EQ(std::get<dynamodb::AttributeValue>(select.where->operands[1]), dynamodb::AttributeValue("it's"));
}

}  // namespace
}  // namespace partiql
