// Query parameters: which there are, and their values or everything that is wrong with them. Unknown ones are ignored,
// of a repeated one the last counts, names are case-sensitive.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/validation_error.h"
#include "tracker/model.h"

namespace api {

struct Parameter {
  enum class Type { date, text, integer, boolean, choice };
  std::string_view name;
  Type type = Type::text;
  std::int64_t minimum = 0;               // integer
  std::optional<std::int64_t> maximum{};  // integer
  std::int64_t fallback = 0;              // integer, boolean; choice: which of the choices
  std::span<const std::string_view> choices{};
  bool required = false;     // choice
  bool has_fallback = true;  // integer: else there is nothing where it is absent
};

namespace parameters {
inline constexpr Parameter start_date{.name = "startDate", .type = Parameter::Type::date};
inline constexpr Parameter end_date{.name = "endDate", .type = Parameter::Type::date};
inline constexpr Parameter athlete_id{.name = "athleteId"};
inline constexpr Parameter sport{.name = "sport"};
inline constexpr Parameter text{.name = "text"};
inline constexpr Parameter limit{.name = "limit",
                                 .type = Parameter::Type::integer,
                                 .minimum = 1,
                                 .maximum = tracker::limits::page_sessions_max,
                                 .fallback = 50};
inline constexpr Parameter offset{.name = "offset", .type = Parameter::Type::integer};
inline constexpr Parameter cursor{.name = "cursor"};
inline constexpr Parameter cascade{.name = "cascade", .type = Parameter::Type::boolean};
// In the order of tracker::PeriodKind and tracker::WeekStart.
inline constexpr std::array<std::string_view, 4> period_kinds = {"day", "week", "month", "year"};
inline constexpr Parameter by{.name = "by", .type = Parameter::Type::choice, .choices = period_kinds, .required = true};
inline constexpr std::array<std::string_view, 3> week_starts = {"monday", "sunday", "saturday"};
inline constexpr Parameter week_start{.name = "weekStart", .type = Parameter::Type::choice, .choices = week_starts};
inline constexpr Parameter today{.name = "today", .type = Parameter::Type::date};
}  // namespace parameters

// More digits are refused, as Python refuses them.
inline constexpr std::size_t integer_digits_max = 4300;

// An integer of any size: what fits into 64 bits, otherwise the nearest that does; and its digits without leading
// zeros, to be sent back.
struct Integer {
  std::int64_t value = 0;
  std::string digits;
};

class QueryReader {
 public:
  explicit QueryReader(std::string_view query_string);

  [[nodiscard]] bool failed() const { return !errors_.empty(); }
  [[nodiscard]] ValidationErrors& errors() { return errors_; }

  // Each gives the fallback, or nothing, where the parameter is absent or wrong.
  std::optional<std::string> text(const Parameter& parameter) const;
  std::optional<tracker::Date> date(const Parameter& parameter);
  Integer integer(const Parameter& parameter);
  std::optional<std::int64_t> optional_integer(const Parameter& parameter);
  bool boolean(const Parameter& parameter);
  std::size_t choice(const Parameter& parameter);  // which of the choices

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
  ValidationErrors errors_;
};

}  // namespace api
