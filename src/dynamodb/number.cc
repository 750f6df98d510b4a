#include "dynamodb/number.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"

namespace dynamodb {
namespace {

using Coefficient = unsigned __int128;

constexpr int digits_max = static_cast<int>(limits::number_digits_max);

// 10^0 … 10^38: 38 digits and one more fit into 128 bits (2^128 is 3.4E38).
constexpr auto powers_of_ten = [] {
  std::array<Coefficient, digits_max + 1> powers{};
  powers[0] = 1;
  for (std::size_t index = 1; index < powers.size(); ++index) {
    powers[index] = powers[index - 1] * 10;
  }
  return powers;
}();

int digit_count(Coefficient coefficient) {
  // The first power above it.
  return static_cast<int>(std::ranges::upper_bound(powers_of_ten, coefficient) - powers_of_ten.begin());
}

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

// The decimal digits of a coefficient, without leading zeros; empty for zero.
class DigitText {
 public:
  explicit DigitText(Coefficient coefficient) {
    while (coefficient != 0) {
      constexpr auto chunk_digits = 19;
      constexpr std::uint64_t chunk = 10'000'000'000'000'000'000U;
      auto low = static_cast<std::uint64_t>(coefficient % chunk);
      coefficient /= chunk;
      for (int digit = 0; digit < chunk_digits && (low != 0 || coefficient != 0); ++digit) {
        text_[--begin_] = static_cast<char>('0' + low % 10);
        low /= 10;
      }
    }
  }
  [[nodiscard]] std::string_view view() const { return {text_.data() + begin_, text_.size() - begin_}; }

 private:
  std::array<char, digits_max + 1> text_{};
  std::size_t begin_ = text_.size();
};

// What stands in a number's text, before any limit is looked at. One pass; the digits are never copied.
struct ScannedNumber {
  bool negative = false;
  Coefficient coefficient = 0;
  std::int64_t exponent = 0;
  bool too_precise = false;
};

// Collects digits: leading zeros vanish, and zeros are held back until a later digit shows that they are significant.
class DigitCollector {
 public:
  void add(char character, bool is_fraction) {
    if (is_fraction) {
      ++fraction_digits_;
    }
    if (character == '0') {
      if (significant_digits_ != 0) {
        ++held_back_zeros_;
      }
      return;
    }
    significant_digits_ += held_back_zeros_ + 1;
    if (significant_digits_ <= digits_max) {
      coefficient_ = coefficient_ * powers_of_ten[static_cast<std::size_t>(held_back_zeros_ + 1)] +
                     static_cast<Coefficient>(character - '0');
    }
    held_back_zeros_ = 0;
  }
  [[nodiscard]] Coefficient coefficient() const { return coefficient_; }
  [[nodiscard]] bool too_precise() const { return significant_digits_ > digits_max; }
  // Of the last significant digit.
  [[nodiscard]] std::int64_t exponent() const { return held_back_zeros_ - fraction_digits_; }
  // Of the first significant digit, relative to the last.
  [[nodiscard]] std::int64_t significant_digits() const { return significant_digits_; }

