// Encryption, maximum and warm throughput: what CreateTable and UpdateTable take, and what a table then has.
#include <gtest/gtest.h>

#include "dynamodb/table_update.h"
#include "dynamodb/table_validation.h"
#include "dynamodb/warm_throughput.h"

namespace dynamodb {
namespace {

constexpr OnDemandThroughput none_given{};

// "Log": PK, with the global index ByOwner (Owner).
TableDefinition table(BillingMode billing_mode) {
  TableDefinition definition;
  definition.name = "Log";
  definition.attribute_definitions = {{"PK", ScalarType::string}, {"Owner", ScalarType::string}};
  definition.key_schema = {"PK", std::nullopt};
  definition.global_secondary_indexes = {{.name = "ByOwner", .key_schema = {"Owner", std::nullopt}}};
  definition.billing_mode = billing_mode;
  if (billing_mode == BillingMode::provisioned) {
    definition.provisioned_throughput = {5, 5};
    definition.global_secondary_indexes[0].provisioned_throughput = {5, 5};
  }
  return definition;
}
TableDefinition on_demand_table() {
  return table(BillingMode::pay_per_request);
}
TableDefinition provisioned_table() {
  return table(BillingMode::provisioned);
}

std::string refusal(const Result<void>& result) {
  return result ? "" : result.error().message;
}
std::string refusal(const Result<TableUpdate>& result) {
  return result ? "" : result.error().message;
}

Result<TableUpdate> update(const TableDefinition& definition, UpdateTableRequest request) {
  request.table_name = "Log";
  if (auto valid = validate_update_request(request); !valid) return std::unexpected(valid.error());
  return update_definition(definition, request);
}
UpdateTableRequest index_update(UpdateGlobalSecondaryIndex change) {
  change.index_name = "ByOwner";
  return {.global_secondary_index_updates = {std::move(change)}};
}

const std::string invalid = "One or more parameter values were invalid: ";

TEST(TableSettings, a_new_table_has_a_maximum_of_one_or_more) {
  TableDefinition definition = on_demand_table();
  definition.on_demand_throughput = {.max_read_request_units = 1};
  definition.global_secondary_indexes[0].on_demand_throughput = {.max_write_request_units = 1};
  EXPECT_EQ(refusal(validate_table_definition(definition)), "");
  for (const std::int64_t units : {0, -1, -2}) {
    definition.on_demand_throughput = {.max_read_request_units = units};
    EXPECT_EQ(refusal(validate_table_definition(definition)),
              invalid + "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range");
  }
  definition.on_demand_throughput = none_given;
  definition.global_secondary_indexes[0].on_demand_throughput = {.max_write_request_units = 0};
  EXPECT_EQ(
      refusal(validate_table_definition(definition)),
      invalid + "Requested MaxWriteRequestUnits for OnDemandThroughput for index : ByOwner is outside of valid range");
}

TEST(TableSettings, a_provisioned_table_has_no_maximum) {
  TableDefinition definition = provisioned_table();
  definition.on_demand_throughput = {.max_read_request_units = 1, .max_write_request_units = 1};
  const std::string of_table =
      invalid +
      "MaxReadRequestUnits for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED";
  EXPECT_EQ(refusal(validate_table_definition(definition)), of_table);
  EXPECT_EQ(refusal(update(provisioned_table(), {.on_demand_throughput = {.max_read_request_units = 1}})), of_table);
  EXPECT_EQ(
      refusal(update(provisioned_table(), index_update({.on_demand_throughput = {.max_write_request_units = 1}}))),
      invalid +
          "MaxWriteRequestUnits for OnDemandThroughput for index : ByOwner cannot be specified when the table "
          "BillingMode is PROVISIONED");
}

TEST(TableSettings, each_maximum_is_changed_and_taken_away_by_itself) {
  TableDefinition definition = on_demand_table();
  const auto change = [&](OnDemandThroughput asked) {
    const auto result = update(definition, {.on_demand_throughput = asked});
    EXPECT_EQ(refusal(result), "");
    EXPECT_TRUE(result->only_settings);
    definition = result->definition;
    return definition.on_demand_throughput;
  };
  EXPECT_EQ(change({.max_read_request_units = 10, .max_write_request_units = 5}), (OnDemandThroughput{10, 5}));
  EXPECT_EQ(change({.max_read_request_units = 20}), (OnDemandThroughput{20, 5}));
  EXPECT_EQ(change({.max_write_request_units = -1}), (OnDemandThroughput{20, std::nullopt}));
  EXPECT_EQ(change({.max_read_request_units = -1, .max_write_request_units = -1}), none_given);
  EXPECT_EQ(refusal(update(definition, {.on_demand_throughput = {.max_write_request_units = -2}})),
            invalid + "Requested MaxWriteRequestUnits for OnDemandThroughput for table is outside of valid range");
  const auto index = update(definition, index_update({.on_demand_throughput = {.max_read_request_units = 3}}));
  EXPECT_EQ(index->definition.global_secondary_indexes[0].on_demand_throughput.max_read_request_units, 3);
}

TEST(TableSettings, maxima_go_with_the_billing_mode_that_has_them) {
  TableDefinition definition = on_demand_table();
  definition.on_demand_throughput = {.max_read_request_units = 10};
  definition.global_secondary_indexes[0].on_demand_throughput = {.max_read_request_units = 10};
  UpdateTableRequest request = index_update({.index_name = {}, .provisioned_throughput = {{5, 5}}});
  request.billing_mode = BillingMode::provisioned;
  request.provisioned_throughput = {5, 5};
  const auto provisioned = update(definition, request);
  ASSERT_EQ(refusal(provisioned), "");
  EXPECT_EQ(provisioned->definition.on_demand_throughput, none_given);
  EXPECT_EQ(provisioned->definition.global_secondary_indexes[0].on_demand_throughput, none_given);
  const auto back = update(provisioned->definition, {.billing_mode = BillingMode::pay_per_request,
                                                     .on_demand_throughput = {.max_write_request_units = 7}});
  ASSERT_EQ(refusal(back), "");
  EXPECT_EQ(back->definition.on_demand_throughput.max_write_request_units, 7);
  EXPECT_FALSE(back->only_settings);
}

TEST(TableSettings, a_new_table_is_no_colder_than_its_billing_implies) {
  TableDefinition definition = on_demand_table();
  EXPECT_EQ(warm_units(definition), (WarmUnits{12'000, 4'000}));
  definition.warm_throughput = {.read_units_per_second = 12'001};
  EXPECT_EQ(refusal(validate_table_definition(definition)), "");
  EXPECT_EQ(warm_units(definition), (WarmUnits{12'001, 4'000}));
  definition.warm_throughput = {.read_units_per_second = 11'999};
  EXPECT_EQ(refusal(validate_table_definition(definition)),
            invalid +
                "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than initial throughput for "
                "OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/"
                "on-demand-capacity-mode.html#on-demand-capacity-mode-initial");
  definition = provisioned_table();
  definition.global_secondary_indexes[0].warm_throughput = {.read_units_per_second = 5, .write_units_per_second = 4};
  EXPECT_EQ(refusal(validate_table_definition(definition)),
            invalid +
                "Requested WriteUnitsPerSecond for WarmThroughput for index ByOwner is lower than "
                "WriteCapacityUnits of ProvisionedThroughput");
}

TEST(TableSettings, warm_throughput_is_raised_and_never_lowered) {
  const auto raised = update(on_demand_table(), {.warm_throughput = {.write_units_per_second = 5'000}});
  ASSERT_EQ(refusal(raised), "");
  EXPECT_EQ(warm_units(raised->definition), (WarmUnits{12'000, 5'000}));
  EXPECT_EQ(refusal(update(raised->definition, {.warm_throughput = {.write_units_per_second = 4'999}})),
            invalid +
                "Requested WriteUnitsPerSecond for WarmThroughput for table is lower than current "
                "WarmThroughput, decreasing WarmThroughput is not supported");
  const auto index = update(on_demand_table(), index_update({.warm_throughput = WarmThroughput{13'000, 4'000}}));
  ASSERT_EQ(refusal(index), "");
  EXPECT_EQ(warm_units(index->definition, index->definition.global_secondary_indexes[0]), (WarmUnits{13'000, 4'000}));
  EXPECT_EQ(refusal(update(index->definition, index_update({.warm_throughput = WarmThroughput{12'999, 4'000}}))),
            invalid +
                "Requested ReadUnitsPerSecond for WarmThroughput for index ByOwner is lower than current "
                "WarmThroughput, decreasing WarmThroughput is not supported");
  EXPECT_EQ(refusal(update(on_demand_table(), index_update({.warm_throughput = WarmThroughput()}))),
            invalid +
                "WarmThroughput must have at least one of ReadUnitsPerSecond or WriteUnitsPerSecond specified "
                "for index: ByOwner");
}

TEST(TableSettings, what_was_provisioned_stays_warm) {
  const auto more = update(provisioned_table(), {.provisioned_throughput = {{9, 6}}});
  EXPECT_EQ(warm_units(more->definition), (WarmUnits{9, 6}));
  const auto less = update(more->definition, {.provisioned_throughput = {{1, 7}}});
  EXPECT_EQ(warm_units(less->definition), (WarmUnits{9, 7}));
  const auto on_demand = update(less->definition, {.billing_mode = BillingMode::pay_per_request});
  EXPECT_EQ(warm_units(on_demand->definition), (WarmUnits{12'000, 4'000}));
  EXPECT_EQ(on_demand->definition.warm_throughput, WarmThroughput()) << "implied";
  EXPECT_EQ(refusal(validate_table_definition(on_demand->definition)), "");
}

TEST(TableSettings, an_index_billed_by_request_has_nothing_else_to_change) {
  EXPECT_EQ(refusal(update(on_demand_table(), index_update({}))),
            invalid +
                "The only Updates for index: ByOwner when TableThroughputMode is PAY_PER_REQUEST can be to "
                "OnDemandThroughput, WarmThroughput");
}

TEST(TableSettings, encryption_is_changed_to_something_else) {
  const auto enabled = update(on_demand_table(), {.encryption = EncryptionChange{""}});
  ASSERT_EQ(refusal(enabled), "");
  EXPECT_EQ(enabled->definition.kms_key, "");
  EXPECT_TRUE(enabled->encryption_changed);
  EXPECT_EQ(refusal(update(enabled->definition, {.encryption = EncryptionChange{""}})), "") << "encrypted anew";
  const std::string key = "arn:aws:kms:us-east-1:000000000000:key/a";
  const auto own_key = update(enabled->definition, {.encryption = EncryptionChange{key}});
  EXPECT_EQ(own_key->definition.kms_key, key);
  EXPECT_EQ(refusal(update(own_key->definition, {.encryption = EncryptionChange{key}})),
            invalid +
                "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you want "
                "to change Master Key");
  const auto disabled = update(own_key->definition, {.encryption = EncryptionChange{std::nullopt}});
  EXPECT_EQ(disabled->definition.kms_key, std::nullopt);
  EXPECT_EQ(refusal(update(disabled->definition, {.encryption = EncryptionChange{std::nullopt}})),
            invalid + "Table is already encrypted by default");
}

TEST(TableSettings, are_changed_one_at_a_time) {
  UpdateTableRequest request{.deletion_protection_enabled = true, .encryption = EncryptionChange{""}};
  EXPECT_EQ(refusal(update(on_demand_table(), request)),
            invalid + "DeletionProtection modification must be the only operation in the request");
  request = {.warm_throughput = {.read_units_per_second = 13'000}, .encryption = EncryptionChange{""}};
  EXPECT_EQ(refusal(update(on_demand_table(), request)),
            invalid + "Server-Side Encryption modification must be the only operation in the request");
  request = {.on_demand_throughput = {.max_read_request_units = 1},
             .warm_throughput = {.read_units_per_second = 13'000}};
  EXPECT_EQ(refusal(update(on_demand_table(), request)),
            invalid + "OnDemandThroughput can only be combined with BillingMode in an UpdateTable request");
  request = {.billing_mode = BillingMode::pay_per_request, .warm_throughput = {.read_units_per_second = 13'000}};
  EXPECT_EQ(refusal(update(on_demand_table(), request)),
            invalid + "WarmThroughput must be the only operation in the request");
}

}  // namespace
}  // namespace dynamodb
