#include <gtest/gtest.h>

#include "wire/serialize.h"

namespace wire {
namespace {

using dynamodb::EncodedItem;

TEST(SerializeStatements, of_one_statement_are_a_page) {
  dynamodb::ExecuteStatementResult result;
  EXPECT_EQ(serialize(result), R"({"Items":[]})");
  result.items.emplace_back(dynamodb::Item{{"pk", "a"}});
  result.next_token = "t";
  result.last_evaluated_key = dynamodb::Key{{"pk", "a"}};
  result.consumed_capacity = {.table_name = "Table", .total = {.units = 0.5}};
  EXPECT_EQ(serialize(result), R"({"Items":[{"pk":{"S":"a"}}],"NextToken":"t","LastEvaluatedKey":{"pk":{"S":"a"}},)"
                               R"("ConsumedCapacity":{"TableName":"Table","CapacityUnits":0.5}})");
}

TEST(SerializeStatements, of_a_batch_are_answered_one_by_one) {
  dynamodb::BatchExecuteStatementResult result;
  result.responses.resize(3);
  result.responses[0].table_name = "Table";
  result.responses[0].item.emplace(dynamodb::Item{{"pk", "a"}});
  result.responses[1].error = {.code = "ConditionalCheckFailed",
                               .message = "The conditional request failed",
                               .item = EncodedItem(dynamodb::Item{{"pk", "b"}})};
  EXPECT_EQ(serialize(result),
            R"({"Responses":[{"TableName":"Table","Item":{"pk":{"S":"a"}}},)"
            R"({"Error":{"Code":"ConditionalCheckFailed","Message":"The conditional request failed",)"
            R"("Item":{"pk":{"S":"b"}}}},{}]})");
}

TEST(SerializeStatements, of_a_transaction_are_items) {
  dynamodb::ExecuteTransactionResult result;
  result.responses.resize(2);
  result.responses[1].emplace(dynamodb::Item{{"pk", "a"}});
  EXPECT_EQ(serialize(result), R"({"Responses":[{},{"Item":{"pk":{"S":"a"}}}]})");
}

}  // namespace
}  // namespace wire
