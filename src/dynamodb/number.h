// A DynamoDB number: up to 38 significant decimal digits, exact, magnitude 1E-130 … 9.99…E+125, or zero.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "dynamodb/error.h"

namespace dynamodb {

// Always normalised: the coefficient has no trailing zero, and zero is {0, 0, positive}. So equality is member-wise.
class Number {
 public:
  Number() = default;  // zero
  explicit Number(std::int64_t value);

  // Decimal text as DynamoDB takes it: optional sign, digits, optional fraction, optional exponent ("-1.5e3").
  // ValidationException, with DynamoDB's text, for anything else, for more than 38 significant digits (leading and
  // trailing zeros do not count), and for a magnitude out of range.
  [[nodiscard]] static Result<Number> parse(std::string_view text);

  // The form in which DynamoDB answers numbers: no exponent, no leading or trailing zeros ("-1500", "0.001").
  [[nodiscard]] std::string to_string() const;

  // Exact; ValidationException when the result needs more than 38 digits or leaves the range.
  [[nodiscard]] Result<Number> plus(const Number& other) const;
  [[nodiscard]] Result<Number> minus(const Number& other) const;

  // Bytes this number counts for in an item (facts: 1 + ceil(digits/2), +1 if negative; see item_size.h).
  [[nodiscard]] std::size_t size_bytes() const;

  [[nodiscard]] bool negative() const { return negative_; }
  [[nodiscard]] bool is_zero() const { return coefficient_ == 0; }
  // value = ±coefficient × 10^exponent
  [[nodiscard]] unsigned __int128 coefficient() const { return coefficient_; }
  [[nodiscard]] int exponent() const { return exponent_; }

  friend bool operator==(const Number&, const Number&) = default;
  friend std::strong_ordering operator<=>(const Number& left, const Number& right);  // by value

 private:
  // Normalises and checks the limits; a coefficient of up to 39 digits, any exponent.
  [[nodiscard]] static Result<Number> make(bool negative, unsigned __int128 coefficient, std::int64_t exponent);

  unsigned __int128 coefficient_ = 0;
  std::int16_t exponent_ = 0;
  bool negative_ = false;
};

}  // namespace dynamodb
