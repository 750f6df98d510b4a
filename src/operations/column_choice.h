// What a person says of the columns goes before what their headers say.
#pragma once

#include <expected>

#include "operations/log_columns.h"

namespace operations {

// A chosen column keeps the unit that it was recognised with, or else has that of its header. Error: an index beyond
// the columns that there are (columns.names).
[[nodiscard]] std::expected<void, InputError> apply_choice(LogColumns& columns, const ColumnChoice& choice,
                                                           std::size_t line);

}  // namespace operations
