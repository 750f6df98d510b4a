// ConsumedCapacity and ItemCollectionMetrics as members of an answer.
#pragma once

#include <optional>
#include <vector>

#include "dynamodb/consumed_capacity.h"
#include "wire/json_text.h"

namespace wire {

// The member "ConsumedCapacity"; nothing when there is none.
void write_consumed_capacity(const std::optional<dynamodb::ConsumedCapacity>& capacity, JsonText& out);
// Of several tables.
void write_consumed_capacity(const std::vector<dynamodb::ConsumedCapacity>& capacities, JsonText& out);
// The member "ItemCollectionMetrics"; nothing when there are none.
void write_item_collection_metrics(const std::optional<dynamodb::ItemCollectionMetrics>& metrics, JsonText& out);
void write_item_collection_metrics(const dynamodb::ItemCollectionMetricsOfTables& metrics, JsonText& out);

}  // namespace wire
