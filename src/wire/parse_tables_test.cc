// UpdateTable, DescribeTable, DeleteTable, ListTables, time to live, tags, streams, PartiQL.
#include <gtest/gtest.h>

#include <string>

#include "wire/parse.h"

namespace wire {
namespace {

template <class Request>
std::string message_of(std::string_view body) {
  const auto request = parse<Request>(body);
  return request ? "no error" : request.error().message;
}

TEST(ParseUpdateTable, takes_every_member) {
  const auto request = parse<dynamodb::UpdateTableRequest>(
      R"({"TableName":"Table","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],)"
      R"("BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2},)"
      R"("GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"new","KeySchema":[{"AttributeName":"a",)"
      R"("KeyType":"HASH"}],"Projection":{"ProjectionType":"ALL"}}},)"
      R"({"Update":{"IndexName":"old","ProvisionedThroughput":{"ReadCapacityUnits":3,"WriteCapacityUnits":4}}},)"
      R"({"Delete":{"IndexName":"gone"}}],"StreamSpecification":{"StreamEnabled":false},)"
      R"("TableClass":"STANDARD","DeletionProtectionEnabled":false})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->table_name, "Table");
  EXPECT_EQ(request->attribute_definitions->size(), 1U);
  EXPECT_EQ(request->billing_mode, dynamodb::BillingMode::provisioned);
  EXPECT_EQ(request->provisioned_throughput, (dynamodb::ProvisionedThroughput{1, 2}));
  ASSERT_EQ(request->global_secondary_index_updates.size(), 3U);
  const auto& created = std::get<dynamodb::CreateGlobalSecondaryIndex>(request->global_secondary_index_updates[0]);
  EXPECT_EQ(created.definition.name, "new");
  EXPECT_EQ(created.definition.key_schema, (dynamodb::KeySchema{"a", std::nullopt}));
  const auto& updated = std::get<dynamodb::UpdateGlobalSecondaryIndex>(request->global_secondary_index_updates[1]);
  EXPECT_EQ(updated.provisioned_throughput, (dynamodb::ProvisionedThroughput{3, 4}));
  EXPECT_EQ(std::get<dynamodb::DeleteGlobalSecondaryIndex>(request->global_secondary_index_updates[2]).index_name,
            "gone");
  EXPECT_FALSE(request->stream_specification->stream_enabled);
  EXPECT_EQ(request->table_class, dynamodb::TableClass::standard);
  EXPECT_EQ(request->deletion_protection_enabled, false);
}

TEST(ParseUpdateTable, tells_what_is_not_given_from_what_is) {
  const auto request = parse<dynamodb::UpdateTableRequest>(R"({"TableName":"Table"})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_FALSE(request->attribute_definitions || request->billing_mode || request->provisioned_throughput ||
               request->stream_specification || request->table_class || request->deletion_protection_enabled);
}

