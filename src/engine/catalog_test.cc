// Records of tables: what is written is read back, and so are records of versions that knew less.
#include "engine/catalog.h"

#include <gtest/gtest.h>

#include "engine/byte_codec.h"

namespace engine {
namespace {

using dynamodb::KeySchema;

Table whole_table() {
  Table table;
  table.id = 7;
  table.uuid = "uuid";
  table.created_at = Time(std::chrono::milliseconds(1234));
  table.definition = {.name = "Log",
                      .attribute_definitions = {{"PK", dynamodb::ScalarType::string}},
                      .key_schema = {.partition_key = "PK", .sort_key = std::nullopt},
                      .global_secondary_indexes = {{.name = "ByName",
                                                    .key_schema = {.partition_key = "PK",
                                                                   .sort_key = "a",
                                                                   .more_partition_keys = {"b"},
                                                                   .more_sort_keys = {"c", "d"}}}},
                      .local_secondary_indexes = {},
                      .billing_mode = dynamodb::BillingMode::pay_per_request,
                      .provisioned_throughput = std::nullopt,
                      .deletion_protection_enabled = true,
                      .stream_view_type = dynamodb::StreamViewType::old_image,
                      .table_class = dynamodb::TableClass::standard_infrequent_access};
  table.indexes = {{.id = 8,
                    .is_global = true,
                    .definition = table.definition.global_secondary_indexes[0],
                    .status = IndexStatus::creating}};
  table.stream_label = "2026-11-23T00:00:00.000";
  table.tags = {{"a", "1"}, {"b", ""}};
  table.time_to_live = TimeToLive{"ExpiresAt", true};
  table.definition.kms_key = "alias/mine";
  table.definition.on_demand_throughput = {.max_read_request_units = 1};
  table.definition.warm_throughput = {.write_units_per_second = 5'000};
  dynamodb::IndexDefinition& index = table.definition.global_secondary_indexes[0];
  index.on_demand_throughput = {.max_write_request_units = 2};
  index.warm_throughput = {.read_units_per_second = 13'000};
  table.indexes[0].definition = index;
  table.pay_per_request_since = Time(std::chrono::milliseconds(5678));
  table.table_class_since = Time(std::chrono::milliseconds(91011));
  return table;
}

TEST(Catalog, reads_back_every_member_of_a_table) {
  const Table written = whole_table();
  const Table read = decode_table(encode_table(written));
  EXPECT_EQ(read.id, written.id);
  EXPECT_EQ(read.uuid, written.uuid);
  EXPECT_EQ(read.created_at, written.created_at);
  EXPECT_EQ(read.definition, written.definition);
  ASSERT_EQ(read.indexes.size(), 1U);
  EXPECT_EQ(read.indexes[0].definition, written.indexes[0].definition);
  EXPECT_EQ(read.indexes[0].status, IndexStatus::creating);
  EXPECT_EQ(read.stream_label, written.stream_label);
  EXPECT_EQ(read.tags, written.tags);
  EXPECT_EQ(read.time_to_live, written.time_to_live);
  EXPECT_EQ(read.pay_per_request_since, written.pay_per_request_since);
  EXPECT_EQ(read.table_class_since, written.table_class_since);
}

// Byte for byte what the first version wrote.
TEST(Catalog, reads_a_record_of_the_first_version) {
  std::string record;
  append_integer(record, std::uint32_t{7});
  append_string(record, "uuid");
  append_integer(record, std::uint64_t{1234});
  append_string(record, "Log");
  append_string(record, "PK");
  append_integer(record, std::uint8_t{0});  // no sort key
  append_integer(record, std::uint32_t{1});
  append_string(record, "PK");
  append_integer(record, std::uint8_t{0});  // S
  append_integer(record, std::uint8_t{1});  // PAY_PER_REQUEST
  append_integer(record, std::uint8_t{0});  // no throughput
  append_integer(record, std::uint8_t{1});  // protected
  append_integer(record, std::uint32_t{1});
  append_integer(record, std::uint32_t{8});
  append_integer(record, std::uint8_t{1});  // global
  append_string(record, "ByName");
  append_string(record, "PK");
  append_integer(record, std::uint8_t{0});  // no sort key
  append_integer(record, std::uint8_t{1});  // KEYS_ONLY
  append_integer(record, std::uint32_t{0});
  append_integer(record, std::uint8_t{0});  // no throughput

  const Table table = decode_table(record);
  EXPECT_EQ(table.definition.name, "Log");
  EXPECT_TRUE(table.definition.deletion_protection_enabled);
  EXPECT_EQ(table.definition.stream_view_type, std::nullopt);
  EXPECT_EQ(table.definition.table_class, dynamodb::TableClass::standard);
  ASSERT_EQ(table.indexes.size(), 1U);
  EXPECT_EQ(table.indexes[0].status, IndexStatus::active);
  EXPECT_EQ(table.time_to_live, std::nullopt);
  EXPECT_TRUE(table.tags.empty());
  EXPECT_EQ(table.stream_label, "");
  EXPECT_EQ(table.pay_per_request_since, table.created_at);
}

// A table of one index, without what the last part of a record holds.
Table without_settings() {
  Table table = whole_table();
  table.definition.kms_key.reset();
  table.definition.on_demand_throughput = {};
  table.definition.warm_throughput = {};
  table.definition.global_secondary_indexes[0].on_demand_throughput = {};
  table.definition.global_secondary_indexes[0].warm_throughput = {};
  table.indexes[0].definition = table.definition.global_secondary_indexes[0];
  return table;
}
constexpr std::size_t settings_bytes = 1 + 4 + 4;  // flags of the key, the table, the index: none of it is there

TEST(Catalog, reads_a_record_of_the_second_version) {
  Table table = without_settings();
  KeySchema& schema = table.indexes[0].definition.key_schema;
  schema.more_partition_keys.clear();
  schema.more_sort_keys.clear();
  table.definition.global_secondary_indexes[0].key_schema = schema;
  const std::string record = encode_table(table);
  const std::size_t third_part_bytes = 2 * sizeof(std::uint32_t);  // two empty lists of one index
  const Table read = decode_table(record.substr(0, record.size() - third_part_bytes - settings_bytes));
  EXPECT_EQ(read.definition, table.definition);
  EXPECT_EQ(read.time_to_live, table.time_to_live);
}

TEST(Catalog, reads_a_record_without_encryption_and_throughputs) {
  const Table written = without_settings();
  const std::string record = encode_table(written);
  const Table read = decode_table(record.substr(0, record.size() - settings_bytes));
  EXPECT_EQ(read.definition, written.definition);
  EXPECT_EQ(read.tags, written.tags);
  EXPECT_EQ(read.table_class_since, written.table_class_since);
}

TEST(Catalog, refuses_a_record_that_is_cut_short) {
  const std::string record = encode_table(whole_table());
  EXPECT_THROW(static_cast<void>(decode_table(record.substr(0, record.size() - 1))), std::runtime_error);
}

}  // namespace
}  // namespace engine
