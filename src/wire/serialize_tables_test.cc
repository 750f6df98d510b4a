// Answers of the control plane and of the streams API.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "wire/serialize.h"

namespace wire {
namespace {

using dynamodb::Milliseconds;
using dynamodb::TableDescription;
using dynamodb::TableStatus;
using std::chrono::milliseconds;
using ::testing::HasSubstr;

constexpr Milliseconds created{milliseconds{1'795'441'220'589}};

TableDescription on_demand_table() {
  TableDescription table;
  table.definition.name = "Table";
  table.definition.attribute_definitions = {{"pk", dynamodb::ScalarType::string}};
  table.definition.key_schema = {"pk", std::nullopt};
  table.definition.billing_mode = dynamodb::BillingMode::pay_per_request;
  table.id = "id";
  table.arn = "arn:aws:dynamodb:eu-west-1:000000000000:table/Table";
  table.created_at = created;
  table.pay_per_request_since = created;
  return table;
}

TEST(SerializeTable, describes_a_table_that_is_billed_by_request) {
  EXPECT_EQ(serialize(dynamodb::TableResult{on_demand_table()}, TableMember::table),
            R"({"Table":{"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],"TableName":"Table",)"
            R"("KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"TableStatus":"ACTIVE",)"
            R"("CreationDateTime":1795441220.589,"ProvisionedThroughput":{"NumberOfDecreasesToday":0,)"
            R"("ReadCapacityUnits":0,"WriteCapacityUnits":0},"TableSizeBytes":0,"ItemCount":0,)"
            R"("TableArn":"arn:aws:dynamodb:eu-west-1:000000000000:table/Table","TableId":"id",)"
            R"("BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST",)"
            R"("LastUpdateToPayPerRequestDateTime":1795441220.589},"DeletionProtectionEnabled":false,)"
            R"("WarmThroughput":{"ReadUnitsPerSecond":12000,"WriteUnitsPerSecond":4000,"Status":"ACTIVE"}}})");
}

TEST(SerializeTable, describes_everything_that_a_table_can_have) {
  TableDescription table = on_demand_table();
  dynamodb::TableDefinition& definition = table.definition;
  definition.attribute_definitions.push_back({"sk", dynamodb::ScalarType::number});
  definition.attribute_definitions.push_back({"b", dynamodb::ScalarType::binary});
  definition.key_schema.sort_key = "sk";
  definition.billing_mode = dynamodb::BillingMode::provisioned;
  definition.provisioned_throughput = {5, 6};
  definition.local_secondary_indexes = {
      {.name = "lsi", .key_schema = {"pk", "b"}, .projection = {dynamodb::ProjectionType::include, {"x", "y"}}}};
  definition.global_secondary_indexes = {{.name = "gsi",
                                          .key_schema = {"b", std::nullopt},
                                          .projection = {dynamodb::ProjectionType::keys_only, {}},
                                          .provisioned_throughput = dynamodb::ProvisionedThroughput{7, 8}}};
  definition.deletion_protection_enabled = true;
  definition.stream_view_type = dynamodb::StreamViewType::new_image;
  definition.table_class = dynamodb::TableClass::standard_infrequent_access;
  table.status = TableStatus::updating;
  table.item_count = 9;
  table.size_bytes = 10;
  table.indexes = {
      {.name = "gsi", .status = TableStatus::creating, .item_count = 1, .size_bytes = 2, .backfilling = true},
      {.name = "lsi", .item_count = 3, .size_bytes = 4}};
  table.latest_stream_arn = "stream";
  table.latest_stream_label = "label";
  table.table_class_since = created;
  EXPECT_EQ(
      serialize(dynamodb::TableResult{table}, TableMember::table_description),
      R"({"TableDescription":{"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},)"
      R"({"AttributeName":"sk","AttributeType":"N"},{"AttributeName":"b","AttributeType":"B"}],"TableName":"Table",)"
      R"("KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],)"
      R"("TableStatus":"UPDATING","CreationDateTime":1795441220.589,"ProvisionedThroughput":{)"
      R"("NumberOfDecreasesToday":0,"ReadCapacityUnits":5,"WriteCapacityUnits":6},"TableSizeBytes":10,"ItemCount":9,)"
      R"("TableArn":"arn:aws:dynamodb:eu-west-1:000000000000:table/Table","TableId":"id",)"
      R"("BillingModeSummary":{"BillingMode":"PROVISIONED","LastUpdateToPayPerRequestDateTime":1795441220.589},)"
      R"("LocalSecondaryIndexes":[{"IndexName":"lsi","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},)"
      R"({"AttributeName":"b","KeyType":"RANGE"}],"Projection":{"ProjectionType":"INCLUDE",)"
      R"("NonKeyAttributes":["x","y"]},"IndexSizeBytes":4,"ItemCount":3,)"
      R"("IndexArn":"arn:aws:dynamodb:eu-west-1:000000000000:table/Table/index/lsi"}],)"
      R"("GlobalSecondaryIndexes":[{"IndexName":"gsi","KeySchema":[{"AttributeName":"b","KeyType":"HASH"}],)"
      R"("Projection":{"ProjectionType":"KEYS_ONLY"},"IndexSizeBytes":2,"ItemCount":1,)"
      R"("IndexArn":"arn:aws:dynamodb:eu-west-1:000000000000:table/Table/index/gsi","IndexStatus":"CREATING",)"
      R"("Backfilling":true,"ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":7,)"
      R"("WriteCapacityUnits":8},"WarmThroughput":{"ReadUnitsPerSecond":7,"WriteUnitsPerSecond":8,)"
      R"("Status":"UPDATING"}}],"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},)"
      R"("LatestStreamLabel":"label","LatestStreamArn":"stream","TableClassSummary":{)"
      R"("TableClass":"STANDARD_INFREQUENT_ACCESS","LastUpdateDateTime":1795441220.589},)"
      R"("DeletionProtectionEnabled":true,"WarmThroughput":{"ReadUnitsPerSecond":5,"WriteUnitsPerSecond":6,)"
      R"("Status":"UPDATING"}}})");
}

