#include "dynamodb/capacity.h"
#include "dynamodb/key.h"
#include "engine/item_read.h"
#include "engine/operations.h"

namespace engine {

using dynamodb::GetItemRequest;
using dynamodb::GetItemResult;
using dynamodb::Result;

Result<GetItemResult> get_item(const Storage& storage, const GetItemRequest& request) {
  const auto projection = parse_item_projection(request.projection_expression, request.attributes);
  if (!projection) return std::unexpected(projection.error());
  const auto view = storage.latest();
  const auto table = view.catalog().require(request.table_name);
  if (!table) return std::unexpected(table.error());
  const auto& definition = (*table)->definition;
  if (auto valid = dynamodb::validate_key(definition, request.key); !valid) {
    return std::unexpected(std::move(valid.error()));
  }
  auto item = read_item(view, item_key((*table)->id, definition.key_schema, request.key));
  if (!item) return std::unexpected(std::move(item.error()));
  GetItemResult result;
  if (request.return_consumed_capacity != dynamodb::ReturnConsumedCapacity::none) {
    dynamodb::CapacityMeter meter;
    meter.add_table(dynamodb::read_units(*item ? dynamodb::item_size_bytes(**item) : 0, request.consistent_read));
    result.consumed_capacity = meter.result(request.table_name, request.return_consumed_capacity);
  }
  if (*item) result.item = projected(std::move(**item), *projection);
  return result;
}

}  // namespace engine
