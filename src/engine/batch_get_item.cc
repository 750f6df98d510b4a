#include <unordered_set>

#include "dynamodb/capacity.h"
#include "dynamodb/errors.h"
#include "dynamodb/key.h"
#include "dynamodb/limits.h"
#include "engine/item_read.h"
#include "engine/operations.h"

namespace engine {

namespace errors = dynamodb::errors;
using dynamodb::BatchGetItemRequest;
using dynamodb::BatchGetItemResult;
using dynamodb::KeysAndAttributes;
using dynamodb::Result;

namespace {

// One table of the request, ready to be read.
struct TableRead {
  const std::string& table_name;
  const KeysAndAttributes& request;
  std::optional<dynamodb::ProjectionPaths> projection;
  std::vector<std::string> row_keys;  // as request.keys
};

Result<void> check_counts(const BatchGetItemRequest& request) {
  if (request.request_items.empty()) return std::unexpected(errors::empty_batch());
  std::size_t keys = 0;
  for (const auto& [table_name, table] : request.request_items) {
    if (table.keys.empty()) return std::unexpected(errors::empty_batch_table(table_name, "keys"));
    keys += table.keys.size();
  }
  if (keys > dynamodb::limits::batch_get_keys_max) return std::unexpected(errors::too_many_keys_in_batch_get());
  return {};
}

Result<std::vector<TableRead>> plan(const ReadView& view, const BatchGetItemRequest& request) {
  std::vector<TableRead> reads;
  for (const auto& [table_name, table] : request.request_items) {
    auto projection = parse_item_projection(table.projection_expression, table.attributes);
    if (!projection) return std::unexpected(std::move(projection.error()));
    reads.push_back({.table_name = table_name, .request = table, .projection = std::move(*projection), .row_keys = {}});
  }
  for (auto& read : reads) {
    const auto table = view.catalog().require(read.table_name);
    if (!table) return std::unexpected(table.error());
    const auto& definition = (*table)->definition;
    std::unordered_set<std::string> seen;
    for (const auto& key : read.request.keys) {
      if (auto valid = dynamodb::validate_key(definition, key); !valid) {
        return std::unexpected(std::move(valid.error()));
      }
      read.row_keys.push_back(item_key((*table)->id, definition.key_schema, key));
      if (!seen.insert(read.row_keys.back()).second) return std::unexpected(errors::duplicate_keys_in_batch());
    }
  }
  return reads;
}

void leave_unprocessed(BatchGetItemResult& result, const TableRead& read, std::size_t first_key) {
  auto rest = read.request;
  rest.keys.erase(rest.keys.begin(), rest.keys.begin() + static_cast<std::ptrdiff_t>(first_key));
  result.unprocessed_keys.emplace(read.table_name, std::move(rest));
}

}  // namespace

Result<BatchGetItemResult> batch_get_item(const Storage& storage, const BatchGetItemRequest& request) {
  if (auto valid = check_counts(request); !valid) return std::unexpected(std::move(valid.error()));
  const auto view = storage.latest();
  const auto reads = plan(view, request);
  if (!reads) return std::unexpected(reads.error());
  BatchGetItemResult result;
  std::size_t bytes = 0;
  bool full = false;
  for (const auto& read : *reads) {
    auto& items = result.responses[read.table_name];
    dynamodb::CapacityMeter meter;
    for (std::size_t index = 0; index < read.row_keys.size() && !full; ++index) {
      auto item = read_item(view, read.row_keys[index]);
      if (!item) return std::unexpected(std::move(item.error()));
      const std::size_t size = *item ? dynamodb::item_size_bytes(**item) : 0;
      bytes += size;
      full = bytes > dynamodb::limits::batch_get_bytes_max;
      if (full) {
        leave_unprocessed(result, read, index);
        continue;
      }
      meter.add_table(dynamodb::read_units(size, read.request.consistent_read));
      if (*item) items.push_back(projected(std::move(**item), read.projection));
    }
    if (auto consumed = meter.result(read.table_name, request.return_consumed_capacity)) {
      result.consumed_capacity.push_back(std::move(*consumed));
    }
    if (full && !result.unprocessed_keys.contains(read.table_name)) leave_unprocessed(result, read, 0);
  }
  return result;
}

}  // namespace engine