TEST(SerializeTable, tells_encryption_and_throughputs) {
  TableDescription table = on_demand_table();
  table.definition.on_demand_throughput = {.max_read_request_units = 7};
  table.definition.warm_throughput = {.read_units_per_second = 13'000};
  table.kms_key_arn = "arn:aws:kms:eu-west-1:000000000000:key/k";
  const auto text = [&] { return serialize(dynamodb::TableResult{table}, TableMember::table); };
  EXPECT_THAT(text(), HasSubstr(R"("SSEDescription":{"Status":"ENABLED","SSEType":"KMS",)"
                                R"("KMSMasterKeyArn":"arn:aws:kms:eu-west-1:000000000000:key/k"})"));
  EXPECT_THAT(text(), HasSubstr(R"("OnDemandThroughput":{"MaxReadRequestUnits":7},"WarmThroughput":)"
                                R"({"ReadUnitsPerSecond":13000,"WriteUnitsPerSecond":4000,"Status":"ACTIVE"})"));
  table.kms_key_arn.reset();
  table.encryption_changing = true;
  table.warming = true;
  EXPECT_THAT(text(), HasSubstr(R"("SSEDescription":{"Status":"UPDATING"})"));
  EXPECT_THAT(text(), HasSubstr(R"("WriteUnitsPerSecond":4000,"Status":"UPDATING"})"));
}

TEST(SerializeTable, leaves_out_what_a_plain_provisioned_table_never_had) {
  TableDescription table = on_demand_table();
  table.definition.billing_mode = dynamodb::BillingMode::provisioned;
  table.definition.provisioned_throughput = {1, 1};
  table.pay_per_request_since.reset();
  const std::string text = serialize(dynamodb::TableResult{table}, TableMember::table);
  for (const char* name : {"BillingModeSummary", "OnDemand", "SSEDescription", "TableClassSummary", "Stream",
                           "SecondaryIndexes", "Backfilling"}) {
    EXPECT_FALSE(text.contains(name)) << name;
  }
}

TEST(SerializeListTables, names_tables_and_where_to_go_on) {
  EXPECT_EQ(serialize(dynamodb::ListTablesResult{{"a", "b"}, "b"}),
            R"({"TableNames":["a","b"],"LastEvaluatedTableName":"b"})");
  EXPECT_EQ(serialize(dynamodb::ListTablesResult{}), R"({"TableNames":[]})");
}

TEST(SerializeTableSettings, spell_time_to_live_and_tags) {
  EXPECT_EQ(serialize(dynamodb::UpdateTimeToLiveResult{true, "expires"}),
            R"({"TimeToLiveSpecification":{"Enabled":true,"AttributeName":"expires"}})");
  EXPECT_EQ(serialize(dynamodb::DescribeTimeToLiveResult{dynamodb::TimeToLiveStatus::enabled, "expires"}),
            R"({"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLED","AttributeName":"expires"}})");
  EXPECT_EQ(serialize(dynamodb::DescribeTimeToLiveResult{}),
            R"({"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}})");
  EXPECT_EQ(serialize(dynamodb::TagResourceResult{}), "");
  EXPECT_EQ(serialize(dynamodb::UntagResourceResult{}), "");
  EXPECT_EQ(serialize(dynamodb::ListTagsOfResourceResult{{{"k", "v\""}}, "t"}),
            R"({"Tags":[{"Key":"k","Value":"v\""}],"NextToken":"t"})");
}

