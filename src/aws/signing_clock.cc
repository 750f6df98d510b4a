#include "aws/signing_clock.h"

namespace aws {

bool is_far(std::chrono::sys_seconds there, std::chrono::system_clock::time_point signed_at) {
  return std::chrono::abs(there - signed_at) >= clock_skew_max;
}

}  // namespace aws
