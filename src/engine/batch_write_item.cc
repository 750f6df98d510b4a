#include <unordered_set>

#include "dynamodb/errors.h"
#include "dynamodb/limits.h"
#include "engine/item_collection.h"
#include "engine/write_action.h"
#include "engine/write_cost.h"
#include "engine/write_operations.h"

namespace engine {
namespace {

namespace errors = dynamodb::errors;
namespace limits = dynamodb::limits;
using dynamodb::BatchWriteItemRequest;
using dynamodb::BatchWriteItemResult;
using dynamodb::Result;

Result<void> check_counts(const BatchWriteItemRequest& request) {
  if (request.request_items.empty()) return std::unexpected(errors::empty_batch());
  std::size_t count = 0;
  for (const auto& [table_name, writes] : request.request_items) {
    if (writes.empty()) return std::unexpected(errors::empty_batch_table(table_name, ""));
    count += writes.size();
  }
  if (count > limits::batch_write_items_max) return std::unexpected(errors::too_many_writes_in_batch(count));
  return {};
}

Result<WriteAction> prepare_one(const Catalog& catalog, const std::string& table_name,
                                const dynamodb::WriteRequest& write) {
  if (const auto* put = std::get_if<dynamodb::PutRequest>(&write)) {
    dynamodb::PutItemRequest request;
    request.table_name = table_name;
    request.item = put->item;
    return prepare(catalog, request);
  }
  dynamodb::DeleteItemRequest request;
  request.table_name = table_name;
  request.key = std::get<dynamodb::DeleteRequest>(write).key;
  return prepare(catalog, request);
}

Result<std::vector<WriteAction>> prepare_all(const Catalog& catalog, const BatchWriteItemRequest& request) {
  std::vector<WriteAction> actions;
  std::unordered_set<std::string> keys;
  std::size_t bytes = 0;
  for (const auto& [table_name, writes] : request.request_items) {
    for (const dynamodb::WriteRequest& write : writes) {
      Result<WriteAction> action = prepare_one(catalog, table_name, write);
      if (!action) return std::unexpected(std::move(action.error()));
      if (!keys.insert(action->row_key).second) return std::unexpected(errors::duplicate_keys_in_batch());
      if (action->item) bytes += dynamodb::item_size_bytes(*action->item);
      actions.push_back(std::move(*action));
    }
  }
  if (bytes > limits::batch_write_bytes_max) return std::unexpected(errors::batch_too_large());
  return actions;
}

}  // namespace

void batch_write_item(Writer& writer, const BatchWriteItemRequest& request, OnDone<BatchWriteItemResult> on_done) {
  if (auto valid = check_counts(request); !valid) return on_done(std::unexpected(std::move(valid.error())));
  Result<std::vector<WriteAction>> actions = prepare_all(writer.storage().latest().catalog(), request);
  if (!actions) return on_done(std::unexpected(std::move(actions.error())));
  std::size_t bytes = 0;
  for (const WriteAction& action : *actions) bytes += request_bytes(action);
  writer.submit<BatchWriteItemResult>(
      WriteKind::items, bytes,
      [actions = std::move(*actions), capacity = request.return_consumed_capacity,
       metrics = request.return_item_collection_metrics](const WriteState& state) -> Decision<BatchWriteItemResult> {
        Decision<BatchWriteItemResult> decision;
        dynamodb::CapacityMeters meters;
        TouchedCollections collections(state);
        for (const WriteAction& action : actions) {
          Result<ItemChange> change = decide(action, state);
          if (!change) return {std::unexpected(std::move(change.error())), {}};
          if (auto added = collections.add(*change); !added) return {std::unexpected(std::move(added.error())), {}};
          if (capacity != dynamodb::ReturnConsumedCapacity::none) {
            add_write_cost(meters[change->table->definition.name], *change, 1);
          }
          decision.mutations.items.push_back(std::move(*change));
        }
        decision.answer->consumed_capacity = results(meters, capacity);
        if (metrics == dynamodb::ReturnItemCollectionMetrics::size) {
          decision.answer->item_collection_metrics = collections.metrics();
        }
        return decision;
      },
      std::move(on_done));
}

}  // namespace engine
