#include "endpoint/endpoint.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <string>

#include "endpoint/compression.h"
#include "endpoint/operations.h"
#include "endpoint/response.h"
#include "engine/embedded_database.h"
#include "json/value.h"

namespace endpoint {
namespace {

class Endpoint : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = engine::EmbeddedDatabase::open({});
    ASSERT_TRUE(opened) << opened.error().message;
    database_ = *std::move(opened);
    use({});
    create_table();
  }

  void use(Options options) { application_ = make_application(*database_, std::move(options)); }

  http::Response send(const http::Request& request) {
    boost::asio::io_context context;
    auto future = boost::asio::co_spawn(context, application_(request), boost::asio::use_future);
    context.run();
    return future.get();
  }

  static http::Request request_of(std::string_view operation, std::string body) {
    http::Request request;
    request.method = "POST";
    request.target = "/";
    request.headers.add("Host", "localhost:8000");
    request.headers.add("Content-Type", "application/x-amz-json-1.0");
    request.headers.add("X-Amz-Target", std::string(operation));
    request.headers.add("Authorization", "AWS4-HMAC-SHA256 Credential=ann/20261123/us-east-1/dynamodb/aws4_request");
    request.body = std::move(body);
    return request;
  }

  http::Response ask(std::string_view operation, std::string body) {
    return send(request_of("DynamoDB_20120810." + std::string(operation), std::move(body)));
  }

  void create_table() {
    const auto created = ask("CreateTable", R"({"TableName":"log","BillingMode":"PAY_PER_REQUEST",
      "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
      "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]})");
    ASSERT_EQ(created.status, 200) << created.body;
  }
  http::Response put(const std::string& id, std::size_t text_bytes = 1) {
    return ask("PutItem", R"({"TableName":"log","Item":{"id":{"S":")" + id + R"("},"text":{"S":")" +
                              std::string(text_bytes, 'x') + R"("}}})");
  }
  http::Response get(const std::string& id) {
    return ask("GetItem", R"({"TableName":"log","Key":{"id":{"S":")" + id + R"("}}})");
  }

  std::unique_ptr<engine::EmbeddedDatabase> database_;
  http::Application application_;
};

std::string header(const http::Response& response, std::string_view name) {
  return std::string(response.headers.find(name).value_or(""));
}

// The name after '#' of an error's __type.
std::string type_of(const http::Response& response) {
  const auto body = json::parse(response.body);
  const auto* type = body && body->find("__type") != nullptr ? body->find("__type")->get_if<std::string>() : nullptr;
  return type == nullptr ? "no __type" : type->substr(type->find('#') + 1);
}

std::string crc_of(std::string_view bytes) {
  return std::to_string(crc32_of(bytes));
}

TEST_F(Endpoint, answers_get_and_put) {
  EXPECT_EQ(put("1").body, "{}");
  const auto answer = get("1");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(json::parse(answer.body).value(), json::parse(R"({"Item":{"id":{"S":"1"},"text":{"S":"x"}}})").value());
  EXPECT_EQ(get("2").body, "{}");
}

TEST_F(Endpoint, reads_an_index_with_keys_of_several_attributes) {
  const auto created = ask("CreateTable", R"({"TableName":"Matches","BillingMode":"PAY_PER_REQUEST",
      "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},{"AttributeName":"cup","AttributeType":"S"},
        {"AttributeName":"place","AttributeType":"S"},{"AttributeName":"round","AttributeType":"N"},
        {"AttributeName":"seed","AttributeType":"N"}],
      "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
      "GlobalSecondaryIndexes":[{"IndexName":"ByCup","Projection":{"ProjectionType":"KEYS_ONLY"},
        "KeySchema":[{"AttributeName":"cup","KeyType":"HASH"},{"AttributeName":"place","KeyType":"HASH"},
          {"AttributeName":"round","KeyType":"RANGE"},{"AttributeName":"seed","KeyType":"RANGE"}]}]})");
  ASSERT_EQ(created.status, 200) << created.body;
  // In the order of an answer's members.
  const std::string keys =
      R"("cup":{"S":"winter"},"id":{"S":"1"},"place":{"S":"east"},"round":{"N":"1"},"seed":{"N":"7"})";
  ASSERT_EQ(ask("PutItem", R"({"TableName":"Matches","Item":{"won":{"BOOL":true},)" + keys + "}}").status, 200);
  const std::string found = R"({"Items":[{)" + keys + R"(}],"Count":1,"ScannedCount":1})";
  const auto by_expression = ask("Query", R"({"TableName":"Matches","IndexName":"ByCup",
      "KeyConditionExpression":"cup = :c AND place = :p AND round = :r AND seed > :s",
      "ExpressionAttributeValues":{":c":{"S":"winter"},":p":{"S":"east"},":r":{"N":"1"},":s":{"N":"5"}}})");
  EXPECT_EQ(by_expression.body, found);
  const auto by_conditions = ask("Query", R"({"TableName":"Matches","IndexName":"ByCup","KeyConditions":{
      "cup":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"winter"}]},
      "place":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"east"}]},
      "round":{"ComparisonOperator":"EQ","AttributeValueList":[{"N":"1"}]},
      "seed":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"5"}]}}})");
  EXPECT_EQ(by_conditions.body, found);
  // A table's key has no more than two.
  const auto too_many = ask("Query", R"({"TableName":"Matches","KeyConditions":{
      "id":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"1"}]},
      "cup":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"winter"}]},
      "seed":{"ComparisonOperator":"GT","AttributeValueList":[{"N":"5"}]}}})");
  EXPECT_NE(too_many.body.find("Conditions can be of length 1 or 2 only"), std::string::npos) << too_many.body;
}

