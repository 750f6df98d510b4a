// ConsumedCapacity and ItemCollectionMetrics of every operation. The figures are those of the service, as far as they
// are recorded, and DynamoDB Local's for the rest.
#include <gtest/gtest.h>

#include <string>

#include "engine/testing/database_fixture.h"
#include "engine/testing/reads.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::Capacity;
using dynamodb::ConsumedCapacity;
using dynamodb::ReturnConsumedCapacity;
using dynamodb::ReturnItemCollectionMetrics;
using Units = std::map<std::string, double>;

class ConsumedCapacityTest : public DatabaseTest {
 protected:
  // What a write of one item consumed, in full.
  template <class Request>
  ConsumedCapacity written(Request request) {
    request.return_consumed_capacity = ReturnConsumedCapacity::indexes;
    return write(std::move(request)).value().consumed_capacity.value();
  }
  dynamodb::Result<dynamodb::WriteItemResult> write(dynamodb::PutItemRequest request) {
    return database_.put(std::move(request));
  }
  dynamodb::Result<dynamodb::WriteItemResult> write(dynamodb::UpdateItemRequest request) {
    return database_.update(std::move(request));
  }
  dynamodb::Result<dynamodb::WriteItemResult> write(dynamodb::DeleteItemRequest request) {
    return database_.remove(std::move(request));
  }
  ConsumedCapacity queried(dynamodb::QueryRequest request) {
    request.return_consumed_capacity = ReturnConsumedCapacity::indexes;
    return database_.query(std::move(request)).value().consumed_capacity.value();
  }
};

// "Table" and the indexes by name; the total must be their sum.
Units units(const ConsumedCapacity& consumed) {
  Units result;
  double total = 0;
  const auto add = [&](const std::string& name, const Capacity& capacity) {
    result.emplace(name, capacity.units);
    total += capacity.units;
  };
  add("Table", consumed.table.value());
  for (const auto& [name, capacity] : consumed.global_secondary_indexes) add(name, capacity);
  for (const auto& [name, capacity] : consumed.local_secondary_indexes) add(name, capacity);
  EXPECT_EQ(consumed.table_name, "Log");
  EXPECT_EQ(consumed.total.units, total);
  return result;
}

std::string kilobytes(std::size_t count) {
  return std::string(count * 1024, 'x');
}

// In all three indexes: ByDate holds everything, ByName the keys, ByScore the keys and Note.
dynamodb::Item indexed(const std::string& sk, const std::string& date, std::string more) {
  return item("a", sk,
              {{"Owner", "o"}, {"Date", date}, {"Name", "n"}, {"Score", number(1)}, {"More", std::move(more)}});
}

TEST_P(ConsumedCapacityTest, is_told_only_where_it_is_asked_for) {
  auto request = put_request(item("a", "1"));
  EXPECT_EQ(database_.put(request)->consumed_capacity, std::nullopt);
  request.return_consumed_capacity = ReturnConsumedCapacity::total;
  const auto consumed = database_.put(request)->consumed_capacity.value();
  EXPECT_EQ(consumed, (ConsumedCapacity{.table_name = "Log", .total = {.units = 1}}));
}

TEST_P(ConsumedCapacityTest, a_write_costs_the_larger_image) {
  EXPECT_EQ(units(written(put_request(item("a", "1", {{"More", kilobytes(2)}})))), (Units{{"Table", 3}}));
  EXPECT_EQ(units(written(put_request(item("a", "1")))), (Units{{"Table", 3}}));
  EXPECT_EQ(units(written(update_request(item("a", "1"), "SET More = :m", {.values = {{{":m", kilobytes(3)}}}}))),
            (Units{{"Table", 4}}));
  EXPECT_EQ(units(written(delete_request(item("a", "1")))), (Units{{"Table", 4}}));
  EXPECT_EQ(units(written(delete_request(item("a", "1")))), (Units{{"Table", 1}}));
}

TEST_P(ConsumedCapacityTest, an_index_costs_what_changes_in_its_own_entry) {
  const Units put = {{"Table", 3}, {"ByDate", 3}, {"ByName", 1}, {"ByScore", 1}};
  EXPECT_EQ(units(written(put_request(indexed("1", "d1", kilobytes(2))))), put);
  EXPECT_EQ(units(written(put_request(indexed("1", "d1", kilobytes(2))))), (Units{{"Table", 3}}));
  EXPECT_EQ(units(written(put_request(indexed("1", "d1", kilobytes(1))))), (Units{{"Table", 3}, {"ByDate", 3}}));
  EXPECT_EQ(units(written(put_request(indexed("1", "d2", kilobytes(1))))), (Units{{"Table", 2}, {"ByDate", 4}}));
  EXPECT_EQ(units(written(update_request(item("a", "1"), "REMOVE Score"))),
            (Units{{"Table", 2}, {"ByDate", 2}, {"ByScore", 1}}));
  EXPECT_EQ(units(written(delete_request(item("a", "1")))), (Units{{"Table", 2}, {"ByDate", 2}, {"ByName", 1}}));
}

