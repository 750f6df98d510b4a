#include <unordered_set>

#include "dynamodb/capacity.h"
#include "dynamodb/errors.h"
#include "dynamodb/key.h"
#include "dynamodb/limits.h"
#include "engine/item_read.h"
#include "engine/operations.h"

namespace engine {

namespace errors = dynamodb::errors;
using dynamodb::Result;
using dynamodb::TransactGetItemsRequest;
using dynamodb::TransactGetItemsResult;

namespace {

// A Key that is not the table's cancels the transaction, with a reason in its place, as measured of the service.
Result<std::vector<std::string>> row_keys(const ReadView& view, const TransactGetItemsRequest& request) {
  std::vector<std::string> keys;
  std::unordered_set<std::string> seen;
  std::vector<dynamodb::CancellationReason> reasons;
  bool is_canceled = false;
  for (const auto& get : request.transact_items) {
    const auto table = view.catalog().require(get.table_name);
    if (!table) return std::unexpected(table.error());
    const auto& definition = (*table)->definition;
    if (auto valid = dynamodb::validate_key(definition, get.key); !valid) {
      reasons.push_back(errors::reason_validation_error(std::move(valid.error().message)));
      is_canceled = true;
      continue;
    }
    reasons.push_back(errors::reason_none());
    keys.push_back(item_key((*table)->id, definition.key_schema, get.key));
    if (!seen.insert(keys.back()).second) return std::unexpected(errors::duplicate_items_in_transaction());
  }
  if (is_canceled) return std::unexpected(errors::transaction_canceled(std::move(reasons)));
  return keys;
}

}  // namespace

Result<TransactGetItemsResult> transact_get_items(const Storage& storage, const TransactGetItemsRequest& request) {
  const auto actions = request.transact_items.size();
  if (actions == 0) return std::unexpected(errors::empty_transaction());
  if (actions > dynamodb::limits::transaction_actions_max) {
    return std::unexpected(errors::too_many_actions_in_transaction(actions));
  }
  std::vector<std::optional<dynamodb::ProjectionPaths>> projections;
  for (const auto& get : request.transact_items) {
    auto projection = parse_item_projection(get.projection_expression, get.attributes);
    if (!projection) return std::unexpected(std::move(projection.error()));
    projections.push_back(std::move(*projection));
  }
  const auto view = storage.snapshot();  // all items of one state
  const auto keys = row_keys(view, request);
  if (!keys) return std::unexpected(keys.error());
  TransactGetItemsResult result;
  dynamodb::CapacityMeters meters;
  std::size_t bytes = 0;
  for (std::size_t index = 0; index < actions; ++index) {
    auto item = read_item(view, (*keys)[index]);
    if (!item) return std::unexpected(std::move(item.error()));
    const std::size_t size = *item ? dynamodb::item_size_bytes(**item) : 0;
    bytes += size;
    if (bytes > dynamodb::limits::transaction_bytes_max) return std::unexpected(errors::transaction_too_large());
    if (request.return_consumed_capacity != dynamodb::ReturnConsumedCapacity::none) {
      meters[request.transact_items[index].table_name].add_table(dynamodb::transaction_factor *
                                                                 dynamodb::read_units(size, true));
    }
    std::optional<dynamodb::EncodedItem> response;
    if (*item) response = projected(std::move(**item), projections[index]);
    result.responses.push_back(std::move(response));
  }
  result.consumed_capacity =
      results(meters, request.return_consumed_capacity, dynamodb::CapacityKind::transactional_read);
  return result;
}

}  // namespace engine
