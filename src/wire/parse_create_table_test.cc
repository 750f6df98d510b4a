#include <gtest/gtest.h>

#include <string>

#include "wire/parse.h"

namespace wire {
namespace {

using dynamodb::CreateTableRequest;
using dynamodb::ProjectionType;
using dynamodb::ScalarType;

std::string message_of(const std::string& body) {
  const auto request = parse<CreateTableRequest>(body);
  return request ? "no error" : request.error().message;
}
// Of a table with the partition key a (and the attributes a, b, c), billed by request, and these members.
std::string message_with(const std::string& members) {
  return message_of(R"({"TableName":"Table","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[)"
                    R"({"AttributeName":"a","AttributeType":"S"},{"AttributeName":"b","AttributeType":"S"},)"
                    R"({"AttributeName":"c","AttributeType":"S"}],)" +
                    members + "}");
}
std::string message_with_index(const std::string& index) {
  return message_with(R"("KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"GlobalSecondaryIndexes":[)" + index +
                      "]");
}

const std::string hash_a = R"({"AttributeName":"a","KeyType":"HASH"})";
const std::string range_b = R"({"AttributeName":"b","KeyType":"RANGE"})";

TEST(ParseCreateTable, takes_every_member) {
  const auto request = parse<CreateTableRequest>(
      R"({"TableName":"Table","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"},)"
      R"({"AttributeName":"b","AttributeType":"N"},{"AttributeName":"c","AttributeType":"B"}],)"
      R"("KeySchema":[{"AttributeName":"a","KeyType":"HASH"},{"AttributeName":"b","KeyType":"RANGE"}],)"
      R"("LocalSecondaryIndexes":[{"IndexName":"lsi","KeySchema":[{"AttributeName":"a","KeyType":"HASH"},)"
      R"({"AttributeName":"c","KeyType":"RANGE"}],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]}}],)"
      R"("GlobalSecondaryIndexes":[{"IndexName":"gsi","KeySchema":[{"AttributeName":"c","KeyType":"HASH"}],)"
      R"("Projection":{"ProjectionType":"KEYS_ONLY"},)"
      R"("ProvisionedThroughput":{"ReadCapacityUnits":3,"WriteCapacityUnits":4}}],)"
      R"("BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2},)"
      R"("StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"},)"
      R"("SSESpecification":{"Enabled":false},"TableClass":"STANDARD_INFREQUENT_ACCESS",)"
      R"("OnDemandThroughput":{"MaxReadRequestUnits":-1},)"
      R"("DeletionProtectionEnabled":true,"Tags":[{"Key":"k","Value":"v"}]})");
  ASSERT_TRUE(request) << request.error().message;
  const dynamodb::TableDefinition& table = request->definition;
  EXPECT_EQ(table.name, "Table");
  ASSERT_EQ(table.attribute_definitions.size(), 3U);
  EXPECT_EQ(table.attribute_definitions[1], (dynamodb::AttributeDefinition{"b", ScalarType::number}));
  EXPECT_EQ(table.key_schema, (dynamodb::KeySchema{"a", "b"}));
  ASSERT_EQ(table.local_secondary_indexes.size(), 1U);
  EXPECT_EQ(table.local_secondary_indexes[0].key_schema, (dynamodb::KeySchema{"a", "c"}));
  EXPECT_EQ(table.local_secondary_indexes[0].projection, (dynamodb::Projection{ProjectionType::include, {"x"}}));
  ASSERT_EQ(table.global_secondary_indexes.size(), 1U);
  EXPECT_EQ(table.global_secondary_indexes[0].name, "gsi");
  EXPECT_EQ(table.global_secondary_indexes[0].projection.type, ProjectionType::keys_only);
  EXPECT_EQ(table.global_secondary_indexes[0].provisioned_throughput, (dynamodb::ProvisionedThroughput{3, 4}));
  EXPECT_EQ(table.billing_mode, dynamodb::BillingMode::provisioned);
  EXPECT_EQ(table.provisioned_throughput, (dynamodb::ProvisionedThroughput{1, 2}));
  EXPECT_EQ(table.stream_view_type, dynamodb::StreamViewType::new_and_old_images);
  EXPECT_EQ(table.table_class, dynamodb::TableClass::standard_infrequent_access);
  EXPECT_TRUE(table.deletion_protection_enabled);
  EXPECT_EQ(request->tags, (std::vector<dynamodb::Tag>{{"k", "v"}}));
}

