// A Database that goes wrong where a test says, and lets a test run something else between any two calls. It also
// refuses what the guide's IAM policy does not allow.
#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "dynamodb/database.h"

namespace tracker::testing {

enum class Fault {
  none,
  contention,    // a conflict or throttling: nothing was done
  not_reached,   // unreachable: nothing was done
  lost_answer,   // unreachable: it was done
  absent_index,  // a Query of an additive index is a ValidationException
  killed,        // the process ends before the call: Killed is thrown
};

struct Killed {};

// What the guide's policy does not allow was asked for: the repository is wrong.
struct NotAllowed {
  std::string operation;
};

class FaultInjectingDatabase : public dynamodb::Database {
 public:
  explicit FaultInjectingDatabase(dynamodb::Database& inner) : inner_(inner) {}

  // Both are asked before every call with its number, from 0. Set them before the first call.
  std::function<Fault(int call)> fault;
  std::function<boost::asio::awaitable<void>(int call)> interlude;

  [[nodiscard]] int calls() const { return calls_; }

  dynamodb::Awaitable<dynamodb::GetItemResult> get_item(dynamodb::GetItemRequest request) override;
  dynamodb::Awaitable<dynamodb::WriteItemResult> put_item(dynamodb::PutItemRequest request) override;
  dynamodb::Awaitable<dynamodb::WriteItemResult> update_item(dynamodb::UpdateItemRequest request) override;
  dynamodb::Awaitable<dynamodb::WriteItemResult> delete_item(dynamodb::DeleteItemRequest request) override;
  dynamodb::Awaitable<dynamodb::PageResult> query(dynamodb::QueryRequest request) override;
  dynamodb::Awaitable<dynamodb::PageResult> scan(dynamodb::ScanRequest request) override;
  dynamodb::Awaitable<dynamodb::BatchGetItemResult> batch_get_item(dynamodb::BatchGetItemRequest request) override;
  dynamodb::Awaitable<dynamodb::BatchWriteItemResult> batch_write_item(
      dynamodb::BatchWriteItemRequest request) override;
  dynamodb::Awaitable<dynamodb::TransactWriteItemsResult> transact_write_items(
      dynamodb::TransactWriteItemsRequest request) override;
  dynamodb::Awaitable<dynamodb::TransactGetItemsResult> transact_get_items(
      dynamodb::TransactGetItemsRequest request) override;
  dynamodb::Awaitable<dynamodb::TableResult> create_table(dynamodb::CreateTableRequest request) override;
  dynamodb::Awaitable<dynamodb::TableResult> describe_table(dynamodb::DescribeTableRequest request) override;
  dynamodb::Awaitable<dynamodb::TableResult> delete_table(dynamodb::DeleteTableRequest request) override;
  dynamodb::Awaitable<dynamodb::ListTablesResult> list_tables(dynamodb::ListTablesRequest request) override;
  // Answers nullopt, as AWS: what counts for free elsewhere is tested with the Database itself.
  dynamodb::Awaitable<std::optional<std::int64_t>> partition_item_count(
      std::string table_name, std::string index_name, dynamodb::AttributeValue partition_key) override;

 private:
  template <class T, class Request>
  dynamodb::Awaitable<T> perform(dynamodb::Awaitable<T> (dynamodb::Database::*operation)(Request), Request request,
                                 dynamodb::Error contention, bool may_lack_index = false);

  dynamodb::Database& inner_;
  std::atomic<int> calls_ = 0;
};

}  // namespace tracker::testing
