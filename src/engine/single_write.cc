#include "engine/single_write.h"

#include "engine/item_collection.h"
#include "engine/write_cost.h"

namespace engine {

using dynamodb::ReturnConsumedCapacity;
using dynamodb::ReturnItemCollectionMetrics;
using dynamodb::WriteItemResult;

namespace {

WriteItemResult result_of(const WriteReturns& returns, const WriteAction& action, const ItemChange& change,
                          const TouchedCollections& collections) {
  WriteItemResult result;
  result.attributes = returned_attributes(returns.values, action, change);
  if (returns.consumed_capacity != ReturnConsumedCapacity::none) {
    dynamodb::CapacityMeter meter;
    add_write_cost(meter, change, 1);
    result.consumed_capacity = meter.result(change.table->definition.name, returns.consumed_capacity);
  }
  if (returns.item_collection_metrics == ReturnItemCollectionMetrics::size) {
    for (auto& [table, metrics] : collections.metrics()) result.item_collection_metrics = metrics.front();
  }
  return result;
}

}  // namespace

void submit_single_write(Writer& writer, dynamodb::Result<WriteAction> action, const WriteReturns& returns,
                         OnDone<WriteItemResult> on_done) {
  if (!action) return on_done(std::unexpected(std::move(action.error())));
  const std::size_t bytes = request_bytes(*action);
  writer.submit<WriteItemResult>(
      WriteKind::items, bytes,
      [action = std::move(*action), returns](const WriteState& state) -> Decision<WriteItemResult> {
        dynamodb::Result<ItemChange> change = decide(action, state);
        if (!change) return {std::unexpected(std::move(change.error())), {}};
        TouchedCollections collections(state);
        if (auto added = collections.add(*change); !added) return {std::unexpected(std::move(added.error())), {}};
        Decision<WriteItemResult> decision;
        decision.answer = result_of(returns, action, *change, collections);
        decision.mutations.items.push_back(std::move(*change));
        return decision;
      },
      std::move(on_done));
}

}  // namespace engine
