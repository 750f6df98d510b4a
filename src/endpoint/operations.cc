#include "endpoint/operations.h"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>

#include "dynamodb/errors.h"
#include "endpoint/unprocessed.h"
#include "json/value.h"
#include "json/writer.h"
#include "partiql/execute.h"
#include "wire/parse.h"
#include "wire/serialize.h"

namespace endpoint {
namespace {

using dynamodb::Awaitable;
using dynamodb::Database;
using dynamodb::Error;
using dynamodb::Result;
using dynamodb::Service;
namespace errors = dynamodb::errors;

using Answer = Awaitable<std::string>;

template <class Member>
struct MemberTraits;
template <class Owner, class ResultType, class RequestType>
struct MemberTraits<Awaitable<ResultType> (Owner::*)(RequestType)> {
  using Request = RequestType;
};

// What serializing a result needs to know of its request.
struct NothingMore {};
template <class Request>
NothingMore shape_of(const Request& /*request*/) {
  return {};
}
dynamodb::Select shape_of(const dynamodb::QueryRequest& request) {
  return request.select;
}
dynamodb::Select shape_of(const dynamodb::ScanRequest& request) {
  return request.select;
}
wire::TableMember shape_of(const dynamodb::DescribeTableRequest& /*request*/) {
  return wire::TableMember::table;
}
wire::TableMember shape_of(const dynamodb::CreateTableRequest& /*request*/) {
  return wire::TableMember::table_description;
}
wire::TableMember shape_of(const dynamodb::UpdateTableRequest& /*request*/) {
  return wire::TableMember::table_description;
}
wire::TableMember shape_of(const dynamodb::DeleteTableRequest& /*request*/) {
  return wire::TableMember::table_description;
}

template <class ResultType, class Shape>
std::string body_of(const ResultType& result, Shape shape) {
  return wire::serialize(result, shape);
}
template <class ResultType>
std::string body_of(const ResultType& result, NothingMore /*shape*/) {
  return wire::serialize(result);
}

// Fault::conflict, in the words of each operation.
template <class Request>
Error conflict_of(const Request& /*request*/) {
  return errors::transaction_conflict();
}
Error conflict_of_transaction(std::size_t action_count) {
  std::vector<dynamodb::CancellationReason> reasons(action_count, errors::reason_none());
  if (!reasons.empty()) reasons.front() = errors::reason_transaction_conflict();
  return errors::transaction_canceled(std::move(reasons));
}
Error conflict_of(const dynamodb::TransactWriteItemsRequest& request) {
  return conflict_of_transaction(request.transact_items.size());
}
Error conflict_of(const dynamodb::TransactGetItemsRequest& request) {
  return conflict_of_transaction(request.transact_items.size());
}
Error conflict_of(const dynamodb::ExecuteTransactionRequest& request) {
  return conflict_of_transaction(request.transact_statements.size());
}

template <class Request>
Result<Request> admitted(const Call& call) {
  auto request = wire::parse<Request>(call.body);
  if (!request) return request;
  if (auto allowed = call.authorization.check(call.caller, *request); !allowed) {
    return std::unexpected(std::move(allowed).error());
  }
  if (call.has_conflict) return std::unexpected(conflict_of(*request));
  return request;
}

// A member of Service or Database.
template <auto member>
Answer answer(const Call& call) {
  using Request = typename MemberTraits<decltype(member)>::Request;
  auto request = admitted<Request>(call);
  if (!request) co_return std::unexpected(std::move(request).error());
  const auto shape = shape_of(*request);
  const auto result = co_await (call.service.*member)(*std::move(request));
  if (!result) co_return std::unexpected(result.error());
  co_return body_of(*result, shape);
}

// A batch, of which Fault::unprocessed may leave a half undone.
template <auto member>
Answer answer_batch(const Call& call) {
  if (!call.is_processed_half) co_return co_await answer<member>(call);
  using Request = typename MemberTraits<decltype(member)>::Request;
  auto request = admitted<Request>(call);
  if (!request) co_return std::unexpected(std::move(request).error());
  auto held_back = hold_back(*request);
  // "If none of the items can be processed":
  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
  if (request->request_items.empty()) co_return std::unexpected(errors::throughput_exceeded());
  auto result = co_await (call.service.*member)(*std::move(request));
  if (!result) co_return std::unexpected(result.error());
  add_unprocessed(*result, std::move(held_back));
  co_return wire::serialize(*result);
}

// A function of partiql/.
template <class ResultType, class RequestType>
RequestType request_type_of(Awaitable<ResultType> (*)(Database&, RequestType));
template <auto function>
Answer answer_statement(const Call& call) {
  using Request = decltype(request_type_of(function));
  auto request = admitted<Request>(call);
  if (!request) co_return std::unexpected(std::move(request).error());
  const auto result = co_await function(call.service, *std::move(request));
  if (!result) co_return std::unexpected(result.error());
  co_return wire::serialize(*result);
}

// Each statement is admitted by itself.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchStatementError.html
Answer answer_statement_batch(const Call& call) {
  auto request = wire::parse<dynamodb::BatchExecuteStatementRequest>(call.body);
  if (!request) co_return std::unexpected(std::move(request).error());
  partiql::RefusedStatements refused;
  for (std::size_t index = 0; index < request->statements.size(); ++index) {
    auto allowed = call.authorization.check(call.caller, request->statements[index]);
    if (!allowed) refused.emplace(index, std::move(allowed).error());
  }
  const auto result = co_await partiql::batch_execute_statement(call.service, *std::move(request), std::move(refused));
  if (!result) co_return std::unexpected(result.error());
  co_return wire::serialize(*result);
}

Result<void> admit_without_members(const Call& call, std::string_view action) {
  const auto body = json::parse(call.body);
  if (!body || body->get_if<json::Object>() == nullptr) return std::unexpected(errors::serialization(""));
  return call.authorization.check_accesses(call.caller, {{action, "*"}});
}

// The quotas of a new account. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeLimits.html
Answer describe_limits(const Call& call) {
  constexpr std::int64_t account_units_max = 80'000;
  constexpr std::int64_t table_units_max = 40'000;
  if (auto admission = admit_without_members(call, "dynamodb:DescribeLimits"); !admission) {
    co_return std::unexpected(std::move(admission).error());
  }
  json::Writer writer;
  writer.start_object();
  writer.key("AccountMaxReadCapacityUnits").integer(account_units_max);
  writer.key("AccountMaxWriteCapacityUnits").integer(account_units_max);
  writer.key("TableMaxReadCapacityUnits").integer(table_units_max);
  writer.key("TableMaxWriteCapacityUnits").integer(table_units_max);
  writer.end_object();
  co_return writer.take();
}

// Whoever asked knows the endpoint already. A day, as AWS says.
Answer describe_endpoints(const Call& call) {
  constexpr std::int64_t cache_minutes = 1440;
  if (auto admission = admit_without_members(call, "dynamodb:DescribeEndpoints"); !admission) {
    co_return std::unexpected(std::move(admission).error());
  }
  json::Writer writer;
  writer.start_object().key("Endpoints").start_array().start_object();
  writer.key("Address").string(call.host).key("CachePeriodInMinutes").integer(cache_minutes);
  writer.end_object().end_array().end_object();
  co_return writer.take();
}

constexpr Operation data(std::string_view target, Answer (*function)(const Call&)) {
  return {.target = target, .answer = function};
}
constexpr Operation data_with_conflicts(std::string_view target, Answer (*function)(const Call&)) {
  return {.target = target, .knows_conflicts = true, .answer = function};
}
constexpr Operation batch(std::string_view target, Answer (*function)(const Call&)) {
  return {.target = target, .knows_unprocessed = true, .answer = function};
}
constexpr Operation control(std::string_view target, Answer (*function)(const Call&)) {
  return {.target = target, .is_control_plane = true, .answer = function};
}

constexpr std::array operations{
    data("DynamoDB_20120810.GetItem", answer<&Database::get_item>),
    data_with_conflicts("DynamoDB_20120810.PutItem", answer<&Database::put_item>),
    data_with_conflicts("DynamoDB_20120810.UpdateItem", answer<&Database::update_item>),
    data_with_conflicts("DynamoDB_20120810.DeleteItem", answer<&Database::delete_item>),
    data("DynamoDB_20120810.Query", answer<&Database::query>),
    data("DynamoDB_20120810.Scan", answer<&Database::scan>),
    batch("DynamoDB_20120810.BatchGetItem", answer_batch<&Database::batch_get_item>),
    batch("DynamoDB_20120810.BatchWriteItem", answer_batch<&Database::batch_write_item>),
    data_with_conflicts("DynamoDB_20120810.TransactWriteItems", answer<&Database::transact_write_items>),
    data_with_conflicts("DynamoDB_20120810.TransactGetItems", answer<&Database::transact_get_items>),

    data_with_conflicts("DynamoDB_20120810.ExecuteStatement", answer_statement<partiql::execute_statement>),
    data("DynamoDB_20120810.BatchExecuteStatement", answer_statement_batch),
    data_with_conflicts("DynamoDB_20120810.ExecuteTransaction", answer_statement<partiql::execute_transaction>),

    control("DynamoDB_20120810.CreateTable", answer<&Database::create_table>),
    control("DynamoDB_20120810.DescribeTable", answer<&Database::describe_table>),
    control("DynamoDB_20120810.UpdateTable", answer<&Service::update_table>),
    control("DynamoDB_20120810.DeleteTable", answer<&Database::delete_table>),
    control("DynamoDB_20120810.ListTables", answer<&Database::list_tables>),
    control("DynamoDB_20120810.UpdateTimeToLive", answer<&Service::update_time_to_live>),
    control("DynamoDB_20120810.DescribeTimeToLive", answer<&Service::describe_time_to_live>),
    control("DynamoDB_20120810.TagResource", answer<&Service::tag_resource>),
    control("DynamoDB_20120810.UntagResource", answer<&Service::untag_resource>),
    control("DynamoDB_20120810.ListTagsOfResource", answer<&Service::list_tags_of_resource>),
    control("DynamoDB_20120810.DescribeLimits", describe_limits),
    control("DynamoDB_20120810.DescribeEndpoints", describe_endpoints),

    control("DynamoDBStreams_20120810.ListStreams", answer<&Service::list_streams>),
    control("DynamoDBStreams_20120810.DescribeStream", answer<&Service::describe_stream>),
    data("DynamoDBStreams_20120810.GetShardIterator", answer<&Service::get_shard_iterator>),
    data("DynamoDBStreams_20120810.GetRecords", answer<&Service::get_records>),
};

}  // namespace

const Operation* find_operation(std::string_view target) {
  const auto found = std::ranges::find(operations, target, &Operation::target);
  return found == operations.end() ? nullptr : &*found;
}

const Operation* find_operation_by_name(std::string_view name) {
  const auto found = std::ranges::find(operations, name, &Operation::name);
  return found == operations.end() ? nullptr : &*found;
}

}  // namespace endpoint
