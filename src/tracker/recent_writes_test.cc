#include "tracker/recent_writes.h"

#include <gtest/gtest.h>

#include "tracker/schema.h"

namespace tracker {
namespace {

using std::chrono::seconds;

constexpr seconds window{10};
constexpr Timestamp start{std::chrono::microseconds(1'763'872'557'900'623)};
constexpr RecentWritesLimits small{
    .sessions_of_athlete_max = 3, .sessions_max = 6, .partitions_max = 4, .athletes_max = 2};

std::string key_sort(int number) {
  return schema::session_sort_key(std::to_string(number));
}

class RecentWritesTest : public ::testing::Test {
 protected:
  RecentWrites writes{window, small};
  Timestamp now = start;

  void note(const std::string& athlete, int session) {
    writes.note(schema::session_key(athlete, std::to_string(session)), now);
  }
  bool holds(const std::string& athlete, int session) {
    return writes.sessions(now).hold(schema::athlete_partition(athlete), key_sort(session));
  }
  bool is_whole(const std::string& athlete) {
    const auto recent = writes.sessions_of(schema::athlete_partition(athlete), now);
    return !recent.empty() && recent.partitions.begin()->second.whole;
  }
};

TEST_F(RecentWritesTest, a_session_is_recent_for_the_window) {
  note("a", 1);
  EXPECT_TRUE(holds("a", 1));
  EXPECT_FALSE(holds("a", 2));
  EXPECT_FALSE(holds("b", 1));
  now += window - seconds(1);
  note("b", 1);
  now += seconds(1);
  EXPECT_FALSE(holds("a", 1));
  EXPECT_TRUE(holds("b", 1));
  EXPECT_TRUE(writes.sessions_of("ATHLETE#a", now).empty());
  now += window;
  EXPECT_TRUE(writes.sessions(now).empty());
}

TEST_F(RecentWritesTest, a_write_again_renews_it) {
  note("a", 1);
  now += window / 2;
  note("a", 1);
  now += window / 2;
  EXPECT_TRUE(holds("a", 1));
}

TEST_F(RecentWritesTest, many_of_an_athlete_make_the_athlete_recent_as_a_whole_for_one_window) {
  for (int session = 0; session < 4; ++session) note("a", session);
  EXPECT_TRUE(is_whole("a"));
  EXPECT_TRUE(holds("a", 99));
  now += window / 2;
  note("a", 7);
  now += window / 2;
  EXPECT_FALSE(is_whole("a"));
  EXPECT_TRUE(holds("a", 7));
  EXPECT_FALSE(holds("a", 1));
}

TEST_F(RecentWritesTest, many_in_all_are_kept_by_athlete) {
  for (const char* athlete : {"a", "b"}) {
    for (int session = 0; session < 3; ++session) note(athlete, session);
  }
  EXPECT_FALSE(is_whole("a") || is_whole("b"));
  note("c", 1);
  EXPECT_TRUE(is_whole("a") || is_whole("b"));
  for (const char* athlete : {"a", "b"}) {
    for (int session = 0; session < 3; ++session) EXPECT_TRUE(holds(athlete, session));
  }
  EXPECT_TRUE(holds("c", 1));
}

TEST_F(RecentWritesTest, of_too_many_athletes_the_oldest_is_forgotten) {
  for (const char* athlete : {"a", "b", "c", "d", "e"}) {
    now += seconds(1);
    note(athlete, 1);
  }
  EXPECT_FALSE(holds("a", 1));
  for (const char* athlete : {"b", "c", "d", "e"}) EXPECT_TRUE(holds(athlete, 1));
}

TEST_F(RecentWritesTest, athletes_are_kept_beside_their_sessions) {
  writes.note(schema::athlete_key("a"), now);
  note("b", 1);
  EXPECT_EQ(writes.athletes(now).partitions, (std::set<std::string, std::less<>>{"ATHLETE#a"}));
  EXPECT_FALSE(holds("a", 1));
  writes.note(schema::athlete_key("c"), now);
  writes.note(schema::athlete_key("d"), now);
  EXPECT_TRUE(writes.athletes(now).too_many);
  now += window;
  EXPECT_TRUE(writes.athletes(now).empty());
}

TEST_F(RecentWritesTest, other_items_are_in_no_index) {
  writes.note(schema::key("IDEMPOTENCY#1", "IDEMPOTENCY#1"), now);
  EXPECT_TRUE(writes.athletes(now).empty());
  EXPECT_TRUE(writes.sessions(now).empty());
}

TEST_F(RecentWritesTest, without_a_window_nothing_is_kept) {
  RecentWrites off{std::chrono::milliseconds(0)};
  off.note(schema::session_key("a", "1"), now);
  off.note(schema::athlete_key("a"), now);
  EXPECT_TRUE(off.sessions(now).empty());
  EXPECT_TRUE(off.athletes(now).empty());
}

}  // namespace
}  // namespace tracker
