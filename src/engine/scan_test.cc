#include <gmock/gmock.h>

#include <set>

#include "engine/testing/reads.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::AttributeValue;

class ScanTest : public DatabaseTest {
 protected:
  void put_partitions(int count) {
    for (int number = 0; number < count; ++number) {
      ASSERT_TRUE(database_.put(put_request(item("p" + std::to_string(number), "s"))));
    }
  }
  static dynamodb::ScanRequest request() {
    dynamodb::ScanRequest result;
    result.table_name = "Log";
    return result;
  }
  std::string error(const dynamodb::ScanRequest& scanned) { return message(scan(database_, scanned)); }
  // The partition keys of every page.
  std::multiset<std::string> partitions(dynamodb::ScanRequest scanned) {
    std::multiset<std::string> found;
    do {
      const auto page = scan(database_, scanned);
      EXPECT_TRUE(page) << message(page);
      for (const auto& encoded : page->items) found.emplace(encoded.find_string("PK").value());
      scanned.exclusive_start_key = page->last_evaluated_key;
    } while (scanned.exclusive_start_key);
    return found;
  }
};
ENGINE_INSTANTIATE(ScanTest);

TEST_P(ScanTest, answers_every_item_once_over_pages) {
  put_partitions(20);
  const auto whole = partitions(request());
  EXPECT_EQ(whole.size(), 20U);
  auto limited = request();
  limited.limit = 3;
  EXPECT_EQ(partitions(limited), whole);
}

TEST_P(ScanTest, segments_answer_every_item_once) {
  put_partitions(40);
  std::multiset<std::string> together;
  int empty_segments = 0;
  for (std::int64_t segment = 0; segment < 4; ++segment) {
    auto part = request();
    part.segment = segment;
    part.total_segments = 4;
    part.limit = 7;
    const auto found = partitions(part);
    if (found.empty()) ++empty_segments;
    together.insert(found.begin(), found.end());
  }
  EXPECT_EQ(together, partitions(request()));
  EXPECT_EQ(empty_segments, 0);
}

TEST_P(ScanTest, of_an_index_answers_only_items_that_are_in_it) {
  ASSERT_TRUE(database_.put(put_request(item("a", "1", {{"Name", "n"}, {"Note", "easy"}}))));
  ASSERT_TRUE(database_.put(put_request(item("b", "1"))));
  auto indexed = request();
  indexed.index_name = "ByName";
  const auto page = scan(database_, indexed);
  ASSERT_TRUE(page);
  EXPECT_THAT(decoded(page->items), ::testing::ElementsAre(item("a", "1", {{"Name", "n"}})));
}

TEST_P(ScanTest, filters_on_keys_too) {
  put_partitions(5);
  auto filtered = request();
  filtered.filter_expression = "PK = :pk";
  filtered.attributes.values = dynamodb::AttributeMap{{":pk", AttributeValue("p3")}};
  const auto page = scan(database_, filtered);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->count, 1);
  EXPECT_EQ(page->scanned_count, 5);
}

TEST_P(ScanTest, refuses_wrong_segments) {
  auto scanned = request();
  scanned.segment = 0;
  EXPECT_EQ(error(scanned),
            "The TotalSegments parameter is required but was not present in the request when Segment parameter is "
            "present");
  scanned.total_segments = 2;
  scanned.segment.reset();
  EXPECT_EQ(error(scanned),
            "The Segment parameter is required but was not present in the request when parameter TotalSegments is "
            "present");
  scanned.segment = 2;
  EXPECT_EQ(error(scanned),
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less "
            "than TotalSegments: 2");
  scanned.total_segments = 1'000'001;
  EXPECT_EQ(error(scanned),
            "1 validation error detected: Value '1000001' at 'totalSegments' failed to satisfy constraint: Member must "
            "have value less than or equal to 1000000");
}

TEST_P(ScanTest, refuses_start_keys_of_another_segment_and_those_that_are_no_keys) {
  auto scanned = request();
  scanned.exclusive_start_key = dynamodb::Key{{"PK", AttributeValue("a")}};
  EXPECT_EQ(error(scanned), "The provided starting key is invalid: The provided key element does not match the schema");
  scanned.exclusive_start_key = item("a", "1");
  scanned.total_segments = 2;
  std::set<std::string> errors;
  for (const std::int64_t segment : {0, 1}) {
    scanned.segment = segment;
    errors.insert(error(scanned));
  }
  EXPECT_EQ(errors.size(), 2U);
  EXPECT_TRUE(errors.contains(""));
  EXPECT_THAT(*errors.rbegin(), ::testing::HasSubstr("ExclusiveStartKey with correct Segment"));
}

TEST_P(ScanTest, refuses_consistent_reads_of_global_indexes) {
  auto scanned = request();
  scanned.index_name = "ByName";
  scanned.consistent_read = true;
  EXPECT_EQ(error(scanned), "Consistent reads are not supported on global secondary indexes");
}

}  // namespace
}  // namespace engine::testing
