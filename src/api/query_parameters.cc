#include "api/query_parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "api/date_errors.h"
#include "api/text.h"
#include "http/message.h"

namespace api {
namespace {

constexpr std::array<std::string_view, 6> true_words = {"1", "true", "yes", "on", "t", "y"};
constexpr std::array<std::string_view, 6> false_words = {"0", "false", "no", "off", "f", "n"};

struct SignedDigits {
  bool negative = false;
  std::string_view digits;  // no leading zeros; "0" for zero
};

// "7", "+7", " 7 ", "7.0": as the earlier service read integers.
std::optional<SignedDigits> read_integer(std::string_view text) {
  text = trim(text);
  SignedDigits result;
  if (text.starts_with('+') || text.starts_with('-')) {
    result.negative = text.front() == '-';
    text.remove_prefix(1);
  }
  if (const auto point = text.find('.'); point != std::string_view::npos) {
    const auto fraction = text.substr(point + 1);
    if (fraction.empty() || fraction.find_first_not_of('0') != std::string_view::npos) return std::nullopt;
    text = text.substr(0, point);
  }
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size() - 1));
  result.digits = text;
  if (text == "0") result.negative = false;
  return result;
}

Integer to_integer(const SignedDigits& number) {
  Integer integer{0, fmt::format("{}{}", number.negative ? "-" : "", number.digits)};
  const auto [end, error] =
      std::from_chars(integer.digits.data(), integer.digits.data() + integer.digits.size(), integer.value);
  if (error == std::errc::result_out_of_range) {
    integer.value =
        number.negative ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
  }
  return integer;
}

json::Value sent(std::string_view text) {
  return json::Value(std::string(text));
}

}  // namespace

QueryReader::QueryReader(std::string_view query_string) : pairs_(http::parse_query(query_string)) {}

std::optional<std::string> QueryReader::text(const Parameter& parameter) const {
  const auto found =
      std::find_if(pairs_.rbegin(), pairs_.rend(), [&](const auto& pair) { return pair.first == parameter.name; });
  if (found == pairs_.rend()) return std::nullopt;
  return found->second;
}

std::optional<tracker::Date> QueryReader::date(const Parameter& parameter) {
  const auto value = text(parameter);
  if (!value) return std::nullopt;
  const auto date = parse_date_text(*value);
  if (!date) {
    errors_.push_back(date_error(date.error(), query_field(parameter.name), sent(*value)));
    return std::nullopt;
  }
  return *date;
}

Integer QueryReader::integer(const Parameter& parameter) {
  Integer fallback{parameter.fallback, fmt::format("{}", parameter.fallback)};
  const auto value = text(parameter);
  if (!value) return fallback;
  const auto number = read_integer(*value);
  if (!number) {
    errors_.push_back(invalid::not_an_integer(query_field(parameter.name), sent(*value)));
    return fallback;
  }
  if (number->digits.size() > integer_digits_max) {
    errors_.push_back(invalid::integer_too_large(query_field(parameter.name), sent(*value)));
    return fallback;
  }
  Integer integer = to_integer(*number);
  if (integer.value < parameter.minimum) {
    errors_.push_back(invalid::integer_below(query_field(parameter.name), sent(*value), parameter.minimum));
  } else if (parameter.maximum && integer.value > *parameter.maximum) {
    errors_.push_back(invalid::integer_above(query_field(parameter.name), sent(*value), *parameter.maximum));
  } else {
    return integer;
  }
  return fallback;
}

std::optional<std::int64_t> QueryReader::optional_integer(const Parameter& parameter) {
  if (!text(parameter)) return std::nullopt;
  const auto wrong_before = errors_.size();
  const auto value = integer(parameter).value;
  return errors_.size() == wrong_before ? std::optional(value) : std::nullopt;
}

bool QueryReader::boolean(const Parameter& parameter) {
  const auto value = text(parameter);
  if (!value) return parameter.fallback != 0;
  const std::string word = ascii_lower(*value);
  if (std::ranges::count(true_words, word) > 0) return true;
  if (std::ranges::count(false_words, word) == 0) {
    errors_.push_back(invalid::not_a_boolean(query_field(parameter.name), sent(*value)));
  }
  return false;
}

std::size_t QueryReader::choice(const Parameter& parameter) {
  const auto fallback = static_cast<std::size_t>(parameter.fallback);
  const auto value = text(parameter);
  if (!value) {
    if (parameter.required) errors_.push_back(invalid::missing(query_field(parameter.name), json::Value()));
    return fallback;
  }
  const auto found = std::ranges::find(parameter.choices, *value);
  if (found != parameter.choices.end()) return static_cast<std::size_t>(found - parameter.choices.begin());
  errors_.push_back(invalid::not_one_of(query_field(parameter.name), sent(*value), parameter.choices));
  return fallback;
}

}  // namespace api
