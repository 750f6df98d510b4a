#include "tracker/calendar_periods.h"

#include <algorithm>

namespace tracker {
namespace {

using std::chrono::sys_days;

std::chrono::weekday first_weekday(WeekStart week_start) {
  switch (week_start) {
    case WeekStart::sunday:
      return std::chrono::Sunday;
    case WeekStart::saturday:
      return std::chrono::Saturday;
    case WeekStart::monday:
      break;
  }
  return std::chrono::Monday;
}

sys_days last_day(sys_days start, PeriodKind kind) {
  const Date date(start);
  switch (kind) {
    case PeriodKind::week:
      return start + std::chrono::days(6);
    case PeriodKind::month:
      return date.year() / date.month() / std::chrono::last;
    case PeriodKind::year:
      return date.year() / std::chrono::December / std::chrono::last;
    case PeriodKind::day:
      break;
  }
  return start;
}

}  // namespace

sys_days period_start(Date date, PeriodKind kind, WeekStart week_start) {
  const sys_days day(date);
  switch (kind) {
    case PeriodKind::week:
      return day - (std::chrono::weekday(day) - first_weekday(week_start));
    case PeriodKind::month:
      return date.year() / date.month() / 1;
    case PeriodKind::year:
      return date.year() / std::chrono::January / 1;
    case PeriodKind::day:
      break;
  }
  return day;
}

Period period_from(sys_days start, PeriodKind kind) {
  constexpr sys_days first_of_all(std::chrono::year(1) / 1 / 1);
  constexpr sys_days last_of_all(std::chrono::year(9999) / 12 / 31);
  return {.first = Date(std::max(start, first_of_all)), .last = Date(std::min(last_day(start, kind), last_of_all))};
}

}  // namespace tracker
