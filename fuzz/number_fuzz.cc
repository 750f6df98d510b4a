// Two lines of any text, each read as a number: refused with ValidationException, or normalised so that its text reads
// back the same, ordered as strtold orders them, and added and subtracted exactly.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "dynamodb/number.h"
#include "require.h"

namespace {

using dynamodb::ErrorCode;
using dynamodb::Number;
using dynamodb::Result;

Result<Number> read(std::string_view text) {
  auto number = Number::parse(text);
  if (!number) {
    require(number.error().code == ErrorCode::validation && !number.error().message.empty());
    return number;
  }
  const std::string shown = number->to_string();
  const auto again = Number::parse(shown);
  require(again && *again == *number && again->to_string() == shown);
  require(shown.find_first_not_of("-.0123456789") == std::string::npos);
  require(number->size_bytes() >= 1 && number->size_bytes() <= 22);
  require(number->negative() == shown.starts_with('-'));
  return number;
}

// long double tells numbers apart that differ by more than its rounding.
void compare_with_long_double(const Number& left, const Number& right) {
  const long double a = std::strtold(left.to_string().c_str(), nullptr);
  const long double b = std::strtold(right.to_string().c_str(), nullptr);
  if (a < b) require(left <= right);
  if (a > b) require(left >= right);
  if (left == right) require(a == b);
}

void calculate(const Number& left, const Number& right) {
  const auto sum = left.plus(right);
  const auto swapped = right.plus(left);
  require(sum.has_value() == swapped.has_value());
  if (sum) {
    require(*sum == *swapped);
    const auto back = sum->minus(right);
    require(back && *back == left);
  }
  const auto difference = left.minus(right);
  const auto mirrored = right.minus(left);
  require(difference.has_value() == mirrored.has_value());
  if (!difference) return;
  require(difference->is_zero() == (left == right));
  require(difference->negative() == (left < right));
  if (const auto zero = difference->plus(*mirrored)) require(zero->is_zero());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t line_end = text.find('\n');
  const auto left = read(text.substr(0, line_end));
  const auto right = read(line_end == std::string_view::npos ? std::string_view() : text.substr(line_end + 1));
  if (!left || !right) return 0;
  require((*left < *right) == (*right > *left));
  compare_with_long_double(*left, *right);
  calculate(*left, *right);
  return 0;
}
