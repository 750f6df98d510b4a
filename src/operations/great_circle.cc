#include "operations/great_circle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace operations {
namespace {

constexpr double earth_radius_metres = 6'371'008.8;

double radians(double degrees) {
  return degrees * (std::numbers::pi / 180);
}

double squared_sine_of_half(double angle) {
  const double sine = std::sin(angle / 2);
  return sine * sine;
}

}  // namespace

double great_circle_metres(GeoPoint from, GeoPoint to) {
  const double from_latitude = radians(from.latitude_degrees);
  const double to_latitude = radians(to.latitude_degrees);
  const double haversine = squared_sine_of_half(to_latitude - from_latitude) +
                           std::cos(from_latitude) * std::cos(to_latitude) *
                               squared_sine_of_half(radians(to.longitude_degrees - from.longitude_degrees));
  return 2 * earth_radius_metres * std::asin(std::sqrt(std::clamp(haversine, 0.0, 1.0)));
}

}  // namespace operations
