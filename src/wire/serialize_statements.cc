// Answers of PartiQL's operations.
#include "wire/capacity_text.h"
#include "wire/item_text.h"
#include "wire/serialize.h"

namespace wire {

using dynamodb::EncodedItem;

namespace {

void write_optional_item(const std::optional<EncodedItem>& item, JsonText& out) {
  if (!item) return;
  out.raw_key("Item");
  write_item(*item, out);
}

void write_error(const dynamodb::BatchStatementError& error, JsonText& out) {
  out.raw_key("Error").begin_object().member("Code", error.code).member("Message", error.message);
  write_optional_item(error.item, out);
  out.end_object();
}

}  // namespace

std::string serialize(const dynamodb::ExecuteStatementResult& result) {
  JsonText out;
  out.begin_object().raw_key("Items").begin_array();
  for (const EncodedItem& item : result.items) {
    write_item(item, out);
  }
  out.end_array().optional_member("NextToken", result.next_token);
  if (result.last_evaluated_key) {
    out.raw_key("LastEvaluatedKey");
    write_map(*result.last_evaluated_key, out);
  }
  write_consumed_capacity(result.consumed_capacity, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::BatchExecuteStatementResult& result) {
  JsonText out;
  out.begin_object().raw_key("Responses").begin_array();
  for (const dynamodb::BatchStatementResponse& response : result.responses) {
    out.begin_object();
    if (response.error) write_error(*response.error, out);
    out.optional_member("TableName", response.table_name);
    write_optional_item(response.item, out);
    out.end_object();
  }
  out.end_array();
  write_consumed_capacity(result.consumed_capacity, out);
  return std::move(out.end_object()).take();
}

std::string serialize(const dynamodb::ExecuteTransactionResult& result) {
  JsonText out;
  out.begin_object().raw_key("Responses").begin_array();
  for (const std::optional<EncodedItem>& item : result.responses) {
    out.begin_object();
    write_optional_item(item, out);
    out.end_object();
  }
  out.end_array();
  write_consumed_capacity(result.consumed_capacity, out);
  return std::move(out.end_object()).take();
}

}  // namespace wire
