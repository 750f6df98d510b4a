#include "dynamodb/number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "dynamodb/testing/generators.h"

namespace dynamodb {
namespace {

Number number(std::string_view text) {
  return Number::parse(text).value();
}

std::string printed(std::string_view text) {
  return number(text).to_string();
}

std::string refusal(std::string_view text) {
  const Result<Number> result = Number::parse(text);
  if (result) {
    return "accepted as " + result->to_string();
  }
  EXPECT_EQ(result.error().code, ErrorCode::validation);
  return result.error().message;
}

constexpr auto overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";
constexpr auto underflow = "Number underflow. Attempting to store a number with magnitude smaller than supported range";
constexpr auto too_precise = "Attempting to store more than 38 significant digits in a Number";

TEST(Number, prints_without_exponent_and_without_zeros_at_the_ends) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"0", "0"},
      {"-0", "0"},
      {"0.000", "0"},
      {"0e500", "0"},
      {"+5", "5"},
      {"007", "7"},
      {"-1500", "-1500"},
      {"-1.5e3", "-1500"},
      {"1.50", "1.5"},
      {".5", "0.5"},
      {"5.", "5"},
      {"1E2", "100"},
      {"1e+2", "100"},
      {"1e-2", "0.01"},
      {"100e-2", "1"},
      {"0.001", "0.001"},
      {"12.34", "12.34"},
      {"1230.0450", "1230.045"},
      {"00.10", "0.1"},
      {"-0.000e-999999999999999999999", "0"},
      {"9007199254740993", "9007199254740993"},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(printed(text), expected) << text;
  }
}

TEST(Number, refuses_what_is_not_a_decimal_number) {
  for (const std::string_view text :
       {".",   "-",        "+",    "e5",    ".e5", "1e",  "1e+",          "1e-",  "1e5.5", "1.2.3",
        "--1", "+-1",      "1-",   " 1",    "1 ",  "1 2", "\t1",          "0x10", "1_0",   "1,5",
        "NaN", "Infinity", "-inf", "1e5e5", "1d",  "1f",  "\xEF\xBC\x91", "1\n"}) {
    EXPECT_EQ(refusal(text), "The parameter cannot be converted to a numeric value: " + std::string(text)) << text;
  }
  EXPECT_EQ(refusal(""), "The parameter cannot be converted to a numeric value");
  EXPECT_TRUE(refusal(std::string_view("1\0", 2)).starts_with("The parameter cannot be converted"));
}

TEST(Number, takes_38_significant_digits_and_refuses_39) {
  const std::string digits38 = "12345678901234567890123456789012345678";
  EXPECT_EQ(printed(digits38), digits38);
  EXPECT_EQ(printed("-0.000" + digits38 + "000"), "-0.000" + digits38);
  EXPECT_EQ(printed("000" + digits38 + "000"), digits38 + "000");
  EXPECT_EQ(printed(std::string(38, '9')), std::string(38, '9'));
  EXPECT_EQ(refusal(digits38 + "9"), too_precise);
  EXPECT_EQ(refusal("0." + digits38 + "9"), too_precise);
  EXPECT_EQ(refusal("1" + std::string(37, '0') + "1"), too_precise);
  EXPECT_EQ(printed("1" + std::string(36, '0') + "1"), "1" + std::string(36, '0') + "1");
}

TEST(Number, takes_the_documented_range_and_refuses_what_is_beyond) {
  EXPECT_EQ(printed("1E125"), "1" + std::string(125, '0'));
  const std::string largest = "9.9999999999999999999999999999999999999E+125";
  EXPECT_EQ(printed(largest), std::string(38, '9') + std::string(88, '0'));
  EXPECT_EQ(printed("-" + largest), "-" + printed(largest));
  EXPECT_EQ(printed("1E-130"), "0." + std::string(129, '0') + "1");
  // The magnitude counts, not the last digit.
  EXPECT_EQ(printed("1.2345E-130"), "0." + std::string(129, '0') + "12345");

  EXPECT_EQ(refusal("1E126"), overflow);
  EXPECT_EQ(refusal("-1E126"), overflow);
  EXPECT_EQ(refusal("10E125"), overflow);
  EXPECT_EQ(refusal("1E-131"), underflow);
  EXPECT_EQ(refusal("9.99E-131"), underflow);
  EXPECT_EQ(refusal("1e400"), overflow);
  EXPECT_EQ(refusal("1e99999999999999999999999999"), overflow);
  EXPECT_EQ(refusal("1e-99999999999999999999999999"), underflow);
  EXPECT_EQ(refusal(std::string(127, '9')), overflow) << "the range is looked at before the digits";
}

