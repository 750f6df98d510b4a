// What a write consumes. Asked for only where the request wants to know.
#pragma once

#include "dynamodb/capacity.h"
#include "engine/mutations.h"

namespace engine {

// The larger image on the table, times `table_factor`, and what changes on each index. Also of a ConditionCheck, whose
// images are equal.
void add_write_cost(dynamodb::CapacityMeter& meter, const ItemChange& change, double table_factor);
// What the same write costs where its ClientRequestToken is repeated: a transactional read of the larger image.
[[nodiscard]] double repeated_write_units(const ItemChange& change);

}  // namespace engine
