// Tidies away what of streams is older than 24 hours, now and then. Reads do not show it even before.
#pragma once

#include <chrono>
#include <cstddef>

#include "engine/mutations.h"
#include "engine/stream_rows.h"
#include "engine/write_state.h"

namespace engine {

class StreamSweep {
 public:
  static constexpr std::chrono::seconds interval{60};
  static constexpr std::size_t records_per_sweep_max = 4096;

  [[nodiscard]] bool is_due(Time now) const { return now >= next_ || now + interval < next_; }
  // Deletes of expired records, and of all that is left of streams that ended 24 hours ago; there may be more records
  // than one sweep takes.
  [[nodiscard]] Mutations expired(const WriteState& state);

 private:
  Time next_{};
};

}  // namespace engine