TEST_P(ConsumedCapacityTest, get_item_costs_half_where_it_is_eventually_consistent) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"More", kilobytes(4)}}))));
  dynamodb::GetItemRequest request;
  request.table_name = "Log";
  request.key = item("a", "1");
  request.return_consumed_capacity = ReturnConsumedCapacity::indexes;
  EXPECT_EQ(units(get_item(database_, request)->consumed_capacity.value()), (Units{{"Table", 1}}));
  request.consistent_read = true;
  EXPECT_EQ(units(get_item(database_, request)->consumed_capacity.value()), (Units{{"Table", 2}}));
  request.key = item("a", "none");
  EXPECT_EQ(units(get_item(database_, request)->consumed_capacity.value()), (Units{{"Table", 1}}));
  request.return_consumed_capacity = ReturnConsumedCapacity::none;
  EXPECT_EQ(get_item(database_, request)->consumed_capacity, std::nullopt);
}

TEST_P(ConsumedCapacityTest, a_page_is_rounded_as_a_whole) {
  for (const char* sk : {"1", "2", "3"}) {
    ASSERT_TRUE(database_.put(put_request(item("a", sk, {{"More", kilobytes(1)}}))));
  }
  auto request = partition_query("a");
  EXPECT_EQ(units(queried(request)), (Units{{"Table", 0.5}}));
  request.consistent_read = true;
  EXPECT_EQ(units(queried(request)), (Units{{"Table", 1}}));
  request.select = dynamodb::Select::count;
  EXPECT_EQ(units(queried(request)), (Units{{"Table", 1}}));
  EXPECT_EQ(units(queried(partition_query("empty"))), (Units{{"Table", 0.5}}));
  dynamodb::ScanRequest all;
  all.table_name = "Log";
  all.return_consumed_capacity = ReturnConsumedCapacity::indexes;
  EXPECT_EQ(units(scan(database_, all)->consumed_capacity.value()), (Units{{"Table", 0.5}}));
}

TEST_P(ConsumedCapacityTest, a_read_of_an_index_costs_its_entries) {
  for (const char* sk : {"1", "2"}) ASSERT_TRUE(database_.put(put_request(indexed(sk, "d", kilobytes(4)))));
  EXPECT_EQ(units(queried(index_query("ByDate", "Owner", "o"))), (Units{{"Table", 0}, {"ByDate", 1.5}}));
  EXPECT_EQ(units(queried(index_query("ByName", "Name", "n"))), (Units{{"Table", 0}, {"ByName", 0.5}}));
}

TEST_P(ConsumedCapacityTest, items_that_a_local_index_fetches_are_rounded_one_by_one_on_the_table) {
  for (const char* sk : {"1", "2"}) ASSERT_TRUE(database_.put(put_request(indexed(sk, "d", kilobytes(4)))));
  auto request = index_query("ByScore", "PK", "a");
  EXPECT_EQ(units(queried(request)), (Units{{"Table", 0}, {"ByScore", 0.5}}));
  request.select = dynamodb::Select::all_attributes;
  EXPECT_EQ(units(queried(request)), (Units{{"Table", 2}, {"ByScore", 0.5}}));
  request.consistent_read = true;
  EXPECT_EQ(units(queried(request)), (Units{{"Table", 4}, {"ByScore", 1}}));
}