TEST(ParseCreateTable, words_the_absence_of_the_name_in_a_way_of_its_own) {
  EXPECT_EQ(message_of("{}"), "The parameter 'TableName' is required but was not present in the request");
  EXPECT_EQ(message_of(R"({"TableName":"ab"})"),
            "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have "
            "length greater than or equal to 3");
}

TEST(ParseCreateTable, tells_all_violated_constraints_in_the_order_of_the_service) {
  EXPECT_EQ(message_of(R"({"TableName":"abc","ProvisionedThroughput":{"ReadCapacityUnits":-1},"KeySchema":[],)"
                       R"("BillingMode":"A"})"),
            "5 validation errors detected: "
            "Value null at 'attributeDefinitions' failed to satisfy constraint: Member must not be null; "
            "Value 'A' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: "
            "[PROVISIONED, PAY_PER_REQUEST]; "
            "Value null at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: Member must not be "
            "null; "
            "Value '-1' at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must have "
            "value greater than or equal to 1; "
            "Value '[]' at 'keySchema' failed to satisfy constraint: Member must have length greater than or equal to "
            "1");
  EXPECT_EQ(message_of(R"({"TableName":"abc","AttributeDefinitions":[{"AttributeType":"X"}],)"
                       R"("KeySchema":[{"KeyType":"HASH"},{"AttributeName":"a","KeyType":"X"}]})"),
            "4 validation errors detected: "
            "Value null at 'attributeDefinitions.1.member.attributeName' failed to satisfy constraint: Member must not "
            "be null; "
            "Value 'X' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must "
            "satisfy enum value set: [B, N, S]; "
            "Value null at 'keySchema.1.member.attributeName' failed to satisfy constraint: Member must not be null; "
            "Value 'X' at 'keySchema.2.member.keyType' failed to satisfy constraint: Member must satisfy enum value "
            "set: [HASH, RANGE]");
  EXPECT_EQ(message_with_index("{}"),
            "3 validation errors detected: "
            "Value null at 'globalSecondaryIndexes.1.member.indexName' failed to satisfy constraint: Member must not "
            "be null; "
            "Value null at 'globalSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: Member must not "
            "be null; "
            "Value null at 'globalSecondaryIndexes.1.member.projection' failed to satisfy constraint: Member must not "
            "be null");
}

TEST(ParseCreateTable, shows_a_key_schema_of_three_as_the_server_prints_it) {
  EXPECT_EQ(message_with(R"("KeySchema":[)" + hash_a + "," + range_b + R"(,{"AttributeName":"c","KeyType":"RANGE"}])"),
            "1 validation error detected: Value '[KeySchemaElement(attributeName=a, keyType=HASH), "
            "KeySchemaElement(attributeName=b, keyType=RANGE), KeySchemaElement(attributeName=c, keyType=RANGE)]' at "
            "'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2");
}

TEST(ParseCreateTable, wants_hash_before_range) {
  const std::string first = "Invalid KeySchema: The first KeySchemaElement is not a HASH key type";
  const std::string second = "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type";
  EXPECT_EQ(message_with(R"("KeySchema":[)" + range_b + "," + hash_a + "]"), first);
  EXPECT_EQ(message_with(R"("KeySchema":[)" + range_b + "]"), first);
  EXPECT_EQ(message_with(R"("KeySchema":[)" + hash_a + R"(,{"AttributeName":"b","KeyType":"HASH"}])"), second);
  EXPECT_EQ(
      message_with_index(R"({"IndexName":"gsi","Projection":{"ProjectionType":"ALL"},"KeySchema":[)" + range_b + "]}"),
      first);
}

