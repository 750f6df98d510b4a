// Distances on the earth, taken for a sphere.
#pragma once

namespace operations {

struct GeoPoint {
  double latitude_degrees = 0;
  double longitude_degrees = 0;
};

// Metres, by the haversine formula, with the mean radius of the IUGG (6,371,008.8 m).
[[nodiscard]] double great_circle_metres(GeoPoint from, GeoPoint to);

}  // namespace operations
