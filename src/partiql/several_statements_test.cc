// BatchExecuteStatement and ExecuteTransaction on the embedded engine. What is answered was measured against DynamoDB
// Local 3.1.0.
#include <gmock/gmock.h>

#include "partiql/testing/world.h"

namespace partiql::testing {
namespace {

using ::testing::ElementsAre;

class SeveralStatements : public ::testing::Test {
 protected:
  World world;
  void SetUp() override {
    for (const std::string sk : {"1", "2"}) {
      ASSERT_EQ(world.run("INSERT INTO Log VALUE {'pk': 'a', 'sk': '" + sk + "', 'n': " + sk + "}"), "");
    }
  }
};

class Batch : public SeveralStatements {};

TEST_F(Batch, reads_single_items) {
  EXPECT_THAT(
      world.batch({"SELECT * FROM Log WHERE pk = 'a' AND sk = '2'", "SELECT n FROM Log WHERE pk = 'b' AND sk = '2'",
                   "SELECT * FROM Log WHERE pk = 'a'", "SELECT n FROM Log WHERE pk = 'a' AND sk = '1' AND n = 7",
                   "SELECT * FROM Nope WHERE pk = 'a'"}),
      ElementsAre("{n: 2, pk: 'a', sk: '2'}", "-", "ValidationError: Only single item select is supported",
                  "ValidationError: Only single item select is supported",
                  "ResourceNotFound: Requested resource not found"));
}

TEST_F(Batch, answers_each_write_for_itself) {
  EXPECT_THAT(
      world.batch({"INSERT INTO Log VALUE {'pk': 'a', 'sk': '1'}", "UPDATE Log SET n = 1 WHERE pk = 'b' AND sk = '1'",
                   "DELETE FROM Log WHERE pk = 'b' AND sk = '2'", "UPDATE Log SET n = 1 WHERE pk = 'a'", "bad",
                   "UPDATE Log SET n = 7 WHERE pk = 'a' AND sk = '2' RETURNING ALL NEW *",
                   "EXISTS(SELECT * FROM Log WHERE pk = 'a' AND sk = '1' AND n = 1)"}),
      ElementsAre("DuplicateItem: Duplicate primary key exists in table",
                  "ConditionalCheckFailed: The conditional request failed", "-",
                  "ValidationError: Where clause does not contain a mandatory equality on all key attributes",
                  "ValidationError: Statement wasn't well formed, can't be processed: bad", "{n: 7, pk: 'a', sk: '2'}",
                  "ValidationError: EXISTS can only be used in ExecuteTransaction write requests."));
}

TEST_F(Batch, names_the_table_of_what_it_ran) {
  dynamodb::BatchExecuteStatementRequest request;
  request.statements.resize(2);
  request.statements[0].statement = "DELETE FROM Log WHERE pk = 'b' AND sk = '2'";
  request.statements[1].statement = "DELETE FROM Log WHERE pk = 'b'";
  const auto result = world.execute(request);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->responses[0].table_name, "Log");
  EXPECT_EQ(result->responses[1].table_name, std::nullopt);
}

TEST_F(Batch, refuses_what_is_no_batch) {
  EXPECT_THAT(world.batch({}),
              ElementsAre("ValidationException: 1 validation error detected: Value '[]' at 'statements' "
                          "failed to satisfy constraint: Member must have length greater than or "
                          "equal to 1"));
  EXPECT_THAT(world.batch(std::vector<std::string>(26, "DELETE FROM Log")),
              ElementsAre("ValidationException: 1 validation error detected: Value '[26 elements]' at 'statements' "
                          "failed to satisfy constraint: Member must have length less than or equal to 25"));
  EXPECT_THAT(
      world.batch({"SELECT * FROM Log WHERE pk = 'a' AND sk = '2'", "DELETE FROM Log WHERE pk = 'a' AND sk = '2'"}),
      ElementsAre("ValidationException: Read and write requests together in the same batch is not supported."));
  EXPECT_THAT(
      world.batch({"DELETE FROM Log WHERE pk = 'a' AND sk = '2'", "DELETE FROM Log WHERE pk = 'a' AND sk = '2'"}),
      ElementsAre("ValidationException: Provided list of item keys contains duplicates"));
  EXPECT_EQ(world.run("SELECT sk FROM Log WHERE pk = 'a'"), "{sk: '1'} {sk: '2'}");
}

class Transaction : public SeveralStatements {};

TEST_F(Transaction, reads_items) {
  EXPECT_THAT(world.transaction(
                  {"SELECT n FROM Log WHERE pk = 'a' AND sk = '2'", "SELECT n FROM Log WHERE pk = 'b' AND sk = '2'"}),
              ElementsAre("{n: 2}", "-"));
  EXPECT_THAT(world.transaction({"SELECT n FROM Log WHERE pk = 'a'"}),
              ElementsAre("ValidationException: Validation failed in TransactStatements[0]: Select statements within "
                          "ExecuteTransaction must specify the primary key in the where clause."));
  EXPECT_THAT(world.transaction({"SELECT n FROM Log.ByGroup WHERE g = 'a'"}),
              ElementsAre("ValidationException: Validation failed in TransactStatements[0]: Reads on indices are not "
                          "supported within transactions."));
}

TEST_F(Transaction, writes_all_or_nothing) {
  EXPECT_THAT(world.transaction({"INSERT INTO Log VALUE {'pk': 't', 'sk': '1'}",
                                 "UPDATE Log SET n = 5 WHERE pk = 'a' AND sk = '1'",
                                 "DELETE FROM Log WHERE pk = 'a' AND sk = '2'"}),
              ElementsAre());
  EXPECT_EQ(world.run("SELECT n FROM Log WHERE pk = 'a'"), "{n: 5}");
  EXPECT_THAT(world.transaction({"INSERT INTO Log VALUE {'pk': 't', 'sk': '1'}",
                                 "UPDATE Log SET n = 1 WHERE pk = 'b' AND sk = '1'",
                                 "DELETE FROM Log WHERE pk = 'a' AND sk = '1'"}),
              ElementsAre("TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for "
                          "specific reasons [DuplicateItem, ConditionalCheckFailed, None]",
                          "DuplicateItem: Duplicate primary key exists in table",
                          "ConditionalCheckFailed: The conditional request failed", "None: "));
  EXPECT_EQ(world.run("SELECT n FROM Log WHERE pk = 'a'"), "{n: 5}");
}

TEST_F(Transaction, checks_that_items_exist) {
  const std::string insert = "INSERT INTO Log VALUE {'pk': 't', 'sk': '1'}";
  for (const auto* fails : {"pk = 'a' AND sk = '2' AND n = 3", "pk = 'b' AND sk = '2' AND q IS MISSING"}) {
    const auto answer = world.transaction({"EXISTS(SELECT * FROM Log WHERE " + std::string(fails) + ")", insert});
    ASSERT_EQ(answer.size(), 3U) << answer.front();
    EXPECT_EQ(answer[1], "ConditionalCheckFailed: The conditional request failed");
  }
  EXPECT_THAT(world.transaction({"EXISTS(SELECT * FROM Log WHERE pk = 'a' AND sk = '2')", insert}),
              ElementsAre("ValidationException: Validation failed in TransactStatements[0]: EXISTS() must contain a "
                          "single item read with additional condition"));
  EXPECT_THAT(world.transaction({"EXISTS(SELECT * FROM Log WHERE pk = 'a' AND sk = '2' AND q IS MISSING)", insert}),
              ElementsAre());
  EXPECT_EQ(world.run("SELECT * FROM Log WHERE pk = 't'"), "{pk: 't', sk: '1'}");
}

TEST_F(Transaction, of_one_token_is_made_once) {
  const std::string add = "UPDATE Log SET n = n + 1 WHERE pk = 'a' AND sk = '1'";
  EXPECT_THAT(world.transaction({add}, "token"), ElementsAre());
  EXPECT_THAT(world.transaction({add}, "token"), ElementsAre());
  EXPECT_EQ(world.run("SELECT n FROM Log WHERE pk = 'a' AND sk = '1'"), "{n: 2}");
  const auto other = world.transaction({"DELETE FROM Log WHERE pk = 'a' AND sk = '1'"}, "token");
  EXPECT_TRUE(other.front().starts_with("IdempotentParameterMismatchException")) << other.front();
}

TEST_F(Transaction, refuses_what_is_none) {
  EXPECT_THAT(world.transaction({}),
              ElementsAre("ValidationException: 1 validation error detected: Value '[]' at 'transactStatements' failed "
                          "to satisfy constraint: Member must have length greater than or equal to 1"));
  EXPECT_THAT(world.transaction(
                  {"SELECT * FROM Log WHERE pk = 'a' AND sk = '2'", "DELETE FROM Log WHERE pk = 'a' AND sk = '1'"}),
              ElementsAre("ValidationException: ExecuteTransaction API does not support both read and write operations "
                          "in the same request."));
  EXPECT_THAT(world.transaction({"UPDATE Log SET n = 1 WHERE pk = 'a' AND sk = '1' RETURNING ALL NEW *"}),
              ElementsAre("ValidationException: Validation failed in TransactStatements[0]: RETURNING clause is not "
                          "supported in ExecuteTransaction."));
  EXPECT_EQ(world.transaction({"UPDATE Log SET n = 1 WHERE pk = 'a'"}).front(),
            "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for specific "
            "reasons [ValidationError]");
  EXPECT_THAT(world.transaction({"DELETE FROM Nope WHERE pk = 'a'"}),
              ElementsAre("ResourceNotFoundException: Requested resource not found"));
}

}  // namespace
}  // namespace partiql::testing
