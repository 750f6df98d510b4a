#include "operations/table_capacity.h"

#include <gtest/gtest.h>

#include "tracker/repository.h"

namespace operations {
namespace {

using dynamodb::BillingMode;
using dynamodb::ProvisionedThroughput;
using dynamodb::TableDefinition;
using dynamodb::UpdateGlobalSecondaryIndex;

const Capacity on_demand;
const Capacity five = ProvisionedThroughput{.read_capacity_units = 5, .write_capacity_units = 5};
const Capacity ten = ProvisionedThroughput{.read_capacity_units = 10, .write_capacity_units = 10};

TableDefinition table(const Capacity& capacity) {
  auto definition = tracker::table_definition("log", /*guide_only=*/true);
  set_capacity(definition, capacity);
  return definition;
}

const UpdateGlobalSecondaryIndex& only_index(const dynamodb::UpdateTableRequest& request) {
  return std::get<UpdateGlobalSecondaryIndex>(request.global_secondary_index_updates.at(0));
}

TEST(TableCapacity, is_that_of_the_table) {
  EXPECT_EQ(capacity_of(table(on_demand)), on_demand);
  EXPECT_EQ(capacity_of(table(five)), five);
  EXPECT_EQ(describe(five), "provisioned, 5 read and 5 write units");
  EXPECT_EQ(describe(on_demand), "on demand");
}

TEST(TableCapacity, what_is_so_already_is_not_asked_for) {
  EXPECT_FALSE(capacity_update(table(on_demand), on_demand));
  EXPECT_FALSE(capacity_update(table(five), five));
}

TEST(TableCapacity, a_provisioned_table_needs_units_for_each_index) {
  const auto update = capacity_update(table(on_demand), five);
  ASSERT_TRUE(update);
  EXPECT_EQ(update->billing_mode, BillingMode::provisioned);
  EXPECT_EQ(update->provisioned_throughput, five);
  EXPECT_EQ(only_index(*update).index_name, "GSI1");
  EXPECT_EQ(only_index(*update).provisioned_throughput, five);
}

TEST(TableCapacity, on_demand_has_no_units) {
  const auto update = capacity_update(table(five), on_demand);
  ASSERT_TRUE(update);
  EXPECT_EQ(update->billing_mode, BillingMode::pay_per_request);
  EXPECT_FALSE(update->provisioned_throughput);
  EXPECT_TRUE(update->global_secondary_index_updates.empty());
}

TEST(TableCapacity, only_what_changes_is_sent) {
  auto update = capacity_update(table(five), ten);
  ASSERT_TRUE(update);
  EXPECT_FALSE(update->billing_mode);
  EXPECT_EQ(update->provisioned_throughput, ten);

  auto uneven = table(ten);
  uneven.global_secondary_indexes[0].provisioned_throughput = five;
  update = capacity_update(uneven, ten);
  ASSERT_TRUE(update);
  EXPECT_FALSE(update->provisioned_throughput);
  EXPECT_EQ(only_index(*update).provisioned_throughput, ten);
}

}  // namespace
}  // namespace operations
