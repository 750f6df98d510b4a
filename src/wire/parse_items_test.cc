#include <gtest/gtest.h>

#include <string>

#include "wire/parse.h"

namespace {

using dynamodb::ErrorCode;
using dynamodb::ReturnValues;

template <class Request>
std::string message_of(std::string_view body) {
  const auto request = wire::parse<Request>(body);
  return request ? "no error" : request.error().message;
}
std::string get_message(std::string_view body) {
  return message_of<dynamodb::GetItemRequest>(body);
}
std::string put_message(std::string_view body) {
  return message_of<dynamodb::PutItemRequest>(body);
}

TEST(ParseGetItem, takes_every_member) {
  const auto request = wire::parse<dynamodb::GetItemRequest>(
      R"({"TableName":"Table","Key":{"id":{"S":"a"},"n":{"N":"1.50"}},"ConsistentRead":true,"ProjectionExpression":"#a",)"
      R"("ExpressionAttributeNames":{"#a":"b"},"ReturnConsumedCapacity":"TOTAL","Unknown":[{}]})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->table_name, "Table");
  EXPECT_EQ(request->key, (dynamodb::Key{{"id", "a"}, {"n", dynamodb::Number::parse("1.5").value()}}));
  EXPECT_TRUE(request->consistent_read);
  EXPECT_EQ(request->projection_expression, "#a");
  EXPECT_EQ(request->attributes.names->at("#a"), "b");
  EXPECT_EQ(request->return_consumed_capacity, dynamodb::ReturnConsumedCapacity::total);
}

TEST(ParseGetItem, takes_null_members_as_absent_and_the_table_by_its_arn) {
  const auto request = wire::parse<dynamodb::GetItemRequest>(
      R"({"TableName":"arn:aws:dynamodb:eu-west-1:000000000000:table/Table","Key":{},"ConsistentRead":null,)"
      R"("ProjectionExpression":null,"ExpressionAttributeNames":null,"ReturnConsumedCapacity":null})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->table_name, "Table");
  EXPECT_FALSE(request->projection_expression);
  EXPECT_FALSE(request->attributes.names);
}

TEST(ParseGetItem, answers_what_is_not_json_without_a_message) {
  for (const std::string_view body : {"", "{", "[]", "1", "null", "{} x", "{\"a\":NaN}", "\xFF"}) {
    const auto request = wire::parse<dynamodb::GetItemRequest>(body);
    ASSERT_FALSE(request) << body;
    EXPECT_EQ(request.error().code, ErrorCode::serialization);
    EXPECT_EQ(request.error().message, "");
  }
}

TEST(ParseGetItem, refuses_wrong_json_types_as_the_service_does) {
  EXPECT_EQ(get_message(R"({"TableName":1})"), "NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(get_message(R"({"TableName":1.5})"), "DECIMAL_VALUE cannot be converted to String");
  EXPECT_EQ(get_message(R"({"TableName":true})"), "TRUE_VALUE cannot be converted to String");
  EXPECT_EQ(get_message(R"({"TableName":[]})"), "Unrecognized collection type class java.lang.String");
  EXPECT_EQ(get_message(R"({"TableName":{}})"), "Start of structure or map found where not expected");
  EXPECT_EQ(get_message(R"({"ConsistentRead":1})"), "NUMBER_VALUE cannot be converted to Boolean");
  EXPECT_EQ(get_message(R"({"ConsistentRead":"so"})"), "Unexpected token received from parser");
  EXPECT_EQ(get_message(R"({"Key":"a"})"), "Unexpected field type");
  EXPECT_EQ(get_message(R"({"Key":[]})"),
            "Unrecognized collection type java.util.Map<java.lang.String, "
            "com.amazonaws.dynamodb.v20120810.AttributeValue>");
  EXPECT_EQ(get_message(R"({"ExpressionAttributeNames":[]})"),
            "Unrecognized collection type java.util.Map<java.lang.String, java.lang.String>");
  EXPECT_EQ(get_message(R"({"Key":{"a":"b"}})"), "Unexpected value type in payload");
  EXPECT_EQ(get_message(R"({"Key":{"a":[]}})"),
            "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue");
}

TEST(ParseGetItem, checks_the_table_name_before_other_constraints) {
  EXPECT_EQ(get_message(R"({"Key":{},"ReturnConsumedCapacity":"x"})"),
            "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be "
            "null");
  EXPECT_EQ(
      get_message(R"({"TableName":""})"),
      "1 validation error detected: Value '' at 'tableName' failed to satisfy constraint: Member must have length "
      "greater than or equal to 1");
  EXPECT_EQ(get_message(R"({"TableName":"ab"})"),
            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have "
            "length greater than or equal to 3");
  EXPECT_EQ(
      get_message(R"({"TableName":"bad table!@#"})"),
      "1 validation error detected: Value 'bad table!@#' at 'tableName' failed to satisfy constraint: Member must "
      "satisfy regular expression pattern: [a-zA-Z0-9_.-]+");
  const std::string long_name(256, 'a');
  EXPECT_EQ(get_message(R"({"TableName":")" + long_name + R"("})"),
            "1 validation error detected: Value '" + long_name +
                "' at 'tableName' failed to satisfy constraint: Member must have length less than or equal to 255");
}

TEST(ParsePutItem, tells_all_violated_constraints_at_once) {
  EXPECT_EQ(put_message(R"({"TableName":"Table","ReturnConsumedCapacity":"a","ReturnItemCollectionMetrics":"b",)"
                        R"("ReturnValues":"c","ReturnValuesOnConditionCheckFailure":"d"})"),
            "5 validation errors detected: "
            "Value 'a' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: "
            "[INDEXES, TOTAL, NONE]; "
            "Value null at 'item' failed to satisfy constraint: Member must not be null; "
            "Value 'c' at 'returnValues' failed to satisfy constraint: Member must satisfy enum value set: [ALL_NEW, "
            "UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW]; "
            "Value 'b' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member must satisfy enum value "
            "set: [SIZE, NONE]; "
            "Value 'd' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum "
            "value set: [ALL_OLD, NONE]");
}

TEST(ParsePutItem, returns_old_values_or_none) {
  EXPECT_EQ(put_message(R"({"TableName":"Table","Item":{},"ReturnValues":"ALL_NEW"})"),
            "ReturnValues can only be ALL_OLD or NONE");
  const auto request = wire::parse<dynamodb::PutItemRequest>(
      R"({"TableName":"Table","Item":{"id":{"S":"a"}},"ReturnValues":"ALL_OLD","ConditionExpression":"a = :a",)"
      R"("ExpressionAttributeNames":{"#a":"b"},"ExpressionAttributeValues":{":a":{"BOOL":true}},)"
      R"("ReturnValuesOnConditionCheckFailure":"ALL_OLD","ReturnItemCollectionMetrics":"SIZE"})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->item, (dynamodb::Item{{"id", "a"}}));
  EXPECT_EQ(request->return_values, ReturnValues::all_old);
  EXPECT_EQ(request->condition_expression, "a = :a");
  EXPECT_EQ(request->attributes.values->at(":a"), dynamodb::AttributeValue::boolean(true));
  EXPECT_EQ(request->on_condition_check_failure, dynamodb::ReturnValuesOnConditionCheckFailure::all_old);
  EXPECT_EQ(request->return_item_collection_metrics, dynamodb::ReturnItemCollectionMetrics::size);
}

TEST(ParseDeleteItem, takes_its_members) {
  const auto request = wire::parse<dynamodb::DeleteItemRequest>(
      R"({"TableName":"Table","Key":{"id":{"S":"a"}},"ReturnValues":"ALL_OLD","ConditionExpression":"c"})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->key, (dynamodb::Key{{"id", "a"}}));
  EXPECT_EQ(request->return_values, ReturnValues::all_old);
  EXPECT_EQ(message_of<dynamodb::DeleteItemRequest>(R"({"TableName":"Table","Key":{},"ReturnValues":"UPDATED_OLD"})"),
            "ReturnValues can only be ALL_OLD or NONE");
}

TEST(ParseUpdateItem, takes_its_members) {
  const auto request = wire::parse<dynamodb::UpdateItemRequest>(
      R"({"TableName":"Table","Key":{"id":{"S":"a"}},"ReturnValues":"UPDATED_NEW","UpdateExpression":"SET a = :a",)"
      R"("ExpressionAttributeValues":{":a":{"N":"1"}}})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->return_values, ReturnValues::updated_new);
  EXPECT_EQ(request->update_expression, "SET a = :a");
  EXPECT_EQ(request->attributes.values->at(":a"), dynamodb::Number(1));
  EXPECT_FALSE(request->condition_expression);
}

}  // namespace
