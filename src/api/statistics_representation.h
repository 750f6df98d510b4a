// Periods, records, sports and athletes' summaries as JSON. Sums are sent as they are: whoever shows them rounds once.
#pragma once

#include <string>
#include <vector>

#include "tracker/athlete_summaries.h"
#include "tracker/periods.h"
#include "tracker/records.h"

namespace api {

[[nodiscard]] std::string represent(const std::vector<tracker::PeriodStatistics>& periods, tracker::PeriodKind by,
                                    tracker::WeekStart week_start);
[[nodiscard]] std::string represent(const tracker::Records& records);
[[nodiscard]] std::string represent(const std::vector<tracker::SportTotals>& totals);
[[nodiscard]] std::string represent(const std::vector<tracker::AthleteSummary>& summaries);

}  // namespace api
