// Requests of the data plane, as a client sends them. What was not given is not sent.
#include "wire/item_text.h"
#include "wire/json_text.h"
#include "wire/serialize_request.h"

namespace wire {
namespace {

using dynamodb::ReturnValues;
using dynamodb::Select;

std::string_view text_of(ReturnValues return_values) {
  switch (return_values) {
    case ReturnValues::none:
      return "NONE";
    case ReturnValues::all_old:
      return "ALL_OLD";
    case ReturnValues::updated_old:
      return "UPDATED_OLD";
    case ReturnValues::all_new:
      return "ALL_NEW";
    case ReturnValues::updated_new:
      return "UPDATED_NEW";
  }
  return "NONE";
}

std::string_view text_of(Select select) {
  switch (select) {
    case Select::unspecified:
      return "";
    case Select::all_attributes:
      return "ALL_ATTRIBUTES";
    case Select::all_projected_attributes:
      return "ALL_PROJECTED_ATTRIBUTES";
    case Select::specific_attributes:
      return "SPECIFIC_ATTRIBUTES";
    case Select::count:
      return "COUNT";
  }
  return "";
}

void write_attributes(const dynamodb::ExpressionAttributes& attributes, JsonText& out) {
  if (attributes.names) {
    out.raw_key("ExpressionAttributeNames").begin_object();
    for (const auto& [placeholder, name] : *attributes.names) out.key(placeholder).string(name);
    out.end_object();
  }
  if (attributes.values) {
    out.raw_key("ExpressionAttributeValues");
    write_map(*attributes.values, out);
  }
}

void write_returned(dynamodb::ReturnConsumedCapacity capacity, JsonText& out) {
  if (capacity == dynamodb::ReturnConsumedCapacity::none) return;
  out.member("ReturnConsumedCapacity", capacity == dynamodb::ReturnConsumedCapacity::total ? "TOTAL" : "INDEXES");
}

void write_returned(dynamodb::ReturnItemCollectionMetrics metrics, JsonText& out) {
  if (metrics == dynamodb::ReturnItemCollectionMetrics::size) out.member("ReturnItemCollectionMetrics", "SIZE");
}

void write_returned(dynamodb::ReturnValuesOnConditionCheckFailure values, JsonText& out) {
  if (values == dynamodb::ReturnValuesOnConditionCheckFailure::none) return;
  out.member("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
}

void write_key(const dynamodb::Key& key, JsonText& out) {
  out.raw_key("Key");
  write_map(key, out);
}

// What PutItem, UpdateItem, DeleteItem and ConditionCheck have, alone and in a transaction.
template <class Action>
void write_action(const Action& action, JsonText& out) {
  out.member("TableName", action.table_name);
  write_attributes(action.attributes, out);
  write_returned(action.on_condition_check_failure, out);
}

void write_members(const dynamodb::PutItemRequest& put, JsonText& out) {
  write_action(put, out);
  out.raw_key("Item");
  write_map(put.item, out);
  out.optional_member("ConditionExpression", put.condition_expression);
}

void write_members(const dynamodb::DeleteItemRequest& request, JsonText& out) {
  write_action(request, out);
  write_key(request.key, out);
  out.optional_member("ConditionExpression", request.condition_expression);
}

void write_members(const dynamodb::UpdateItemRequest& update, JsonText& out) {
  write_action(update, out);
  write_key(update.key, out);
  out.optional_member("UpdateExpression", update.update_expression);
  out.optional_member("ConditionExpression", update.condition_expression);
}

void write_members(const dynamodb::ConditionCheck& check, JsonText& out) {
  write_action(check, out);
  write_key(check.key, out);
  out.member("ConditionExpression", check.condition_expression);
}

std::string_view name_of(const dynamodb::TransactWriteItem& action) {
  constexpr std::string_view names[] = {"Put", "Delete", "Update", "ConditionCheck"};  // as in the variant
  return names[action.index()];
}

template <class Request>
std::string single_write(const Request& request) {
  JsonText out;
  out.begin_object();
  write_members(request, out);
  if (request.return_values != ReturnValues::none) out.member("ReturnValues", text_of(request.return_values));
  write_returned(request.return_consumed_capacity, out);
  write_returned(request.return_item_collection_metrics, out);
  out.end_object();
  return std::move(out).take();
}

// What GetItem, one table of BatchGetItem and one Get of a transaction have.
template <class Read>
void write_projection(const Read& read, JsonText& out) {
  out.optional_member("ProjectionExpression", read.projection_expression);
  write_attributes(read.attributes, out);
}

template <class Request>
void write_page_members(const Request& request, JsonText& out) {
  out.member("TableName", request.table_name).optional_member("IndexName", request.index_name);
  write_projection(request, out);
  out.optional_member("FilterExpression", request.filter_expression);
  if (request.select != Select::unspecified) out.member("Select", text_of(request.select));
  if (request.limit) out.raw_key("Limit").integer(*request.limit);
  if (request.exclusive_start_key) {
    out.raw_key("ExclusiveStartKey");
    write_map(*request.exclusive_start_key, out);
  }
  if (request.consistent_read) out.raw_key("ConsistentRead").boolean(true);
  write_returned(request.return_consumed_capacity, out);
}

}  // namespace

std::string serialize(const dynamodb::GetItemRequest& request) {
  JsonText out;
  out.begin_object().member("TableName", request.table_name);
  write_key(request.key, out);
  write_projection(request, out);
  if (request.consistent_read) out.raw_key("ConsistentRead").boolean(true);
  write_returned(request.return_consumed_capacity, out);
  out.end_object();
  return std::move(out).take();
}

std::string serialize(const dynamodb::PutItemRequest& request) {
  return single_write(request);
}

std::string serialize(const dynamodb::DeleteItemRequest& request) {
  return single_write(request);
}

std::string serialize(const dynamodb::UpdateItemRequest& request) {
  return single_write(request);
}

std::string serialize(const dynamodb::QueryRequest& request) {
  JsonText out;
  out.begin_object();
  write_page_members(request, out);
  out.member("KeyConditionExpression", request.key_condition_expression);
  if (!request.scan_index_forward) out.raw_key("ScanIndexForward").boolean(false);
  out.end_object();
  return std::move(out).take();
}

std::string serialize(const dynamodb::ScanRequest& request) {
  JsonText out;
  out.begin_object();
  write_page_members(request, out);
  if (request.segment) out.raw_key("Segment").integer(*request.segment);
  if (request.total_segments) out.raw_key("TotalSegments").integer(*request.total_segments);
  out.end_object();
  return std::move(out).take();
}

std::string serialize(const dynamodb::BatchGetItemRequest& request) {
  JsonText out;
  out.begin_object().raw_key("RequestItems").begin_object();
  for (const auto& [table, keys] : request.request_items) {
    out.key(table).begin_object().raw_key("Keys").begin_array();
    for (const dynamodb::Key& key : keys.keys) write_map(key, out);
    out.end_array();
    write_projection(keys, out);
    if (keys.consistent_read) out.raw_key("ConsistentRead").boolean(true);
    out.end_object();
  }
  out.end_object();
  write_returned(request.return_consumed_capacity, out);
  out.end_object();
  return std::move(out).take();
}

std::string serialize(const dynamodb::BatchWriteItemRequest& request) {
  JsonText out;
  out.begin_object().raw_key("RequestItems").begin_object();
  for (const auto& [table, writes] : request.request_items) {
    out.key(table).begin_array();
    for (const dynamodb::WriteRequest& write : writes) {
      out.begin_object();
      if (const auto* put = std::get_if<dynamodb::PutRequest>(&write)) {
        out.raw_key("PutRequest").begin_object().raw_key("Item");
        write_map(put->item, out);
      } else {
        out.raw_key("DeleteRequest").begin_object();
        write_key(std::get<dynamodb::DeleteRequest>(write).key, out);
      }
      out.end_object().end_object();
    }
    out.end_array();
  }
  out.end_object();
  write_returned(request.return_consumed_capacity, out);
  write_returned(request.return_item_collection_metrics, out);
  out.end_object();
  return std::move(out).take();
}

std::string serialize(const dynamodb::TransactWriteItemsRequest& request) {
  JsonText out;
  out.begin_object().raw_key("TransactItems").begin_array();
  for (const dynamodb::TransactWriteItem& action : request.transact_items) {
    out.begin_object().raw_key(name_of(action)).begin_object();
    std::visit([&out](const auto& of_a_kind) { write_members(of_a_kind, out); }, action);
    out.end_object().end_object();
  }
  out.end_array().optional_member("ClientRequestToken", request.client_request_token);
  write_returned(request.return_consumed_capacity, out);
  write_returned(request.return_item_collection_metrics, out);
  out.end_object();
  return std::move(out).take();
}

std::string serialize(const dynamodb::TransactGetItemsRequest& request) {
  JsonText out;
  out.begin_object().raw_key("TransactItems").begin_array();
  for (const dynamodb::TransactGet& get : request.transact_items) {
    out.begin_object().raw_key("Get").begin_object().member("TableName", get.table_name);
    write_key(get.key, out);
    write_projection(get, out);
    out.end_object().end_object();
  }
  out.end_array();
  write_returned(request.return_consumed_capacity, out);
  out.end_object();
  return std::move(out).take();
}

}  // namespace wire
