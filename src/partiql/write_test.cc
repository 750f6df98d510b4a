// INSERT, UPDATE and DELETE on the embedded engine. What is answered was measured against DynamoDB Local 3.1.0.
#include <gtest/gtest.h>

#include "partiql/testing/world.h"

namespace partiql::testing {
namespace {

constexpr auto* no_full_key =
    "ValidationException: Where clause does not contain a mandatory equality on all key attributes";
constexpr auto* condition_failed = "ConditionalCheckFailedException: The conditional request failed";

class Write : public ::testing::Test {
 protected:
  World world;

  std::string item() { return world.run("SELECT * FROM Log WHERE pk = 'a' AND sk = '1'"); }
  void SetUp() override {
    ASSERT_EQ(world.run("INSERT INTO Log VALUE {'pk': 'a', 'sk': '1', 'n': 1, 'l': ['z'], 's': <<'p'>>}"), "");
  }
  // Of the item, with this between UPDATE and WHERE.
  std::string updated(const std::string& actions, const std::string& behind = "") {
    const auto answer = world.run("UPDATE Log " + actions + " WHERE pk = 'a' AND sk = '1'" + behind);
    return answer.empty() ? item() : answer;
  }
};

TEST_F(Write, insert_takes_every_literal) {
  EXPECT_EQ(
      world.run("INSERT INTO Simple VALUE {'pk': 'i', 'n': 1.50, 'e': 1e2, 'neg': -5, 'l': [1, 'a', [true, null]], "
                "'m': {'a': {'b': false}}, 's': <<2, 1>>, 'em': [], 'emm': {}, 'q': 'it''s', 'p': ?}",
                {{dynamodb::Binary{"x"}}}),
      "");
  EXPECT_EQ(world.run("SELECT * FROM Simple WHERE pk = 'i'"),
            "{e: 100, em: [], emm: {}, l: [1, 'a', [true, null]], m: {a: {b: false}}, n: 1.5, neg: -5, p: binary 'x', "
            "pk: 'i', q: 'it's', s: <<1, 2>>}");
}

TEST_F(Write, insert_of_a_key_that_is_there_is_a_duplicate) {
  const auto before = item();
  EXPECT_EQ(world.run("INSERT INTO Log VALUE {'pk': 'a', 'sk': '1'}"),
            "DuplicateItemException: Duplicate primary key exists in table");
  EXPECT_EQ(item(), before);
  EXPECT_EQ(world.run("INSERT INTO Log VALUE {'pk': 'a'}"),
            "ValidationException: Key attribute should be present in the item: Key sk");
  EXPECT_EQ(world.run("INSERT INTO Log VALUE {'pk': 1, 'sk': '1'}"),
            "ValidationException: Key attribute's data type should match its data type in table's schema: Key pk");
}

TEST_F(Write, update_sets_and_removes) {
  EXPECT_EQ(updated("SET n = n + 1 SET q = 1 REMOVE l, s"),
            "ValidationException: Statement wasn't well formed, can't be processed: UPDATE Log SET n = n + 1 SET q = 1 "
            "REMOVE l, s WHERE pk = 'a' AND sk = '1'");
  EXPECT_EQ(updated("SET n = n + 1 SET q = 1 REMOVE l REMOVE s"), "{n: 2, pk: 'a', q: 1, sk: '1'}");
  EXPECT_EQ(updated("SET n = n + 1 + 2 - 4, q = q - 1"), "{n: 1, pk: 'a', q: 0, sk: '1'}");
  EXPECT_EQ(updated("SET q = n, l = [1], z = if_not_exists(z, 7)"), "{l: [1], n: 1, pk: 'a', q: 1, sk: '1', z: 7}");
  EXPECT_EQ(updated("SET l = list_append(l, ['n']), m = {'y': 1}"),
            "{l: [1, 'n'], m: {y: 1}, n: 1, pk: 'a', q: 1, sk: '1', z: 7}");
  EXPECT_EQ(updated("SET l[0] = 'k', m.y = null REMOVE z"),
            "{l: ['k', 'n'], m: {y: null}, n: 1, pk: 'a', q: 1, sk: '1'}");
}

TEST_F(Write, update_changes_sets) {
  EXPECT_EQ(updated("SET s = set_add(s, <<'n'>>)"), "{l: ['z'], n: 1, pk: 'a', s: <<'n', 'p'>>, sk: '1'}");
  EXPECT_EQ(updated("SET s = set_delete(s, <<'p'>>) SET n = 2"), "{l: ['z'], n: 2, pk: 'a', s: <<'n'>>, sk: '1'}");
  EXPECT_EQ(updated("SET t = set_add(s, <<'n'>>)"),
            "ValidationException: The first argument to SET_ADD must equal the assignment value");
}

TEST_F(Write, update_answers_what_returning_says) {
  EXPECT_EQ(updated("SET n = 2", " RETURNING ALL OLD *"), "{l: ['z'], n: 1, pk: 'a', s: <<'p'>>, sk: '1'}");
  EXPECT_EQ(updated("SET n = 3", " RETURNING ALL NEW *"), "{l: ['z'], n: 3, pk: 'a', s: <<'p'>>, sk: '1'}");
  EXPECT_EQ(updated("SET n = 4", " RETURNING MODIFIED OLD *"), "{n: 3}");
  EXPECT_EQ(updated("SET n = 5", " RETURNING MODIFIED NEW *"), "{n: 5}");
}

TEST_F(Write, update_changes_only_what_is_there_and_meets_its_conditions) {
  EXPECT_EQ(world.run("UPDATE Log SET n = 5 WHERE pk = 'nobody' AND sk = '1'"), condition_failed);
  EXPECT_EQ(world.run("UPDATE Log SET n = 5 WHERE pk = 'a' AND sk = '1' AND n = 99"), condition_failed);
  EXPECT_EQ(world.run("UPDATE Log SET n = 6 WHERE (pk = 'a' AND (sk = '1')) AND sk < '5' AND (n = 1 OR n = 2)"), "");
  EXPECT_EQ(world.run("UPDATE Log SET n = ? WHERE pk = ? AND sk = ? RETURNING MODIFIED NEW *", {{number(8), "a", "1"}}),
            "{n: 8}");
}

TEST_F(Write, writes_need_the_whole_key) {
  for (const std::string where : {"", " WHERE pk = 'a'", " WHERE pk = 'a' AND sk > '1'", " WHERE pk = 'a' OR sk = '1'",
                                  " WHERE NOT (pk = 'a' AND sk = '1')", " WHERE pk = 'a' AND sk IN ['1']"}) {
    EXPECT_EQ(world.run("UPDATE Log SET n = 5" + where), no_full_key);
    EXPECT_EQ(world.run("DELETE FROM Log" + where), no_full_key);
  }
  EXPECT_EQ(updated("SET z = 1", " AND pk = 'b'"),
            "ValidationException: Multiple conditions on same key pk. Only single item Update/Insert/Delete are "
            "supported");
  EXPECT_EQ(
      updated("SET pk = 'x'"),
      "ValidationException: One or more parameter values were invalid: Cannot update attribute pk. This attribute "
      "is part of the key");
}

TEST_F(Write, a_failed_condition_answers_the_item_where_it_is_asked_for) {
  dynamodb::ExecuteStatementRequest request;
  request.statement = "DELETE FROM Log WHERE pk = 'a' AND sk = '1' AND n = 2";
  request.on_condition_check_failure = dynamodb::ReturnValuesOnConditionCheckFailure::all_old;
  const auto result = world.execute(request);
  ASSERT_FALSE(result);
  ASSERT_TRUE(result.error().item);
  EXPECT_EQ(text_of(result.error().item->item), "{l: ['z'], n: 1, pk: 'a', s: <<'p'>>, sk: '1'}");
}

TEST_F(Write, delete_succeeds_where_nothing_is) {
  EXPECT_EQ(world.run("DELETE FROM Log WHERE pk = 'nobody' AND sk = '1' RETURNING ALL OLD *"), "");
  EXPECT_EQ(world.run("DELETE FROM Log WHERE pk = 'nobody' AND sk = '1' AND n = 1"), "");
  EXPECT_EQ(world.run("DELETE FROM Log WHERE pk = 'a' AND sk = '1' AND n = 2"), condition_failed);
  EXPECT_EQ(world.run("DELETE FROM Log WHERE pk = 'a' AND sk = '1' AND (n = 2 OR n = 1) RETURNING ALL OLD *"),
            "{l: ['z'], n: 1, pk: 'a', s: <<'p'>>, sk: '1'}");
  EXPECT_EQ(item(), "");
}

}  // namespace
}  // namespace partiql::testing
