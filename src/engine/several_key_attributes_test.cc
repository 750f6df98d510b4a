// A global index whose keys have several attributes: Area, Round (a number) | Bracket, Seed (a number).
#include <gtest/gtest.h>

#include <cctype>

#include "engine/testing/database_fixture.h"
#include "engine/testing/reads.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::ScalarType;

dynamodb::IndexDefinition matches_index() {
  return {.name = "Matches",
          .key_schema = {.partition_key = "Area",
                         .sort_key = "Bracket",
                         .more_partition_keys = {"Round"},
                         .more_sort_keys = {"Seed"}},
          .projection = {dynamodb::ProjectionType::keys_only, {}}};
}

dynamodb::UpdateTableRequest create_matches() {
  dynamodb::UpdateTableRequest request{.table_name = "Log"};
  request.attribute_definitions = {{"Area", ScalarType::string},
                                   {"Round", ScalarType::number},
                                   {"Bracket", ScalarType::string},
                                   {"Seed", ScalarType::number}};
  request.global_secondary_index_updates = {dynamodb::CreateGlobalSecondaryIndex{matches_index()}};
  return request;
}

dynamodb::Item match(const std::string& sk, const std::string& region, std::int64_t round, const std::string& bracket,
                     std::int64_t seed) {
  return item(
      "m", sk,
      {{"Area", region}, {"Round", number(round)}, {"Bracket", bracket}, {"Seed", number(seed)}, {"Result", "3-1"}});
}

class SeveralKeyAttributesTest : public DatabaseTest {
 protected:
  void create_index() {
    ASSERT_TRUE(database_.update_table(create_matches()));
    database_.work_now();
  }
  void put(dynamodb::Item item) { ASSERT_TRUE(database_.put(put_request(std::move(item)))); }
  // SK numbers do not follow the index's order.
  void put_matches() {
    put(match("1", "EAST", 1, "UPPER", 10));
    put(match("2", "EAST", 1, "LOWER", 2));
    put(match("3", "EAST", 1, "UPPER", 9));
    put(match("4", "EAST", 2, "UPPER", 1));
    put(match("5", "WEST", 1, "UPPER", 1));
    put(match("6", "EAST", 1, "UPPER", -1));
  }

  static dynamodb::QueryRequest request_of(const std::string& condition) {
    dynamodb::QueryRequest request;
    request.table_name = "Log";
    request.index_name = "Matches";
    request.key_condition_expression = condition;
    const dynamodb::AttributeMap values{{":area", "EAST"}, {":round", number(1)}, {":upper", "UPPER"},
                                        {":u", "U"},       {":nine", number(9)},  {":ten", number(10)}};
    for (const auto& [placeholder, value] : values) {
      const auto at = condition.find(placeholder);
      const auto behind = at == std::string::npos ? at : at + placeholder.size();
      const bool used = at != std::string::npos && (behind == condition.size() || !std::isalpha(condition[behind]));
      if (used) add_value(request, placeholder, value);
    }
    return request;
  }
  std::string found(const std::string& condition) {
    const auto page = database_.query(request_of(condition));
    return page ? sort_keys(*page) : page.error().message;
  }
};
ENGINE_INSTANTIATE(SeveralKeyAttributesTest);

constexpr const char* partition = "Area = :area AND Round = :round";

TEST_P(SeveralKeyAttributesTest, entries_lie_in_the_order_of_the_sort_attributes) {
  create_index();
  put_matches();
  EXPECT_EQ(found(partition), "2 6 3 1");
  auto request = request_of(partition);
  request.scan_index_forward = false;
  EXPECT_EQ(sort_keys(database_.query(std::move(request)).value()), "1 3 6 2");
}

TEST_P(SeveralKeyAttributesTest, sort_attributes_are_used_from_left_to_right) {
  create_index();
  put_matches();
  const std::string upper = std::string(partition) + " AND Bracket = :upper";
  EXPECT_EQ(found(upper), "6 3 1");
  EXPECT_EQ(found(upper + " AND Seed = :nine"), "3");
  EXPECT_EQ(found(upper + " AND Seed < :nine"), "6");
  EXPECT_EQ(found(upper + " AND Seed >= :nine"), "3 1");
  EXPECT_EQ(found(upper + " AND Seed BETWEEN :nine AND :ten"), "3 1");
  EXPECT_EQ(found(std::string(partition) + " AND begins_with(Bracket, :u)"), "6 3 1");
  EXPECT_EQ(found(std::string(partition) + " AND Bracket < :upper"), "2");
  EXPECT_EQ(found(std::string(partition) + " AND Seed = :nine"),
            "Query key condition not supported. RANGE key attributes must be used from left to right, each but the "
            "last with an equality condition: Bracket");
  EXPECT_EQ(found("Area = :area"),
            "Query key condition not supported. Every HASH key attribute must have an equality condition: Round");
}

