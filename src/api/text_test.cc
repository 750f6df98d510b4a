#include "api/text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "api/number_text.h"

namespace api {
namespace {

TEST(Text, is_trimmed_of_every_unicode_white_space) {
  EXPECT_EQ(trim(" \t\n\u00a0\u3000pad ded\u2003\u0085 "), "pad ded");
  EXPECT_EQ(trim(" \u2028 "), "");
  EXPECT_EQ(trim("ä😀"), "ä😀");
}
TEST(Text, is_counted_in_code_points) {
  EXPECT_EQ(count_code_points("aä😀"), 3U);
  EXPECT_EQ(count_code_points(""), 0U);
}

TEST(NumberText, is_read_as_people_write_it) {
  EXPECT_EQ(parse_number_text("45.5"), 45.5);
  EXPECT_EQ(parse_number_text(" 12 "), 12);
  EXPECT_EQ(parse_number_text("\u00a05"), 5);
  EXPECT_EQ(parse_number_text("1e3"), 1000);
  EXPECT_EQ(parse_number_text("+5"), 5);
  EXPECT_EQ(parse_number_text("-5"), -5);
  EXPECT_EQ(parse_number_text(".5"), 0.5);
  EXPECT_EQ(parse_number_text("5."), 5);
}
TEST(NumberText, keeps_what_is_not_finite_for_the_caller_to_refuse) {
  EXPECT_EQ(parse_number_text("-Infinity"), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(parse_number_text("inf"), std::numeric_limits<double>::infinity());
  EXPECT_EQ(parse_number_text("1e400"), std::numeric_limits<double>::infinity());
  EXPECT_TRUE(std::isnan(parse_number_text("NaN").value_or(0)));
}
TEST(NumberText, refuses_everything_else) {
  for (const auto* text :
       {"", " ", "abc", "1 2", "1_000", "0x10", "٣", "1e", "e5", ".", "--1", "+-1", "1,5", "infinit"}) {
    EXPECT_EQ(parse_number_text(text), std::nullopt) << text;
  }
}
TEST(NumberText, goes_to_zero_below_the_range_of_doubles_and_to_infinity_above) {
  EXPECT_EQ(number_value("1e-400"), 0);
  EXPECT_EQ(number_value("-1e400"), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(number_value("5e-324"), 5e-324);
  EXPECT_EQ(number_value("1" + std::string(400, '0')), std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace api
