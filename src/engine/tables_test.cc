// CreateTable, DescribeTable, DeleteTable, ListTables, and the counts that they tell.
#include <gmock/gmock.h>

#include "engine/testing/database_fixture.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::ErrorCode;
using dynamodb::TableStatus;
using ::testing::ElementsAre;

class TablesTest : public DatabaseTest {
 protected:
  void create(const std::string& name) {
    auto definition = log_table();
    definition.name = name;
    ASSERT_TRUE(database_.create_table(definition));
  }
};
ENGINE_INSTANTIATE(TablesTest);

TEST_P(TablesTest, a_new_table_is_active_and_empty) {
  auto definition = log_table();
  definition.name = "New";
  const auto created = database_.create_table(definition);
  ASSERT_TRUE(created);
  const auto described = database_.describe_table("New");
  ASSERT_TRUE(described);
  for (const auto& table : {created->table, described->table}) {
    EXPECT_EQ(table.definition, definition);
    EXPECT_EQ(table.item_count, 0);
    EXPECT_EQ(table.arn, "arn:aws:dynamodb:us-east-1:000000000000:table/New");
    EXPECT_EQ(table.created_at, database_.now());
    EXPECT_EQ(table.id.size(), 36U);
    EXPECT_EQ(table.indexes.size(), 3U);
  }
  EXPECT_EQ(created->table.id, described->table.id);
  EXPECT_EQ(created->table.status, TableStatus::creating);  // as the service's answer says
  EXPECT_EQ(created->table.indexes[0].status, TableStatus::creating);
  EXPECT_EQ(described->table.status, TableStatus::active);
  EXPECT_EQ(described->table.indexes[0].status, TableStatus::active);
}

TEST_P(TablesTest, refuses_a_second_table_of_one_name) {
  const auto result = database_.create_table(log_table());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::resource_in_use);
}

TEST_P(TablesTest, refuses_a_definition_that_contradicts_itself) {
  auto definition = log_table();
  definition.name = "New";
  definition.attribute_definitions.pop_back();
  const auto result = database_.create_table(definition);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::validation);
}

TEST_P(TablesTest, deleting_takes_the_items_with_it) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Owner", "o"}, {"Date", "d"}}))));
  const auto deleted = database_.delete_table("Log");
  ASSERT_TRUE(deleted);
  EXPECT_EQ(deleted->table.status, TableStatus::deleting);
  EXPECT_EQ(database_.describe_table("Log").error().code, ErrorCode::resource_not_found);
  EXPECT_EQ(database_.put(put_request(item("a", "1"))).error().code, ErrorCode::resource_not_found);
  create("Log");
  EXPECT_EQ(database_.get("Log", item("a", "1")), std::nullopt);
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "o"), 0);
  EXPECT_EQ(database_.describe_table("Log")->table.item_count, 0);
}

TEST_P(TablesTest, refuses_to_delete_what_is_protected_or_absent) {
  auto definition = log_table();
  definition.name = "Protected";
  definition.deletion_protection_enabled = true;
  ASSERT_TRUE(database_.create_table(definition));
  EXPECT_EQ(database_.delete_table("Protected").error().code, ErrorCode::validation);
  EXPECT_TRUE(database_.describe_table("Protected"));
  EXPECT_EQ(database_.delete_table("Absent").error().code, ErrorCode::resource_not_found);
}

TEST_P(TablesTest, lists_names_in_byte_order_page_by_page) {
  for (const char* name : {"beta", "Alpha", "gamma"}) create(name);
  const auto first = database_.list_tables({.exclusive_start_table_name = std::nullopt, .limit = 3});
  ASSERT_TRUE(first);
  EXPECT_THAT(first->table_names, ElementsAre("Alpha", "Log", "beta"));
  EXPECT_EQ(first->last_evaluated_table_name, "beta");
  const auto second = database_.list_tables({.exclusive_start_table_name = "beta", .limit = 3});
  ASSERT_TRUE(second);
  EXPECT_THAT(second->table_names, ElementsAre("gamma"));
  EXPECT_EQ(second->last_evaluated_table_name, std::nullopt);
}

TEST_P(TablesTest, names_no_next_page_where_there_is_none) {
  const auto page = database_.list_tables({.exclusive_start_table_name = std::nullopt, .limit = 1});
  ASSERT_TRUE(page);
  EXPECT_EQ(page->last_evaluated_table_name, std::nullopt);
}

TEST_P(TablesTest, refuses_pages_of_no_and_of_101_names) {
  for (const std::int64_t limit : {0, 101}) {
    EXPECT_EQ(database_.list_tables({.exclusive_start_table_name = std::nullopt, .limit = limit}).error().code,
              ErrorCode::validation);
  }
}

TEST_P(TablesTest, counts_items_and_bytes_of_the_table_and_its_indexes) {
  // 2+1 +2+1 (keys) +5+1 +4+1 (Owner, Date) = 17 bytes; the second is in ByName only, keys only.
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Owner", "o"}, {"Date", "d"}}))));
  ASSERT_TRUE(database_.put(put_request(item("a", "2", {{"Name", "n"}, {"Note", "not projected"}}))));
  const auto table = database_.describe_table("Log")->table;
  EXPECT_EQ(table.item_count, 2);
  EXPECT_EQ(table.size_bytes, 17 + 28);
  EXPECT_EQ(table.indexes[0].name, "ByDate");
  EXPECT_EQ(table.indexes[0].item_count, 1);
  EXPECT_EQ(table.indexes[0].size_bytes, 17);
  EXPECT_EQ(table.indexes[1].item_count, 1);
  EXPECT_EQ(table.indexes[1].size_bytes, 11);
  EXPECT_EQ(table.indexes[2].item_count, 0);
}

TEST_P(TablesTest, counts_the_items_of_one_index_partition) {
  for (const char* sk : {"1", "2", "3"}) {
    ASSERT_TRUE(database_.put(put_request(item("a", sk, {{"Owner", sk[0] == '3' ? "p" : "o"}, {"Date", "d"}}))));
  }
  ASSERT_TRUE(database_.put(put_request(item("a", "4", {{"Owner", "o"}}))));  // has no Date: not in the index
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "o"), 2);
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "p"), 1);
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", "q"), 0);
  EXPECT_EQ(database_.partition_item_count("Log", "ByName", "n").value(), std::nullopt);  // has no sort key
  EXPECT_EQ(database_.partition_item_count("Log", "Nope", "n").error().code, ErrorCode::validation);
  EXPECT_EQ(database_.partition_item_count("Log", "ByDate", number(1)).error().code, ErrorCode::validation);
  EXPECT_EQ(database_.partition_item_count("Nope", "ByDate", "o").error().code, ErrorCode::resource_not_found);
}

}  // namespace
}  // namespace engine::testing
