// Tells apart the rows of one file that would have the same source, so that equal rows both stay.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "operations/training_log.h"

namespace operations {

// `generated`: the rows (by index) whose source was made from the row and not read from the file. Of those of one
// athlete with one source the first keeps it, the others get "#2", "#3" …: first by duration, distance, sport and
// notes, so that the numbers stay the same when the file is sorted another way or exported again.
void number_equal_sources(std::vector<LogRow>& rows, std::span<const std::size_t> generated);

}  // namespace operations