TEST(SerializeStreams, list_and_describe) {
  const dynamodb::StreamSummary stream{"arn", "Table", "label"};
  EXPECT_EQ(serialize(dynamodb::ListStreamsResult{{stream}, "arn"}),
            R"({"Streams":[{"StreamArn":"arn","TableName":"Table","StreamLabel":"label"}],)"
            R"("LastEvaluatedStreamArn":"arn"})");
  dynamodb::DescribeStreamResult described;
  described.stream = stream;
  described.status = dynamodb::StreamStatus::disabled;
  described.view_type = dynamodb::StreamViewType::old_image;
  described.created_at = created;
  described.key_schema = {"pk", "sk"};
  described.shards = {{"s1", "1", "2", std::nullopt}, {"s2", "3", std::nullopt, "s1"}};
  described.last_evaluated_shard_id = "s2";
  EXPECT_EQ(serialize(described),
            R"({"StreamDescription":{"StreamArn":"arn","TableName":"Table","StreamLabel":"label",)"
            R"("StreamStatus":"DISABLED","StreamViewType":"OLD_IMAGE","CreationRequestDateTime":1795441220.589,)"
            R"("KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],)"
            R"("Shards":[{"ShardId":"s1","SequenceNumberRange":{"StartingSequenceNumber":"1",)"
            R"("EndingSequenceNumber":"2"}},{"ShardId":"s2","SequenceNumberRange":{"StartingSequenceNumber":"3"},)"
            R"("ParentShardId":"s1"}],"LastEvaluatedShardId":"s2"}})");
  EXPECT_EQ(serialize(dynamodb::GetShardIteratorResult{"it"}), R"({"ShardIterator":"it"})");
}

TEST(SerializeStreams, records_have_the_names_of_the_model) {
  dynamodb::StreamRecord record;
  record.event_id = "0123456789abcdef0123456789abcdef";
  record.event_name = dynamodb::StreamEventName::remove;
  record.region = "eu-west-1";
  record.created_at = std::chrono::sys_seconds(std::chrono::seconds(1'795'441'220));
  record.keys = dynamodb::Key{{"pk", "a"}};
  record.old_image = dynamodb::EncodedItem(dynamodb::Item{{"pk", "a"}, {"n", dynamodb::Number(1)}});
  record.sequence_number = "000000000000000000001";
  record.size_bytes = 12;
  record.view_type = dynamodb::StreamViewType::new_and_old_images;
  record.user_identity = {"Service", "dynamodb.amazonaws.com"};
  EXPECT_EQ(serialize(dynamodb::GetRecordsResult{{record}, "next"}),
            R"({"Records":[{"eventID":"0123456789abcdef0123456789abcdef","eventName":"REMOVE","eventVersion":"1.1",)"
            R"("eventSource":"aws:dynamodb","awsRegion":"eu-west-1","dynamodb":{)"
            R"("ApproximateCreationDateTime":1795441220,"Keys":{"pk":{"S":"a"}},)"
            R"("OldImage":{"n":{"N":"1"},"pk":{"S":"a"}},"SequenceNumber":"000000000000000000001","SizeBytes":12,)"
            R"("StreamViewType":"NEW_AND_OLD_IMAGES"},)"
            R"("userIdentity":{"PrincipalId":"dynamodb.amazonaws.com","Type":"Service"}}],)"
            R"("NextShardIterator":"next"})");
  EXPECT_EQ(serialize(dynamodb::GetRecordsResult{}), R"({"Records":[]})");
}

}  // namespace
}  // namespace wire
