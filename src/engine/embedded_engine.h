// The one implementation of EmbeddedDatabase: ties every operation to the port.
#pragma once

#include <memory>

#include "engine/background.h"
#include "engine/embedded_database.h"
#include "engine/storage.h"
#include "engine/writer.h"

namespace engine {

class EmbeddedEngine final : public EmbeddedDatabase {
 public:
  explicit EmbeddedEngine(std::unique_ptr<Storage> storage);

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
  dynamodb::Awaitable<std::optional<std::int64_t>> partition_item_count(
      std::string table_name, std::string index_name, dynamodb::AttributeValue partition_key) override;

  dynamodb::Awaitable<dynamodb::TableResult> update_table(dynamodb::UpdateTableRequest request) override;
  dynamodb::Awaitable<dynamodb::UpdateTimeToLiveResult> update_time_to_live(
      dynamodb::UpdateTimeToLiveRequest request) override;
  dynamodb::Awaitable<dynamodb::DescribeTimeToLiveResult> describe_time_to_live(
      dynamodb::DescribeTimeToLiveRequest request) override;
  dynamodb::Awaitable<dynamodb::TagResourceResult> tag_resource(dynamodb::TagResourceRequest request) override;
  dynamodb::Awaitable<dynamodb::UntagResourceResult> untag_resource(dynamodb::UntagResourceRequest request) override;
  dynamodb::Awaitable<dynamodb::ListTagsOfResourceResult> list_tags_of_resource(
      dynamodb::ListTagsOfResourceRequest request) override;
  dynamodb::Awaitable<dynamodb::ListStreamsResult> list_streams(dynamodb::ListStreamsRequest request) override;
  dynamodb::Awaitable<dynamodb::DescribeStreamResult> describe_stream(dynamodb::DescribeStreamRequest request) override;
  dynamodb::Awaitable<dynamodb::GetShardIteratorResult> get_shard_iterator(
      dynamodb::GetShardIteratorRequest request) override;
  dynamodb::Awaitable<dynamodb::GetRecordsResult> get_records(dynamodb::GetRecordsRequest request) override;

  std::expected<void, std::string> backup_to(const std::string& directory) override;

  [[nodiscard]] const Storage& storage() const { return *storage_; }
  [[nodiscard]] Writer& writer() { return writer_; }
  [[nodiscard]] Background& background() { return background_; }

 private:
  std::unique_ptr<Storage> storage_;
  Writer writer_;          // after the storage, which it uses until it ends
  Background background_;  // after both, for the same reason
};

}  // namespace engine
