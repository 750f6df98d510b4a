#include "wire/protocol_service.h"

#include <utility>

#include "wire/parse_result.h"

namespace wire {

using dynamodb::Awaitable;

template <class Result>
Awaitable<Result> ProtocolService::answer_of(Awaitable<std::string> exchanged) {
  auto body = co_await std::move(exchanged);
  if (!body) co_return std::unexpected(std::move(body).error());
  co_return parse_result<Result>(*body);
}

// Not a coroutine, so that the request may end here.
template <class Result, class Request>
Awaitable<Result> ProtocolService::ask(std::string_view operation, const Request& request, Effect effect) {
  return answer_of<Result>(exchange(operation, serialize(request), effect));
}

// ---- items

Awaitable<dynamodb::GetItemResult> ProtocolService::get_item(dynamodb::GetItemRequest request) {
  return ask<dynamodb::GetItemResult>("GetItem", request, Effect::none);
}

// A put or a delete that asks for what was there before would see itself, as would its condition.
Awaitable<dynamodb::WriteItemResult> ProtocolService::put_item(dynamodb::PutItemRequest request) {
  const bool is_plain = !request.condition_expression && request.return_values == dynamodb::ReturnValues::none;
  return ask<dynamodb::WriteItemResult>("PutItem", request, is_plain ? Effect::repeatable : Effect::once);
}
Awaitable<dynamodb::WriteItemResult> ProtocolService::delete_item(dynamodb::DeleteItemRequest request) {
  const bool is_plain = !request.condition_expression && request.return_values == dynamodb::ReturnValues::none;
  return ask<dynamodb::WriteItemResult>("DeleteItem", request, is_plain ? Effect::repeatable : Effect::once);
}
// What an update does a second time is for its expression to say, and that is not looked into here.
Awaitable<dynamodb::WriteItemResult> ProtocolService::update_item(dynamodb::UpdateItemRequest request) {
  return ask<dynamodb::WriteItemResult>("UpdateItem", request, Effect::once);
}

Awaitable<dynamodb::PageResult> ProtocolService::query(dynamodb::QueryRequest request) {
  return ask<dynamodb::PageResult>("Query", request, Effect::none);
}
Awaitable<dynamodb::PageResult> ProtocolService::scan(dynamodb::ScanRequest request) {
  return ask<dynamodb::PageResult>("Scan", request, Effect::none);
}
Awaitable<dynamodb::BatchGetItemResult> ProtocolService::batch_get_item(dynamodb::BatchGetItemRequest request) {
  return ask<dynamodb::BatchGetItemResult>("BatchGetItem", request, Effect::none);
}
Awaitable<dynamodb::BatchWriteItemResult> ProtocolService::batch_write_item(dynamodb::BatchWriteItemRequest request) {
  return ask<dynamodb::BatchWriteItemResult>("BatchWriteItem", request, Effect::repeatable);
}
Awaitable<dynamodb::TransactWriteItemsResult> ProtocolService::transact_write_items(
    dynamodb::TransactWriteItemsRequest request) {
  const Effect effect = request.client_request_token ? Effect::repeatable : Effect::once;
  return ask<dynamodb::TransactWriteItemsResult>("TransactWriteItems", request, effect);
}
Awaitable<dynamodb::TransactGetItemsResult> ProtocolService::transact_get_items(
    dynamodb::TransactGetItemsRequest request) {
  return ask<dynamodb::TransactGetItemsResult>("TransactGetItems", request, Effect::none);
}

Awaitable<std::optional<std::int64_t>> ProtocolService::partition_item_count(
    std::string /*table_name*/, std::string /*index_name*/, dynamodb::AttributeValue /*partition_key*/) {
  co_return std::nullopt;
}

// ---- tables

Awaitable<dynamodb::TableResult> ProtocolService::create_table(dynamodb::CreateTableRequest request) {
  return ask<dynamodb::TableResult>("CreateTable", request, Effect::once);
}
Awaitable<dynamodb::TableResult> ProtocolService::describe_table(dynamodb::DescribeTableRequest request) {
  return ask<dynamodb::TableResult>("DescribeTable", request, Effect::none);
}
Awaitable<dynamodb::TableResult> ProtocolService::delete_table(dynamodb::DeleteTableRequest request) {
  return ask<dynamodb::TableResult>("DeleteTable", request, Effect::once);
}
Awaitable<dynamodb::ListTablesResult> ProtocolService::list_tables(dynamodb::ListTablesRequest request) {
  return ask<dynamodb::ListTablesResult>("ListTables", request, Effect::none);
}
Awaitable<dynamodb::TableResult> ProtocolService::update_table(dynamodb::UpdateTableRequest request) {
  return ask<dynamodb::TableResult>("UpdateTable", request, Effect::once);
}

Awaitable<dynamodb::UpdateTimeToLiveResult> ProtocolService::update_time_to_live(
    dynamodb::UpdateTimeToLiveRequest request) {
  return ask<dynamodb::UpdateTimeToLiveResult>("UpdateTimeToLive", request, Effect::once);
}
Awaitable<dynamodb::DescribeTimeToLiveResult> ProtocolService::describe_time_to_live(
    dynamodb::DescribeTimeToLiveRequest request) {
  return ask<dynamodb::DescribeTimeToLiveResult>("DescribeTimeToLive", request, Effect::none);
}

Awaitable<dynamodb::TagResourceResult> ProtocolService::tag_resource(dynamodb::TagResourceRequest request) {
  return ask<dynamodb::TagResourceResult>("TagResource", request, Effect::repeatable);
}
Awaitable<dynamodb::UntagResourceResult> ProtocolService::untag_resource(dynamodb::UntagResourceRequest request) {
  return ask<dynamodb::UntagResourceResult>("UntagResource", request, Effect::repeatable);
}
Awaitable<dynamodb::ListTagsOfResourceResult> ProtocolService::list_tags_of_resource(
    dynamodb::ListTagsOfResourceRequest request) {
  return ask<dynamodb::ListTagsOfResourceResult>("ListTagsOfResource", request, Effect::none);
}

Awaitable<dynamodb::ContinuousBackupsResult> ProtocolService::update_continuous_backups(
    const dynamodb::UpdateContinuousBackupsRequest& request) {
  return ask<dynamodb::ContinuousBackupsResult>("UpdateContinuousBackups", request, Effect::repeatable);
}
Awaitable<dynamodb::ContinuousBackupsResult> ProtocolService::describe_continuous_backups(
    const dynamodb::DescribeContinuousBackupsRequest& request) {
  return ask<dynamodb::ContinuousBackupsResult>("DescribeContinuousBackups", request, Effect::none);
}

}  // namespace wire
