// Adding up what several requests consumed. Pure.
#pragma once

#include <optional>
#include <vector>

#include "dynamodb/consumed_capacity.h"

namespace partiql {

// `sum` becomes the sum of both, which are of one table.
void add_capacity(std::optional<dynamodb::ConsumedCapacity>& sum,
                  const std::optional<dynamodb::ConsumedCapacity>& consumed);
// The same, to the entry of its table.
void add_capacity(std::vector<dynamodb::ConsumedCapacity>& sums,
                  const std::optional<dynamodb::ConsumedCapacity>& consumed);

}  // namespace partiql
