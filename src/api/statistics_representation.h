// Periods and records as JSON. Sums are sent as they are: whoever shows them rounds once.
#pragma once

#include <string>
#include <vector>

#include "tracker/periods.h"
#include "tracker/records.h"

namespace api {

[[nodiscard]] std::string represent(const std::vector<tracker::PeriodStatistics>& periods, tracker::PeriodKind by,
                                    tracker::WeekStart week_start);
[[nodiscard]] std::string represent(const tracker::Records& records);

}  // namespace api
