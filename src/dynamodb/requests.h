// Requests and results of the data plane, member by member as in the API reference, in snake_case.
// Expressions come as text: each Database parses and validates them itself, with DynamoDB's messages.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dynamodb/attribute_value.h"
#include "dynamodb/consumed_capacity.h"
#include "dynamodb/encoded_item.h"

namespace dynamodb {

using Key = AttributeMap;  // exactly the table's key attributes

enum class ReturnValues { none, all_old, updated_old, all_new, updated_new };
enum class ReturnValuesOnConditionCheckFailure { none, all_old };
enum class Select { unspecified, all_attributes, all_projected_attributes, specific_attributes, count };

// ExpressionAttributeNames ("#n" to name) and ExpressionAttributeValues (":v" to value), with their prefix characters.
// nullopt is "not given", which is not the same as empty (an empty one is an error).
struct ExpressionAttributes {
  std::optional<std::map<std::string, std::string, std::less<>>> names;
  std::optional<AttributeMap> values;
  // Not from the wire: the expressions (but for a KeyConditionExpression) were made of legacy parameters (Expected,
  // AttributeUpdates …), which have no limits of length and errors of their own.
  bool made_of_legacy_parameters = false;
};

struct GetItemRequest {
  std::string table_name;
  Key key;
  bool consistent_read = false;
  std::optional<std::string> projection_expression;
  ExpressionAttributes attributes;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
};
struct GetItemResult {
  std::optional<EncodedItem> item;                         // nullopt: no such item
  std::optional<ConsumedCapacity> consumed_capacity = {};  // when it was asked for, here and below
};

struct PutItemRequest {
  std::string table_name;
  Item item;
  std::optional<std::string> condition_expression;
  ExpressionAttributes attributes;
  ReturnValues return_values = ReturnValues::none;  // none or all_old
  ReturnValuesOnConditionCheckFailure on_condition_check_failure = ReturnValuesOnConditionCheckFailure::none;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
  ReturnItemCollectionMetrics return_item_collection_metrics = ReturnItemCollectionMetrics::none;
};
struct DeleteItemRequest {
  std::string table_name;
  Key key;
  std::optional<std::string> condition_expression;
  ExpressionAttributes attributes;
  ReturnValues return_values = ReturnValues::none;  // none or all_old
  ReturnValuesOnConditionCheckFailure on_condition_check_failure = ReturnValuesOnConditionCheckFailure::none;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
  ReturnItemCollectionMetrics return_item_collection_metrics = ReturnItemCollectionMetrics::none;
};
struct UpdateItemRequest {
  std::string table_name;
  Key key;
  std::optional<std::string> update_expression;
  std::optional<std::string> condition_expression;
  ExpressionAttributes attributes;
  ReturnValues return_values = ReturnValues::none;
  ReturnValuesOnConditionCheckFailure on_condition_check_failure = ReturnValuesOnConditionCheckFailure::none;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
  ReturnItemCollectionMetrics return_item_collection_metrics = ReturnItemCollectionMetrics::none;
};
// Of PutItem, UpdateItem and DeleteItem.
struct WriteItemResult {
  std::optional<EncodedItem> attributes;  // what return_values asked for; nullopt when there is nothing to return
  std::optional<ConsumedCapacity> consumed_capacity = {};
  std::optional<ItemCollectionMetrics> item_collection_metrics = {};
};

struct QueryRequest {
  std::string table_name;
  std::optional<std::string> index_name;
  std::string key_condition_expression;
  std::optional<std::string> filter_expression;
  std::optional<std::string> projection_expression;
  ExpressionAttributes attributes;
  Select select = Select::unspecified;
  std::optional<std::int64_t> limit;  // items evaluated, at least 1
  std::optional<Key> exclusive_start_key;
  bool scan_index_forward = true;
  bool consistent_read = false;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
  bool filter_may_name_keys = false;  // not from the wire: PartiQL filters by key attributes too
};
struct ScanRequest {
  std::string table_name;
  std::optional<std::string> index_name;
  std::optional<std::string> filter_expression;
  std::optional<std::string> projection_expression;
  ExpressionAttributes attributes;
  Select select = Select::unspecified;
  std::optional<std::int64_t> limit;
  std::optional<Key> exclusive_start_key;
  std::optional<std::int64_t> segment;
  std::optional<std::int64_t> total_segments;
  bool consistent_read = false;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
};
// One page of a Query or Scan.
struct PageResult {
  std::vector<EncodedItem> items;  // empty with Select::count
  std::int64_t count = 0;
  std::int64_t scanned_count = 0;
  std::optional<Key> last_evaluated_key;  // nullopt: that was the last page
  std::optional<ConsumedCapacity> consumed_capacity = {};
};

struct KeysAndAttributes {
  std::vector<Key> keys;
  bool consistent_read = false;
  std::optional<std::string> projection_expression;
  ExpressionAttributes attributes;  // values are not allowed here
};
struct BatchGetItemRequest {
  std::map<std::string, KeysAndAttributes> request_items;  // by table name
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
};
struct BatchGetItemResult {
  std::map<std::string, std::vector<EncodedItem>> responses;
  std::map<std::string, KeysAndAttributes> unprocessed_keys;
  std::vector<ConsumedCapacity> consumed_capacity = {};  // one per table
};

struct PutRequest {
  Item item;
};
struct DeleteRequest {
  Key key;
};
using WriteRequest = std::variant<PutRequest, DeleteRequest>;
struct BatchWriteItemRequest {
  std::map<std::string, std::vector<WriteRequest>> request_items;  // by table name
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
  ReturnItemCollectionMetrics return_item_collection_metrics = ReturnItemCollectionMetrics::none;
};
struct BatchWriteItemResult {
  std::map<std::string, std::vector<WriteRequest>> unprocessed_items;
  std::vector<ConsumedCapacity> consumed_capacity = {};  // one per table
  ItemCollectionMetricsOfTables item_collection_metrics = {};
};

struct ConditionCheck {
  std::string table_name;
  Key key;
  std::string condition_expression;
  ExpressionAttributes attributes;
  ReturnValuesOnConditionCheckFailure on_condition_check_failure = ReturnValuesOnConditionCheckFailure::none;
};
// PutItemRequest, DeleteItemRequest and UpdateItemRequest here ignore return_values.
using TransactWriteItem = std::variant<PutItemRequest, DeleteItemRequest, UpdateItemRequest, ConditionCheck>;
struct TransactWriteItemsRequest {
  std::vector<TransactWriteItem> transact_items;
  std::optional<std::string> client_request_token;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
  ReturnItemCollectionMetrics return_item_collection_metrics = ReturnItemCollectionMetrics::none;
};
struct TransactWriteItemsResult {
  std::vector<ConsumedCapacity> consumed_capacity = {};  // one per table
  ItemCollectionMetricsOfTables item_collection_metrics = {};
};

struct TransactGet {
  std::string table_name;
  Key key;
  std::optional<std::string> projection_expression;
  ExpressionAttributes attributes;
};
struct TransactGetItemsRequest {
  std::vector<TransactGet> transact_items;
  ReturnConsumedCapacity return_consumed_capacity = ReturnConsumedCapacity::none;
};
struct TransactGetItemsResult {
  std::vector<std::optional<EncodedItem>> responses;     // in request order
  std::vector<ConsumedCapacity> consumed_capacity = {};  // one per table
};

}  // namespace dynamodb