TEST(ParseUpdateTable, checks_each_index_update) {
  const auto message_with = [](const std::string& update) {
    return message_of<dynamodb::UpdateTableRequest>(R"({"TableName":"Table","GlobalSecondaryIndexUpdates":[)" + update +
                                                    "]}");
  };
  EXPECT_EQ(message_with("{}"),
            "One or more parameter values were invalid: One of GlobalSecondaryIndexUpdate.Update, "
            "GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
  EXPECT_EQ(message_with(R"({"Delete":{"IndexName":"a"}})"),
            "1 validation error detected: Value 'a' at 'globalSecondaryIndexUpdates.1.member.delete.indexName' failed "
            "to satisfy constraint: Member must have length greater than or equal to 3");
  EXPECT_EQ(message_with(R"({"Create":{"IndexName":"new","Projection":{"ProjectionType":"ALL"},)"
                         R"("KeySchema":[{"AttributeName":"a","KeyType":"RANGE"}]}})"),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
}

TEST(ParseUpdateTable, refuses_what_would_not_happen) {
  EXPECT_EQ(message_of<dynamodb::UpdateTableRequest>(
                R"({"TableName":"Table","ReplicaUpdates":[{"Create":{"RegionName":"eu-west-1"}}]})"),
            "ReplicaUpdates is not supported: this is Training Tracker's DynamoDB, not AWS's");
}

TEST(ParseUpdateTable, takes_encryption_and_throughputs) {
  const auto request = parse<dynamodb::UpdateTableRequest>(
                           R"({"TableName":"Table","SSESpecification":{"Enabled":false},)"
                           R"("OnDemandThroughput":{"MaxReadRequestUnits":-1},)"
                           R"("WarmThroughput":{"ReadUnitsPerSecond":20000},"GlobalSecondaryIndexUpdates":[)"
                           R"({"Update":{"IndexName":"gsi","OnDemandThroughput":{"MaxWriteRequestUnits":4},)"
                           R"("WarmThroughput":{}}}]})")
                           .value();
  ASSERT_TRUE(request.encryption);
  EXPECT_EQ(request.encryption->kms_key, std::nullopt);
  EXPECT_EQ(request.on_demand_throughput, (dynamodb::OnDemandThroughput{-1, std::nullopt}));
  EXPECT_EQ(request.warm_throughput, (dynamodb::WarmThroughput{20000, std::nullopt}));
  const auto& index = std::get<dynamodb::UpdateGlobalSecondaryIndex>(request.global_secondary_index_updates[0]);
  EXPECT_EQ(index.on_demand_throughput, (dynamodb::OnDemandThroughput{std::nullopt, 4}));
  EXPECT_EQ(index.warm_throughput, dynamodb::WarmThroughput()) << "empty, which is not absent";
}

TEST(ParseTables, take_a_name_or_an_arn) {
  EXPECT_EQ(parse<dynamodb::DescribeTableRequest>(R"({"TableName":"Table"})")->table_name, "Table");
  EXPECT_EQ(
      parse<dynamodb::DeleteTableRequest>(R"({"TableName":"arn:aws:dynamodb:eu-west-1:000000000000:table/Table"})")
          ->table_name,
      "Table");
  EXPECT_EQ(message_of<dynamodb::DescribeTableRequest>("{}"),
            "The parameter 'TableName' is required but was not present in the request");
  EXPECT_EQ(message_of<dynamodb::DeleteTableRequest>(R"({"TableName":1})"),
            "NUMBER_VALUE cannot be converted to String");
}

TEST(ParseListTables, takes_a_page) {
  const auto request = parse<dynamodb::ListTablesRequest>(R"({"Limit":7,"ExclusiveStartTableName":"Table"})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_EQ(request->limit, 7);
  EXPECT_EQ(request->exclusive_start_table_name, "Table");
  EXPECT_EQ(message_of<dynamodb::ListTablesRequest>(R"({"Limit":101,"ExclusiveStartTableName":"a;"})"),
            "3 validation errors detected: "
            "Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100; "
            "Value 'a;' at 'exclusiveStartTableName' failed to satisfy constraint: Member must satisfy regular "
            "expression pattern: [a-zA-Z0-9_.-]+; "
            "Value 'a;' at 'exclusiveStartTableName' failed to satisfy constraint: Member must have length greater "
            "than or equal to 3");
}

TEST(ParseTimeToLive, takes_its_specification) {
  const auto request = parse<dynamodb::UpdateTimeToLiveRequest>(
      R"({"TableName":"Table","TimeToLiveSpecification":{"Enabled":true,"AttributeName":"expires"}})");
  ASSERT_TRUE(request) << request.error().message;
  EXPECT_TRUE(request->enabled);
  EXPECT_EQ(request->attribute_name, "expires");
  EXPECT_EQ(parse<dynamodb::DescribeTimeToLiveRequest>(R"({"TableName":"Table"})")->table_name, "Table");
  EXPECT_EQ(message_of<dynamodb::UpdateTimeToLiveRequest>(R"({"TableName":"Table"})"),
            "1 validation error detected: Value null at 'timeToLiveSpecification' failed to satisfy constraint: Member "
            "must not be null");
  EXPECT_EQ(message_of<dynamodb::UpdateTimeToLiveRequest>(
                R"({"TableName":"Table","TimeToLiveSpecification":{"AttributeName":""}})"),
            "2 validation errors detected: "
            "Value null at 'timeToLiveSpecification.enabled' failed to satisfy constraint: Member must not be null; "
            "Value '' at 'timeToLiveSpecification.attributeName' failed to satisfy constraint: Member must have length "
            "greater than or equal to 1");
}

TEST(ParseTags, take_their_members) {
  const auto tagged = parse<dynamodb::TagResourceRequest>(
      R"({"ResourceArn":"arn","Tags":[{"Key":"k","Value":""},{"Key":"l","Value":"v"}]})");
  ASSERT_TRUE(tagged) << tagged.error().message;
  EXPECT_EQ(tagged->resource_arn, "arn");
  EXPECT_EQ(tagged->tags, (std::vector<dynamodb::Tag>{{"k", ""}, {"l", "v"}}));
  const auto untagged = parse<dynamodb::UntagResourceRequest>(R"({"ResourceArn":"arn","TagKeys":["k"]})");
  ASSERT_TRUE(untagged) << untagged.error().message;
  EXPECT_EQ(untagged->tag_keys, std::vector<std::string>{"k"});
  const auto listed = parse<dynamodb::ListTagsOfResourceRequest>(R"({"ResourceArn":"arn","NextToken":"t"})");
  ASSERT_TRUE(listed) << listed.error().message;
  EXPECT_EQ(listed->next_token, "t");
}

TEST(ParseTags, miss_what_is_required) {
  EXPECT_EQ(message_of<dynamodb::ListTagsOfResourceRequest>("{}"), "Invalid TableArn");
  EXPECT_EQ(message_of<dynamodb::TagResourceRequest>(R"({"ResourceArn":"arn"})"),
            "1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must not be null");
  EXPECT_EQ(message_of<dynamodb::TagResourceRequest>(R"({"ResourceArn":"arn","Tags":[{"Key":"k"}]})"),
            "1 validation error detected: Value null at 'tags.1.member.value' failed to satisfy constraint: Member "
            "must not be null");
}

TEST(ParseStreams, take_every_member) {
  const std::string arn = "arn:aws:dynamodb:eu-west-1:000000000000:table/Table/stream/2026-11-23T10:00:00.000";
  const std::string shard = "shardId-00000001795441220680-00000001";
  const auto list = parse<dynamodb::ListStreamsRequest>(
      R"({"TableName":"Table","Limit":3,"ExclusiveStartStreamArn":")" + arn + R"("})");
  ASSERT_TRUE(list) << list.error().message;
  EXPECT_EQ(list->table_name, "Table");
  EXPECT_EQ(list->limit, 3);
  EXPECT_EQ(list->exclusive_start_stream_arn, arn);
  const auto describe = parse<dynamodb::DescribeStreamRequest>(
      R"({"StreamArn":")" + arn + R"(","Limit":4,"ExclusiveStartShardId":")" + shard +
      R"(","ShardFilter":{"Type":"CHILD_SHARDS","ShardId":")" + shard + R"("}})");
  ASSERT_TRUE(describe) << describe.error().message;
  EXPECT_EQ(describe->stream_arn, arn);
  EXPECT_EQ(describe->limit, 4);
  EXPECT_EQ(describe->exclusive_start_shard_id, shard);
  EXPECT_EQ(describe->child_shards_of, shard);
  const auto iterator = parse<dynamodb::GetShardIteratorRequest>(
      R"({"StreamArn":")" + arn + R"(","ShardId":")" + shard +
      R"(","ShardIteratorType":"AFTER_SEQUENCE_NUMBER","SequenceNumber":"000000000000000000001"})");
  ASSERT_TRUE(iterator) << iterator.error().message;
  EXPECT_EQ(iterator->shard_id, shard);
  EXPECT_EQ(iterator->type, dynamodb::ShardIteratorType::after_sequence_number);
  EXPECT_EQ(iterator->sequence_number, "000000000000000000001");
  const auto records = parse<dynamodb::GetRecordsRequest>(R"({"ShardIterator":"i","Limit":1000})");
  ASSERT_TRUE(records) << records.error().message;
  EXPECT_EQ(records->shard_iterator, "i");
  EXPECT_EQ(records->limit, 1000);
}

