#include "api/conditional.h"

#include <gtest/gtest.h>

namespace api {
namespace {

TEST(EntityTags, are_a_list_in_quotes) {
  EXPECT_EQ(parse_for_strong_comparison(R"("a", "b,c" ,"d")").tags, (std::vector<std::string>{"a", "b,c", "d"}));
}
TEST(EntityTags, that_are_weak_match_only_weakly) {
  EXPECT_TRUE(matches(parse_for_weak_comparison(R"(W/"a")"), "a"));
  EXPECT_FALSE(matches(parse_for_strong_comparison(R"(W/"a")"), "a"));
}
TEST(EntityTags, a_star_matches_everything) {
  EXPECT_TRUE(matches(parse_for_strong_comparison(" * "), "a"));
}
TEST(EntityTags, that_are_malformed_match_nothing) {
  for (const auto* header : {"", "a", "\"a", "a\"", ",,", "W/a"}) {
    EXPECT_FALSE(matches(parse_for_weak_comparison(header), "a")) << header;
  }
}

}  // namespace
}  // namespace api
