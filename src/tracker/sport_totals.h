// Sums over the sessions of each sport. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tracker/periods.h"
#include "tracker/session_figures.h"
#include "tracker/statistics.h"

namespace tracker {

// Feed it every session once, in any order; memory grows with the sports.
class SportTotalsAccumulator {
 public:
  void add(const SessionFigures& figures);
  // By the number of sessions descending, then by name; not rounded.
  [[nodiscard]] std::vector<SportTotals> result() const;

 private:
  struct Sums {
    std::int64_t session_count = 0;
    CompensatedSum duration_minutes;
    CompensatedSum distance_km;
  };
  std::map<std::string, Sums, std::less<>> sports_;  // "": the sessions that name none
};

}  // namespace tracker
