#include <gmock/gmock.h>

#include "engine/testing/reads.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::AttributeValue;
using dynamodb::Key;
using dynamodb::Select;
using ::testing::ElementsAre;

constexpr std::size_t large = 300'000;  // three of them fit in a page

class QueryTest : public DatabaseTest {
 protected:
  void put(const std::string& pk, const std::string& sk, dynamodb::AttributeMap more = {}) {
    ASSERT_TRUE(database_.put(put_request(item(pk, sk, std::move(more)))));
  }
  std::string error(dynamodb::QueryRequest request) { return message(database_.query(std::move(request))); }
  // Sort keys of every page, and how the last one ended.
  std::vector<std::string> pages(dynamodb::QueryRequest request) {
    std::vector<std::string> result;
    do {
      const auto page = database_.query(request);
      EXPECT_TRUE(page) << message(page);
      result.push_back(sort_keys(*page));
      request.exclusive_start_key = page->last_evaluated_key;
    } while (request.exclusive_start_key);
    return result;
  }
};
ENGINE_INSTANTIATE(QueryTest);

TEST_P(QueryTest, answers_one_partition_in_the_order_of_the_sort_key) {
  for (const char* sk : {"2", "1", "10"}) put("a", sk);
  put("b", "1");
  auto request = partition_query("a");
  EXPECT_THAT(pages(request), ElementsAre("1 10 2"));
  request.scan_index_forward = false;
  EXPECT_THAT(pages(request), ElementsAre("2 10 1"));
}

TEST_P(QueryTest, of_an_absent_partition_is_empty) {
  const auto page = database_.query(partition_query("nobody"));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->count, 0);
  EXPECT_EQ(page->last_evaluated_key, std::nullopt);
}

TEST_P(QueryTest, has_a_last_key_also_when_the_limit_falls_on_the_last_item) {
  for (const char* sk : {"1", "2", "3", "4"}) put("a", sk);
  auto request = partition_query("a");
  request.limit = 2;
  EXPECT_THAT(pages(request), ElementsAre("1 2", "3 4", ""));
  request.limit = 3;
  EXPECT_THAT(pages(request), ElementsAre("1 2 3", "4"));
  request.scan_index_forward = false;
  EXPECT_THAT(pages(request), ElementsAre("4 3 2", "1"));
}

TEST_P(QueryTest, cuts_pages_at_one_megabyte_before_the_filter) {
  for (const char* sk : {"1", "2", "3", "4", "5"}) put("a", sk, {{"Fat", std::string(large, 'x')}});
  auto request = partition_query("a");
  EXPECT_THAT(pages(request), ElementsAre("1 2 3 4", "5"));  // the fourth takes it over
  request.select = Select::count;
  EXPECT_EQ(database_.query(request)->count, 4);
  request.select = Select::unspecified;
  request.filter_expression = "attribute_not_exists(Fat)";
  const auto page = database_.query(request);
  EXPECT_EQ(page->count, 0);
  EXPECT_EQ(page->scanned_count, 4);
  EXPECT_EQ(page->last_evaluated_key, item("a", "4"));
}

TEST_P(QueryTest, of_an_index_counts_what_the_index_holds_against_the_megabyte) {
  for (const char* sk : {"1", "2", "3", "4", "5"}) put("a", sk, {{"Fat", std::string(large, 'x')}, {"Name", "n"}});
  EXPECT_THAT(pages(index_query("ByName", "Name", "n")), ElementsAre("1 2 3 4 5"));
}

TEST_P(QueryTest, goes_on_behind_a_start_key_whose_item_is_gone) {
  for (const char* sk : {"1", "3"}) put("a", sk);
  auto request = partition_query("a");
  request.exclusive_start_key = item("a", "2");
  EXPECT_THAT(pages(request), ElementsAre("3"));
  request.scan_index_forward = false;
  EXPECT_THAT(pages(request), ElementsAre("1"));
}

TEST_P(QueryTest, of_an_index_has_a_last_key_of_the_index_and_the_table) {
  put("a", "1", {{"Owner", "o"}, {"Date", "d"}});
  put("b", "1", {{"Owner", "o"}, {"Date", "d"}});
  auto request = index_query("ByDate", "Owner", "o");
  request.limit = 1;
  const auto page = database_.query(request);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->last_evaluated_key, item("a", "1", {{"Owner", "o"}, {"Date", "d"}}));
  request.exclusive_start_key = page->last_evaluated_key;
  EXPECT_EQ(database_.query(request)->items.at(0).find_string("PK"), "b");
}

TEST_P(QueryTest, refuses_start_keys_that_are_not_of_the_read) {
  auto request = partition_query("a");
  request.exclusive_start_key = item("b", "1");
  EXPECT_EQ(error(request), "The provided starting key is outside query boundaries based on provided conditions");
  request.exclusive_start_key = Key{{"PK", AttributeValue("a")}};
  EXPECT_EQ(error(request), "The provided starting key is invalid: The provided key element does not match the schema");
  request.exclusive_start_key = item("a", "1", {{"Name", "n"}});
  EXPECT_EQ(error(request), "The provided starting key is invalid: The provided key element does not match the schema");
  request.key_condition_expression += " AND SK > :sk";
  add_value(request, ":sk", "5");
  request.exclusive_start_key = item("a", "5");
  EXPECT_EQ(error(request), "The provided starting key does not match the range key predicate");
}

