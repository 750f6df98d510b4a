// The port over DynamoDB's JSON protocol: every operation becomes a body, goes through exchange(), and its answer
// becomes a result. How a body travels is the one thing that its children say.
#pragma once

#include <string>
#include <string_view>

#include "dynamodb/continuous_backup_requests.h"
#include "dynamodb/table_service.h"
#include "wire/serialize_request.h"

namespace wire {

// What a request does, and so whether it may be sent again when nobody knows what became of the first time.
enum class Effect {
  none,        // it only reads
  repeatable,  // a second time changes nothing more
  once,        // a second time would meet its own success (a condition fails, a table is there), or add again
};

class ProtocolService : public dynamodb::TableService {
 public:
  dynamodb::Awaitable<dynamodb::GetItemResult> get_item(dynamodb::GetItemRequest request) override;
  dynamodb::Awaitable<dynamodb::WriteItemResult> put_item(dynamodb::PutItemRequest request) override;
  dynamodb::Awaitable<dynamodb::WriteItemResult> update_item(dynamodb::UpdateItemRequest request) override;
  dynamodb::Awaitable<dynamodb::WriteItemResult> delete_item(dynamodb::DeleteItemRequest request) override;
  dynamodb::Awaitable<dynamodb::PageResult> query(dynamodb::QueryRequest request) override;
  dynamodb::Awaitable<dynamodb::PageResult> scan(dynamodb::ScanRequest request) override;
  dynamodb::Awaitable<dynamodb::BatchGetItemResult> batch_get_item(dynamodb::BatchGetItemRequest request) override;
  dynamodb::Awaitable<dynamodb::BatchWriteItemResult> batch_write_item(
      dynamodb::BatchWriteItemRequest request) override;
  // Safe to repeat with a ClientRequestToken, and only then.
  dynamodb::Awaitable<dynamodb::TransactWriteItemsResult> transact_write_items(
      dynamodb::TransactWriteItemsRequest request) override;
  dynamodb::Awaitable<dynamodb::TransactGetItemsResult> transact_get_items(
      dynamodb::TransactGetItemsRequest request) override;

  dynamodb::Awaitable<dynamodb::TableResult> create_table(dynamodb::CreateTableRequest request) override;
  dynamodb::Awaitable<dynamodb::TableResult> describe_table(dynamodb::DescribeTableRequest request) override;
  dynamodb::Awaitable<dynamodb::TableResult> delete_table(dynamodb::DeleteTableRequest request) override;
  dynamodb::Awaitable<dynamodb::ListTablesResult> list_tables(dynamodb::ListTablesRequest request) override;

  // nullopt: the protocol has no such thing.
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

  // Not on the port: the embedded store has no such thing.
  dynamodb::Awaitable<dynamodb::ContinuousBackupsResult> update_continuous_backups(
      const dynamodb::UpdateContinuousBackupsRequest& request);
  dynamodb::Awaitable<dynamodb::ContinuousBackupsResult> describe_continuous_backups(
      const dynamodb::DescribeContinuousBackupsRequest& request);

 protected:
  // The body of an answer of status 200, or why there is none. `operation`, as in "GetItem", is a literal.
  virtual dynamodb::Awaitable<std::string> exchange(std::string_view operation, std::string body, Effect effect) = 0;

 private:
  template <class Result>
  dynamodb::Awaitable<Result> answer_of(dynamodb::Awaitable<std::string> exchanged);
  template <class Result, class Request>
  dynamodb::Awaitable<Result> ask(std::string_view operation, const Request& request, Effect effect);
};

}  // namespace wire
