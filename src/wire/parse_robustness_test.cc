// Damaged bodies: whatever stands in them is answered, and nothing is read outside them (under the sanitizers).
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "wire/parse.h"
#include "wire/serialize.h"

namespace {

constexpr std::string_view bodies[] = {
    R"({"TableName":"Table","Item":{"s":{"S":"a\n"},"n":{"N":"-1.5e3"},"b":{"B":"AP8="},"l":{"L":[{"NULL":true}]},)"
    R"("m":{"M":{"k":{"SS":["a","b"]}}},"ns":{"NS":["1","2"]},"bs":{"BS":["YQ=="]}},"ReturnValues":"ALL_OLD"})",
    R"({"TableName":"Table","Key":{"id":{"S":"a"}},"KeyConditionExpression":"k","Limit":10,"Select":"COUNT",)"
    R"("ExclusiveStartKey":{"id":{"S":"a"}},"Segment":0,"TotalSegments":4,"ConsistentRead":true})",
    R"({"RequestItems":{"Table":{"Keys":[{"id":{"S":"a"}}],"ExpressionAttributeNames":{"#a":"a"}}}})",
    R"({"RequestItems":{"Table":[{"PutRequest":{"Item":{}}},{"DeleteRequest":{"Key":{"id":{"B":"YQ=="}}}}]}})",
    R"({"TransactItems":[{"Put":{"TableName":"Table","Item":{}}},{"Update":{"Key":{}}},{"Get":{"Key":{}}}]})"};

template <class Request>
void expect_answer(const std::string& body) {
  const auto request = wire::parse<Request>(body);
  if (request) return;
  const dynamodb::ErrorCode code = request.error().code;
  RC_ASSERT(code == dynamodb::ErrorCode::validation || code == dynamodb::ErrorCode::serialization);
  RC_ASSERT(wire::serialize(request.error()).starts_with(R"({"__type":"com.amazon.coral.)"));
}

RC_GTEST_PROP(ParseDamaged, answers_every_body, ()) {
  std::string body(*rc::gen::elementOf(std::vector<std::string_view>(std::begin(bodies), std::end(bodies))));
  const int changes = *rc::gen::inRange(1, 4);
  for (int change = 0; change < changes; ++change) {
    const auto at = *rc::gen::inRange<std::size_t>(0, body.size());
    const auto piece = *rc::gen::element<std::string>("", "{}", "[]", "null", "1", "-1e999", "\"", "\\u00e9", "true",
                                                      "\"\"", ",", "\xFF", "{\"L\":[");
    body.replace(at, *rc::gen::inRange<std::size_t>(0, 12), piece);
  }
  expect_answer<dynamodb::PutItemRequest>(body);
  expect_answer<dynamodb::UpdateItemRequest>(body);
  expect_answer<dynamodb::QueryRequest>(body);
  expect_answer<dynamodb::ScanRequest>(body);
  expect_answer<dynamodb::BatchGetItemRequest>(body);
  expect_answer<dynamodb::BatchWriteItemRequest>(body);
  expect_answer<dynamodb::TransactWriteItemsRequest>(body);
  expect_answer<dynamodb::TransactGetItemsRequest>(body);
}

}  // namespace