TEST(ParseCreateTable, leaves_to_the_engine_what_is_wrong_before_the_order_of_keys) {
  // Not defined; the same name twice; throughput where there must be none.
  EXPECT_EQ(message_with(R"("KeySchema":[{"AttributeName":"z","KeyType":"RANGE"}])"), "no error");
  EXPECT_EQ(message_with(R"("KeySchema":[)" + hash_a + "," + hash_a + "]"), "no error");
  EXPECT_EQ(message_with(R"("ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1},"KeySchema":[)" +
                         range_b + "]"),
            "no error");
}

TEST(ParseCreateTable, checks_what_typed_definitions_cannot_hold) {
  const std::string invalid = "One or more parameter values were invalid: ";
  const std::string keys = R"("KeySchema":[)" + hash_a + "]";
  EXPECT_EQ(message_with(keys + R"(,"LocalSecondaryIndexes":[])"), invalid + "List of LocalSecondaryIndexes is empty");
  EXPECT_EQ(message_with(keys + R"(,"GlobalSecondaryIndexes":[])"),
            invalid + "List of GlobalSecondaryIndexes is empty");
  EXPECT_EQ(message_with_index(R"({"IndexName":"gsi","Projection":{},"KeySchema":[)" + hash_a + "]}"),
            invalid + "Unknown ProjectionType: null");
  EXPECT_EQ(message_with(keys + R"(,"StreamSpecification":{"StreamEnabled":false,"StreamViewType":"NEW_IMAGE"})"),
            invalid + "Table is being created with a stream disabled, UpdateViewType should not be specified");
  EXPECT_EQ(message_with(keys + R"(,"StreamSpecification":{"StreamEnabled":true})"),
            invalid + "Table is being created with a stream enabled, UpdateViewType should be specified");
  EXPECT_EQ(message_with(keys + R"(,"StreamSpecification":{"StreamEnabled":false})"), "no error");
}

TEST(ParseCreateTable, refuses_what_would_not_happen) {
  const std::string keys = R"("KeySchema":[)" + hash_a + "],";
  const std::string refused = " is not supported: this is Training Tracker's DynamoDB, not AWS's";
  EXPECT_EQ(message_with(keys + R"("ResourcePolicy":"{}")"), "ResourcePolicy" + refused);
  EXPECT_EQ(message_with(keys + R"("ResourcePolicy":null)"), "no error");
}

std::string message_with_index_keys(const std::string& keys) {
  return message_with_index(R"({"IndexName":"gsi","Projection":{"ProjectionType":"ALL"},"KeySchema":[)" + keys + "]}");
}

TEST(ParseCreateTable, takes_global_indexes_with_keys_of_several_attributes) {
  const std::string hash_c = R"({"AttributeName":"c","KeyType":"HASH"})";
  const std::string range_d = R"({"AttributeName":"d","KeyType":"RANGE"})";
  const auto request = parse<CreateTableRequest>(
      R"({"TableName":"Table","KeySchema":[)" + hash_a + R"(],"AttributeDefinitions":[],"GlobalSecondaryIndexes":[)" +
      R"({"IndexName":"gsi","Projection":{"ProjectionType":"ALL"},"KeySchema":[)" + hash_a + "," + hash_c + "," +
      range_b + "," + range_d + R"(]},{"IndexName":"two","Projection":{"ProjectionType":"ALL"},"KeySchema":[)" +
      hash_a + "," + hash_c + "]}]}");
  ASSERT_TRUE(request) << request.error().message;
  const auto& indexes = request->definition.global_secondary_indexes;
  EXPECT_EQ(indexes[0].key_schema,
            (dynamodb::KeySchema{
                .partition_key = "a", .sort_key = "b", .more_partition_keys = {"c"}, .more_sort_keys = {"d"}}));
  EXPECT_EQ(indexes[1].key_schema,
            (dynamodb::KeySchema{.partition_key = "a", .sort_key = std::nullopt, .more_partition_keys = {"c"}}));
}

