#include "engine/embedded_engine.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>

#include "engine/backup.h"
#include "engine/operations.h"
#include "engine/stream_operations.h"
#include "engine/write_operations.h"

namespace engine {

namespace asio = boost::asio;
using dynamodb::Awaitable;
using dynamodb::Result;

namespace {

// Waits for a write without holding the thread: the writer's answer is posted to the caller's own executor, which is
// kept from running out of work until then.
template <class Answer, class Request>
Awaitable<Answer> awaited(void (*operation)(Writer&, const Request&, OnDone<Answer>), Writer& writer, Request request) {
  auto initiation = [operation, &writer, &request](auto handler) {
    auto executor = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
    operation(writer, request,
              [handler = std::move(handler), executor = std::move(executor)](Result<Answer> answer) mutable {
                asio::post(executor, [handler = std::move(handler), answer = std::move(answer)]() mutable {
                  std::move(handler)(std::move(answer));
                });
              });
  };
  co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Result<Answer>)>(std::move(initiation),
                                                                                               asio::use_awaitable);
}

}  // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): a sink, so that callers need not keep theirs
std::expected<std::unique_ptr<EmbeddedDatabase>, OpenError> EmbeddedDatabase::open(Options options) {
  auto storage = Storage::open(options);
  if (!storage) return std::unexpected(std::move(storage.error()));
  return std::make_unique<EmbeddedEngine>(std::move(*storage));
}

EmbeddedEngine::EmbeddedEngine(std::unique_ptr<Storage> storage)
    : storage_(std::move(storage)), writer_(*storage_), background_(*storage_, writer_) {}

Awaitable<dynamodb::GetItemResult> EmbeddedEngine::get_item(dynamodb::GetItemRequest request) {
  co_return engine::get_item(*storage_, request);
}

Awaitable<dynamodb::WriteItemResult> EmbeddedEngine::put_item(dynamodb::PutItemRequest request) {
  return awaited(engine::put_item, writer_, std::move(request));
}

Awaitable<dynamodb::WriteItemResult> EmbeddedEngine::update_item(dynamodb::UpdateItemRequest request) {
  return awaited(engine::update_item, writer_, std::move(request));
}

Awaitable<dynamodb::WriteItemResult> EmbeddedEngine::delete_item(dynamodb::DeleteItemRequest request) {
  return awaited(engine::delete_item, writer_, std::move(request));
}

Awaitable<dynamodb::PageResult> EmbeddedEngine::query(dynamodb::QueryRequest request) {
  co_return engine::query(*storage_, request);
}

Awaitable<dynamodb::PageResult> EmbeddedEngine::scan(dynamodb::ScanRequest request) {
  co_return engine::scan(*storage_, request);
}

Awaitable<dynamodb::BatchGetItemResult> EmbeddedEngine::batch_get_item(dynamodb::BatchGetItemRequest request) {
  co_return engine::batch_get_item(*storage_, request);
}

Awaitable<dynamodb::BatchWriteItemResult> EmbeddedEngine::batch_write_item(dynamodb::BatchWriteItemRequest request) {
  return awaited(engine::batch_write_item, writer_, std::move(request));
}

Awaitable<dynamodb::TransactWriteItemsResult> EmbeddedEngine::transact_write_items(
    dynamodb::TransactWriteItemsRequest request) {
  return awaited(engine::transact_write_items, writer_, std::move(request));
}

Awaitable<dynamodb::TransactGetItemsResult> EmbeddedEngine::transact_get_items(
    dynamodb::TransactGetItemsRequest request) {
  co_return engine::transact_get_items(*storage_, request);
}

Awaitable<dynamodb::TableResult> EmbeddedEngine::create_table(dynamodb::CreateTableRequest request) {
  return awaited(engine::create_table, writer_, std::move(request));
}

Awaitable<dynamodb::TableResult> EmbeddedEngine::describe_table(dynamodb::DescribeTableRequest request) {
  co_return engine::describe_table(*storage_, request);
}

Awaitable<dynamodb::TableResult> EmbeddedEngine::delete_table(dynamodb::DeleteTableRequest request) {
  return awaited(engine::delete_table, writer_, std::move(request));
}

Awaitable<dynamodb::ListTablesResult> EmbeddedEngine::list_tables(dynamodb::ListTablesRequest request) {
  co_return engine::list_tables(*storage_, request);
}

Awaitable<std::optional<std::int64_t>> EmbeddedEngine::partition_item_count(std::string table_name,
                                                                            std::string index_name,
                                                                            dynamodb::AttributeValue partition_key) {
  co_return engine::partition_item_count(*storage_, table_name, index_name, partition_key);
}

Awaitable<dynamodb::TableResult> EmbeddedEngine::update_table(dynamodb::UpdateTableRequest request) {
  auto result = co_await awaited(engine::update_table, writer_, std::move(request));
  if (result) background_.wake();
  co_return result;
}

Awaitable<dynamodb::UpdateTimeToLiveResult> EmbeddedEngine::update_time_to_live(
    dynamodb::UpdateTimeToLiveRequest request) {
  auto result = co_await awaited(engine::update_time_to_live, writer_, std::move(request));
  if (result) background_.wake();
  co_return result;
}

Awaitable<dynamodb::DescribeTimeToLiveResult> EmbeddedEngine::describe_time_to_live(
    dynamodb::DescribeTimeToLiveRequest request) {
  co_return engine::describe_time_to_live(*storage_, request);
}

Awaitable<dynamodb::TagResourceResult> EmbeddedEngine::tag_resource(dynamodb::TagResourceRequest request) {
  return awaited(engine::tag_resource, writer_, std::move(request));
}

Awaitable<dynamodb::UntagResourceResult> EmbeddedEngine::untag_resource(dynamodb::UntagResourceRequest request) {
  return awaited(engine::untag_resource, writer_, std::move(request));
}

Awaitable<dynamodb::ListTagsOfResourceResult> EmbeddedEngine::list_tags_of_resource(
    dynamodb::ListTagsOfResourceRequest request) {
  co_return engine::list_tags_of_resource(*storage_, request);
}

Awaitable<dynamodb::ListStreamsResult> EmbeddedEngine::list_streams(dynamodb::ListStreamsRequest request) {
  co_return engine::list_streams(*storage_, request);
}

Awaitable<dynamodb::DescribeStreamResult> EmbeddedEngine::describe_stream(dynamodb::DescribeStreamRequest request) {
  co_return engine::describe_stream(*storage_, request);
}

Awaitable<dynamodb::GetShardIteratorResult> EmbeddedEngine::get_shard_iterator(
    dynamodb::GetShardIteratorRequest request) {
  co_return engine::get_shard_iterator(*storage_, request);
}

Awaitable<dynamodb::GetRecordsResult> EmbeddedEngine::get_records(dynamodb::GetRecordsRequest request) {
  co_return engine::get_records(*storage_, request);
}

std::expected<void, std::string> EmbeddedEngine::backup_to(const std::string& directory) {
  return make_backup(*storage_, directory);
}

}  // namespace engine
