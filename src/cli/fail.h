// How a command ends that could not do its work.
#pragma once

#include <string>

#include "cli/exit_status.h"
#include "cli/logging.h"

namespace cli {

// Says the sentence on stderr. Gives `status` back, for `return fail(…)`.
inline int fail(const std::string& sentence, int status = exit_failure) {
  log_error(sentence);
  return status;
}

}  // namespace cli
