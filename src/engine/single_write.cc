#include "engine/single_write.h"

#include "engine/write_cost.h"

namespace engine {

using dynamodb::ReturnConsumedCapacity;
using dynamodb::ReturnItemCollectionMetrics;
using dynamodb::WriteItemResult;

namespace {

WriteItemResult result_of(const WriteReturns& returns, const WriteAction& action, const ItemChange& change) {
  WriteItemResult result;
  result.attributes = returned_attributes(returns.values, action, change);
  if (returns.consumed_capacity != ReturnConsumedCapacity::none) {
    dynamodb::CapacityMeter meter;
    add_write_cost(meter, change, 1);
    result.consumed_capacity = meter.result(change.table->definition.name, returns.consumed_capacity);
  }
  if (returns.item_collection_metrics == ReturnItemCollectionMetrics::size) {
    result.item_collection_metrics = item_collection_metrics(change);
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
        Decision<WriteItemResult> decision;
        decision.answer = result_of(returns, action, *change);
        decision.mutations.items.push_back(std::move(*change));
        return decision;
      },
      std::move(on_done));
}

}  // namespace engine
