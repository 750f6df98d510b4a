// Options::index_delay: reads of global indexes see the state of some time ago.
#include <gtest/gtest.h>

#include "engine/testing/database_fixture.h"
#include "engine/testing/reads.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using std::chrono::milliseconds;

class IndexDelayTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(database_.create_table(log_table()));
    put("1");
    database_.reopen_with_index_delay(milliseconds(100));
  }
  void put(const std::string& sk) {
    ASSERT_TRUE(database_.put(put_request(item("p", sk, {{"Name", "n"}, {"Score", number(1)}}))));
  }
  std::string in_index() { return sort_keys(*database_.query(index_query("ByName", "Name", "n"))); }

  TestDatabase database_{Where::disk};
};

TEST_F(IndexDelayTest, a_write_reaches_a_global_index_after_the_delay) {
  EXPECT_EQ(in_index(), "1");  // from before the opening
  put("2");
  EXPECT_EQ(in_index(), "1");
  database_.advance(milliseconds(60));
  put("3");
  EXPECT_EQ(in_index(), "1");
  database_.advance(milliseconds(60));
  EXPECT_EQ(in_index().size(), 3U);  // two of them
  EXPECT_EQ(in_index().find('3'), std::string::npos);
  database_.advance(milliseconds(60));
  EXPECT_EQ(in_index().size(), 5U);
  put("4");
  EXPECT_EQ(in_index().size(), 5U);
}

TEST_F(IndexDelayTest, writes_close_together_reach_it_too_when_others_follow) {
  put("2");
  database_.advance(milliseconds(1));
  put("3");
  database_.advance(milliseconds(110));
  put("4");
  EXPECT_NE(in_index().find('3'), std::string::npos);
  EXPECT_EQ(in_index().find('4'), std::string::npos);
}

TEST_F(IndexDelayTest, scans_of_a_global_index_are_late_too) {
  put("2");
  dynamodb::ScanRequest request;
  request.table_name = "Log";
  request.index_name = "ByName";
  EXPECT_EQ(scan(database_, request)->count, 1);
  database_.advance(milliseconds(100));
  EXPECT_EQ(scan(database_, request)->count, 2);
}

TEST_F(IndexDelayTest, the_table_and_its_local_indexes_are_never_late) {
  put("2");
  EXPECT_TRUE(database_.get("Log", item("p", "2")));
  EXPECT_EQ(sort_keys(*database_.query(partition_query("p"))), "1 2");
  auto local = partition_query("p");
  local.index_name = "ByScore";
  EXPECT_EQ(database_.query(local)->count, 2);
}

TEST_F(IndexDelayTest, many_writes_need_few_states) {
  for (int i = 0; i < 2000; ++i) {
    put(std::to_string(i % 10));
    if (i % 10 == 0) database_.advance(milliseconds(1));
  }
  EXPECT_EQ(in_index().empty(), false);
  database_.advance(milliseconds(100));
  EXPECT_EQ(database_.query(index_query("ByName", "Name", "n"))->count, 10);
}

}  // namespace
}  // namespace engine::testing
