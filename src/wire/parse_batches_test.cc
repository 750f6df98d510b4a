#include <gtest/gtest.h>

#include <string>
#include <variant>

#include "wire/parse.h"

namespace {

using dynamodb::BatchGetItemRequest;
using dynamodb::BatchWriteItemRequest;

template <class Request>
std::string message_of(std::string_view body) {
  const auto request = wire::parse<Request>(body);
  return request ? "no error" : request.error().message;
}
std::string get_message(const std::string& request_items) {
  return message_of<BatchGetItemRequest>(R"({"RequestItems":)" + request_items + "}");
}
std::string write_message(const std::string& request_items) {
  return message_of<BatchWriteItemRequest>(R"({"RequestItems":)" + request_items + "}");
}
std::string repeated(const std::string& text, std::size_t count) {
  std::string list;
  for (std::size_t index = 0; index < count; ++index) {
    list += (index == 0 ? "" : ",") + text;
  }
  return "[" + list + "]";
}

TEST(ParseBatchGetItem, takes_every_member) {
  const auto request = wire::parse<BatchGetItemRequest>(
      R"({"RequestItems":{"One":{"Keys":[{"id":{"S":"a"}},{"id":{"S":"b"}}],"ConsistentRead":true,)"
      R"("ProjectionExpression":"#a","ExpressionAttributeNames":{"#a":"a"}},)"
      R"("arn:aws:dynamodb:eu-west-1:1:table/Two":{"Keys":[{}]}},"ReturnConsumedCapacity":"TOTAL"})");
  ASSERT_TRUE(request) << request.error().message;
  ASSERT_EQ(request->request_items.size(), 2U);
  const dynamodb::KeysAndAttributes& one = request->request_items.at("One");
  EXPECT_EQ(one.keys, (std::vector<dynamodb::Key>{{{"id", "a"}}, {{"id", "b"}}}));
  EXPECT_TRUE(one.consistent_read);
  EXPECT_EQ(one.projection_expression, "#a");
  EXPECT_EQ(one.attributes.names->at("#a"), "a");
  EXPECT_EQ(request->request_items.at("Two").keys.size(), 1U);
  EXPECT_EQ(request->return_consumed_capacity, dynamodb::ReturnConsumedCapacity::total);
}

TEST(ParseBatchGetItem, refuses_what_the_model_refuses) {
  EXPECT_EQ(get_message("{}"), "The requestItems parameter is required for BatchGetItem");
  EXPECT_EQ(get_message("null"), "The requestItems parameter is required for BatchGetItem");
  EXPECT_EQ(get_message(R"({"Table":{"Keys":[]}})"),
            "1 validation error detected: Value '[]' at 'requestItems.Table.member.keys' failed to satisfy constraint: "
            "Member must have length greater than or equal to 1");
  EXPECT_EQ(get_message(R"({"Table":{}})"),
            "1 validation error detected: Value null at 'requestItems.Table.member.keys' failed to satisfy constraint: "
            "Member must not be null");
  EXPECT_EQ(
      get_message(R"({"Table":{"Keys":)" + repeated("{}", 101) + "}}"),
      "1 validation error detected: Value at 'RequestItems.Table.member.Keys' failed to satisfy constraint: Member "
      "must have length less than or equal to 100");
  EXPECT_EQ(get_message(R"({"!":{"Keys":[{}]}})"),
            "1 validation error detected: Value '{!}' at 'requestItems' failed to satisfy constraint: Map keys must "
            "satisfy constraint: [Member must have length less than or equal to 255, Member must have length greater "
            "than or equal to 3, Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]");
  EXPECT_EQ(get_message(R"({"Table":1})"), "Unexpected value type in payload");
  EXPECT_EQ(get_message(R"({"Table":{"Keys":1}})"), "Unexpected field type");
  EXPECT_EQ(get_message(R"({"Table":{"Keys":[1]}})").substr(0, 67),
            "class sun.reflect.generics.reflectiveObjects.ParameterizedTypeImpl ");
}

TEST(ParseBatchWriteItem, takes_every_member) {
  const auto request = wire::parse<BatchWriteItemRequest>(
      R"({"RequestItems":{"Table":[{"PutRequest":{"Item":{"id":{"S":"a"}}}},{"DeleteRequest":{"Key":{"id":{"S":"b"}}}}]},)"
      R"("ReturnConsumedCapacity":"TOTAL","ReturnItemCollectionMetrics":"SIZE"})");
  ASSERT_TRUE(request) << request.error().message;
  const auto& writes = request->request_items.at("Table");
  ASSERT_EQ(writes.size(), 2U);
  EXPECT_EQ(std::get<dynamodb::PutRequest>(writes[0]).item, (dynamodb::Item{{"id", "a"}}));
  EXPECT_EQ(std::get<dynamodb::DeleteRequest>(writes[1]).key, (dynamodb::Key{{"id", "b"}}));
  EXPECT_EQ(request->return_item_collection_metrics, dynamodb::ReturnItemCollectionMetrics::size);
}

TEST(ParseBatchWriteItem, refuses_what_the_model_refuses) {
  constexpr auto lengths =
      "Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length "
      "greater than or equal to 1]";
  EXPECT_EQ(write_message("{}"), "The requestItems parameter is required for BatchWriteItem");
  EXPECT_EQ(write_message(R"({"Table":[]})"),
            std::string("1 validation error detected: Value '{Table=[0 elements]}' at 'requestItems' failed to satisfy "
                        "constraint: ") +
                lengths);
  EXPECT_EQ(write_message(R"({"Table":)" + repeated(R"({"DeleteRequest":{"Key":{}}})", 26) + "}"),
            std::string("1 validation error detected: Value '{Table=[26 elements]}' at 'requestItems' failed to "
                        "satisfy constraint: ") +
                lengths);
  EXPECT_EQ(write_message(R"({"Table":[{}]})"),
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported "
            "datatypes");
  EXPECT_EQ(write_message(R"({"Table":[{"PutRequest":{"Item":{}},"DeleteRequest":{"Key":{}}}]})"),
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported "
            "datatypes");
  EXPECT_EQ(write_message(R"({"Table":[{"PutRequest":{}}]})"),
            "1 validation error detected: Value null at 'requestItems.Table.member.1.member.putRequest.item' failed to "
            "satisfy constraint: Member must not be null");
  EXPECT_EQ(write_message(R"({"Table":[null]})"),
            "1 validation error detected: Value null at 'requestItems.Table.member.1.member' failed to satisfy "
            "constraint: Member must not be null");
  EXPECT_EQ(write_message(R"({"Table":{}})"), "Start of structure or map found where not expected");
  EXPECT_EQ(write_message("[]"),
            "Unrecognized collection type java.util.Map<java.lang.String, "
            "java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>>");
}

}  // namespace