TEST(ParseCreateTable, wants_every_hash_before_every_range_in_a_global_index) {
  const std::string hash_c = R"({"AttributeName":"c","KeyType":"HASH"})";
  EXPECT_EQ(message_with_index_keys(hash_a + "," + range_b + "," + hash_c),
            "One or more parameter values were invalid: All HASH key attributes must precede RANGE key attributes in "
            "the KeySchema");
  EXPECT_EQ(message_with_index_keys(range_b + "," + hash_a + "," + hash_c),
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
  EXPECT_EQ(message_with_index_keys(hash_a + "," + hash_c + "," + range_b), "no error");
}

TEST(ParseCreateTable, takes_encryption_and_throughputs) {
  const auto table = parse<CreateTableRequest>(
                         R"({"TableName":"Table","AttributeDefinitions":[{"AttributeName":"a","AttributeType":"S"}],)"
                         R"("KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST",)"
                         R"("GlobalSecondaryIndexes":[{"IndexName":"gsi","Projection":{"ProjectionType":"ALL"},)"
                         R"("KeySchema":[{"AttributeName":"a","KeyType":"HASH"}],)"
                         R"("OnDemandThroughput":{"MaxReadRequestUnits":3},"WarmThroughput":{}}],)"
                         R"("SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"alias/mine"},)"
                         R"("OnDemandThroughput":{"MaxReadRequestUnits":1,"MaxWriteRequestUnits":2},)"
                         R"("WarmThroughput":{"WriteUnitsPerSecond":5000}})")
                         .value()
                         .definition;
  EXPECT_EQ(table.kms_key, "alias/mine");
  EXPECT_EQ(table.on_demand_throughput, (dynamodb::OnDemandThroughput{1, 2}));
  EXPECT_EQ(table.warm_throughput, (dynamodb::WarmThroughput{std::nullopt, 5000}));
  EXPECT_EQ(table.global_secondary_indexes[0].on_demand_throughput, (dynamodb::OnDemandThroughput{3, std::nullopt}));
  EXPECT_EQ(table.global_secondary_indexes[0].warm_throughput, dynamodb::WarmThroughput());
}

TEST(ParseCreateTable, refuses_encryption_that_contradicts_itself) {
  const auto with = [](const std::string& specification) {
    return message_with(R"("KeySchema":[)" + hash_a + R"(],"SSESpecification":)" + specification);
  };
  const std::string invalid = "One or more parameter values were invalid: ";
  for (const char* good : {"{}", R"({"Enabled":false})", R"({"Enabled":true})", R"({"SSEType":"KMS"})",
                           R"({"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"k"})"}) {
    EXPECT_EQ(with(good), "no error") << good;
  }
  EXPECT_EQ(with(R"({"Enabled":false,"SSEType":"KMS"})"), invalid + "SSEType can not be specified if Enabled is false");
  EXPECT_EQ(with(R"({"Enabled":false,"KMSMasterKeyId":"k"})"),
            invalid + "KMSMasterKeyId can not be specified if Enabled is false");
  EXPECT_EQ(with(R"({"Enabled":true,"KMSMasterKeyId":"k"})"),
            invalid + "SSEType KMS is required if KMSMasterKeyId is specified");
  EXPECT_EQ(with(R"({"Enabled":true,"SSEType":"AES256"})"), invalid + "SSEType AES256 is not supported");
  EXPECT_EQ(with(R"({"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":""})"),
            "1 validation error detected: Value '' at 'sSESpecification.kMSMasterKeyId' failed to satisfy constraint: "
            "Member must have length greater than or equal to 1");
}

}  // namespace
}  // namespace wire