TEST_P(SeveralKeyAttributesTest, a_filter_names_none_of_them) {
  create_index();
  auto request = request_of(partition);
  request.filter_expression = "Seed > :round";
  EXPECT_EQ(message(database_.query(std::move(request))),
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: Seed");
}

TEST_P(SeveralKeyAttributesTest, pages_go_on_behind_all_of_them) {
  create_index();
  put_matches();
  auto request = request_of(partition);
  request.limit = 1;
  std::string all;
  for (int pages = 0; pages < 4; ++pages) {
    auto page = database_.query(request);
    ASSERT_TRUE(page) << page.error().message;
    all += sort_keys(*page);
    ASSERT_TRUE(page->last_evaluated_key);
    // What KEYS_ONLY projects is what the start key is made of: the keys of the index and of the table.
    EXPECT_EQ(*page->last_evaluated_key, page->items.front().decode());
    EXPECT_EQ(page->last_evaluated_key->size(), 6U);
    request.exclusive_start_key = page->last_evaluated_key;
  }
  EXPECT_EQ(all, "2631");
  auto incomplete = request;
  incomplete.exclusive_start_key->erase("Round");
  EXPECT_EQ(message(database_.query(std::move(incomplete))), "The provided starting key is invalid");
  request.exclusive_start_key->insert_or_assign("Round", number(2));
  EXPECT_EQ(message(database_.query(std::move(request))),
            "The provided starting key is outside query boundaries based on provided conditions");
}

TEST_P(SeveralKeyAttributesTest, an_item_without_one_of_them_is_not_in_the_index) {
  create_index();
  put_matches();
  ASSERT_TRUE(database_.update(update_request(item("m", "3"), "REMOVE Seed")));
  ASSERT_TRUE(database_.update(update_request(item("m", "6"), "REMOVE #round", {.names = {{{"#round", "Round"}}}})));
  EXPECT_EQ(found(partition), "2 1");
  ASSERT_TRUE(database_.update(update_request(item("m", "3"), "SET Seed = :s", {.values = {{{":s", number(77)}}}})));
  EXPECT_EQ(found(partition), "2 1 3");
  EXPECT_EQ(message(database_.update(update_request(item("m", "3"), "SET Seed = :s", {.values = {{{":s", "first"}}}}))),
            "One or more parameter values were invalid: Type mismatch for Index Key Seed Expected: N Actual: S "
            "IndexName: Matches");
  ASSERT_TRUE(database_.remove(delete_request(item("m", "1"))));
  EXPECT_EQ(found(partition), "2 3");
  dynamodb::ScanRequest all;
  all.table_name = "Log";
  all.index_name = "Matches";
  EXPECT_EQ(scan(database_, all)->count, 4);
}

TEST_P(SeveralKeyAttributesTest, an_index_made_later_holds_the_older_items) {
  put_matches();
  put(item("m", "7", {{"Area", "EAST"}, {"Round", "1"}, {"Bracket", "UPPER"}, {"Seed", number(3)}}));
  create_index();
  EXPECT_EQ(found(partition), "2 6 3 1");
  const auto described = database_.describe_table("Log");
  ASSERT_TRUE(described);
  EXPECT_EQ(described->table.definition.global_secondary_indexes.back(), matches_index());
  EXPECT_EQ(described->table.indexes[2].item_count, 6);
  // One value does not name a partition.
  EXPECT_EQ(database_.partition_item_count("Log", "Matches", "EAST").value(), std::nullopt);
  if (GetParam() == Where::memory) return;
  database_.reopen();
  EXPECT_EQ(database_.describe_table("Log")->table.definition, described->table.definition);
  EXPECT_EQ(found(partition), "2 6 3 1");
}

}  // namespace
}  // namespace engine::testing
