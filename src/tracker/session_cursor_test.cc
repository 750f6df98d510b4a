#include "tracker/session_cursor.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tracker {
namespace {

const SessionPosition position{
    .date_sort_key = "2025-10-20#s1", .partition = "ATHLETE#athlete-1", .sort = "SESSION#s1"};

TEST(SessionCursor, is_safe_in_a_query_string) {
  const std::string cursor = encode_cursor(position, {});
  EXPECT_EQ(cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
}

RC_GTEST_PROP(SessionCursor, reads_back_whatever_the_ids_are, (std::string id, std::string athlete)) {
  const SessionPosition any{
      .date_sort_key = "2025-10-20#" + id, .partition = "ATHLETE#" + athlete, .sort = "SESSION#" + id};
  RC_ASSERT(decode_cursor(encode_cursor(any, {}), {}) == any);
}

TEST(SessionCursor, any_changed_character_is_noticed) {
  const std::string cursor = encode_cursor(position, {});
  for (std::size_t at = 0; at < cursor.size(); ++at) {
    std::string changed = cursor;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(decode_cursor(changed, {}).has_value()) << at;
  }
  EXPECT_FALSE(decode_cursor(cursor.substr(1), {}).has_value());
  EXPECT_FALSE(decode_cursor(cursor + "A", {}).has_value());
}

TEST(SessionCursor, belongs_to_its_filter) {
  const std::string cursor = encode_cursor(position, {});
  SessionFilter other;
  other.athlete_id = "athlete-1";
  EXPECT_FALSE(decode_cursor(cursor, other).has_value());
  EXPECT_EQ(decode_cursor(encode_cursor(position, other), other), position);
  for (const SessionFilter& narrower : {SessionFilter{.dates = {}, .athlete_id = {}, .sport = "Run"},
                                        SessionFilter{.dates = {}, .athlete_id = {}, .sport = {}, .text = "Run"}}) {
    EXPECT_FALSE(decode_cursor(cursor, narrower).has_value());
    EXPECT_EQ(decode_cursor(encode_cursor(position, narrower), narrower), position);
  }
}

TEST(SessionCursor, garbage_is_none) {
  for (const char* text : {"", "A", "!", "not a cursor", "AAAA", "=="}) {
    EXPECT_FALSE(decode_cursor(text, {}).has_value()) << text;
  }
  EXPECT_FALSE(decode_cursor(std::string(100'000, 'A'), {}).has_value());
}

}  // namespace
}  // namespace tracker
