// UpdateTable: what is changed at once, and indexes that are filled and deleted while items are written.
#include <gmock/gmock.h>

#include <random>
#include <thread>

#include "engine/embedded_database.h"
#include "engine/fill.h"
#include "engine/testing/awaited.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/reads.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::TableStatus;
using ::testing::IsEmpty;

dynamodb::UpdateTableRequest create_index(const std::string& name, const std::string& partition_key,
                                          std::optional<std::string> sort_key = std::nullopt) {
  dynamodb::UpdateTableRequest request{.table_name = "Log"};
  request.attribute_definitions = {{partition_key, dynamodb::ScalarType::string}};
  if (sort_key) request.attribute_definitions->push_back({*sort_key, dynamodb::ScalarType::string});
  request.global_secondary_index_updates = {
      dynamodb::CreateGlobalSecondaryIndex{{.name = name, .key_schema = {partition_key, std::move(sort_key)}}}};
  return request;
}

dynamodb::UpdateTableRequest delete_index(const std::string& name) {
  return {.table_name = "Log", .global_secondary_index_updates = {dynamodb::DeleteGlobalSecondaryIndex{name}}};
}

class UpdateTableTest : public DatabaseTest {
 protected:
  // More than one step takes.
  void put_many(std::size_t count, const dynamodb::AttributeMap& more) {
    constexpr std::size_t batch_max = 25;
    for (std::size_t first = 0; first < count; first += batch_max) {
      dynamodb::BatchWriteItemRequest request;
      for (std::size_t i = first; i < std::min(count, first + batch_max); ++i) {
        request.request_items["Log"].emplace_back(dynamodb::PutRequest{item("p", std::to_string(i), more)});
      }
      ASSERT_TRUE(database_.batch_write(std::move(request)));
    }
  }
  std::int64_t count_in(const std::string& index, const std::string& attribute, const std::string& value) {
    auto request = index_query(index, attribute, value);
    request.select = dynamodb::Select::count;
    return database_.query(std::move(request))->count;
  }
  dynamodb::TableDescription described() { return database_.describe_table("Log")->table; }
};
ENGINE_INSTANTIATE(UpdateTableTest);

TEST_P(UpdateTableTest, encryption_is_told_as_it_was_until_it_has_changed) {
  EXPECT_EQ(described().kms_key_arn, std::nullopt);
  const auto change = [this](std::optional<std::string> key) {
    return database_.update_table({.table_name = "Log", .encryption = dynamodb::EncryptionChange{std::move(key)}})
        .value()
        .table;
  };
  const auto enabling = change("");
  EXPECT_EQ(enabling.status, TableStatus::active);
  EXPECT_TRUE(enabling.encryption_changing);
  EXPECT_EQ(enabling.kms_key_arn, std::nullopt);
  EXPECT_FALSE(described().encryption_changing);
  EXPECT_EQ(described().kms_key_arn, "arn:aws:kms:us-east-1:000000000000:alias/aws/dynamodb");
  EXPECT_EQ(change("1234").kms_key_arn, "arn:aws:kms:us-east-1:000000000000:alias/aws/dynamodb");
  EXPECT_EQ(described().kms_key_arn, "arn:aws:kms:us-east-1:000000000000:key/1234");
  change("arn:aws:kms:eu-west-1:111111111111:key/5678");
  EXPECT_EQ(described().kms_key_arn, "arn:aws:kms:eu-west-1:111111111111:key/5678");
  change(std::nullopt);
  EXPECT_EQ(described().kms_key_arn, std::nullopt);
}

