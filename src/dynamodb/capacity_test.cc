#include "dynamodb/capacity.h"

#include <gtest/gtest.h>

namespace dynamodb {
namespace {

TEST(Capacity, reads_are_rounded_up_to_4_kb) {
  EXPECT_EQ(read_units(1, true), 1);
  EXPECT_EQ(read_units(4096, true), 1);
  EXPECT_EQ(read_units(4097, true), 2);
  EXPECT_EQ(read_units(std::size_t{400} * 1024, true), 100);
}

TEST(Capacity, eventually_consistent_reads_cost_half) {
  EXPECT_EQ(read_units(4096, false), 0.5);
  EXPECT_EQ(read_units(4097, false), 1);
  EXPECT_EQ(read_units(8193, false), 1.5);
}

TEST(Capacity, reading_nothing_costs_as_much_as_a_small_item) {
  EXPECT_EQ(read_units(0, true), 1);
  EXPECT_EQ(read_units(0, false), 0.5);
}

TEST(Capacity, writes_are_rounded_up_to_1_kb) {
  EXPECT_EQ(write_units(0), 1);
  EXPECT_EQ(write_units(1024), 1);
  EXPECT_EQ(write_units(1025), 2);
}

TEST(Capacity, a_new_or_removed_index_entry_costs_its_own_size) {
  EXPECT_EQ(index_write_units({.before_bytes = {}, .after_bytes = 2048}), 2);
  EXPECT_EQ(index_write_units({.before_bytes = 2049, .after_bytes = {}}), 3);
  EXPECT_EQ(index_write_units({.before_bytes = {}, .after_bytes = {}}), 0);
}

TEST(Capacity, an_index_entry_that_moves_is_deleted_and_put) {
  EXPECT_EQ(index_write_units({.before_bytes = 1500, .after_bytes = 500}), 3);
}

TEST(Capacity, an_index_entry_that_stays_costs_its_larger_size_or_nothing) {
  EXPECT_EQ(index_write_units({.before_bytes = 1500, .after_bytes = 500, .same_key = true}), 2);
  EXPECT_EQ(index_write_units({.before_bytes = 1500, .after_bytes = 1500, .same_key = true, .unchanged = true}), 0);
}

TEST(Capacity, total_says_the_sum_alone) {
  CapacityMeter meter;
  meter.add_table(2);
  meter.add_index("ByDate", true, 1);
  meter.add_index("ByScore", false, 3);
  EXPECT_EQ(meter.result("Log", ReturnConsumedCapacity::none), std::nullopt);
  EXPECT_EQ(meter.result("Log", ReturnConsumedCapacity::total),
            (ConsumedCapacity{.table_name = "Log", .total = {.units = 6}}));
}

TEST(Capacity, indexes_says_each_one_that_was_used) {
  CapacityMeter meter;
  meter.add_index("ByDate", true, 0.5);
  meter.add_index("ByDate", true, 1);
  meter.add_index("ByScore", false, 0);
  EXPECT_EQ(meter.result("Log", ReturnConsumedCapacity::indexes),
            (ConsumedCapacity{.table_name = "Log",
                              .total = {.units = 1.5},
                              .table = Capacity{.units = 0},
                              .local_secondary_indexes = {{"ByScore", {.units = 0}}},
                              .global_secondary_indexes = {{"ByDate", {.units = 1.5}}}}));
}

TEST(Capacity, a_transaction_repeats_its_units_by_kind_everywhere) {
  CapacityMeter meter;
  meter.add_table(4);
  meter.add_index("ByDate", true, 1);
  const auto written = meter.result("Log", ReturnConsumedCapacity::indexes, CapacityKind::transactional_write);
  EXPECT_EQ(written->total, (Capacity{.units = 5, .write_units = 5}));
  EXPECT_EQ(written->table, (Capacity{.units = 4, .write_units = 4}));
  EXPECT_EQ(written->global_secondary_indexes.at("ByDate"), (Capacity{.units = 1, .write_units = 1}));
  const auto read = meter.result("Log", ReturnConsumedCapacity::total, CapacityKind::transactional_read);
  EXPECT_EQ(read->total, (Capacity{.units = 5, .read_units = 5}));
}

}  // namespace
}  // namespace dynamodb
