#include <gtest/gtest.h>

#include <string>

#include "dynamodb/errors.h"
#include "wire/serialize.h"

namespace {

using dynamodb::AttributeValue;
using dynamodb::EncodedItem;
using dynamodb::Item;
using wire::serialize;

EncodedItem item(const std::string& id) {
  return EncodedItem(Item{{"id", id}});
}
dynamodb::ConsumedCapacity capacity() {
  return {.table_name = "Table",
          .total = {.units = 3},
          .table = dynamodb::Capacity{.units = 1.5},
          .local_secondary_indexes = {{"L", {.units = 0.5}}},
          .global_secondary_indexes = {{"G", {.units = 1}}}};
}

TEST(Serialize, writes_all_ten_types) {
  const Item all{{"b", dynamodb::Binary{"a"}},
                 {"bool", AttributeValue::boolean(true)},
                 {"bs", dynamodb::BinarySet{{{"a"}}}},
                 {"l", dynamodb::List{"a", dynamodb::List{}}},
                 {"m", dynamodb::AttributeMap{{"k", dynamodb::Number(1)}}},
                 {"n", dynamodb::Number::parse("1.50").value()},
                 {"ns", dynamodb::NumberSet{{dynamodb::Number(1), dynamodb::Number(2)}}},
                 {"null", dynamodb::Null{}},
                 {"s", "\"\\\b\f\n\r\t\x01/é\x7F"},
                 {"ss", dynamodb::StringSet{{"a", "b"}}}};
  EXPECT_EQ(serialize(dynamodb::GetItemResult{.item = EncodedItem(all)}),
            R"({"Item":{"b":{"B":"YQ=="},"bool":{"BOOL":true},"bs":{"BS":["YQ=="]},"l":{"L":[{"S":"a"},{"L":[]}]},)"
            R"("m":{"M":{"k":{"N":"1"}}},"n":{"N":"1.5"},"ns":{"NS":["1","2"]},"null":{"NULL":true},)"
            "\"s\":{\"S\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001/é\x7F\"},"
            R"("ss":{"SS":["a","b"]}}})");
}

TEST(Serialize, escapes_at_every_place_of_a_long_text) {
  for (const auto& [letter, escaped] : {std::pair<char, std::string>{'"', "\\\""},
                                        {'\\', "\\\\"},
                                        {'\x1F', "\\u001f"},
                                        {'\0', "\\u0000"},
                                        {' ', " "},
                                        {'\x80', "\x80"},
                                        {'\xA2', "\xA2"},
                                        {'\xFF', "\xFF"}}) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, 'x');
      std::string expected = text;
      text[at] = letter;
      expected.replace(at, 1, escaped);
      EXPECT_EQ(serialize(dynamodb::GetItemResult{.item = EncodedItem(Item{{"a", text}})}),
                R"({"Item":{"a":{"S":")" + expected + R"("}}})");
    }
  }
}

TEST(Serialize, writes_nothing_of_an_item_that_is_not_there) {
  EXPECT_EQ(serialize(dynamodb::GetItemResult{}), "{}");
  EXPECT_EQ(serialize(dynamodb::WriteItemResult{}), "{}");
}

TEST(Serialize, writes_consumed_capacity_and_collection_metrics) {
  EXPECT_EQ(serialize(dynamodb::WriteItemResult{
                .attributes = item("a"),
                .consumed_capacity = capacity(),
                .item_collection_metrics = dynamodb::ItemCollectionMetrics{.item_collection_key = {{"id", "a"}},
                                                                           .size_estimate_lower_gb = 0,
                                                                           .size_estimate_upper_gb = 1}}),
            R"({"Attributes":{"id":{"S":"a"}},"ConsumedCapacity":{"TableName":"Table","CapacityUnits":3.0,)"
            R"("Table":{"CapacityUnits":1.5},"LocalSecondaryIndexes":{"L":{"CapacityUnits":0.5}},)"
            R"("GlobalSecondaryIndexes":{"G":{"CapacityUnits":1.0}}},"ItemCollectionMetrics":{"ItemCollectionKey":)"
            R"({"id":{"S":"a"}},"SizeEstimateRangeGB":[0.0,1.0]}})");
}

TEST(Serialize, writes_pages) {
  dynamodb::PageResult page;
  page.items = {item("a"), item("b")};
  page.count = 2;
  page.scanned_count = 3;
  EXPECT_EQ(serialize(page, dynamodb::Select::unspecified),
            R"({"Items":[{"id":{"S":"a"}},{"id":{"S":"b"}}],"Count":2,"ScannedCount":3})");
  page.last_evaluated_key = dynamodb::Key{{"id", dynamodb::Number(7)}};
  page.items.clear();
  EXPECT_EQ(serialize(page, dynamodb::Select::count),
            R"({"Count":2,"ScannedCount":3,"LastEvaluatedKey":{"id":{"N":"7"}}})");
  EXPECT_EQ(serialize(dynamodb::PageResult{}, dynamodb::Select::unspecified),
            R"({"Items":[],"Count":0,"ScannedCount":0})");
}

