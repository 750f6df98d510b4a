#include "dynamodb/table_update.h"

#include <gtest/gtest.h>

namespace dynamodb {
namespace {

constexpr ProvisionedThroughput five{5, 5};
constexpr ProvisionedThroughput six{6, 6};

// "Log": PK, with the global index ByOwner (Owner).
TableDefinition table(BillingMode billing_mode) {
  TableDefinition definition;
  definition.name = "Log";
  definition.attribute_definitions = {{"PK", ScalarType::string}, {"Owner", ScalarType::string}};
  definition.key_schema = {"PK", std::nullopt};
  definition.global_secondary_indexes = {{.name = "ByOwner", .key_schema = {"Owner", std::nullopt}}};
  definition.billing_mode = billing_mode;
  if (billing_mode == BillingMode::provisioned) {
    definition.provisioned_throughput = five;
    definition.global_secondary_indexes[0].provisioned_throughput = five;
  }
  return definition;
}

CreateGlobalSecondaryIndex create(std::string name, std::string key) {
  return {{.name = std::move(name), .key_schema = {std::move(key), std::nullopt}}};
}

Result<TableUpdate> update(const TableDefinition& definition, UpdateTableRequest request) {
  request.table_name = "Log";
  if (auto valid = validate_update_request(request); !valid) return std::unexpected(valid.error());
  return update_definition(definition, request);
}
Result<TableUpdate> update_provisioned(UpdateTableRequest request) {
  return update(table(BillingMode::provisioned), std::move(request));
}
Result<TableUpdate> update_on_demand(UpdateTableRequest request) {
  return update(table(BillingMode::pay_per_request), std::move(request));
}
std::string refusal(const Result<TableUpdate>& result) {
  return result ? "" : result.error().message;
}

TEST(TableUpdate, refuses_a_request_for_nothing) {
  EXPECT_TRUE(refusal(update_provisioned({})).starts_with("At least one of ProvisionedThroughput, BillingMode"));
  EXPECT_NE(refusal(update_provisioned({.attribute_definitions = {{{"PK", ScalarType::string}}}})), "");
}

TEST(TableUpdate, changes_the_throughput) {
  const auto result = update_provisioned({.provisioned_throughput = six});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->definition.provisioned_throughput, six);
  EXPECT_EQ(result->definition.global_secondary_indexes[0].provisioned_throughput, five);
}

TEST(TableUpdate, refuses_the_throughput_that_is_there_already) {
  const std::string text =
      "The provisioned throughput for the table will not change. The requested value equals the current value. "
      "Current ReadCapacityUnits provisioned for the table: 5. Requested ReadCapacityUnits: 5. Current "
      "WriteCapacityUnits provisioned for the table: 5. Requested WriteCapacityUnits: 5. Refer to the Amazon DynamoDB "
      "Developer Guide for current limits and how to request higher limits.";
  EXPECT_EQ(refusal(update_provisioned({.provisioned_throughput = five})), text);
  EXPECT_EQ(refusal(update_provisioned({.billing_mode = BillingMode::provisioned, .provisioned_throughput = five})),
            text);
  EXPECT_TRUE(
      refusal(update_provisioned({.global_secondary_index_updates = {UpdateGlobalSecondaryIndex{"ByOwner", five}}}))
          .starts_with("The provisioned throughput for the index ByOwner will not change."));
}

TEST(TableUpdate, refuses_throughput_that_is_missing_or_too_much) {
  EXPECT_EQ(refusal(update_provisioned({.billing_mode = BillingMode::provisioned})),
            "One or more parameter values were invalid: ProvisionedThroughput must be specified when BillingMode is "
            "PROVISIONED");
  for (const auto mode : {std::optional<BillingMode>(), std::optional(BillingMode::pay_per_request)}) {
    EXPECT_EQ(refusal(update_on_demand({.billing_mode = mode, .provisioned_throughput = five})),
              "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be "
              "specified when BillingMode is PAY_PER_REQUEST");
  }
  EXPECT_EQ(refusal(update_provisioned({.provisioned_throughput = ProvisionedThroughput{1'000'000'000'001, 5}})),
            "Given value 1000000000001 for ReadCapacityUnits is out of bounds");
  EXPECT_EQ(refusal(update_provisioned({.provisioned_throughput = ProvisionedThroughput{0, 5}})),
            "1 validation error detected: Value '0' at 'provisionedThroughput.readCapacityUnits' failed to satisfy "
            "constraint: Member must have value greater than or equal to 1");
}

TEST(TableUpdate, a_table_becomes_on_demand_with_its_indexes) {
  const auto result = update_provisioned({.billing_mode = BillingMode::pay_per_request});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->definition, table(BillingMode::pay_per_request));
  EXPECT_TRUE(update_on_demand({.billing_mode = BillingMode::pay_per_request}));
}

