#include "dynamodb/tag_validation.h"

#include <gtest/gtest.h>

namespace dynamodb {
namespace {

std::string refusal(const std::vector<Tag>& tags) {
  const auto result = validate_tags(tags);
  return result ? "" : result.error().message;
}

TEST(TagValidation, takes_what_the_guide_allows) {
  EXPECT_EQ(refusal({{"env", "test"}, {"a b_.:/=+-@9", ""}, {"Größe", "ü"}}), "");
  std::string long_key;
  for (int i = 0; i < 128; ++i) long_key += "ü";
  EXPECT_EQ(refusal({{long_key, std::string(256, 'v')}}), "");
}

TEST(TagValidation, refuses_keys_and_values_in_the_services_words) {
  EXPECT_EQ(refusal({{"", "v"}}), "The Tag Key provided is invalid, Key: ");
  EXPECT_EQ(refusal({{"a#", "v"}}), "The Tag Key provided is invalid, Key: a#");
  EXPECT_NE(refusal({{std::string(129, 'k'), "v"}}), "");
  EXPECT_EQ(refusal({{"k", "a#"}}), "The Tag Value provided is invalid, Value: a#");
  EXPECT_NE(refusal({{"k", std::string(257, 'v')}}), "");
  EXPECT_EQ(refusal({{"aws:k", "v"}}), "Tag Key cannot be prefixed with aws:, Key: aws:k");
  EXPECT_EQ(refusal({{"k", "1"}, {"k", "2"}}), "Duplicate Tag Keys provided as input: Duplicate Tag Key found k");
}

TEST(TagValidation, refuses_keys_to_remove_by_the_same_rules) {
  EXPECT_TRUE(validate_tag_keys({"k", "l"}));
  EXPECT_FALSE(validate_tag_keys({"k", ""}));
}

TEST(TagValidation, a_tag_overwrites_one_of_its_key) {
  EXPECT_EQ(with_tags({{"a", "1"}, {"c", "1"}}, {{"c", "2"}, {"b", "2"}}),
            (std::vector<Tag>{{"a", "1"}, {"b", "2"}, {"c", "2"}}));
}

TEST(TagValidation, a_table_has_fifty_tags_at_most) {
  std::vector<Tag> tags;
  tags.reserve(50);
  for (int i = 0; i < 50; ++i) tags.push_back({"k" + std::to_string(i), "v"});
  EXPECT_TRUE(with_tags(tags, {{"k7", "other"}}));
  EXPECT_FALSE(with_tags(tags, {{"one more", "v"}}));
}

TEST(TagValidation, removing_takes_the_named_keys_only) {
  EXPECT_EQ(without_tags({{"a", "1"}, {"b", "1"}}, {"b", "x"}), (std::vector<Tag>{{"a", "1"}}));
}

}  // namespace
}  // namespace dynamodb
