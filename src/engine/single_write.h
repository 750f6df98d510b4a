// What PutItem, UpdateItem and DeleteItem have in common once their action is prepared.
#pragma once

#include "engine/write_action.h"
#include "engine/writer.h"

namespace engine {

// What the request wants to be told.
struct WriteReturns {
  dynamodb::ReturnValues values = dynamodb::ReturnValues::none;
  dynamodb::ReturnConsumedCapacity consumed_capacity = dynamodb::ReturnConsumedCapacity::none;
  dynamodb::ReturnItemCollectionMetrics item_collection_metrics = dynamodb::ReturnItemCollectionMetrics::none;
};
template <class Request>
[[nodiscard]] WriteReturns write_returns(const Request& request) {
  return {.values = request.return_values,
          .consumed_capacity = request.return_consumed_capacity,
          .item_collection_metrics = request.return_item_collection_metrics};
}

void submit_single_write(Writer& writer, dynamodb::Result<WriteAction> action, const WriteReturns& returns,
                         OnDone<dynamodb::WriteItemResult> on_done);

}  // namespace engine
