// SELECT on the embedded engine. What is answered was measured against DynamoDB Local 3.1.0.
#include <gtest/gtest.h>

#include "partiql/testing/world.h"

namespace partiql::testing {
namespace {

class Select : public ::testing::Test {
 protected:
  World world;

  void SetUp() override {
    for (const std::string pk : {"a", "b"}) {
      for (const std::string sk : {"1", "2", "3", "4"}) {
        ASSERT_EQ(world.run("INSERT INTO Log VALUE {'pk': '" + pk + "', 'sk': '" + sk + "', 'n': " + sk + ", 'g': 'g" +
                            pk + "', 'm': {'x': ['l0', 'l1'], 'y': 7}, 'nul': null, 'set': <<'p', 'q'>>}"),
                  "");
      }
    }
  }
  // The sort keys alone, or the error.
  std::string sort_keys(const std::string& from_on) {
    auto answer = world.run("SELECT sk FROM " + from_on);
    if (!answer.starts_with("{")) return answer;
    std::string keys;
    for (std::size_t index = 0; index < answer.size(); ++index) {
      if (answer[index] == '\'' && answer[index + 2] == '\'') keys += answer[index + 1];
      if (answer[index] == '\'') index += 2;
    }
    return keys;
  }
};

TEST_F(Select, of_a_whole_key_answers_the_item) {
  EXPECT_EQ(world.run(R"(SELECT * FROM "Log" WHERE pk = 'a' AND sk = '1')"),
            "{g: 'ga', m: {x: ['l0', 'l1'], y: 7}, n: 1, nul: null, pk: 'a', set: <<'p', 'q'>>, sk: '1'}");
  EXPECT_EQ(world.run("SELECT * FROM Log WHERE pk = 'nobody' AND sk = '1'"), "");
  EXPECT_EQ(world.run("SELECT pk FROM Log WHERE pk = ? AND sk = ?", {{"a", "2"}}), "{pk: 'a'}");
}

TEST_F(Select, answers_a_path_under_its_last_name) {
  EXPECT_EQ(world.run("SELECT pk, m.x[1], m['y'], nope FROM Log WHERE pk = 'a' AND sk = '1'"),
            "{pk: 'a', x[1]: 'l1', y: 7}");
  EXPECT_EQ(world.run("SELECT m['y'], m.\"y\" FROM Log WHERE pk = 'a'"),
            "ValidationException: Duplicate identifiers in select clause: y");
  EXPECT_EQ(world.run("SELECT m.y, n, m FROM Log WHERE pk = 'a'"),
            "ValidationException: Two document paths overlap with each other; must remove or rewrite one of these "
            "paths; path one: [m], path two: [m, y]");
}

TEST_F(Select, reads_partitions_by_their_sort_key) {
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a'"), "1234");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' ORDER BY sk DESC"), "4321");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND sk BETWEEN '2' AND '3'"), "23");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND begins_with(\"sk\", '3')"), "3");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND sk > '1' AND sk < '3'"), "2");
  EXPECT_EQ(sort_keys("Log WHERE 'a' = pk AND '1' = sk"), "1");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND '1' < sk"), "234");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND sk <> '1' AND sk != '2'"), "34");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND NOT sk = '1'"), "234");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND sk IN ['1', '3']"), "13");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND pk = 'b'"), "");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND (sk = '1' OR n = 3)"), "13");
}

TEST_F(Select, reads_several_partitions_one_after_the_other) {
  EXPECT_EQ(world.run("SELECT pk, sk FROM Log WHERE pk IN ['b', 'a', 'b'] AND sk > '3'"),
            "{pk: 'b', sk: '4'} {pk: 'a', sk: '4'}");
  EXPECT_EQ(world.run("SELECT pk, sk FROM Log WHERE pk IN ('b', 'a') AND sk > '3' ORDER BY pk"),
            "{pk: 'a', sk: '4'} {pk: 'b', sk: '4'}");
  EXPECT_EQ(sort_keys("Log WHERE pk IN ? ORDER BY pk DESC, sk DESC"),
            "ValidationException: Number of parameters in request and statement don't match.");
  EXPECT_EQ(world.run("SELECT n FROM Log WHERE pk IN ? AND n > 3",
                      std::vector{dynamodb::AttributeValue(dynamodb::List{"a", "b"})}),
            "{n: 4} {n: 4}");
}