TEST(Number, takes_very_long_texts_in_one_pass) {
  constexpr std::size_t length = 4'000'000;
  EXPECT_EQ(printed(std::string(length, '0') + "1"), "1");
  EXPECT_EQ(printed("0." + std::string(length, '0') + "1e" + std::to_string(length)), "0.1");
  EXPECT_EQ(printed("1" + std::string(length, '0') + "e-" + std::to_string(length)), "1");
  EXPECT_EQ(refusal(std::string(length, '9')), overflow);
  EXPECT_LT(refusal(std::string(length, 'x')).size(), 2000U) << "the answer does not repeat all of it";
}

TEST(Number, is_made_of_any_int64) {
  EXPECT_EQ(Number(0), Number());
  EXPECT_EQ(Number(-1200).to_string(), "-1200");
  EXPECT_EQ(Number(std::numeric_limits<std::int64_t>::max()).to_string(), "9223372036854775807");
  EXPECT_EQ(Number(std::numeric_limits<std::int64_t>::min()).to_string(), "-9223372036854775808");
  EXPECT_EQ(Number(100), number("1e2"));
}

TEST(Number, adds_exactly_or_refuses) {
  const auto sum = [](std::string_view left, std::string_view right) {
    const Result<Number> result = number(left).plus(number(right));
    return result ? result->to_string() : result.error().message;
  };
  EXPECT_EQ(sum("0.1", "0.2"), "0.3");
  EXPECT_EQ(sum("5", "-5"), "0");
  EXPECT_EQ(sum("99", "1"), "100");
  EXPECT_EQ(sum("1e37", "1"), "1" + std::string(36, '0') + "1");
  EXPECT_EQ(sum("1e38", "1"), too_precise);
  EXPECT_EQ(sum("1e125", "1e-130"), too_precise);
  EXPECT_EQ(sum("1e38", "-1"), std::string(38, '9'));
  EXPECT_EQ(sum("1e39", "-1"), too_precise);
  EXPECT_EQ(sum("-1e38", "1"), "-" + std::string(38, '9'));
  EXPECT_EQ(sum(std::string(38, '9'), "1"), "1" + std::string(38, '0'));
  EXPECT_EQ(sum(std::string(38, '9'), std::string(38, '9')), too_precise);
  EXPECT_EQ(sum("5" + std::string(37, '0'), "5" + std::string(37, '0')), "1" + std::string(38, '0'));
  EXPECT_EQ(sum("9e125", "1e125"), overflow);
  EXPECT_EQ(sum("1.1e-130", "-1e-130"), underflow);
  EXPECT_EQ(sum("9e125", "-9e125"), "0");
}

TEST(Number, subtracts_like_adding_the_opposite) {
  EXPECT_EQ(number("1").minus(number("1")).value(), Number());
  EXPECT_EQ(Number().minus(number("5")).value(), number("-5"));
  EXPECT_EQ(number("-5").minus(Number()).value(), number("-5"));
  EXPECT_EQ(number("0.3").minus(number("0.1")).value(), number("0.2"));
}

// Measured against the service: facts, section 2.
TEST(Number, counts_two_digits_a_byte) {
  const std::vector<std::pair<std::string, std::size_t>> cases{
      {"0", 1},
      {"42", 2},
      {"-42", 3},
      {"0.0000001", 2},
      {"1", 2},
      {"123", 3},
      {"1200", 2},
      {"1e125", 2},
      {"1e-130", 2},
      {"1200.5", 4},
      {"100.05", 4},
      {"-0.12", 3},
      {"12345678901234567890123456789012345678", 20},
      {"0.12345678901234567890123456789012345678", 20},
      {"-1234567890123456789.0123456789012345678", 1 + 10 + 10 + 1}};
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(number(text).size_bytes(), expected) << text;
  }
}

RC_GTEST_PROP(NumberProperty, what_is_printed_parses_to_the_same, (const Number& any)) {
  const std::string text = any.to_string();
  RC_ASSERT(number(text) == any);
  RC_ASSERT(text.find_first_of("eE+") == std::string::npos);
  RC_ASSERT(text.find('.') == std::string::npos || (text.back() != '0' && text.back() != '.'));
}

