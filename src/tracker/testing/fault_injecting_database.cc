#include "tracker/testing/fault_injecting_database.h"

namespace tracker::testing {
namespace {

dynamodb::Error error_of(dynamodb::ErrorCode code) {
  dynamodb::Error error;
  error.code = code;
  error.message = "injected";
  return error;
}

// As AWS cancels a transaction that met another one.
dynamodb::Error conflict_of(std::size_t actions) {
  dynamodb::Error error = error_of(dynamodb::ErrorCode::transaction_canceled);
  error.cancellation_reasons.resize(actions);
  error.cancellation_reasons.back().code = "TransactionConflict";
  error.cancellation_reasons.back().message = "Transaction is ongoing for the item";
  return error;
}

}  // namespace

template <class T, class Request>
dynamodb::Awaitable<T> FaultInjectingDatabase::perform(dynamodb::Awaitable<T> (dynamodb::Database::*operation)(Request),
                                                       Request request, dynamodb::Error contention,
                                                       bool may_lack_index) {
  const int call = calls_++;
  if (interlude) co_await interlude(call);
  const Fault what = fault ? fault(call) : Fault::none;
  if (what == Fault::killed) throw Killed{};
  if (what == Fault::contention) co_return std::unexpected(contention);
  if (what == Fault::not_reached) co_return std::unexpected(error_of(dynamodb::ErrorCode::unreachable));
  if (what == Fault::absent_index && may_lack_index) {
    co_return std::unexpected(error_of(dynamodb::ErrorCode::validation));
  }
  auto result = co_await (inner_.*operation)(std::move(request));
  if (what == Fault::lost_answer) co_return std::unexpected(error_of(dynamodb::ErrorCode::unreachable));
  co_return result;
}

using dynamodb::Database;
using dynamodb::ErrorCode;

dynamodb::Awaitable<dynamodb::GetItemResult> FaultInjectingDatabase::get_item(dynamodb::GetItemRequest request) {
  return perform(&Database::get_item, std::move(request), error_of(ErrorCode::throttling));
}
dynamodb::Awaitable<dynamodb::WriteItemResult> FaultInjectingDatabase::put_item(dynamodb::PutItemRequest request) {
  return perform(&Database::put_item, std::move(request), error_of(ErrorCode::transaction_conflict));
}
dynamodb::Awaitable<dynamodb::WriteItemResult> FaultInjectingDatabase::update_item(
    dynamodb::UpdateItemRequest request) {
  return perform(&Database::update_item, std::move(request), error_of(ErrorCode::transaction_conflict));
}
dynamodb::Awaitable<dynamodb::WriteItemResult> FaultInjectingDatabase::delete_item(
    dynamodb::DeleteItemRequest request) {
  return perform(&Database::delete_item, std::move(request), error_of(ErrorCode::transaction_conflict));
}
dynamodb::Awaitable<dynamodb::PageResult> FaultInjectingDatabase::query(dynamodb::QueryRequest request) {
  const bool is_additive = request.index_name && *request.index_name != "GSI1";
  return perform(&Database::query, std::move(request), error_of(ErrorCode::provisioned_throughput_exceeded),
                 is_additive);
}
dynamodb::Awaitable<dynamodb::PageResult> FaultInjectingDatabase::scan(dynamodb::ScanRequest request) {
  return perform(&Database::scan, std::move(request), error_of(ErrorCode::throttling));
}
dynamodb::Awaitable<dynamodb::BatchWriteItemResult> FaultInjectingDatabase::batch_write_item(
    dynamodb::BatchWriteItemRequest request) {
  return perform(&Database::batch_write_item, std::move(request), error_of(ErrorCode::throttling));
}
dynamodb::Awaitable<dynamodb::TransactWriteItemsResult> FaultInjectingDatabase::transact_write_items(
    dynamodb::TransactWriteItemsRequest request) {
  for (const auto& action : request.transact_items) {
    if (std::holds_alternative<dynamodb::ConditionCheck>(action)) throw NotAllowed{"ConditionCheck"};
  }
  auto conflict = conflict_of(request.transact_items.size());
  return perform(&Database::transact_write_items, std::move(request), std::move(conflict));
}

dynamodb::Awaitable<dynamodb::BatchGetItemResult> FaultInjectingDatabase::batch_get_item(
    dynamodb::BatchGetItemRequest) {
  throw NotAllowed{"BatchGetItem"};
}
dynamodb::Awaitable<dynamodb::TransactGetItemsResult> FaultInjectingDatabase::transact_get_items(
    dynamodb::TransactGetItemsRequest request) {
  return perform(&Database::transact_get_items, std::move(request), error_of(ErrorCode::throttling));
}
dynamodb::Awaitable<dynamodb::TableResult> FaultInjectingDatabase::create_table(dynamodb::CreateTableRequest) {
  throw NotAllowed{"CreateTable"};
}
dynamodb::Awaitable<dynamodb::TableResult> FaultInjectingDatabase::describe_table(dynamodb::DescribeTableRequest) {
  throw NotAllowed{"DescribeTable"};
}
dynamodb::Awaitable<dynamodb::TableResult> FaultInjectingDatabase::delete_table(dynamodb::DeleteTableRequest) {
  throw NotAllowed{"DeleteTable"};
}
dynamodb::Awaitable<dynamodb::ListTablesResult> FaultInjectingDatabase::list_tables(dynamodb::ListTablesRequest) {
  throw NotAllowed{"ListTables"};
}
dynamodb::Awaitable<std::optional<std::int64_t>> FaultInjectingDatabase::partition_item_count(
    std::string, std::string, dynamodb::AttributeValue) {
  co_return std::optional<std::int64_t>();
}

}  // namespace tracker::testing
