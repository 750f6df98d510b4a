// What a write consumes, and what it says of the item collection that it touched. Asked for only where the request
// wants to know.
#pragma once

#include <optional>

#include "dynamodb/capacity.h"
#include "dynamodb/consumed_capacity.h"
#include "engine/mutations.h"

namespace engine {

// The larger image on the table, times `table_factor`, and what changes on each index. Also of a ConditionCheck, whose
// images are equal.
void add_write_cost(dynamodb::CapacityMeter& meter, const ItemChange& change, double table_factor);
// What the same write costs where its ClientRequestToken is repeated: a transactional read of the larger image.
[[nodiscard]] double repeated_write_units(const ItemChange& change);

// nullopt for a table without local secondary indexes, which alone have item collections.
[[nodiscard]] std::optional<dynamodb::ItemCollectionMetrics> item_collection_metrics(const ItemChange& change);

// Adds a change's collection, once per collection.
void add_item_collection(dynamodb::ItemCollectionMetricsOfTables& metrics, const ItemChange& change);

}  // namespace engine
