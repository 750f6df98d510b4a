#include "tracker/statistics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace tracker {
namespace {

constexpr int decimal_places = 2;
constexpr std::size_t longest_fixed_text = 320;  // sign, 309 digits, point, 2 places

double clamp_to_finite(double value) {
  constexpr double largest = std::numeric_limits<double>::max();
  return std::isnan(value) ? 0.0 : std::clamp(value, -largest, largest);
}

}  // namespace

double round2(double value) {
  // to_chars with a precision rounds the exact binary value correctly, half to even, as Python does.
  std::array<char, longest_fixed_text> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimal_places);
  double rounded = value;
  std::from_chars(buffer.data(), end.ptr, rounded);
  return rounded;
}

void CompensatedSum::add(double term) {
  const double next = sum_ + term;
  if (std::abs(sum_) >= std::abs(term)) {
    compensation_ += (sum_ - next) + term;
  } else {
    compensation_ += (term - next) + sum_;
  }
  sum_ = next;
}

double CompensatedSum::value() const {
  if (!std::isfinite(compensation_)) return clamp_to_finite(sum_);
  return clamp_to_finite(sum_ + compensation_);
}

void StatisticsAccumulator::add(double duration_minutes, double distance_km) {
  ++session_count_;
  duration_minutes_.add(duration_minutes);
  distance_km_.add(distance_km);
}

Statistics StatisticsAccumulator::result() const {
  Statistics statistics;
  if (session_count_ == 0) return statistics;
  const double duration = duration_minutes_.value();
  const double distance = distance_km_.value();
  const auto count = static_cast<double>(session_count_);
  statistics.session_count = session_count_;
  statistics.total_duration_minutes = round2(duration);
  statistics.total_distance_km = round2(distance);
  statistics.average_duration_minutes = round2(duration / count);
  statistics.average_distance_km = round2(distance / count);
  // A tiny distance can push the quotient out of range.
  statistics.average_pace_minutes_per_km = distance == 0 ? 0.0 : round2(clamp_to_finite(duration / distance));
  return statistics;
}

}  // namespace tracker