TEST_P(QueryTest, of_an_index_refuses_start_keys_without_index_and_table_keys) {
  auto request = index_query("ByName", "Name", "n");
  request.exclusive_start_key = item("a", "1");
  EXPECT_EQ(error(request), "The provided starting key is invalid");
  request.exclusive_start_key = item("a", "1", {{"Owner", "n"}});
  EXPECT_EQ(error(request), "The provided starting key is invalid");
  request.exclusive_start_key = item("a", "1", {{"Name", number(1)}});
  EXPECT_EQ(error(request), "The provided key element does not match the schema");
  request.exclusive_start_key = item("a", "1", {{"Name", "other"}});
  EXPECT_EQ(error(request), "The provided starting key is outside query boundaries based on provided conditions");
  request.exclusive_start_key = item("a", "1", {{"Name", ""}});
  EXPECT_NE(error(request), "");
}

TEST_P(QueryTest, is_consistent_on_tables_and_local_indexes_only) {
  auto global = index_query("ByDate", "Owner", "o");
  global.consistent_read = true;
  EXPECT_EQ(error(global), "Consistent reads are not supported on global secondary indexes");
  auto local = index_query("ByScore", "PK", "a");
  local.consistent_read = true;
  EXPECT_EQ(error(local), "");
  auto table = partition_query("a");
  table.consistent_read = true;
  EXPECT_EQ(error(table), "");
}

TEST_P(QueryTest, refuses_selects_that_do_not_go_with_projection_or_index) {
  auto request = partition_query("a");
  request.select = Select::all_projected_attributes;
  EXPECT_EQ(error(request), "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
  request.select = Select::specific_attributes;
  EXPECT_EQ(error(request),
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
  request.projection_expression = "PK";
  EXPECT_EQ(error(request), "");
  request.select = Select::count;
  EXPECT_EQ(error(request), "Cannot specify the ProjectionExpression when choosing to get only the Count");
  request.select = Select::all_attributes;
  EXPECT_EQ(error(request), "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES");
}

TEST_P(QueryTest, of_a_global_index_answers_nothing_that_it_does_not_hold) {
  auto request = index_query("ByName", "Name", "n");
  request.select = Select::all_attributes;
  EXPECT_EQ(error(request),
            "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global "
            "secondary index ByName because its projection type is not ALL");
  request.select = Select::unspecified;
  request.projection_expression = "PK, Note, Score";
  EXPECT_EQ(error(request),
            "One or more parameter values were invalid: Global secondary index ByName does not project [Note, Score]");
  request.projection_expression.reset();
  request.filter_expression = "attribute_exists(Note)";
  EXPECT_EQ(error(request),
            "One or more parameter values were invalid: Secondary index ByName does not project one or more filter "
            "attributes: [Note]");
}

TEST_P(QueryTest, of_a_local_index_fetches_what_it_does_not_hold) {
  const auto whole = item("a", "1", {{"Score", number(1)}, {"Note", "easy"}, {"Name", "n"}});
  const auto projected = item("a", "1", {{"Score", number(1)}, {"Note", "easy"}});
  ASSERT_TRUE(database_.put(put_request(whole)));
  auto request = index_query("ByScore", "PK", "a");
  EXPECT_THAT(decoded(database_.query(request)->items), ElementsAre(projected));
  request.filter_expression = "attribute_exists(#name)";
  request.attributes.names->emplace("#name", "Name");
  EXPECT_THAT(decoded(database_.query(request)->items), ElementsAre(projected));
  request.select = Select::all_attributes;
  EXPECT_THAT(decoded(database_.query(request)->items), ElementsAre(whole));
  request.select = Select::specific_attributes;
  request.projection_expression = "#name";
  EXPECT_THAT(decoded(database_.query(request)->items), ElementsAre(dynamodb::Item{{"Name", AttributeValue("n")}}));
}

TEST_P(QueryTest, refuses_filters_on_its_key) {
  auto request = partition_query("a");
  request.filter_expression = "SK = :pk";
  EXPECT_EQ(error(request), "Filter Expression can only contain non-primary key attributes: Primary key attribute: SK");
  auto index = index_query("ByDate", "Owner", "o");
  index.filter_expression = "SK <> :key";
  EXPECT_EQ(error(index), "");
  index.filter_expression = "#date <> :key";
  index.attributes.names->emplace("#date", "Date");
  EXPECT_EQ(error(index), "Filter Expression can only contain non-primary key attributes: Primary key attribute: Date");
}

TEST_P(QueryTest, may_filter_on_its_key_where_the_request_says_so) {
  for (const char* sk : {"1", "2", "3"}) put("a", sk);
  auto request = partition_query("a");
  request.filter_expression = "SK <> :sk";
  request.attributes.values->emplace(":sk", "2");
  request.filter_may_name_keys = true;
  EXPECT_THAT(pages(request), ElementsAre("1 3"));
}

TEST_P(QueryTest, refuses_wrong_limits_tables_and_indexes) {
  auto request = partition_query("a");
  request.limit = 0;
  EXPECT_EQ(error(request),
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value "
            "greater than or equal to 1");
  request.limit.reset();
  request.index_name = "Absent";
  EXPECT_EQ(error(request), "The table does not have the specified index: Absent");
  request.table_name = "Absent";
  EXPECT_EQ(error(request), "Requested resource not found");
}

TEST_P(QueryTest, refuses_placeholders_that_nothing_uses) {
  auto request = partition_query("a");
  add_value(request, ":unused", "x");
  EXPECT_NE(error(request), "");
}

}  // namespace
}  // namespace engine::testing