TEST(ParseStreams, keep_the_constraints_of_the_model) {
  EXPECT_EQ(message_of<dynamodb::GetShardIteratorRequest>(R"({"StreamArn":"short","ShardIteratorType":"FIRST"})"),
            "3 validation errors detected: "
            "Value 'short' at 'streamArn' failed to satisfy constraint: Member must have length greater than or equal "
            "to 37; "
            "Value null at 'shardId' failed to satisfy constraint: Member must not be null; "
            "Value 'FIRST' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: "
            "[TRIM_HORIZON, LATEST, AT_SEQUENCE_NUMBER, AFTER_SEQUENCE_NUMBER]");
  EXPECT_EQ(message_of<dynamodb::GetRecordsRequest>(R"({"ShardIterator":"i","Limit":1001})"),
            "1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value "
            "less than or equal to 1000");
}

TEST(ParseStatements, take_every_member) {
  const auto one = parse<dynamodb::ExecuteStatementRequest>(
      R"({"Statement":"SELECT","Parameters":[{"S":"a"},{"N":"1"}],"ConsistentRead":true,"NextToken":"t","Limit":5,)"
      R"("ReturnConsumedCapacity":"INDEXES","ReturnValuesOnConditionCheckFailure":"ALL_OLD"})");
  ASSERT_TRUE(one) << one.error().message;
  EXPECT_EQ(one->statement, "SELECT");
  ASSERT_TRUE(one->parameters);
  EXPECT_EQ(*one->parameters, (std::vector<dynamodb::AttributeValue>{"a", dynamodb::Number(1)}));
  EXPECT_TRUE(one->consistent_read);
  EXPECT_EQ(one->next_token, "t");
  EXPECT_EQ(one->limit, 5);
  EXPECT_EQ(one->return_consumed_capacity, dynamodb::ReturnConsumedCapacity::indexes);
  EXPECT_EQ(one->on_condition_check_failure, dynamodb::ReturnValuesOnConditionCheckFailure::all_old);
  const auto batch = parse<dynamodb::BatchExecuteStatementRequest>(
      R"({"Statements":[{"Statement":"A","ConsistentRead":true},{"Statement":"B","Parameters":[{"S":"x"}]}],)"
      R"("ReturnConsumedCapacity":"TOTAL"})");
  ASSERT_TRUE(batch) << batch.error().message;
  ASSERT_EQ(batch->statements.size(), 2U);
  EXPECT_TRUE(batch->statements[0].consistent_read);
  EXPECT_FALSE(batch->statements[0].parameters);
  EXPECT_EQ(batch->statements[1].parameters->size(), 1U);
  const auto transaction = parse<dynamodb::ExecuteTransactionRequest>(
      R"({"TransactStatements":[{"Statement":"A"}],"ClientRequestToken":"token"})");
  ASSERT_TRUE(transaction) << transaction.error().message;
  EXPECT_EQ(transaction->transact_statements[0].statement, "A");
  EXPECT_EQ(transaction->client_request_token, "token");
}

TEST(ParseStatements, miss_what_is_required) {
  EXPECT_EQ(message_of<dynamodb::ExecuteStatementRequest>(R"({"Limit":0})"),
            "2 validation errors detected: "
            "Value null at 'statement' failed to satisfy constraint: Member must not be null; "
            "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
  EXPECT_EQ(message_of<dynamodb::BatchExecuteStatementRequest>(R"({"Statements":[{}]})"),
            "1 validation error detected: Value null at 'statements.1.member.statement' failed to satisfy constraint: "
            "Member must not be null");
  EXPECT_EQ(message_of<dynamodb::ExecuteTransactionRequest>("{}"),
            "1 validation error detected: Value null at 'transactStatements' failed to satisfy constraint: Member must "
            "not be null");
  EXPECT_EQ(message_of<dynamodb::ExecuteStatementRequest>(R"({"Statement":"S","Parameters":[{"N":"x"}]})"),
            "The parameter cannot be converted to a numeric value: x");
}

}  // namespace
}  // namespace wire
