#include "tracker/decimal_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>

namespace tracker {
namespace {

TEST(DecimalText, is_what_python_prints) {
  const std::vector<std::pair<double, std::string>> cases = {
      {45, "45.0"},
      {8.5, "8.5"},
      {0, "0.0"},
      {-0.0, "-0.0"},
      {0.1, "0.1"},
      {0.0001, "0.0001"},
      {0.00001, "1e-05"},
      {1e-7, "1e-07"},
      {1.5e-7, "1.5e-07"},
      {1e15, "1000000000000000.0"},
      {1e16, "1e+16"},
      {123456789012345678.0, "1.2345678901234568e+17"},
      {9007199254740993.0, "9007199254740992.0"},
      {1e308, "1e+308"},
      {5e-324, "5e-324"},
      {-1234.5, "-1234.5"},
      {100.0 / 3, "33.333333333333336"},
  };
  for (const auto& [value, text] : cases) EXPECT_EQ(format_decimal(value), text);
}

RC_GTEST_PROP(DecimalText, reads_back_the_same_double, (std::uint64_t bits)) {
  const auto value = std::bit_cast<double>(bits);
  RC_PRE(std::isfinite(value));
  const auto read = parse_decimal(format_decimal(value));
  RC_ASSERT(read.has_value());
  RC_ASSERT(std::bit_cast<std::uint64_t>(*read) == bits);
}

TEST(DecimalText, reads_what_other_programs_write) {
  EXPECT_EQ(parse_decimal("45"), 45.0);
  EXPECT_EQ(parse_decimal("45.0"), 45.0);
  EXPECT_EQ(parse_decimal("+4.5e1"), 45.0);
  EXPECT_EQ(parse_decimal("1e+16"), 1e16);
  EXPECT_EQ(parse_decimal("1e-400"), 0.0);
  EXPECT_EQ(parse_decimal("0." + std::string(400, '0') + "1"), 0.0);
  EXPECT_EQ(decimal_value(dynamodb::AttributeValue(*dynamodb::Number::parse("45.25"))), 45.25);
}

TEST(DecimalText, refuses_what_is_no_finite_number) {
  for (const char* text : {"", "inf", "-inf", "Infinity", "nan", "1e400", "-1e400", "abc", "45 ", " 45", "4,5", "45min",
                           "+-1", "++1", "1_000", "0x10", "1e"}) {
    EXPECT_FALSE(parse_decimal(text).has_value()) << text;
  }
  EXPECT_FALSE(parse_decimal(std::string(400, '9')).has_value());
  EXPECT_FALSE(decimal_value(dynamodb::AttributeValue::boolean(true)).has_value());
}

}  // namespace
}  // namespace tracker