TEST_F(Select, filters_by_every_condition) {
  const std::string one = "Log WHERE pk = 'a' AND sk = '1' AND ";
  for (const auto* holds :
       {"nope IS MISSING", "nul IS NOT MISSING", "nul IS NULL", "nul = NULL", "n IN [1, 2]", "n IN (1, 2)", "n <= 1",
        "NOT n > 1", "\"set\" = <<'q', 'p'>>", "size(m) = 2", "attribute_type(\"set\", 'SS')", "contains(\"set\", 'p')",
        "m['y'] = 7", "m.x[0] = 'l0'", "n NOT IN [2]", "n NOT BETWEEN 2 AND 3", "m = {'x': ['l0', 'l1'], 'y': 7}",
        "NOT (n = 2 OR n = 3) AND (n = 1 OR n = 5)"}) {
    EXPECT_EQ(sort_keys(one + holds), "1") << holds;
  }
  for (const auto* fails : {"nope IS NULL", "nul IS NOT NULL", "nul IS MISSING", "n = 2", "PK = 'a'"}) {
    EXPECT_EQ(sort_keys(one + fails), "") << fails;
  }
}

TEST_F(Select, without_a_partition_scans) {
  EXPECT_EQ(sort_keys("Log").size(), 8U);
  EXPECT_EQ(sort_keys("Log WHERE sk = '2'"), "22");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' OR pk = 'b'").size(), 8U);
}

TEST_F(Select, reads_indexes) {
  EXPECT_EQ(sort_keys(R"("Log"."ByGroup" WHERE g = 'ga')"), "1234");
  EXPECT_EQ(sort_keys("Log.ByScore WHERE pk = 'a' AND n >= 3 ORDER BY n DESC"), "43");
  EXPECT_EQ(sort_keys("Log.Nope WHERE g = 'ga'"),
            "ValidationException: The table does not have the specified index: Nope");
  EXPECT_EQ(sort_keys("Nope WHERE g = 'ga'"), "ResourceNotFoundException: Requested resource not found");
}

// Of the index's partition key g, pk and its sort key n, sk.
TEST_F(Select, reads_indexes_with_keys_of_several_attributes) {
  const std::string partition = "Log.Several WHERE g = 'ga' AND pk = 'a'";
  EXPECT_EQ(sort_keys(partition), "1234");
  EXPECT_EQ(sort_keys(partition + " AND n = 2 AND sk > '1'"), "2");
  EXPECT_EQ(sort_keys(partition + " AND n > 2"), "34");
  EXPECT_EQ(sort_keys(partition + " AND n > 1 AND sk < '4'"), "23");  // the latter is a filter
  EXPECT_EQ(sort_keys(partition + " AND sk < '4'"), "123");
  EXPECT_EQ(sort_keys(partition + " ORDER BY n DESC, sk DESC"), "4321");
  EXPECT_EQ(sort_keys("Log.Several WHERE g IN ['ga', 'gb'] AND pk IN ['b', 'a'] AND n = 1"), "11");
  EXPECT_EQ(
      world.run("SELECT pk FROM Log.Several WHERE g IN ['ga', 'gb'] AND pk IN ['b', 'a'] AND n = 1 ORDER BY g DESC"),
      "{pk: 'b'} {pk: 'a'}");
  EXPECT_EQ(sort_keys("Log.Several WHERE g = 'ga'").size(), 4U);  // a scan
  for (const std::string order : {"sk", "n DESC, sk"}) {
    EXPECT_EQ(sort_keys(partition + " ORDER BY " + order),
              "ValidationException: Variable reference sk in ORDER BY clause must be part of the primary key");
  }
  EXPECT_EQ(sort_keys("Log.Several WHERE g = 'ga' ORDER BY n"),
            "ValidationException: Must have at least one non-optional hash key condition in WHERE clause when using "
            "ORDER BY clause.");
}

