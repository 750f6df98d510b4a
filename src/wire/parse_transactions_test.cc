#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "wire/parse.h"

namespace {

using dynamodb::TransactGetItemsRequest;
using dynamodb::TransactWriteItemsRequest;

template <class Request>
std::string message_of(const std::string& items) {
  const auto request = wire::parse<Request>(R"({"TransactItems":)" + items + "}");
  return request ? "no error" : request.error().message;
}

TEST(ParseTransactWriteItems, takes_all_four_actions) {
  const auto request = wire::parse<TransactWriteItemsRequest>(
      R"({"TransactItems":[)"
      R"({"ConditionCheck":{"TableName":"One","Key":{"id":{"S":"a"}},"ConditionExpression":"c",)"
      R"("ExpressionAttributeNames":{"#a":"a"},"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}},)"
      R"({"Put":{"TableName":"Two","Item":{"id":{"S":"b"}},"ConditionExpression":"d"}},)"
      R"({"Delete":{"TableName":"Three","Key":{"id":{"S":"c"}}}},)"
      R"({"Update":{"TableName":"Four","Key":{"id":{"S":"d"}},"UpdateExpression":"u",)"
      R"("ExpressionAttributeValues":{":a":{"S":"a"}}}}],)"
      R"("ClientRequestToken":"token","ReturnConsumedCapacity":"TOTAL","ReturnItemCollectionMetrics":"SIZE"})");
  ASSERT_TRUE(request) << request.error().message;
  ASSERT_EQ(request->transact_items.size(), 4U);
  const auto& check = std::get<dynamodb::ConditionCheck>(request->transact_items[0]);
  EXPECT_EQ(check.table_name, "One");
  EXPECT_EQ(check.key, (dynamodb::Key{{"id", "a"}}));
  EXPECT_EQ(check.condition_expression, "c");
  EXPECT_EQ(check.attributes.names->at("#a"), "a");
  EXPECT_EQ(check.on_condition_check_failure, dynamodb::ReturnValuesOnConditionCheckFailure::all_old);
  const auto& put = std::get<dynamodb::PutItemRequest>(request->transact_items[1]);
  EXPECT_EQ(put.table_name, "Two");
  EXPECT_EQ(put.item, (dynamodb::Item{{"id", "b"}}));
  EXPECT_EQ(put.condition_expression, "d");
  EXPECT_EQ(std::get<dynamodb::DeleteItemRequest>(request->transact_items[2]).key, (dynamodb::Key{{"id", "c"}}));
  const auto& update = std::get<dynamodb::UpdateItemRequest>(request->transact_items[3]);
  EXPECT_EQ(update.update_expression, "u");
  EXPECT_EQ(update.attributes.values->at(":a"), dynamodb::AttributeValue("a"));
  EXPECT_EQ(request->client_request_token, "token");
  EXPECT_EQ(request->return_consumed_capacity, dynamodb::ReturnConsumedCapacity::total);
  EXPECT_EQ(request->return_item_collection_metrics, dynamodb::ReturnItemCollectionMetrics::size);
}

TEST(ParseTransactWriteItems, refuses_what_the_model_refuses) {
  constexpr auto one_of = "TransactItems can only contain one of Check, Put, Update or Delete";
  const auto message = message_of<TransactWriteItemsRequest>;
  EXPECT_EQ(message("null"),
            "1 validation error detected: Value null at 'transactItems' failed to satisfy constraint: Member must not "
            "be null");
  EXPECT_EQ(message("[]"), "no error");  // the engine's to refuse
  EXPECT_EQ(message("[{}]"), one_of);
  EXPECT_EQ(message("[null]"), one_of);
  EXPECT_EQ(message(R"([{"Put":{"TableName":"Table","Item":{}},"Delete":{"TableName":"Table","Key":{}}}])"), one_of);
  EXPECT_EQ(message(R"([{"Put":{"Item":{}}}])"),
            "1 validation error detected: Value null at 'transactItems.1.member.put.tableName' failed to satisfy "
            "constraint: Member must not be null");
  EXPECT_EQ(message(R"([{"Update":{"TableName":"Table"}},{"ConditionCheck":{"TableName":"Table","Key":{}}}])"),
            "3 validation errors detected: "
            "Value null at 'transactItems.1.member.update.key' failed to satisfy constraint: Member must not be null; "
            "Value null at 'transactItems.1.member.update.updateExpression' failed to satisfy constraint: Member must "
            "not be null; "
            "Value null at 'transactItems.2.member.conditionCheck.conditionExpression' failed to satisfy constraint: "
            "Member must not be null");
  EXPECT_EQ(message("{}"), "Start of structure or map found where not expected");
  EXPECT_EQ(message("[1]"), "Unexpected value type in payload");
  EXPECT_EQ(message(R"([{"Put":1}])"), "Unexpected field type");
  EXPECT_EQ(message(R"([{"Put":[]}])"), "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.Put");
}

TEST(ParseTransactGetItems, takes_every_member) {
  const auto request = wire::parse<TransactGetItemsRequest>(
      R"({"TransactItems":[{"Get":{"TableName":"Table","Key":{"id":{"S":"a"}},"ProjectionExpression":"#a",)"
      R"("ExpressionAttributeNames":{"#a":"a"}}}],"ReturnConsumedCapacity":"TOTAL"})");
  ASSERT_TRUE(request) << request.error().message;
  ASSERT_EQ(request->transact_items.size(), 1U);
  const dynamodb::TransactGet& get = request->transact_items[0];
  EXPECT_EQ(get.table_name, "Table");
  EXPECT_EQ(get.key, (dynamodb::Key{{"id", "a"}}));
  EXPECT_EQ(get.projection_expression, "#a");
  EXPECT_EQ(get.attributes.names->at("#a"), "a");
  EXPECT_EQ(request->return_consumed_capacity, dynamodb::ReturnConsumedCapacity::total);
}

TEST(ParseTransactGetItems, needs_a_get) {
  EXPECT_EQ(message_of<TransactGetItemsRequest>("[{}]"),
            "1 validation error detected: Value null at 'transactItems.1.member.get' failed to satisfy constraint: "
            "Member must not be null");
}

}  // namespace
