// What a device recorded, as the rows of a training log: the half that FIT, TCX and GPX have in common.
//
// `source` is "device:<start second in UTC>", whatever the kind of the file, so that the same activity in two formats
// is known again. Distances are rounded to the centimetre.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "operations/time_zone.h"
#include "operations/training_log.h"

namespace operations {

struct DeviceActivity {
  std::size_t line = 0;  // where it begins; in a FIT file, which has no lines, its number among the sessions
  std::optional<std::chrono::sys_seconds> start;
  std::optional<double> seconds;
  double metres = 0;
  std::string sport;  // empty: not said
  std::string notes;
  std::optional<double> rpe;  // 0 … 10
  std::string problem;        // empty, or a sentence: why it is no session
};

class DeviceLog {
 public:
  DeviceLog(LogFormat format, TimeZone time_zone);
  void add(const DeviceActivity& activity);
  void add_notice(std::string notice) { log_.notices.push_back(std::move(notice)); }
  [[nodiscard]] std::size_t size() const { return log_.rows.size(); }
  [[nodiscard]] TrainingLog take();

 private:
  TrainingLog log_;
  TimeZone time_zone_;
};

// "2020-06-01T14:52:40.000Z"; without a zone it is UTC, as GPX says. Fractions of a second are dropped.
[[nodiscard]] std::optional<std::chrono::sys_seconds> parse_instant(std::string_view text);
// A plain decimal number, finite.
[[nodiscard]] std::optional<double> parse_decimal(std::string_view text);

}  // namespace operations
