#include "partiql/next_token.h"

#include <gtest/gtest.h>

namespace partiql {
namespace {

constexpr std::uint64_t hash = 42;

TEST(NextToken, reads_back_what_was_made) {
  const dynamodb::Key key{{"pk", std::string("a\0b", 3)}, {"sk", *dynamodb::Number::parse("-1.5e20")}};
  const dynamodb::Key binary{{"pk", dynamodb::Binary{"\xff"}}};
  for (const auto& position : {Position{}, Position{.query = 49}, Position{.query = 3, .last_evaluated = key},
                               Position{.query = 0, .last_evaluated = binary}}) {
    EXPECT_EQ(read_next_token(make_next_token(position, hash), hash), position);
  }
}

TEST(NextToken, of_another_statement_is_none) {
  EXPECT_EQ(read_next_token(make_next_token({}, hash), hash + 1), std::nullopt);
  EXPECT_NE(statement_hash("SELECT", std::nullopt), statement_hash("SELECT", {{"a"}}));
  EXPECT_NE(statement_hash("SELECT", {{"b"}}), statement_hash("SELECT", {{"a"}}));
}

TEST(NextToken, with_any_character_changed_is_none) {
  const auto token = make_next_token({.query = 1, .last_evaluated = dynamodb::Key{{"pk", "a"}}}, hash);
  for (std::size_t index = 0; index < token.size(); ++index) {
    for (const char other : {'A', 'B', '=', '*'}) {
      auto changed = token;
      changed[index] = other;
      if (changed != token) EXPECT_EQ(read_next_token(changed, hash), std::nullopt) << changed;
    }
    EXPECT_EQ(read_next_token(token.substr(0, index), hash), std::nullopt);
  }
}

}  // namespace
}  // namespace partiql
