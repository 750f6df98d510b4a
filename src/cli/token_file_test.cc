#include "cli/token_file.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

TEST(ParseTokens, reads_one_a_line_and_skips_blank_lines_and_comments) {
  const auto tokens = parse_tokens("# of the coach\n0123456789abcdef\n\n  fedcba9876543210\r\n", "tokens");
  ASSERT_TRUE(tokens);
  EXPECT_EQ(*tokens, (std::vector<std::string>{"0123456789abcdef", "fedcba9876543210"}));
}
TEST(ParseTokens, refuses_a_file_without_tokens) {
  EXPECT_FALSE(parse_tokens("# none\n", "tokens"));
}
TEST(ParseTokens, names_the_line_and_does_not_show_the_token) {
  const auto tokens = parse_tokens("0123456789abcdef\nsecret\n", "tokens");
  ASSERT_FALSE(tokens);
  EXPECT_NE(tokens.error().find("line 2"), std::string::npos);
  EXPECT_EQ(tokens.error().find("secret"), std::string::npos);
}
TEST(ParseTokens, refuses_blanks_inside_a_token) {
  EXPECT_FALSE(parse_tokens("0123456789 abcdef0123\n", "tokens"));
}
TEST(ReadTokenFile, says_when_there_is_none) {
  EXPECT_FALSE(read_token_file("/nonexistent/tokens"));
}

}  // namespace
}  // namespace cli
