// What the store answered, as a sentence for the person at the terminal.
#pragma once

#include <string>

#include "tracker/error.h"

namespace operations {

[[nodiscard]] std::string describe_failure(const tracker::Error& error);

}  // namespace operations
