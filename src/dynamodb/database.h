// The port: a DynamoDB, wherever it is. The tracker knows nothing else of its storage.
#pragma once

#include <boost/asio/awaitable.hpp>

#include "dynamodb/requests.h"
#include "dynamodb/table_requests.h"

namespace dynamodb {

template <class T>
using Awaitable = boost::asio::awaitable<Result<T>>;

// Implementations: engine::EmbeddedDatabase (on disk, or in memory), and later aws::RemoteDatabase.
//
// Thread-safe: any member may be called from any thread at any time, and its coroutine resumes on the executor of the
// caller. A write that answered a value is durable. A write that answered ErrorCode::unreachable or
// internal_server_error may or may not have been applied, as on AWS; every other error means that nothing was changed.
// Limits are DynamoDB's (limits.h); going beyond one is a ValidationException.
class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  virtual Awaitable<GetItemResult> get_item(GetItemRequest request) = 0;
  virtual Awaitable<WriteItemResult> put_item(PutItemRequest request) = 0;
  virtual Awaitable<WriteItemResult> update_item(UpdateItemRequest request) = 0;
  virtual Awaitable<WriteItemResult> delete_item(DeleteItemRequest request) = 0;
  virtual Awaitable<PageResult> query(QueryRequest request) = 0;
  virtual Awaitable<PageResult> scan(ScanRequest request) = 0;
  virtual Awaitable<BatchGetItemResult> batch_get_item(BatchGetItemRequest request) = 0;
  virtual Awaitable<BatchWriteItemResult> batch_write_item(BatchWriteItemRequest request) = 0;
  virtual Awaitable<TransactWriteItemsResult> transact_write_items(TransactWriteItemsRequest request) = 0;
  virtual Awaitable<TransactGetItemsResult> transact_get_items(TransactGetItemsRequest request) = 0;

  virtual Awaitable<TableResult> create_table(CreateTableRequest request) = 0;
  virtual Awaitable<TableResult> describe_table(DescribeTableRequest request) = 0;
  virtual Awaitable<TableResult> delete_table(DeleteTableRequest request) = 0;
  virtual Awaitable<ListTablesResult> list_tables(ListTablesRequest request) = 0;

  // The exact number of items in one partition of an index with a sort key, where the store keeps it at no cost. The
  // partition key has one attribute.
  // nullopt: this store does not (AWS has no such thing); the caller counts by Query, Select::count.
  virtual Awaitable<std::optional<std::int64_t>> partition_item_count(std::string table_name, std::string index_name,
                                                                      AttributeValue partition_key) = 0;
};

}  // namespace dynamodb