RC_GTEST_PROP(NumberProperty, equal_values_written_differently_are_equal, (const Number& any)) {
  const auto zeros = static_cast<std::size_t>(*rc::gen::inRange(0, 50));
  const int shift = *rc::gen::inRange(-200, 200);
  const std::string text = any.to_string();
  const std::string sign = any.negative() ? "-" : "+";
  const std::string digits = text.substr(any.negative() ? 1 : 0);
  const bool has_point = digits.find('.') != std::string::npos;
  const std::string padded = sign + std::string(zeros, '0') + digits + (has_point ? "" : ".") + std::string(zeros, '0');
  RC_ASSERT(number(padded + "e0") == any);
  // The same with the point moved.
  const std::string moved = any.is_zero() ? "0" : [&] {
    std::string coefficient;
    for (const char character : digits) {
      if (character != '.') {
        coefficient += character;
      }
    }
    const auto fraction_digits = has_point ? static_cast<int>(digits.size() - digits.find('.') - 1) : 0;
    const std::string stretched = shift >= 0 ? coefficient + std::string(static_cast<std::size_t>(shift), '0')
                                             : "0." + std::string(static_cast<std::size_t>(-shift), '0') + coefficient;
    const int exponent =
        shift >= 0 ? -fraction_digits - shift : -fraction_digits - shift + static_cast<int>(coefficient.size());
    return sign + stretched + "E" + std::to_string(exponent);
  }();
  RC_ASSERT(number(moved) == any);
}

// Compares by the printed texts alone: sign, then length of the whole part, then the characters.
std::strong_ordering order_of_texts(const Number& left, const Number& right) {
  const auto magnitude_order = [](const std::string& left_text, const std::string& right_text) {
    const auto whole_length = [](const std::string& text) { return std::min(text.find('.'), text.size()); };
    if (whole_length(left_text) != whole_length(right_text)) {
      return whole_length(left_text) <=> whole_length(right_text);
    }
    return left_text <=> right_text;  // a shorter fraction is smaller, as '.' and nothing sort before digits
  };
  const std::string left_text = left.to_string();
  const std::string right_text = right.to_string();
  const bool left_negative = left_text.front() == '-';
  const bool right_negative = right_text.front() == '-';
  if (left_negative != right_negative) {
    return left_negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return left_negative ? magnitude_order(right_text.substr(1), left_text.substr(1))
                       : magnitude_order(left_text, right_text);
}

RC_GTEST_PROP(NumberProperty, order_agrees_with_the_order_of_the_texts, (const Number& left, const Number& right)) {
  RC_ASSERT((left <=> right) == order_of_texts(left, right));
  RC_ASSERT((right <=> left) == order_of_texts(right, left));
  RC_ASSERT((left == right) == std::is_eq(left <=> right));
  RC_ASSERT(std::is_eq(left <=> left));
}

// Numbers that differ late: the pairs above nearly always differ in their first digit.
RC_GTEST_PROP(NumberProperty, order_sees_the_last_digit, (const Number& any)) {
  const std::string last_digit = "1e" + std::to_string(any.exponent());
  const Result<Number> next = any.plus(Number::parse(last_digit).value_or(Number()));
  RC_PRE(next.has_value() && *next != any);
  RC_ASSERT(any < *next);
  RC_ASSERT(order_of_texts(any, *next) == std::strong_ordering::less);
}

RC_GTEST_PROP(NumberProperty, addition_is_commutative_and_minus_undoes_it, (const Number& left, const Number& right)) {
  const Result<Number> sum = left.plus(right);
  const Result<Number> other_sum = right.plus(left);
  RC_ASSERT(sum.has_value() == other_sum.has_value());
  if (sum) {
    RC_ASSERT(*sum == *other_sum);
    RC_ASSERT(sum->minus(right).value() == left);
    RC_ASSERT(sum->minus(left).value() == right);
    RC_ASSERT((*sum <=> left) == (right <=> Number()));
  }
  RC_ASSERT(left.plus(Number()).value() == left);
  RC_ASSERT(left.minus(left).value() == Number());
}

// Against 64-bit arithmetic, at any common scale.
RC_GTEST_PROP(NumberProperty, addition_agrees_with_integers, ()) {
  const auto left = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
  const auto right = *rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000);
  const std::string scale = "e" + std::to_string(*rc::gen::inRange(-100, 100));
  const auto scaled = [&](std::int64_t value) { return number(std::to_string(value) + scale); };
  RC_ASSERT(scaled(left).plus(scaled(right)).value() == scaled(left + right));
  RC_ASSERT(scaled(left).minus(scaled(right)).value() == scaled(left - right));
  RC_ASSERT((scaled(left) <=> scaled(right)) == (left <=> right));
}

RC_GTEST_PROP(NumberProperty, any_bytes_are_parsed_or_refused, ()) {
  const auto character =
      rc::gen::oneOf(rc::gen::element('0', '1', '9', '.', 'e', 'E', '+', '-'), rc::gen::arbitrary<char>());
  const auto text = *rc::gen::container<std::string>(character);
  const Result<Number> result = Number::parse(text);
  if (result) {
    RC_ASSERT(number(result->to_string()) == *result);
  } else {
    RC_ASSERT(result.error().code == ErrorCode::validation);
  }
}

}  // namespace
}  // namespace dynamodb
