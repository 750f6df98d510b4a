#include "wire/legacy/read.h"

#include <gtest/gtest.h>

#include <string>

#include "wire/parse.h"

namespace wire::legacy {
namespace {

template <class Request>
std::string message_of(const std::string& members) {
  const auto request = parse<Request>(R"({"TableName":"Table",)" + members + "}");
  return request ? "no error" : request.error().message;
}
std::string get_message(const std::string& members) {
  return message_of<dynamodb::GetItemRequest>(R"("Key":{"a":{"S":"k"}},)" + members);
}
std::string put_message(const std::string& members) {
  return message_of<dynamodb::PutItemRequest>(R"("Item":{"a":{"S":"k"}},)" + members);
}
std::string update_message(const std::string& members) {
  return message_of<dynamodb::UpdateItemRequest>(R"("Key":{"a":{"S":"k"}},)" + members);
}

TEST(ReadLegacyParameters, of_put_item_become_its_condition) {
  const auto request = parse<dynamodb::PutItemRequest>(
      R"({"TableName":"Table","Item":{},"ConditionalOperator":"OR","Expected":{)"
      R"("a":{"Value":{"N":"1"}},"b":{"Exists":false},)"
      R"("c":{"ComparisonOperator":"IN","AttributeValueList":[{"S":"x"},{"S":"y"}]}}})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->condition_expression, "#_0=:_0 OR attribute_not_exists(#_1) OR #_2 IN (:_1,:_2)");
  EXPECT_EQ(request->attributes.values->at(":_2"), dynamodb::AttributeValue("y"));
}

TEST(ReadLegacyParameters, of_delete_item_become_its_condition) {
  const auto request = parse<dynamodb::DeleteItemRequest>(
      R"({"TableName":"Table","Key":{},"Expected":{"a":{"ComparisonOperator":"NOT_NULL"}}})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->condition_expression, "attribute_exists(#_0)");
}

TEST(ReadLegacyParameters, of_update_item_share_its_placeholders) {
  const auto request = parse<dynamodb::UpdateItemRequest>(
      R"({"TableName":"Table","Key":{},"AttributeUpdates":{"a":{"Value":{"N":"1"}},"b":{"Action":"DELETE"}},)"
      R"("Expected":{"c":{"Value":{"N":"2"},"Exists":true}}})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->update_expression, "SET #_0=:_0 REMOVE #_1");
  EXPECT_EQ(request->condition_expression, "#_2=:_1");
  EXPECT_EQ(request->attributes.names->at("#_2"), "c");
  EXPECT_TRUE(request->attributes.made_of_legacy_parameters);
}

TEST(ReadLegacyParameters, of_get_item_become_its_projection) {
  const auto request =
      parse<dynamodb::GetItemRequest>(R"({"TableName":"Table","Key":{},"AttributesToGet":["a","b.c"]})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->projection_expression, "#_0,#_1");
  EXPECT_EQ(request->attributes.names->at("#_1"), "b.c");
}

TEST(ReadLegacyParameters, that_are_empty_are_none) {
  const auto request = parse<dynamodb::UpdateItemRequest>(
      R"({"TableName":"Table","Key":{},"AttributeUpdates":{},"Expected":{},"UpdateExpression":"REMOVE a"})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->update_expression, "REMOVE a");
  EXPECT_FALSE(request->condition_expression);
  EXPECT_FALSE(request->attributes.made_of_legacy_parameters);
}

TEST(ReadLegacyParameters, do_not_go_with_expressions) {
  const std::string both = "Can not use both expression and non-expression parameters in the same request: ";
  EXPECT_EQ(put_message(R"("Expected":{"a":{}},"ConditionExpression":"x","ConditionalOperator":"AND")"),
            both +
                "Non-expression parameters: {Expected, ConditionalOperator} "
                "Expression parameters: {ConditionExpression}");
  EXPECT_EQ(update_message(R"("AttributeUpdates":{"a":{}},"Expected":{"a":{}},"UpdateExpression":"",)"
                           R"("ConditionExpression":"")"),
            both +
                "Non-expression parameters: {AttributeUpdates, Expected} "
                "Expression parameters: {UpdateExpression, ConditionExpression}");
  EXPECT_EQ(get_message(R"("AttributesToGet":["a"],"ProjectionExpression":"a")"),
            both + "Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}");
}

TEST(ReadLegacyParameters, give_placeholders_nothing_to_do) {
  EXPECT_EQ(put_message(R"("Expected":{"a":{"Exists":false}},"ExpressionAttributeNames":{"#a":"a"})"),
            "ExpressionAttributeNames can only be specified when using expressions");
  EXPECT_EQ(put_message(R"("Expected":{"a":{"Exists":false}},"ExpressionAttributeValues":{":a":{"S":"a"}})"),
            "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null");
}

TEST(ReadLegacyParameters, keep_the_constraints_of_the_model) {
  EXPECT_EQ(put_message(R"("Expected":{"a":{"ComparisonOperator":"XX"}})"),
            "1 validation error detected: Value 'XX' at 'expected.a.member.comparisonOperator' failed to satisfy "
            "constraint: Member must satisfy enum value set: [IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, "
            "NE, LE, BEGINS_WITH, GE, CONTAINS]");
  EXPECT_EQ(put_message(R"("ConditionalOperator":"XOR")"),
            "1 validation error detected: Value 'XOR' at 'conditionalOperator' failed to satisfy constraint: Member "
            "must satisfy enum value set: [OR, AND]");
  EXPECT_EQ(update_message(R"("AttributeUpdates":{"a":{"Action":"SET"}})"),
            "1 validation error detected: Value 'SET' at 'attributeUpdates.a.member.action' failed to satisfy "
            "constraint: Member must satisfy enum value set: [ADD, DELETE, PUT]");
  EXPECT_EQ(get_message(R"("AttributesToGet":[])"),
            "1 validation error detected: Value '[]' at 'attributesToGet' failed to satisfy constraint: Member must "
            "have length greater than or equal to 1");
}

TEST(ReadLegacyParameters, answer_what_is_wrong_with_them) {
  EXPECT_EQ(put_message(R"("ConditionalOperator":"AND")"),
            "ConditionalOperator cannot be used without Filter or Expected");
  EXPECT_EQ(put_message(R"("ConditionalOperator":"AND","Expected":{"a":{"Exists":false}})"),
            "ConditionalOperator can only be used when Filter or Expected has two or more elements");
  EXPECT_EQ(put_message(R"("Expected":{"a":{}})"),
            "One or more parameter values were invalid: Value must be provided when Exists is null for Attribute: a");
  EXPECT_EQ(update_message(R"("AttributeUpdates":{"a":{"Action":"ADD","Value":{"S":"x"}}},"Expected":{"a":{}})"),
            "One or more parameter values were invalid: ADD action is not supported for the type S");
  EXPECT_EQ(get_message(R"("AttributesToGet":["a","a"])"),
            "One or more parameter values were invalid: Duplicate value in attribute name: a");
  EXPECT_EQ(put_message(R"("Expected":{"a":{"Value":{}}})"),
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
}

// Through the functions alone: the parameters of Query and Scan.
class LegacyPages : public testing::Test {
 protected:
  const Field& request(std::string_view text) {
    body_ = json::parse(text).value();
    faults_ = Faults();
    return field_.emplace(body_, faults_);
  }
  std::string told() const { return faults_.told() ? faults_.told()->message : "no error"; }

  json::Value body_;
  Faults faults_;
  std::optional<Field> field_;
  dynamodb::ExpressionAttributes attributes_;
};

TEST_F(LegacyPages, conditions_of_keys_and_filters_become_expressions) {
  const Field& fields =
      request(R"({"KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"p"}]}},)"
              R"("QueryFilter":{"x":{"ComparisonOperator":"NULL"},"y":{"ComparisonOperator":"NOT_NULL"}},)"
              R"("ConditionalOperator":"OR","AttributesToGet":["x"]})");
  std::string key_condition;
  std::optional<std::string> filter;
  std::optional<std::string> projection;
  check_parameters(fields, Operation::query);
  read_filter(fields, "QueryFilter", filter, attributes_);
  read_key_conditions(fields, key_condition, attributes_);
  read_projection(fields, projection, attributes_, dynamodb::Select::specific_attributes);
  EXPECT_EQ(told(), "no error");
  EXPECT_EQ(filter, "attribute_not_exists(#_0) OR attribute_exists(#_1)");
  EXPECT_EQ(key_condition, "#_2=:_0");
  EXPECT_EQ(projection, "#_3");
}

TEST_F(LegacyPages, a_condition_needs_its_operator) {
  std::optional<std::string> filter;
  read_filter(request(R"({"ScanFilter":{"x":{"AttributeValueList":[{"S":"p"}]}}})"), "ScanFilter", filter, attributes_);
  EXPECT_EQ(told(),
            "1 validation error detected: Value null at 'scanFilter.x.member.comparisonOperator' failed to satisfy "
            "constraint: Member must not be null");
}

TEST_F(LegacyPages, key_conditions_go_with_a_filter_expression) {
  check_parameters(request(R"({"KeyConditions":{"a":{}},"FilterExpression":"x","ProjectionExpression":"y"})"),
                   Operation::query);
  EXPECT_EQ(told(), "no error");
  check_parameters(request(R"({"KeyConditions":{"a":{}},"FilterExpression":"x","KeyConditionExpression":"y",)"
                           R"("QueryFilter":{"a":{}},"AttributesToGet":["a"],"ConditionalOperator":"OR"})"),
                   Operation::query);
  EXPECT_EQ(told(),
            "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "
            "{AttributesToGet, QueryFilter, ConditionalOperator, KeyConditions} Expression parameters: "
            "{FilterExpression, KeyConditionExpression}");
  check_parameters(request(R"({"ScanFilter":{"a":{}},"FilterExpression":"x"})"), Operation::scan);
  EXPECT_EQ(told(),
            "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "
            "{ScanFilter} Expression parameters: {FilterExpression}");
}

TEST_F(LegacyPages, attributes_to_get_are_not_all_attributes) {
  std::optional<std::string> projection;
  read_projection(request(R"({"AttributesToGet":["a"]})"), projection, attributes_, dynamodb::Select::count);
  EXPECT_EQ(told(), "Cannot specify the AttributesToGet when choosing to get only the Count");
}

}  // namespace
}  // namespace wire::legacy