 private:
  Coefficient coefficient_ = 0;
  std::int64_t significant_digits_ = 0;
  std::int64_t held_back_zeros_ = 0;
  std::int64_t fraction_digits_ = 0;
};

// The exponent after 'e': a sign and at least one digit. False when malformed. Saturates far out of the range, where
// only its sign matters.
bool scan_exponent(std::string_view text, std::int64_t& exponent) {
  constexpr std::int64_t far_out_of_range = 1'000'000'000'000;
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  if (text.empty() || !std::ranges::all_of(text, is_digit)) {
    return false;
  }
  exponent = 0;
  for (const char character : text) {
    exponent = std::min(exponent * 10 + (character - '0'), far_out_of_range);
  }
  exponent = negative ? -exponent : exponent;
  return true;
}

}  // namespace

Number::Number(std::int64_t value) : negative_(value < 0) {
  coefficient_ = negative_ ? -static_cast<Coefficient>(value) : static_cast<Coefficient>(value);
  while (coefficient_ != 0 && coefficient_ % 10 == 0) {
    coefficient_ /= 10;
    ++exponent_;
  }
}

Result<Number> Number::make(bool negative, unsigned __int128 coefficient, std::int64_t exponent) {
  Number result;
  if (coefficient == 0) {
    return result;
  }
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  const int digits = digit_count(coefficient);
  const std::int64_t magnitude_exponent = exponent + digits - 1;
  if (magnitude_exponent > limits::number_magnitude_exponent_max) {
    return std::unexpected(errors::number_overflow());
  }
  if (magnitude_exponent < limits::number_magnitude_exponent_min) {
    return std::unexpected(errors::number_underflow());
  }
  if (digits > digits_max) {
    return std::unexpected(errors::number_too_precise());
  }
  result.coefficient_ = coefficient;
  result.exponent_ = static_cast<std::int16_t>(exponent);
  result.negative_ = negative;
  return result;
}

Result<Number> Number::parse(std::string_view text) {
  std::string_view rest = text;
  bool negative = false;
  if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) {
    negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  DigitCollector digits;
  bool any_digit = false;
  bool in_fraction = false;
  std::int64_t exponent = 0;
  for (std::size_t position = 0; position < rest.size(); ++position) {
    const char character = rest[position];
    if (is_digit(character)) {
      digits.add(character, in_fraction);
      any_digit = true;
    } else if (character == '.' && !in_fraction) {
      in_fraction = true;
    } else if ((character == 'e' || character == 'E') && any_digit &&
               scan_exponent(rest.substr(position + 1), exponent)) {
      break;
    } else {
      return std::unexpected(errors::not_a_number(text));
    }
  }
  if (!any_digit) {
    return std::unexpected(errors::not_a_number(text));
  }
  if (digits.too_precise()) {
    // The service looks at the range first.
    const std::int64_t magnitude_exponent = exponent + digits.exponent() + digits.significant_digits() - 1;
    if (magnitude_exponent > limits::number_magnitude_exponent_max) {
      return std::unexpected(errors::number_overflow());
    }
    if (magnitude_exponent < limits::number_magnitude_exponent_min) {
      return std::unexpected(errors::number_underflow());
    }
    return std::unexpected(errors::number_too_precise());
  }
  return make(negative, digits.coefficient(), exponent + digits.exponent());
}

std::string Number::to_string() const {
  if (is_zero()) {
    return "0";
  }
  const DigitText digit_text(coefficient_);
  const std::string_view digits = digit_text.view();
  // Where the decimal point stands, counted from the first digit.
  const int point = static_cast<int>(digits.size()) + exponent_;
  std::string text;
  text.reserve(digits.size() + static_cast<std::size_t>(std::abs(exponent_)) + 3);
  if (negative_) {
    text += '-';
  }
  if (exponent_ >= 0) {
    text += digits;
    text.append(static_cast<std::size_t>(exponent_), '0');
  } else if (point > 0) {
    text += digits.substr(0, static_cast<std::size_t>(point));
    text += '.';
    text += digits.substr(static_cast<std::size_t>(point));
  } else {
    text += "0.";
    text.append(static_cast<std::size_t>(-point), '0');
    text += digits;
  }
  return text;
}

Result<Number> Number::plus(const Number& other) const {
  if (is_zero()) {
    return other;
  }
  if (other.is_zero()) {
    return *this;
  }
  const Number& high = exponent_ >= other.exponent_ ? *this : other;
  const Number& low = exponent_ >= other.exponent_ ? other : *this;
  const int shift = high.exponent_ - low.exponent_;
  // Where shift > 0 the sum ends in the last digit of `low`, which is not zero. So a sum that does not fit into 128
  // bits cannot lose digits by trailing zeros: it needs more than 38.
  Coefficient aligned = 0;
  if (shift > digits_max ||
      __builtin_mul_overflow(high.coefficient_, powers_of_ten[static_cast<std::size_t>(shift)], &aligned)) {
    return std::unexpected(errors::number_too_precise());
  }
  if (high.negative_ == low.negative_) {
    Coefficient sum = 0;
    if (__builtin_add_overflow(aligned, low.coefficient_, &sum)) {
      return std::unexpected(errors::number_too_precise());
    }
    return make(high.negative_, sum, low.exponent_);
  }
  const bool high_is_larger = aligned >= low.coefficient_;
  const Coefficient difference = high_is_larger ? aligned - low.coefficient_ : low.coefficient_ - aligned;
  return make(high_is_larger ? high.negative_ : low.negative_, difference, low.exponent_);
}

Result<Number> Number::minus(const Number& other) const {
  Number negated = other;
  negated.negative_ = !other.negative_ && !other.is_zero();
  return plus(negated);
}

std::size_t Number::size_bytes() const {
  const int digits = digit_count(coefficient_);
  const int point = digits + exponent_;
  int integer_digits = 0;
  int fraction_digits = 0;
  if (exponent_ >= 0) {
    integer_digits = digits;
  } else if (point > 0) {
    integer_digits = point;
    fraction_digits = -exponent_;
  } else {
    fraction_digits = digits;
  }
  const int bytes = 1 + (integer_digits + 1) / 2 + (fraction_digits + 1) / 2 + (negative_ ? 1 : 0);
  return static_cast<std::size_t>(bytes);
}

std::strong_ordering operator<=>(const Number& left, const Number& right) {
  const auto sign = [](const Number& number) { return number.is_zero() ? 0 : number.negative_ ? -1 : 1; };
  if (sign(left) != sign(right) || left.is_zero()) {
    return sign(left) <=> sign(right);
  }
  const Number& larger_if_far = left.negative_ ? right : left;
  const Number& smaller_if_far = left.negative_ ? left : right;
  const int left_digits = digit_count(larger_if_far.coefficient_);
  const int right_digits = digit_count(smaller_if_far.coefficient_);
  if (left_digits + larger_if_far.exponent_ != right_digits + smaller_if_far.exponent_) {
    return left_digits + larger_if_far.exponent_ <=> right_digits + smaller_if_far.exponent_;
  }
  // First digits stand in the same place: compare both filled up to 38 digits.
  return larger_if_far.coefficient_ * powers_of_ten[static_cast<std::size_t>(digits_max - left_digits)] <=>
         smaller_if_far.coefficient_ * powers_of_ten[static_cast<std::size_t>(digits_max - right_digits)];
}

}  // namespace dynamodb