TEST_P(ConsumedCapacityTest, batches_add_up_per_table) {
  dynamodb::BatchWriteItemRequest write;
  write.return_consumed_capacity = ReturnConsumedCapacity::indexes;
  write.return_item_collection_metrics = ReturnItemCollectionMetrics::size;
  auto& writes = write.request_items["Log"];
  writes.emplace_back(dynamodb::PutRequest{indexed("1", "d", kilobytes(1))});
  writes.emplace_back(dynamodb::DeleteRequest{item("a", "2")});
  const auto written = database_.batch_write(write).value();
  ASSERT_EQ(written.consumed_capacity.size(), 1U);
  EXPECT_EQ(units(written.consumed_capacity[0]), (Units{{"Table", 3}, {"ByDate", 2}, {"ByName", 1}, {"ByScore", 1}}));
  EXPECT_EQ(written.item_collection_metrics.at("Log").size(), 1U);  // both are in one collection

  dynamodb::BatchGetItemRequest read;
  read.return_consumed_capacity = ReturnConsumedCapacity::total;
  read.request_items["Log"].keys = {item("a", "1"), item("a", "2"), item("a", "3")};
  const auto eventual = batch_get(database_, read).value();
  ASSERT_EQ(eventual.consumed_capacity.size(), 1U);
  EXPECT_EQ(eventual.consumed_capacity[0], (ConsumedCapacity{.table_name = "Log", .total = {.units = 1.5}}));
  read.request_items["Log"].consistent_read = true;
  EXPECT_EQ(batch_get(database_, read)->consumed_capacity[0].total.units, 3);
}

TEST_P(ConsumedCapacityTest, transactions_cost_twice_on_the_table) {
  dynamodb::TransactWriteItemsRequest write;
  write.return_consumed_capacity = ReturnConsumedCapacity::indexes;
  write.transact_items.emplace_back(put_request(indexed("1", "d", kilobytes(1))));
  write.transact_items.emplace_back(check_request(item("a", "2"), "attribute_not_exists(PK)"));
  const auto written = database_.transact(write).value().consumed_capacity;
  ASSERT_EQ(written.size(), 1U);
  EXPECT_EQ(units(written[0]), (Units{{"Table", 6}, {"ByDate", 2}, {"ByName", 1}, {"ByScore", 1}}));
  EXPECT_EQ(written[0].total, (Capacity{.units = 10, .write_units = 10}));
  EXPECT_EQ(written[0].table, (Capacity{.units = 6, .write_units = 6}));

  dynamodb::TransactGetItemsRequest read;
  read.return_consumed_capacity = ReturnConsumedCapacity::total;
  for (const char* sk : {"1", "2"}) {
    read.transact_items.push_back(
        {.table_name = "Log", .key = item("a", sk), .projection_expression = {}, .attributes = {}});
  }
  const auto consumed = transact_get(database_, read).value().consumed_capacity;
  ASSERT_EQ(consumed.size(), 1U);
  EXPECT_EQ(consumed[0], (ConsumedCapacity{.table_name = "Log", .total = {.units = 4, .read_units = 4}}));
}

// Recorded: a repeated put that shrank a 9 KB item consumes what reading 9 KB does.
TEST_P(ConsumedCapacityTest, a_repeated_transaction_reports_a_read_of_what_it_met) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"More", kilobytes(9)}}))));
  dynamodb::TransactWriteItemsRequest write;
  write.client_request_token = "once";
  write.transact_items.emplace_back(put_request(item("a", "1")));
  EXPECT_TRUE(database_.transact(write)->consumed_capacity.empty());
  write.return_consumed_capacity = ReturnConsumedCapacity::indexes;
  const auto repeated = database_.transact(write).value().consumed_capacity;
  ASSERT_EQ(repeated.size(), 1U);
  EXPECT_EQ(repeated[0].total, (Capacity{.units = 6, .read_units = 6}));
  EXPECT_EQ(repeated[0].table, (Capacity{.units = 6, .read_units = 6}));
}

TEST_P(ConsumedCapacityTest, item_collections_are_those_of_tables_with_local_indexes) {
  auto request = put_request(item("a", "1"));
  EXPECT_EQ(database_.put(request)->item_collection_metrics, std::nullopt);
  request.return_item_collection_metrics = ReturnItemCollectionMetrics::size;
  const auto metrics = database_.put(request).value().item_collection_metrics.value();
  EXPECT_EQ(metrics.item_collection_key, (dynamodb::Key{{"PK", "a"}}));
  EXPECT_EQ(metrics.size_estimate_lower_gb, 0);
  EXPECT_EQ(metrics.size_estimate_upper_gb, 1);

  auto definition = log_table();
  definition.name = "Plain";
  definition.local_secondary_indexes.clear();
  std::erase_if(definition.attribute_definitions, [](const auto& attribute) { return attribute.name == "Score"; });
  ASSERT_TRUE(database_.create_table(definition));
  request.table_name = "Plain";
  EXPECT_EQ(database_.put(request)->item_collection_metrics, std::nullopt);
}

ENGINE_INSTANTIATE(ConsumedCapacityTest);

}  // namespace
}  // namespace engine::testing
