// A Database that adds up what its requests consumed, as DynamoDB tells by ReturnConsumedCapacity. Like a remote store
// it keeps no counts.
#pragma once

#include <utility>
#include <vector>

#include "dynamodb/database.h"

namespace bench {

struct Consumed {
  double read_units = 0;
  double write_units = 0;
};

class MeteredDatabase final : public dynamodb::Database {
 public:
  explicit MeteredDatabase(dynamodb::Database& inner) : inner_(inner) {}

  // Since the last time it was asked.
  [[nodiscard]] Consumed take() { return std::exchange(consumed_, {}); }

  dynamodb::Awaitable<dynamodb::GetItemResult> get_item(dynamodb::GetItemRequest request) override {
    return metered(&Database::get_item, std::move(request), consumed_.read_units);
  }
  dynamodb::Awaitable<dynamodb::WriteItemResult> put_item(dynamodb::PutItemRequest request) override {
    return metered(&Database::put_item, std::move(request), consumed_.write_units);
  }
  dynamodb::Awaitable<dynamodb::WriteItemResult> update_item(dynamodb::UpdateItemRequest request) override {
    return metered(&Database::update_item, std::move(request), consumed_.write_units);
  }
  dynamodb::Awaitable<dynamodb::WriteItemResult> delete_item(dynamodb::DeleteItemRequest request) override {
    return metered(&Database::delete_item, std::move(request), consumed_.write_units);
  }
  dynamodb::Awaitable<dynamodb::PageResult> query(dynamodb::QueryRequest request) override {
    return metered(&Database::query, std::move(request), consumed_.read_units);
  }
  dynamodb::Awaitable<dynamodb::PageResult> scan(dynamodb::ScanRequest request) override {
    return metered(&Database::scan, std::move(request), consumed_.read_units);
  }
  dynamodb::Awaitable<dynamodb::BatchGetItemResult> batch_get_item(dynamodb::BatchGetItemRequest request) override {
    return metered(&Database::batch_get_item, std::move(request), consumed_.read_units);
  }
  dynamodb::Awaitable<dynamodb::BatchWriteItemResult> batch_write_item(
      dynamodb::BatchWriteItemRequest request) override {
    return metered(&Database::batch_write_item, std::move(request), consumed_.write_units);
  }
  dynamodb::Awaitable<dynamodb::TransactWriteItemsResult> transact_write_items(
      dynamodb::TransactWriteItemsRequest request) override {
    return metered(&Database::transact_write_items, std::move(request), consumed_.write_units);
  }
  dynamodb::Awaitable<dynamodb::TransactGetItemsResult> transact_get_items(
      dynamodb::TransactGetItemsRequest request) override {
    return metered(&Database::transact_get_items, std::move(request), consumed_.read_units);
  }
  dynamodb::Awaitable<dynamodb::TableResult> create_table(dynamodb::CreateTableRequest request) override {
    return inner_.create_table(std::move(request));
  }
  dynamodb::Awaitable<dynamodb::TableResult> describe_table(dynamodb::DescribeTableRequest request) override {
    return inner_.describe_table(std::move(request));
  }
  dynamodb::Awaitable<dynamodb::TableResult> delete_table(dynamodb::DeleteTableRequest request) override {
    return inner_.delete_table(std::move(request));
  }
  dynamodb::Awaitable<dynamodb::ListTablesResult> list_tables(dynamodb::ListTablesRequest request) override {
    return inner_.list_tables(std::move(request));
  }
  dynamodb::Awaitable<std::optional<std::int64_t>> partition_item_count(
      std::string /*table_name*/, std::string /*index_name*/, dynamodb::AttributeValue /*partition_key*/) override {
    co_return std::nullopt;
  }

 private:
  static double units(const std::optional<dynamodb::ConsumedCapacity>& consumed) {
    return consumed ? consumed->total.units : 0;
  }
  static double units(const std::vector<dynamodb::ConsumedCapacity>& consumed) {
    double sum = 0;
    for (const auto& table : consumed) sum += table.total.units;
    return sum;
  }

  template <class T, class Request>
  dynamodb::Awaitable<T> metered(dynamodb::Awaitable<T> (dynamodb::Database::*operation)(Request), Request request,
                                 double& sum) {
    request.return_consumed_capacity = dynamodb::ReturnConsumedCapacity::total;
    auto result = co_await (inner_.*operation)(std::move(request));
    if (result) sum += units(result->consumed_capacity);
    co_return result;
  }

  dynamodb::Database& inner_;
  Consumed consumed_;
};

}  // namespace bench
