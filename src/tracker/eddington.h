// The Eddington number: the largest E such that on E days at least E units were covered. Arthur Eddington counted
// cycling days in miles. Pure.
#pragma once

#include <cstdint>
#include <span>

namespace tracker {

inline constexpr double km_per_mile = 1.609344;  // the international mile, exactly

// A day that lacks less than this part of a whole number has it: ten miles stored as 16.09344 km are ten miles.
inline constexpr double distance_rounding_part = 1e-9;

// `day_distances_km`: one for each day, in any order.
[[nodiscard]] std::int64_t eddington_number(std::span<const double> day_distances_km, double unit_km);

}  // namespace tracker
