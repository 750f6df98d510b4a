#include "tracker/eddington.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tracker {

std::int64_t eddington_number(std::span<const double> day_distances_km, double unit_km) {
  // How many days have each whole number of units; a number beyond the count of days says no more than that count.
  const auto count = static_cast<double>(day_distances_km.size());
  std::vector<std::size_t> days_with(day_distances_km.size() + 1);
  for (const double km : day_distances_km) {
    const double units = std::floor(km / unit_km * (1 + distance_rounding_part));
    ++days_with[static_cast<std::size_t>(std::clamp(units, 0.0, count))];
  }
  std::size_t number = day_distances_km.size();
  for (std::size_t days = days_with[number]; days < number; days += days_with[number]) --number;
  return static_cast<std::int64_t>(number);
}

}  // namespace tracker
