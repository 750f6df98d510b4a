// Time to live: the settings, and the deletes that follow from them.
#include "engine/time_to_live.h"

#include <gtest/gtest.h>

#include "engine/embedded_database.h"
#include "engine/fill.h"
#include "engine/testing/awaited.h"
#include "engine/testing/database_fixture.h"
#include "engine/testing/reads.h"
#include "engine/testing/requests.h"

namespace engine::testing {
namespace {

using dynamodb::TimeToLiveStatus;
using std::chrono::seconds;

class TimeToLiveTest : public DatabaseTest {
 protected:
  dynamodb::DescribeTimeToLiveResult described() {
    return awaited(database_.database().describe_time_to_live({"Log"})).value();
  }
  void enable() {
    ASSERT_TRUE(database_.update_time_to_live({"Log", true, "ExpiresAt"}));
    database_.work_now();
    ASSERT_EQ(described().status, TimeToLiveStatus::enabled);
  }
  std::int64_t in(seconds from_now) {
    return std::chrono::duration_cast<seconds>((database_.now() + from_now).time_since_epoch()).count();
  }
  void put(const std::string& sk, dynamodb::AttributeValue expires_at) {
    ASSERT_TRUE(database_.put(put_request(item("p", sk, {{"Name", "n"}, {"ExpiresAt", std::move(expires_at)}}))));
  }
  bool exists(const std::string& sk) { return database_.get("Log", item("p", sk)).has_value(); }
};
ENGINE_INSTANTIATE(TimeToLiveTest);

TEST_P(TimeToLiveTest, is_disabled_at_first_and_told_as_it_is_set) {
  EXPECT_EQ(described().status, TimeToLiveStatus::disabled);
  EXPECT_EQ(described().attribute_name, std::nullopt);
  const auto answer = database_.update_time_to_live({"Log", true, "ExpiresAt"});
  ASSERT_TRUE(answer);
  EXPECT_TRUE(answer->enabled);
  EXPECT_EQ(answer->attribute_name, "ExpiresAt");
  EXPECT_EQ(described().attribute_name, "ExpiresAt");
  database_.work_now();
  EXPECT_EQ(described().status, TimeToLiveStatus::enabled);
  ASSERT_TRUE(database_.update_time_to_live({"Log", false, "ExpiresAt"}));
  EXPECT_EQ(described().status, TimeToLiveStatus::disabled);
}

TEST_P(TimeToLiveTest, refuses_what_changes_nothing_or_another_attribute) {
  EXPECT_EQ(message(database_.update_time_to_live({"Log", false, "ExpiresAt"})), "TimeToLive is already disabled");
  enable();
  EXPECT_EQ(message(database_.update_time_to_live({"Log", true, "ExpiresAt"})), "TimeToLive is already enabled");
  for (const bool enabled : {true, false}) {
    EXPECT_EQ(message(database_.update_time_to_live({"Log", enabled, "Other"})),
              "TimeToLive is active on a different AttributeName: current AttributeName is ExpiresAt");
  }
  EXPECT_EQ(database_.update_time_to_live({"Nope", true, "ExpiresAt"}).error().code,
            dynamodb::ErrorCode::resource_not_found);
  EXPECT_EQ(awaited(database_.database().describe_time_to_live({"Nope"})).error().code,
            dynamodb::ErrorCode::resource_not_found);
}

TEST_P(TimeToLiveTest, deletes_items_whose_time_has_passed_and_no_others) {
  put("before", number(in(seconds(10))));
  enable();
  put("after", number(in(seconds(10))));
  put("later", number(in(seconds(20))));
  put("never", "10");
  put("long ago", number(in(seconds(0))-6L * 365 * 24 * 60 * 60));
  database_.advance(seconds(10));
  database_.work_now();
  EXPECT_TRUE(exists("before"));  // its second has come, but not passed
  database_.advance(std::chrono::milliseconds(1));
  EXPECT_TRUE(exists("before"));  // items can be read until they are deleted
  database_.work_now();
  EXPECT_FALSE(exists("before"));
  EXPECT_FALSE(exists("after"));
  EXPECT_TRUE(exists("later"));
  EXPECT_TRUE(exists("never"));
  EXPECT_TRUE(exists("long ago"));
  EXPECT_EQ(database_.query(index_query("ByName", "Name", "n"))->count, 3);
}

TEST_P(TimeToLiveTest, an_item_may_be_given_more_time_or_none) {
  enable();
  put("more", number(in(seconds(10))));
  put("none", number(in(seconds(10))));
  put("more", number(in(seconds(30))));
  ASSERT_TRUE(database_.update(update_request(item("p", "none"), "REMOVE ExpiresAt")));
  database_.advance(seconds(20));
  database_.work_now();
  EXPECT_TRUE(exists("more"));
  EXPECT_TRUE(exists("none"));
}

TEST_P(TimeToLiveTest, deletes_nothing_any_more_once_it_is_disabled) {
  enable();
  put("a", number(in(seconds(1))));
  ASSERT_TRUE(database_.update_time_to_live({"Log", false, "ExpiresAt"}));
  database_.advance(seconds(10));
  database_.work_now();
  EXPECT_TRUE(exists("a"));
  enable();  // finds it again
  EXPECT_FALSE(exists("a"));
}

TEST_P(TimeToLiveTest, finds_more_items_than_one_step_and_one_write_take) {
  for (std::size_t i = 0; i < fill_step_items_max + 20; ++i) put(std::to_string(i), number(in(seconds(1))));
  ASSERT_TRUE(database_.update_time_to_live({"Log", true, "ExpiresAt"}));
  if (GetParam() == Where::disk) database_.reopen();
  database_.work_now();
  EXPECT_EQ(database_.describe_table("Log")->table.item_count, static_cast<std::int64_t>(fill_step_items_max) + 20);
  database_.advance(seconds(2));
  database_.work_now();
  EXPECT_EQ(database_.describe_table("Log")->table.item_count, 0);
}

TEST_P(TimeToLiveTest, a_deleted_table_leaves_no_times_behind) {
  enable();
  put("a", number(in(seconds(1))));
  ASSERT_TRUE(database_.delete_table("Log"));  // verified afterwards
}

TEST(TimeToLiveRow, takes_whole_seconds_of_numbers_that_a_clock_can_reach) {
  Table table;
  table.id = 7;
  table.time_to_live = TimeToLive{"t", false};
  const auto row = [&](const char* text) {
    return time_to_live_row(table, "k",
                            dynamodb::EncodedItem(dynamodb::Item{{"t", dynamodb::Number::parse(text).value()}}));
  };
  EXPECT_EQ(row("12.9"), row("12"));
  EXPECT_NE(row("13"), row("12"));
  EXPECT_LT(*row("99"), *row("1e2"));
  EXPECT_EQ(row("1e-100"), row("0"));
  EXPECT_EQ(row("-1"), std::nullopt);
  EXPECT_EQ(row("1e125"), std::nullopt);
  EXPECT_EQ(row("99999999999999999999999999999999999999"), std::nullopt);
}

}  // namespace
}  // namespace engine::testing