TEST_F(Select, orders_by_the_key_of_named_partitions_only) {
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' ORDER BY g"),
            "ValidationException: Variable reference g in ORDER BY clause must be part of the primary key");
  EXPECT_EQ(sort_keys("Log ORDER BY sk"),
            "ValidationException: Must have WHERE clause in the statement when using ORDER BY clause.");
  EXPECT_EQ(sort_keys("Log WHERE sk = '1' ORDER BY sk"),
            "ValidationException: Must have at least one non-optional hash key condition in WHERE clause when using "
            "ORDER BY clause.");
}

TEST_F(Select, refuses_keys_of_another_type) {
  EXPECT_EQ(sort_keys("Log WHERE pk = 1"),
            "ValidationException: Key attribute's data type should match its data type in table's schema: Key pk");
  EXPECT_EQ(sort_keys("Log WHERE pk = 'a' AND sk > 1"),
            "ValidationException: Key attribute's data type should match its data type in table's schema: Key sk");
}

class Pages : public Select {
 protected:
  // The numbers of items of every page, until there is no token.
  std::vector<std::size_t> page_sizes(const std::string& statement, std::int64_t limit) {
    std::vector<std::size_t> sizes;
    dynamodb::ExecuteStatementRequest request;
    request.statement = statement;
    request.limit = limit;
    do {
      const auto page = world.execute(request);
      if (!page) throw std::runtime_error(page.error().message);
      sizes.push_back(page->items.size());
      request.next_token = page->next_token;
    } while (request.next_token && sizes.size() < 20);
    return sizes;
  }
  using Sizes = std::vector<std::size_t>;
};

TEST_F(Pages, end_where_as_many_items_are_evaluated_as_the_limit_says) {
  EXPECT_EQ(page_sizes("SELECT * FROM Log WHERE pk = 'a'", 3), (Sizes{3, 1}));
  EXPECT_EQ(page_sizes("SELECT * FROM Log WHERE pk = 'a'", 4), (Sizes{4, 0}));
  EXPECT_EQ(page_sizes("SELECT * FROM Log WHERE pk = 'a' AND n > 2", 2), (Sizes{0, 2, 0}));
  EXPECT_EQ(page_sizes("SELECT * FROM Log WHERE pk IN ['a', 'b', 'c']", 5), (Sizes{5, 3}));
  EXPECT_EQ(page_sizes("SELECT * FROM Log", 3), (Sizes{3, 3, 2}));
}

TEST_F(Pages, answer_the_last_evaluated_key_with_the_token) {
  dynamodb::ExecuteStatementRequest request;
  request.statement = "SELECT n FROM Log WHERE pk = 'a'";
  request.limit = 2;
  const auto page = world.execute(request);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->last_evaluated_key, (dynamodb::Key{{"pk", "a"}, {"sk", "2"}}));
  request.limit = 0;
  EXPECT_EQ(world.execute(request).error().message,
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value "
            "greater than or equal to 1");
}

TEST_F(Pages, refuse_the_token_of_another_statement) {
  dynamodb::ExecuteStatementRequest request;
  request.statement = "SELECT n FROM Log WHERE pk = 'a'";
  request.limit = 2;
  request.next_token = world.execute(request)->next_token;
  ASSERT_TRUE(world.execute(request));
  request.statement = "SELECT n FROM Log WHERE pk = 'b'";
  EXPECT_EQ(world.execute(request).error().message, "Invalid NextToken");
  request.next_token = "abc";
  EXPECT_EQ(world.execute(request).error().message, "Invalid NextToken");
}

}  // namespace
}  // namespace partiql::testing