TEST_F(Endpoint, sends_type_checksum_and_request_id_with_every_answer) {
  for (const http::Response& response : {put("1"), ask("Fly", "{}"), ask("GetItem", "{")}) {
    EXPECT_EQ(header(response, "Content-Type"), "application/x-amz-json-1.0");
    EXPECT_EQ(header(response, "x-amz-crc32"), crc_of(response.body));
    const std::string id = header(response, "x-amzn-RequestId");
    EXPECT_EQ(id.size(), 52U);
    EXPECT_EQ(id.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos) << id;
  }
  EXPECT_NE(make_request_id(), make_request_id());
}

TEST_F(Endpoint, knows_no_other_operation) {
  for (const char* target : {"DynamoDB_20120810.Fly", "DynamoDB_20111205.GetItem", "DynamoDBStreams_20120810.GetItem",
                             "GetItem", "", "DynamoDB_20120810.getitem"}) {
    const auto response = send(request_of(target, "{}"));
    EXPECT_EQ(response.status, 400) << target;
    EXPECT_EQ(type_of(response), "UnknownOperationException") << target;
  }
}

TEST_F(Endpoint, answers_errors_with_their_status) {
  const auto missing = ask("GetItem", R"({"TableName":"other","Key":{"id":{"S":"1"}}})");
  EXPECT_EQ(missing.status, 400);
  EXPECT_EQ(type_of(missing), "ResourceNotFoundException");
  EXPECT_EQ(type_of(ask("GetItem", "not json")), "SerializationException");
}

TEST_F(Endpoint, is_healthy_under_the_name_that_was_asked_for) {
  http::Request request;
  request.method = "GET";
  request.target = "/";
  request.headers.add("Host", "localhost:8000");
  const auto response = send(request);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "healthy: localhost:8000 ");
  EXPECT_EQ(header(response, "x-amz-crc32"), crc_of(response.body));
}

TEST_F(Endpoint, has_no_other_page_and_no_other_method) {
  http::Request request = request_of("DynamoDB_20120810.ListTables", "{}");
  request.target = "/shell";
  EXPECT_EQ(send(request).status, 404);
  request.target = "/";
  request.method = "PUT";
  EXPECT_EQ(send(request).body, "<UnknownOperationException/>\n");
  request.method = "POST";
  request.headers.set("Content-Type", "text/plain");
  EXPECT_EQ(send(request).status, 404) << "a form of another site could send this";
  request.headers.set("Content-Type", "application/json; charset=utf-8");
  EXPECT_EQ(send(request).status, 200);
}

TEST_F(Endpoint, refuses_what_is_not_signed) {
  http::Request request = request_of("DynamoDB_20120810.ListTables", "{}");
  request.headers.set("Authorization", "");
  const auto response = send(request);
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(type_of(response), "MissingAuthenticationTokenException");
}

TEST_F(Endpoint, reads_gzip_within_the_limit) {
  http::Request request = request_of("DynamoDB_20120810.ListTables", compress(R"({"Limit":5})"));
  request.headers.add("Content-Encoding", "gzip");
  EXPECT_EQ(send(request).body, R"({"TableNames":["log"]})");
  request.body = compress(std::string(body_bytes_max + 1, ' '));
  EXPECT_EQ(type_of(send(request)), "SerializationException");
  request.body = "{}";
  EXPECT_EQ(type_of(send(request)), "SerializationException");
  request.headers.set("Content-Encoding", "br");
  EXPECT_EQ(type_of(send(request)), "SerializationException");
}

