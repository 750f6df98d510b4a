// A time zone of the system's tz database, to find the calendar day of an instant.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "operations/civil_time.h"

namespace operations {

class TimeZone {
 public:
  // `name`: "UTC", or an IANA name such as "Europe/Berlin". The error is a sentence: no such zone, or no tz database on
  // this machine ("UTC" needs none).
  [[nodiscard]] static std::expected<TimeZone, std::string> find(std::string_view name);

  // The calendar day, here, of a start that is written in UTC (`start.time_of_day` is set).
  [[nodiscard]] tracker::Date day_of_utc(const CivilStart& start) const;

 private:
  explicit TimeZone(const void* zone) : zone_(zone) {}
  const void* zone_;  // date::time_zone, owned by the database; nullptr is UTC. The type stays in one file.
};

}  // namespace operations
