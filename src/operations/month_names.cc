#include "operations/month_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "operations/utf8.h"

namespace operations {
namespace {

constexpr std::array<std::pair<std::string_view, unsigned>, 33> months = {{
    {"january", 1},   {"januar", 1},   {"jänner", 1}, {"januari", 1}, {"february", 2},  {"februar", 2},
    {"februari", 2},  {"march", 3},    {"märz", 3},   {"mrz", 3},     {"maerz", 3},     {"maart", 3},
    {"mrt", 3},       {"april", 4},    {"may", 5},    {"mai", 5},     {"mei", 5},       {"june", 6},
    {"juni", 6},      {"july", 7},     {"juli", 7},   {"august", 8},  {"augustus", 8},  {"september", 9},
    {"october", 10},  {"oktober", 10}, {"okt", 10},   {"oct", 10},    {"november", 11}, {"december", 12},
    {"dezember", 12}, {"dez", 12},     {"dec", 12},
}};

constexpr std::array<std::string_view, 21> weekdays = {
    "monday",  "tuesday",  "wednesday", "thursday",   "friday",  "saturday", "sunday",
    "montag",  "dienstag", "mittwoch",  "donnerstag", "freitag", "samstag",  "sonntag",
    "maandag", "dinsdag",  "woensdag",  "donderdag",  "vrijdag", "zaterdag", "zondag"};

}  // namespace

std::optional<unsigned> month_of(std::string_view word) {
  if (utf8_characters(word) < 3) return std::nullopt;
  const auto* const found =
      std::ranges::find_if(months, [word](const auto& month) { return month.first.starts_with(word); });
  if (found == months.end()) return std::nullopt;
  return found->second;
}

bool is_weekday(std::string_view word) {
  return word.size() >= 2 &&
         std::ranges::any_of(weekdays, [word](std::string_view weekday) { return weekday.starts_with(word); });
}

}  // namespace operations
