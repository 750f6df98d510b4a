#include "operations/time_zone.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <exception>

namespace operations {

std::expected<TimeZone, std::string> TimeZone::find(std::string_view name) {
  if (name == "UTC" || name == "Etc/UTC" || name == "Z") return TimeZone(nullptr);
  // The library says by an exception that it knows no such zone, or has no database at all.
  try {
    date::get_tzdb();
  } catch (const std::exception& error) {
    return std::unexpected(
        fmt::format("the time zones of this machine cannot be read ({}); install tzdata, or use UTC.", error.what()));
  }
  try {
    return TimeZone(date::locate_zone(name));
  } catch (const std::exception&) {
    return std::unexpected(fmt::format("there is no time zone '{}'; name one such as Europe/Berlin or UTC.", name));
  }
}

tracker::Date TimeZone::day_of_utc(const CivilStart& start) const {
  if (zone_ == nullptr) return start.date;
  const std::chrono::sys_seconds instant =
      std::chrono::sys_days(start.date) + start.time_of_day.value_or(std::chrono::seconds(0));
  const auto offset = static_cast<const date::time_zone*>(zone_)->get_info(instant).offset;
  return tracker::Date(std::chrono::floor<std::chrono::days>(instant + offset));
}

}  // namespace operations
