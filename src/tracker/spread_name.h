// The second half of a rename: giving AthleteName of every session the new name.
#pragma once

#include "tracker/store.h"

namespace tracker {

// Goes on until nothing is left and then takes the mark off the athlete. Ends without an error, too, when a newer
// rename, another process that does the same, or a delete has taken over. May be repeated at any time.
Awaitable<void> spread_name(Store& store, Athlete renamed, std::string rename_id);

}  // namespace tracker
