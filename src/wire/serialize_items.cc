// Answers of the operations on items.
#include <variant>

#include "wire/capacity_text.h"
#include "wire/item_text.h"
#include "wire/serialize.h"

namespace wire {
namespace {

using dynamodb::EncodedItem;

constexpr std::size_t frame_bytes = 256;  // around the items, without metrics of many tables

// Type descriptors, quotes and commas make JSON longer than the stored bytes; by about this much where attributes are
// short. A guess too low costs one more allocation.
std::size_t text_bytes(const EncodedItem& item) {
  return item.bytes().size() * 2;
}

template <class Items>
std::size_t text_bytes_of_all(const Items& items) {
  std::size_t bytes = 0;
  for (const EncodedItem& item : items) {
    bytes += text_bytes(item);
  }
  return bytes;
}

void write_items(const std::vector<EncodedItem>& items, JsonText& out) {
  out.begin_array();
  for (const EncodedItem& item : items) {
    write_item(item, out);
  }
  out.end_array();
}

void write_unprocessed(const dynamodb::KeysAndAttributes& request, JsonText& out) {
  out.begin_object().raw_key("Keys").begin_array();
  for (const dynamodb::Key& key : request.keys) {
    write_map(key, out);
  }
  out.end_array();
  if (request.consistent_read) out.raw_key("ConsistentRead").boolean(true);
  out.optional_member("ProjectionExpression", request.projection_expression);
  if (request.attributes.names) {
    out.raw_key("ExpressionAttributeNames").begin_object();
    for (const auto& [placeholder, name] : *request.attributes.names) {
      out.key(placeholder).string(name);
    }
    out.end_object();
  }
  out.end_object();
}

void write_unprocessed(const dynamodb::WriteRequest& request, JsonText& out) {
  out.begin_object();
  if (const auto* put = std::get_if<dynamodb::PutRequest>(&request)) {
    out.raw_key("PutRequest").begin_object().raw_key("Item");
    write_map(put->item, out);
  } else {
    out.raw_key("DeleteRequest").begin_object().raw_key("Key");
    write_map(std::get<dynamodb::DeleteRequest>(request).key, out);
  }
  out.end_object().end_object();
}

}  // namespace

std::string serialize(const dynamodb::GetItemResult& result) {
  JsonText out(frame_bytes + (result.item ? text_bytes(*result.item) : 0));
  out.begin_object();
  if (result.item) {
    out.raw_key("Item");
    write_item(*result.item, out);
  }
  write_consumed_capacity(result.consumed_capacity, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::WriteItemResult& result) {
  JsonText out(frame_bytes + (result.attributes ? text_bytes(*result.attributes) : 0));
  out.begin_object();
  if (result.attributes) {
    out.raw_key("Attributes");
    write_item(*result.attributes, out);
  }
  write_consumed_capacity(result.consumed_capacity, out);
  write_item_collection_metrics(result.item_collection_metrics, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::PageResult& result, dynamodb::Select select) {
  JsonText out(frame_bytes + text_bytes_of_all(result.items));
  out.begin_object();
  if (select != dynamodb::Select::count) {
    out.raw_key("Items");
    write_items(result.items, out);
  }
  out.raw_key("Count").integer(result.count).raw_key("ScannedCount").integer(result.scanned_count);
  if (result.last_evaluated_key) {
    out.raw_key("LastEvaluatedKey");
    write_map(*result.last_evaluated_key, out);
  }
  write_consumed_capacity(result.consumed_capacity, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::BatchGetItemResult& result) {
  std::size_t bytes = frame_bytes;
  for (const auto& [table, items] : result.responses) {
    bytes += text_bytes_of_all(items);
  }
  JsonText out(bytes);
  out.begin_object().raw_key("Responses").begin_object();
  for (const auto& [table, items] : result.responses) {
    out.key(table);
    write_items(items, out);
  }
  out.end_object().raw_key("UnprocessedKeys").begin_object();
  for (const auto& [table, keys] : result.unprocessed_keys) {
    out.key(table);
    write_unprocessed(keys, out);
  }
  out.end_object();
  write_consumed_capacity(result.consumed_capacity, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::BatchWriteItemResult& result) {
  JsonText out(frame_bytes);
  out.begin_object().raw_key("UnprocessedItems").begin_object();
  for (const auto& [table, writes] : result.unprocessed_items) {
    out.key(table).begin_array();
    for (const dynamodb::WriteRequest& write : writes) {
      write_unprocessed(write, out);
    }
    out.end_array();
  }
  out.end_object();
  write_consumed_capacity(result.consumed_capacity, out);
  write_item_collection_metrics(result.item_collection_metrics, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::TransactWriteItemsResult& result) {
  JsonText out(frame_bytes);
  out.begin_object();
  write_consumed_capacity(result.consumed_capacity, out);
  write_item_collection_metrics(result.item_collection_metrics, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::TransactGetItemsResult& result) {
  std::size_t bytes = frame_bytes;
  for (const std::optional<EncodedItem>& item : result.responses) {
    bytes += item ? text_bytes(*item) : 0;
  }
  JsonText out(bytes);
  out.begin_object().raw_key("Responses").begin_array();
  for (const std::optional<EncodedItem>& item : result.responses) {
    out.begin_object();
    if (item) {
      out.raw_key("Item");
      write_item(*item, out);
    }
    out.end_object();
  }
  out.end_array();
  write_consumed_capacity(result.consumed_capacity, out);
  return std::move(out.end_object()).take();
}

}  // namespace wire