TEST_F(Endpoint, compresses_large_answers_for_those_who_ask) {
  ASSERT_EQ(put("big", 5000).status, 200);
  http::Request request = request_of("DynamoDB_20120810.GetItem", R"({"TableName":"log","Key":{"id":{"S":"big"}}})");
  const auto plain = send(request);
  EXPECT_EQ(header(plain, "Content-Encoding"), "");
  for (const char* refusal : {"identity", "deflate, br", "gzip;q=0", "gzip;q=0.0"}) {
    request.headers.set("Accept-Encoding", refusal);
    EXPECT_EQ(header(send(request), "Content-Encoding"), "") << refusal;
  }
  request.headers.set("Accept-Encoding", "deflate, gzip;q=0.5");
  const auto compressed = send(request);
  EXPECT_EQ(header(compressed, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(compressed, "x-amz-crc32"), crc_of(compressed.body)) << "of the bytes that are sent";
  EXPECT_LT(compressed.body.size(), 1000U);
  EXPECT_EQ(expand(compressed.body, body_bytes_max), plain.body);
}

TEST_F(Endpoint, describes_limits_and_endpoints) {
  EXPECT_EQ(ask("DescribeLimits", "{}").body,
            R"({"AccountMaxReadCapacityUnits":80000,"AccountMaxWriteCapacityUnits":80000,)"
            R"("TableMaxReadCapacityUnits":40000,"TableMaxWriteCapacityUnits":40000})");
  EXPECT_EQ(ask("DescribeEndpoints", "{}").body,
            R"({"Endpoints":[{"Address":"localhost:8000","CachePeriodInMinutes":1440}]})");
  EXPECT_EQ(type_of(ask("DescribeLimits", "[]")), "SerializationException");
}

TEST_F(Endpoint, holds_callers_to_the_policy) {
  auto policy = Policy::parse(
      R"({"Statement":[{"Effect":"Allow","Action":["dynamodb:GetItem","dynamodb:DescribeLimits"],"Resource":"*"}]})",
      "p");
  ASSERT_TRUE(policy);
  Options options;
  options.policy = *std::move(policy);
  use(std::move(options));
  EXPECT_EQ(get("1").status, 200);
  EXPECT_EQ(ask("DescribeLimits", "{}").status, 200);
  EXPECT_EQ(type_of(ask("DescribeEndpoints", "{}")), "AccessDeniedException");
  const auto refused = put("1");
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(type_of(refused), "AccessDeniedException");
  EXPECT_TRUE(
      refused.body.contains("arn:aws:iam::000000000000:user/ann is not authorized to perform: dynamodb:PutItem"))
      << refused.body;
}

TEST_F(Endpoint, executes_statements) {
  ASSERT_EQ(put("1").status, 200);
  const auto selected = ask("ExecuteStatement", R"({"Statement":"SELECT * FROM log WHERE id = '1'"})");
  EXPECT_EQ(json::parse(selected.body).value(),
            json::parse(R"({"Items":[{"id":{"S":"1"},"text":{"S":"x"}}]})").value());
}

TEST_F(Endpoint, holds_statements_to_the_policy) {
  auto policy =
      Policy::parse(R"({"Statement":[{"Effect":"Allow","Action":"dynamodb:PartiQLSelect","Resource":"*/log"}]})", "p");
  ASSERT_TRUE(policy);
  Options options;
  options.policy = *std::move(policy);
  use(std::move(options));
  EXPECT_EQ(ask("ExecuteStatement", R"({"Statement":"SELECT * FROM log WHERE id = '1'"})").status, 200);
  for (const char* statement :
       {"DELETE FROM log WHERE id = '1'", "UPDATE log SET a = 1 WHERE id = '1'", "INSERT INTO log VALUE {'id': '2'}",
        "SELECT * FROM log.by_date WHERE id = '1'", "SELECT * FROM other"}) {
    const std::string text = R"({"Statement":")" + std::string(statement) + R"("})";
    EXPECT_EQ(type_of(ask("ExecuteStatement", text)), "AccessDeniedException") << statement;
  }
  EXPECT_EQ(type_of(ask("ExecuteStatement", R"({"Statement":"no statement"})")), "ValidationException");
}

TEST_F(Endpoint, holds_each_statement_of_a_batch_to_the_policy) {
  ASSERT_EQ(put("1").status, 200);
  auto policy = Policy::parse(
      R"({"Statement":[{"Effect":"Allow","Action":["dynamodb:PartiQLUpdate","dynamodb:GetItem"],"Resource":"*/log"}]})",
      "p");
  ASSERT_TRUE(policy);
  Options options;
  options.policy = *std::move(policy);
  use(std::move(options));
  const auto reply =
      ask("BatchExecuteStatement",
          R"({"Statements":[{"Statement":"UPDATE log SET a = 1 WHERE id = '1'"},)"
          R"({"Statement":"DELETE FROM log WHERE id = '1'"},{"Statement":"DELETE FROM other WHERE id = '1'"},)"
          R"({"Statement":"no statement"}]})");
  EXPECT_EQ(reply.status, 200);
  const auto body = json::parse(reply.body).value();
  const auto& responses = *body.find("Responses")->get_if<json::Array>();
  ASSERT_EQ(responses.size(), 4U);
  EXPECT_EQ(responses[0].find("Error"), nullptr);
  const auto error = [&](std::size_t index, const char* member) {
    return *responses[index].find("Error")->find(member)->get_if<std::string>();
  };
  EXPECT_EQ(error(1, "Code"), "AccessDenied");
  EXPECT_TRUE(error(1, "Message").contains("is not authorized to perform: dynamodb:PartiQLDelete on resource: "));
  EXPECT_EQ(error(2, "Code"), "AccessDenied") << "whether there is such a table is not told";
  EXPECT_EQ(error(3, "Code"), "ValidationError");
  EXPECT_TRUE(get("1").body.contains(R"("a":{"N":"1"})")) << "the first was run, and no other";
}

TEST_F(Endpoint, names_the_operation_for_the_log) {
  EXPECT_EQ(get("1").operation, "GetItem");
  EXPECT_EQ(ask("GetItem", "not JSON").operation, "GetItem");
  EXPECT_EQ(ask("Nonsense\n", "{}").operation, "") << "text of the client's own is not logged";
}

TEST_F(Endpoint, breaks_on_demand) {
  const auto with_fault = [this](const char* rule) {
    Options options;
    options.fault_rules = {parse_fault_rule(rule).value()};
    use(std::move(options));
  };
  with_fault("PutItem=1:throttling");
  EXPECT_EQ(type_of(put("1")), "ProvisionedThroughputExceededException");
  with_fault("*=1:internal");
  EXPECT_EQ(put("1").status, 500);
  with_fault("*=1:conflict");
  EXPECT_EQ(type_of(put("1")), "TransactionConflictException");
  EXPECT_EQ(get("1").body, "{}") << "nothing was written until here, and reads have no conflicts";
  with_fault("PutItem=1:lost");
  const auto lost = put("1");
  EXPECT_EQ(lost.status, 500);
  EXPECT_EQ(type_of(lost), "InternalServerError");
  EXPECT_NE(get("1").body, "{}") << "it was written";
}

TEST_F(Endpoint, cancels_transactions_on_demand) {
  Options options;
  options.fault_rules = {parse_fault_rule("TransactWriteItems=1:conflict").value()};
  use(std::move(options));
  const auto response =
      ask("TransactWriteItems", R"({"TransactItems":[{"Put":{"TableName":"log","Item":{"id":{"S":"1"}}}},)"
                                R"({"Put":{"TableName":"log","Item":{"id":{"S":"2"}}}}]})");
  EXPECT_EQ(type_of(response), "TransactionCanceledException");
  EXPECT_TRUE(response.body.contains("[TransactionConflict, None]")) << response.body;
}

TEST_F(Endpoint, leaves_half_of_a_batch_unprocessed_on_demand) {
  Options options;
  options.fault_rules = {parse_fault_rule("*=1:unprocessed").value()};
  use(std::move(options));
  const auto response = ask("BatchWriteItem", R"({"RequestItems":{"log":[{"PutRequest":{"Item":{"id":{"S":"1"}}}},)"
                                              R"({"PutRequest":{"Item":{"id":{"S":"2"}}}}]}})");
  EXPECT_EQ(json::parse(response.body).value(),
            json::parse(R"({"UnprocessedItems":{"log":[{"PutRequest":{"Item":{"id":{"S":"2"}}}}]}})").value());
  EXPECT_NE(get("1").body, "{}");
  EXPECT_EQ(get("2").body, "{}");
  EXPECT_EQ(type_of(ask("BatchWriteItem", R"({"RequestItems":{"log":[{"PutRequest":{"Item":{"id":{"S":"1"}}}}]}})")),
            "ProvisionedThroughputExceededException");
}

TEST(MakeError, keeps_the_servers_status) {
  EXPECT_EQ(make_error(413, "too large", "").status, 413);
  EXPECT_EQ(type_of(make_error(413, "too large", "")), "SerializationException");
  EXPECT_EQ(type_of(make_error(503, "busy", "")), "ServiceUnavailable");
  EXPECT_EQ(type_of(make_error(500, "broken", "")), "InternalServerError");
}

}  // namespace
}  // namespace endpoint
