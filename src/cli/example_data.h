// Two athletes and four sessions to look at.
#pragma once

#include "tracker/repository.h"

namespace cli {

// True: written. False: the store has athletes already, and nothing was touched.
tracker::Awaitable<bool> add_example_data(tracker::Repository& repository);

}  // namespace cli