TEST(TableUpdate, a_table_becomes_provisioned_with_throughput_for_each_index) {
  EXPECT_EQ(refusal(update_on_demand({.billing_mode = BillingMode::provisioned, .provisioned_throughput = five})),
            "One or more parameter values were invalid: ProvisionedThroughput must be specified for index: ByOwner");
  const auto result =
      update_on_demand({.billing_mode = BillingMode::provisioned,
                        .provisioned_throughput = five,
                        .global_secondary_index_updates = {UpdateGlobalSecondaryIndex{"ByOwner", five}}});
  ASSERT_TRUE(result);
  // It stays as warm as it was on demand.
  TableDefinition expected = table(BillingMode::provisioned);
  const dynamodb::WarmThroughput warm{.read_units_per_second = 12'000, .write_units_per_second = 4'000};
  expected.warm_throughput = warm;
  expected.global_secondary_indexes[0].warm_throughput = warm;
  EXPECT_EQ(result->definition, expected);
}

TEST(TableUpdate, adds_an_index_and_its_attribute) {
  const auto result = update_on_demand({.attribute_definitions = {{{"Name", ScalarType::number}}},
                                        .global_secondary_index_updates = {create("ByName", "Name")}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->created_index, "ByName");
  EXPECT_EQ(result->definition.global_secondary_indexes.back().name, "ByName");
  EXPECT_EQ(result->definition.attribute_definitions.back().name, "Name");
}

TEST(TableUpdate, refuses_an_index_that_cannot_be) {
  const auto refused = [](std::optional<std::vector<AttributeDefinition>> definitions,
                          const CreateGlobalSecondaryIndex& index) {
    return refusal(
        update_on_demand({.attribute_definitions = std::move(definitions), .global_secondary_index_updates = {index}}));
  };
  EXPECT_EQ(refused({{{"Owner", ScalarType::string}}}, create("ByOwner", "Owner")),
            "Attempting to create an index which already exists");
  EXPECT_EQ(refused(std::nullopt, create("ByName", "Name")),
            "One or more parameter values were invalid: AttributeDefinitions is not specified for index: ByName");
  EXPECT_EQ(refused({{{"PK", ScalarType::string}}}, create("ByName", "Name")),
            "One or more parameter values were invalid: Some index key attributes are not defined in "
            "AttributeDefinitions. Keys: [Name], AttributeDefinitions: [PK, Owner]");
  EXPECT_TRUE(refused({{{"Owner", ScalarType::number}}}, create("ByOwner2", "Owner"))
                  .starts_with("One or more parameter values were invalid: Attributes cannot be redefined."));
  CreateGlobalSecondaryIndex with_throughput = create("ByName", "Name");
  with_throughput.definition.provisioned_throughput = five;
  EXPECT_EQ(refused({{{"Name", ScalarType::string}}}, with_throughput),
            "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be "
            "specified for index: ByName when BillingMode is PAY_PER_REQUEST");
  EXPECT_EQ(
      refusal(update_provisioned({.attribute_definitions = {{{"Name", ScalarType::string}}},
                                  .global_secondary_index_updates = {create("ByName", "Name")}})),
      "One or more parameter values were invalid: Both ReadCapacityUnits and WriteCapacityUnits must be specified "
      "for index: ByName");
  EXPECT_EQ(refused({{{"Name", ScalarType::string}, {"Name", ScalarType::string}}}, create("ByName", "Name")),
            "Attribute Name is duplicated: Name");
}

TEST(TableUpdate, the_twenty_first_index_exceeds_a_limit) {
  TableDefinition definition = table(BillingMode::pay_per_request);
  while (definition.global_secondary_indexes.size() < 20) {
    definition.global_secondary_indexes.push_back(
        {.name = "Index" + std::to_string(definition.global_secondary_indexes.size()),
         .key_schema = {"Owner", std::nullopt}});
  }
  const auto result = update(definition, {.attribute_definitions = {{{"Name", ScalarType::string}}},
                                          .global_secondary_index_updates = {create("ByName", "Name")}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::limit_exceeded);
}

TEST(TableUpdate, deletes_an_index_and_the_attribute_that_nothing_else_uses) {
  const auto result = update_provisioned({.global_secondary_index_updates = {DeleteGlobalSecondaryIndex{"ByOwner"}}});
  ASSERT_TRUE(result);
  EXPECT_EQ(result->deleted_index, "ByOwner");
  EXPECT_TRUE(result->definition.global_secondary_indexes.empty());
  ASSERT_EQ(result->definition.attribute_definitions.size(), 1U);
}

TEST(TableUpdate, an_index_that_is_not_there_is_not_found) {
  const auto result = update_provisioned({.global_secondary_index_updates = {DeleteGlobalSecondaryIndex{"Nope"}}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::resource_not_found);
}

TEST(TableUpdate, a_local_index_is_neither_deleted_nor_changed) {
  TableDefinition definition = table(BillingMode::provisioned);
  definition.local_secondary_indexes = {{.name = "ByDate", .key_schema = {"PK", "Owner"}}};
  EXPECT_EQ(refusal(update(definition, {.global_secondary_index_updates = {DeleteGlobalSecondaryIndex{"ByDate"}}})),
            "Cannot delete an index that is not a GlobalSecondaryIndex: ByDate");
  EXPECT_EQ(
      refusal(update(definition, {.global_secondary_index_updates = {UpdateGlobalSecondaryIndex{"ByDate", five}}})),
      "Cannot update an index that is not a GlobalSecondaryIndex: ByDate");
}

TEST(TableUpdate, takes_one_index_to_create_or_delete) {
  const auto result = update_on_demand(
      {.attribute_definitions = {{{"Name", ScalarType::string}}},
       .global_secondary_index_updates = {create("ByName", "Name"), DeleteGlobalSecondaryIndex{"ByOwner"}}});
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::limit_exceeded);
  EXPECT_EQ(result.error().message,
            "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
  EXPECT_EQ(refusal(update_on_demand({.global_secondary_index_updates = {DeleteGlobalSecondaryIndex{"ByOwner"},
                                                                         DeleteGlobalSecondaryIndex{"ByOwner"}}})),
            "One or more parameter values were invalid: Only one global secondary index update per index is allowed "
            "simultaneously. Index: ByOwner");
}

TEST(TableUpdate, some_changes_do_not_go_together) {
  const DeleteGlobalSecondaryIndex remove{"ByOwner"};
  EXPECT_EQ(refusal(update_provisioned({.provisioned_throughput = six, .global_secondary_index_updates = {remove}})),
            "One or more parameter values were invalid: You cannot create or delete index while updating table IOPS");
  EXPECT_EQ(
      refusal(update_provisioned({.global_secondary_index_updates = {remove},
                                  .stream_specification = StreamSpecification{true, StreamViewType::new_image}})),
      "One or more parameter values were invalid: You cannot create or delete index while changing stream status");
  EXPECT_EQ(refusal(update_provisioned({.provisioned_throughput = six, .deletion_protection_enabled = true})),
            "One or more parameter values were invalid: DeletionProtection modification must be the only operation in "
            "the request");
  EXPECT_EQ(
      refusal(update_provisioned(
          {.table_class = TableClass::standard_infrequent_access, .deletion_protection_enabled = true})),
      "One or more parameter values were invalid: TableClass modification must be the only operation in the request");
}

TEST(TableUpdate, changes_protection_and_class) {
  EXPECT_TRUE(update_provisioned({.deletion_protection_enabled = true})->definition.deletion_protection_enabled);
  EXPECT_EQ(update_provisioned({.table_class = TableClass::standard_infrequent_access})->definition.table_class,
            TableClass::standard_infrequent_access);
}

TEST(TableUpdate, a_stream_is_enabled_once_and_disabled_once) {
  TableDefinition definition = table(BillingMode::provisioned);
  const UpdateTableRequest enable{.stream_specification = StreamSpecification{true, StreamViewType::new_image}};
  const UpdateTableRequest disable{.stream_specification = StreamSpecification{false, std::nullopt}};
  EXPECT_EQ(refusal(update(definition, disable)), "Table has no stream to disable: TableName: Log");
  const auto enabled = update(definition, enable);
  ASSERT_TRUE(enabled);
  EXPECT_TRUE(enabled->stream_enabled);
  EXPECT_EQ(enabled->definition.stream_view_type, StreamViewType::new_image);
  definition = enabled->definition;
  EXPECT_EQ(refusal(update(definition, enable)), "Table already has an enabled stream: TableName: Log");
  EXPECT_EQ(update(definition, disable)->definition.stream_view_type, std::nullopt);
  EXPECT_EQ(refusal(update(definition, {.stream_specification = StreamSpecification{true, std::nullopt}})),
            "One or more parameter values were invalid: If stream is being enabled then UpdateViewType is required");
}

TEST(TableUpdate, a_time_to_live_attribute_has_a_name) {
  EXPECT_TRUE(validate_time_to_live_request({"Log", true, "ttl"}));
  const auto empty = validate_time_to_live_request({"Log", true, ""});
  ASSERT_FALSE(empty);
  EXPECT_EQ(empty.error().message,
            "1 validation error detected: Value '' at 'timeToLiveSpecification.attributeName' failed to satisfy "
            "constraint: Member must have length greater than or equal to 1");
  EXPECT_FALSE(validate_time_to_live_request({"Log", true, std::string(256, 'a')}));
}

}  // namespace
}  // namespace dynamodb
