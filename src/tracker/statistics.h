// Sums and averages over sessions, by the contract's rules (section 5). Pure.
#pragma once

#include <cstdint>

#include "tracker/model.h"

namespace tracker {

// To two decimal places as Python's round(): from the exact binary value, exact ties to even. 0.125 -> 0.12,
// 2.675 -> 2.67, 5.625 -> 5.62. The value is finite.
[[nodiscard]] double round2(double value);

// A sum that does not depend on how small terms drown in large ones: Neumaier's compensated summation, as Python's
// sum() since 3.12. Ten times 0.1 is 1.0.
class CompensatedSum {
 public:
  void add(double term);
  // Never infinite: a sum beyond double's range is the largest double.
  [[nodiscard]] double value() const;

 private:
  double sum_ = 0;
  double compensation_ = 0;
};

// Feed it every session once; order does not matter beyond the last bit.
class StatisticsAccumulator {
 public:
  void add(double duration_minutes, double distance_km);
  // All zero when nothing was added; pace is 0 when the total distance is 0. Rounded last.
  [[nodiscard]] Statistics result() const;

 private:
  std::int64_t session_count_ = 0;
  CompensatedSum duration_minutes_;
  CompensatedSum distance_km_;
};

}  // namespace tracker