TEST(Serialize, writes_batches) {
  dynamodb::BatchGetItemResult got;
  got.responses["Table"] = {item("a")};
  EXPECT_EQ(serialize(got), R"({"Responses":{"Table":[{"id":{"S":"a"}}]},"UnprocessedKeys":{}})");
  got.unprocessed_keys["Table"] = {.keys = {{{"id", "b"}}},
                                   .consistent_read = true,
                                   .projection_expression = "#a",
                                   .attributes = {.names = {{{"#a", "a"}}}, .values = std::nullopt}};
  EXPECT_EQ(serialize(got),
            R"({"Responses":{"Table":[{"id":{"S":"a"}}]},"UnprocessedKeys":{"Table":{"Keys":[{"id":{"S":"b"}}],)"
            R"("ConsistentRead":true,"ProjectionExpression":"#a","ExpressionAttributeNames":{"#a":"a"}}}})");
  dynamodb::BatchWriteItemResult written;
  EXPECT_EQ(serialize(written), R"({"UnprocessedItems":{}})");
  written.unprocessed_items["Table"] = {dynamodb::PutRequest{{{"id", "a"}}}, dynamodb::DeleteRequest{{{"id", "b"}}}};
  written.item_collection_metrics["Table"] = {{}};
  EXPECT_EQ(serialize(written),
            R"({"UnprocessedItems":{"Table":[{"PutRequest":{"Item":{"id":{"S":"a"}}}},)"
            R"({"DeleteRequest":{"Key":{"id":{"S":"b"}}}}]},"ItemCollectionMetrics":{"Table":[{"ItemCollectionKey":{},)"
            R"("SizeEstimateRangeGB":[0.0,0.0]}]}})");
}

TEST(Serialize, writes_transactions) {
  EXPECT_EQ(serialize(dynamodb::TransactGetItemsResult{.responses = {item("a"), std::nullopt}}),
            R"({"Responses":[{"Item":{"id":{"S":"a"}}},{}]})");
  EXPECT_EQ(serialize(dynamodb::TransactWriteItemsResult{}), "{}");
  EXPECT_EQ(
      serialize(dynamodb::TransactWriteItemsResult{
          .consumed_capacity = {{.table_name = "Table", .total = {.units = 2, .read_units = 0, .write_units = 2}}}}),
      R"({"ConsumedCapacity":[{"TableName":"Table","CapacityUnits":2.0,"ReadCapacityUnits":0.0,)"
      R"("WriteCapacityUnits":2.0}]})");
}

TEST(SerializeError, spells_each_error_as_the_service_does) {
  namespace errors = dynamodb::errors;
  const auto text = [](const dynamodb::Error& error) { return serialize(error); };
  EXPECT_EQ(text(errors::validation("a \"b\"")),
            R"({"__type":"com.amazon.coral.validate#ValidationException","message":"a \"b\""})");
  EXPECT_EQ(text(errors::not_json()), R"({"__type":"com.amazon.coral.service#SerializationException"})");
  EXPECT_EQ(text(errors::base64_invalid()), R"({"__type":"com.amazon.coral.service#SerializationException",)"
                                            R"("Message":"Invalid last non-pad Base64 character dectected"})");
  EXPECT_EQ(text(errors::unknown_operation()), R"({"__type":"com.amazon.coral.service#UnknownOperationException"})");
  EXPECT_EQ(text(errors::requested_resource_not_found()),
            R"({"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",)"
            R"("message":"Requested resource not found"})");
  EXPECT_TRUE(text(errors::idempotent_parameter_mismatch())
                  .starts_with(R"({"__type":"com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException",)"
                               R"("Message":")"));
}

TEST(SerializeError, shows_the_item_that_failed_its_condition) {
  const auto box = std::make_shared<const dynamodb::AttributeMapBox>(Item{{"id", "a"}});
  EXPECT_EQ(serialize(dynamodb::errors::conditional_check_failed(box)),
            R"({"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",)"
            R"("message":"The conditional request failed","Item":{"id":{"S":"a"}}})");
  EXPECT_EQ(
      serialize(dynamodb::errors::transaction_canceled(
          {dynamodb::errors::reason_none(), dynamodb::errors::reason_conditional_check_failed(box)})),
      R"({"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",)"
      R"("Message":"Transaction cancelled, please refer cancellation reasons for specific reasons )"
      R"([None, ConditionalCheckFailed]","CancellationReasons":[{"Code":"None"},)"
      R"({"Code":"ConditionalCheckFailed","Message":"The conditional request failed","Item":{"id":{"S":"a"}}}]})");
}

}  // namespace