TEST_P(UpdateTableTest, throughputs_are_remembered) {
  const auto maximum =
      database_.update_table({.table_name = "Log", .on_demand_throughput = {.max_read_request_units = 9}});
  EXPECT_EQ(maximum->table.status, TableStatus::active);
  EXPECT_EQ(maximum->table.definition.on_demand_throughput.max_read_request_units, 9);
  const auto warm = database_.update_table({.table_name = "Log", .warm_throughput = {.read_units_per_second = 13'000}});
  EXPECT_TRUE(warm->table.warming);
  EXPECT_EQ(warm->table.definition.warm_throughput, dynamodb::WarmThroughput());
  dynamodb::UpdateGlobalSecondaryIndex index{.index_name = "ByName"};
  index.on_demand_throughput = {.max_write_request_units = 8};
  index.warm_throughput = dynamodb::WarmThroughput{.write_units_per_second = 4'001};
  const auto of_index = database_.update_table({.table_name = "Log", .global_secondary_index_updates = {index}});
  ASSERT_TRUE(of_index);
  EXPECT_TRUE(std::ranges::find(of_index->table.indexes, "ByName", &dynamodb::IndexDescription::name)->warming);
  if (GetParam() == Where::disk) database_.reopen();
  const dynamodb::TableDescription table = described();
  EXPECT_FALSE(table.warming);
  EXPECT_EQ(table.definition.on_demand_throughput.max_read_request_units, 9);
  EXPECT_EQ(table.definition.warm_throughput.read_units_per_second, 13'000);
  const auto by_name =
      std::ranges::find(table.definition.global_secondary_indexes, "ByName", &dynamodb::IndexDefinition::name);
  EXPECT_EQ(by_name->on_demand_throughput.max_write_request_units, 8);
  EXPECT_EQ(by_name->warm_throughput.write_units_per_second, 4'001);
}

TEST_P(UpdateTableTest, a_new_index_holds_the_items_that_were_there) {
  constexpr std::size_t items = fill_step_items_max * 2 + 7;
  put_many(items, {{"Colour", "red"}, {"Size", "m"}});
  const auto answer = database_.update_table(create_index("ByColour", "Colour", "Size"));
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->table.status, TableStatus::updating);
  ASSERT_EQ(answer->table.indexes.size(), 4U);
  EXPECT_EQ(answer->table.indexes[2].name, "ByColour");
  EXPECT_EQ(answer->table.indexes[2].status, TableStatus::creating);
  EXPECT_EQ(answer->table.indexes[3].name, "ByScore");  // the local one stays behind

  database_.work_now();
  EXPECT_EQ(described().status, TableStatus::active);
  EXPECT_EQ(described().indexes[2].status, TableStatus::active);
  EXPECT_EQ(described().indexes[2].item_count, static_cast<std::int64_t>(items));
  EXPECT_EQ(count_in("ByColour", "Colour", "red"), static_cast<std::int64_t>(items));
  EXPECT_EQ(database_.partition_item_count("Log", "ByColour", "red"), static_cast<std::int64_t>(items));
}

TEST_P(UpdateTableTest, items_whose_attribute_cannot_be_a_key_are_left_out) {
  ASSERT_TRUE(database_.put(put_request(item("p", "1", {{"Colour", "red"}}))));
  ASSERT_TRUE(database_.put(put_request(item("p", "2", {{"Colour", number(7)}}))));
  ASSERT_TRUE(database_.put(put_request(item("p", "3", {{"Colour", ""}}))));
  ASSERT_TRUE(database_.put(put_request(item("p", "4", {{"Colour", std::string(2049, 'x')}}))));
  ASSERT_TRUE(database_.put(put_request(item("p", "5"))));
  ASSERT_TRUE(database_.update_table(create_index("ByColour", "Colour")));
  database_.work_now();
  EXPECT_EQ(described().indexes[2].item_count, 1);
  // They can be changed where the key attribute is left alone.
  EXPECT_TRUE(database_.update(update_request(item("p", "2"), "SET Note = :n", {.values = {{{":n", "x"}}}})));
  EXPECT_TRUE(database_.remove(delete_request(item("p", "3"))));
}

TEST_P(UpdateTableTest, an_index_that_is_being_filled_cannot_be_read) {
  put_many(fill_step_items_max * 4, {{"Colour", "red"}});
  ASSERT_TRUE(database_.update_table(create_index("ByColour", "Colour")));
  while (described().status == TableStatus::updating) {
    const auto page = database_.query(index_query("ByColour", "Colour", "red"));
    if (page) break;  // it has just become ACTIVE
    EXPECT_EQ(page.error().message, "Cannot read from backfilling global secondary index: ByColour");
  }
  database_.work_now();
  EXPECT_TRUE(database_.query(index_query("ByColour", "Colour", "red")));
}

TEST_P(UpdateTableTest, a_deleted_index_is_gone_with_its_entries) {
  put_many(30, {{"Name", "n"}});
  const auto answer = database_.update_table(delete_index("ByName"));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->table.status, TableStatus::updating);
  EXPECT_EQ(answer->table.indexes[1].name, "ByName");
  EXPECT_EQ(answer->table.indexes[1].status, TableStatus::deleting);
  EXPECT_EQ(described().status, TableStatus::active);
  EXPECT_EQ(described().indexes.size(), 2U);
  EXPECT_EQ(database_.query(index_query("ByName", "Name", "n")).error().code, ErrorCode::validation);
  // The name is free again, and its entries are new ones.
  ASSERT_TRUE(database_.update_table(create_index("ByName", "Name")));
  database_.work_now();
  EXPECT_EQ(count_in("ByName", "Name", "n"), 30);
}

TEST_P(UpdateTableTest, what_is_refused_changes_nothing) {
  const auto before = described();
  EXPECT_EQ(database_.update_table(create_index("ByName", "Name")).error().code, ErrorCode::validation);
  EXPECT_EQ(database_.update_table(delete_index("Nope")).error().code, ErrorCode::resource_not_found);
  auto absent = delete_index("ByName");
  absent.table_name = "Absent";
  EXPECT_EQ(message(database_.update_table(absent)), "Requested resource not found: Table: Absent not found");
  EXPECT_EQ(described().definition, before.definition);
}

TEST_P(UpdateTableTest, billing_class_and_protection_are_changed_at_once_and_last) {
  database_.advance(std::chrono::seconds(5));
  const dynamodb::ProvisionedThroughput five{5, 5};
  ASSERT_TRUE(database_.update_table(
      {.table_name = "Log",
       .billing_mode = dynamodb::BillingMode::provisioned,
       .provisioned_throughput = five,
       .global_secondary_index_updates = {dynamodb::UpdateGlobalSecondaryIndex{"ByDate", five},
                                          dynamodb::UpdateGlobalSecondaryIndex{"ByName", five}}}));
  ASSERT_TRUE(database_.update_table({.table_name = "Log", .deletion_protection_enabled = true}));
  ASSERT_TRUE(
      database_.update_table({.table_name = "Log", .table_class = dynamodb::TableClass::standard_infrequent_access}));
  const auto changed_at = database_.now();
  if (GetParam() == Where::disk) database_.reopen();
  EXPECT_EQ(described().status, TableStatus::active);
  EXPECT_EQ(described().definition.provisioned_throughput, five);
  EXPECT_EQ(described().definition.global_secondary_indexes[1].provisioned_throughput, five);
  EXPECT_EQ(described().pay_per_request_since, changed_at - std::chrono::seconds(5));
  EXPECT_EQ(described().table_class_since, changed_at);
  EXPECT_EQ(database_.delete_table("Log").error().code, ErrorCode::validation);
  ASSERT_TRUE(database_.update_table({.table_name = "Log", .billing_mode = dynamodb::BillingMode::pay_per_request}));
  EXPECT_EQ(described().pay_per_request_since, changed_at);
  EXPECT_EQ(described().definition.global_secondary_indexes[0].provisioned_throughput, std::nullopt);
}

TEST_P(UpdateTableTest, a_stream_has_a_label_and_keeps_it_when_it_is_disabled) {
  ASSERT_TRUE(database_.update_table(
      {.table_name = "Log",
       .stream_specification = dynamodb::StreamSpecification{true, dynamodb::StreamViewType::new_image}}));
  EXPECT_EQ(described().latest_stream_label, "2026-11-23T00:00:00.000");
  ASSERT_TRUE(database_.update_table(
      {.table_name = "Log", .stream_specification = dynamodb::StreamSpecification{false, std::nullopt}}));
  EXPECT_EQ(described().definition.stream_view_type, std::nullopt);
  EXPECT_EQ(described().latest_stream_arn,
            "arn:aws:dynamodb:us-east-1:000000000000:table/Log/stream/2026-11-23T00:00:00.000");
}

// Writers on many items, while indexes come and go, and the store is closed in the middle of it.
TEST_P(UpdateTableTest, indexes_stay_right_while_items_are_written) {
  const auto seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  put_many(fill_step_items_max * 2, {{"Colour", "red"}, {"Size", "m"}});
  std::mt19937 random(seed);
  for (int round = 0; round < 6; ++round) {
    const std::string name = "Round" + std::to_string(round);
    ASSERT_TRUE(database_.update_table(create_index(name, "Colour", "Size")));
    {
      std::atomic<bool> stop = false;
      constexpr unsigned workers = 3;
      std::vector<std::jthread> writers;
      writers.reserve(workers);
      for (unsigned worker = 0; worker < workers; ++worker) {
        writers.emplace_back(
            [this, &stop, engine = std::mt19937(seed + worker + 10U * static_cast<unsigned>(round))]() mutable {
              while (!stop) {
                const std::string key = std::to_string(engine() % (fill_step_items_max * 2));
                const std::string colour = engine() % 2 == 0 ? "red" : "blue";
                if (engine() % 4 == 0) {
                  EXPECT_TRUE(database_.remove(delete_request(item("p", key))));
                } else if (engine() % 4 == 0) {
                  EXPECT_TRUE(database_.put(put_request(item("p", key, {{"Colour", colour}}))));
                } else {
                  EXPECT_TRUE(database_.put(put_request(item("p", key, {{"Colour", colour}, {"Size", "l"}}))));
                }
              }
            });
      }
      const auto writes = random() % 3;
      if (writes == 0) {
        database_.work_now();
      } else if (writes == 1) {
        EXPECT_TRUE(database_.update_table(delete_index(name)));  // in the middle of the filling, perhaps
      }
      stop = true;
    }
    EXPECT_THAT(verify_consistency(database_.database()), IsEmpty());
    if (GetParam() == Where::disk) database_.reopen();
    database_.work_now();
    EXPECT_EQ(described().status, TableStatus::active);
    EXPECT_THAT(verify_consistency(database_.database()), IsEmpty());
    if (described().indexes.size() > 4) ASSERT_TRUE(database_.update_table(delete_index(described().indexes[2].name)));
  }
}

}  // namespace
}  // namespace engine::testing
