#include <gtest/gtest.h>

#include <string>

#include "wire/parse.h"

namespace {

using dynamodb::QueryRequest;
using dynamodb::ScanRequest;
using dynamodb::Select;

template <class Request>
std::string message_of(std::string_view body) {
  const auto request = wire::parse<Request>(body);
  return request ? "no error" : request.error().message;
}
std::string query_message(const std::string& members) {
  return message_of<QueryRequest>(R"({"TableName":"Table","KeyConditionExpression":"a = :a")" + members + "}");
}
std::string scan_message(const std::string& members) {
  return message_of<ScanRequest>(R"({"TableName":"Table")" + members + "}");
}

TEST(ParseQuery, takes_every_member) {
  const auto request = wire::parse<QueryRequest>(
      R"({"TableName":"Table","IndexName":"Index","KeyConditionExpression":"k","FilterExpression":"f",)"
      R"("ProjectionExpression":"p","ExpressionAttributeNames":{"#a":"a"},"ExpressionAttributeValues":{":a":{"S":"b"}},)"
      R"("Select":"COUNT","Limit":7,"ExclusiveStartKey":{"id":{"S":"a"}},"ScanIndexForward":false,)"
      R"("ConsistentRead":true,"ReturnConsumedCapacity":"INDEXES"})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->table_name, "Table");
  EXPECT_EQ(request->index_name, "Index");
  EXPECT_EQ(request->key_condition_expression, "k");
  EXPECT_EQ(request->filter_expression, "f");
  EXPECT_EQ(request->projection_expression, "p");
  EXPECT_EQ(request->attributes.names->at("#a"), "a");
  EXPECT_EQ(request->attributes.values->at(":a"), dynamodb::AttributeValue("b"));
  EXPECT_EQ(request->select, Select::count);
  EXPECT_EQ(request->limit, 7);
  EXPECT_EQ(request->exclusive_start_key, (dynamodb::Key{{"id", "a"}}));
  EXPECT_FALSE(request->scan_index_forward);
  EXPECT_TRUE(request->consistent_read);
  EXPECT_EQ(request->return_consumed_capacity, dynamodb::ReturnConsumedCapacity::indexes);
}

TEST(ParseQuery, needs_a_key_condition) {
  EXPECT_EQ(message_of<QueryRequest>(R"({"TableName":"Table"})"),
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
  EXPECT_EQ(message_of<QueryRequest>(R"({"TableName":"Table","KeyConditionExpression":""})"), "no error");  // engine's
}

TEST(ParseQuery, words_its_limit_in_its_own_way) {
  EXPECT_EQ(
      query_message(R"(,"Limit":0)"),
      "1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater "
      "than or equal to 1");
  EXPECT_EQ(query_message(R"(,"Limit":"1")"), "STRING_VALUE cannot be converted to Integer");
  EXPECT_EQ(query_message(R"(,"Limit":true)"), "TRUE_VALUE cannot be converted to Integer");
  EXPECT_EQ(query_message(R"(,"Limit":[])"), "Unrecognized collection type class java.lang.Integer");
  EXPECT_EQ(query_message(R"(,"Limit":1.9)"), "no error");
  EXPECT_EQ(query_message(R"(,"Limit":1e400)"), "no error");
}

TEST(ParseQuery, lists_the_values_of_select) {
  EXPECT_EQ(
      query_message(R"(,"Select":"X","ReturnConsumedCapacity":"Y","IndexName":"!")"),
      "4 validation errors detected: "
      "Value 'X' at 'select' failed to satisfy constraint: Member must satisfy enum value set: "
      "[SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]; "
      "Value '!' at 'indexName' failed to satisfy constraint: Member must satisfy regular expression pattern: "
      "[a-zA-Z0-9_.-]+; "
      "Value '!' at 'indexName' failed to satisfy constraint: Member must have length greater than or equal to 3; "
      "Value 'Y' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: "
      "[INDEXES, TOTAL, NONE]");
}

TEST(ParseQuery, says_of_a_starting_key_that_it_is_one) {
  EXPECT_EQ(query_message(R"(,"ExclusiveStartKey":{"a":{}})"),
            "The provided starting key is invalid: Supplied AttributeValue is empty, must contain exactly one of the "
            "supported datatypes");
  EXPECT_EQ(query_message(R"(,"ExclusiveStartKey":{"a":{"N":"x"}})"),
            "The parameter cannot be converted to a numeric value: x");
}

TEST(ParseQuery, does_not_mix_expressions_with_what_was_before_them) {
  EXPECT_EQ(query_message(R"(,"QueryFilter":{"a":{"ComparisonOperator":"NULL"}},"AttributesToGet":["a"],)"
                          R"("KeyConditions":{"a":{"ComparisonOperator":"NULL"}},"FilterExpression":"f")"),
            "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "
            "{AttributesToGet, QueryFilter, KeyConditions} Expression parameters: {FilterExpression, "
            "KeyConditionExpression}");
  EXPECT_EQ(message_of<dynamodb::UpdateItemRequest>(
                R"({"TableName":"Table","Key":{},"UpdateExpression":"u","AttributeUpdates":{"a":{}}})"),
            "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "
            "{AttributeUpdates} Expression parameters: {UpdateExpression}");
  EXPECT_EQ(message_of<dynamodb::PutItemRequest>(
                R"({"TableName":"Table","Item":{},"ConditionExpression":"c","Expected":{"a":{}}})"),
            "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "
            "{Expected} Expression parameters: {ConditionExpression}");
}

TEST(ParseScan, takes_every_member) {
  const auto request = wire::parse<ScanRequest>(
      R"({"TableName":"Table","IndexName":"Index","FilterExpression":"f","ProjectionExpression":"p",)"
      R"("ExpressionAttributeNames":{},"ExpressionAttributeValues":{},"Select":"ALL_PROJECTED_ATTRIBUTES","Limit":7,)"
      R"("ExclusiveStartKey":{},"Segment":1,"TotalSegments":4,"ConsistentRead":true,"ReturnConsumedCapacity":"NONE"})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->index_name, "Index");
  EXPECT_EQ(request->filter_expression, "f");
  EXPECT_EQ(request->projection_expression, "p");
  EXPECT_TRUE(request->attributes.names->empty());
  EXPECT_TRUE(request->attributes.values->empty());
  EXPECT_EQ(request->select, Select::all_projected_attributes);
  EXPECT_EQ(request->limit, 7);
  EXPECT_TRUE(request->exclusive_start_key->empty());
  EXPECT_EQ(request->segment, 1);
  EXPECT_EQ(request->total_segments, 4);
  EXPECT_TRUE(request->consistent_read);
}

TEST(ParseScan, checks_the_bounds_of_numbers) {
  EXPECT_EQ(scan_message(R"(,"Limit":0)"),
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value "
            "greater than or equal to 1");
  EXPECT_EQ(
      scan_message(R"(,"Segment":-1,"TotalSegments":1000001)"),
      "2 validation errors detected: Value '1000001' at 'totalSegments' failed to satisfy constraint: Member must "
      "have value less than or equal to 1000000; Value '-1' at 'segment' failed to satisfy constraint: Member "
      "must have value greater than or equal to 0");
}

}  // namespace
