#include "endpoint/access.h"

#include <fmt/format.h>

#include <utility>

#include "partiql/parser.h"

namespace endpoint {
namespace {

std::string_view action_of(const partiql::Statement& statement) {
  if (std::holds_alternative<partiql::InsertStatement>(statement)) return "dynamodb:PartiQLInsert";
  if (std::holds_alternative<partiql::UpdateStatement>(statement)) return "dynamodb:PartiQLUpdate";
  if (std::holds_alternative<partiql::DeleteStatement>(statement)) return "dynamodb:PartiQLDelete";
  return "dynamodb:PartiQLSelect";  // of EXISTS too
}

std::optional<std::string> index_name_of(const partiql::Statement& statement) {
  const auto* select = std::get_if<partiql::SelectStatement>(&statement);
  return select == nullptr ? std::nullopt : select->index_name;
}

}  // namespace

using dynamodb::TransactGet;

std::string AccessOf::table_arn(std::string_view table_name) const {
  return fmt::format("arn:aws:dynamodb:{}:000000000000:table/{}", region_, table_name);
}

std::string AccessOf::index_arn(std::string_view table_name, const std::optional<std::string>& index_name) const {
  return index_name ? fmt::format("{}/index/{}", table_arn(table_name), *index_name) : table_arn(table_name);
}

std::vector<Access> AccessOf::operator()(const dynamodb::GetItemRequest& request) const {
  return {{"dynamodb:GetItem", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::PutItemRequest& request) const {
  return {{"dynamodb:PutItem", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::UpdateItemRequest& request) const {
  return {{"dynamodb:UpdateItem", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::DeleteItemRequest& request) const {
  return {{"dynamodb:DeleteItem", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::ConditionCheck& request) const {
  return {{"dynamodb:ConditionCheckItem", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::QueryRequest& request) const {
  return {{"dynamodb:Query", index_arn(request.table_name, request.index_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::ScanRequest& request) const {
  return {{"dynamodb:Scan", index_arn(request.table_name, request.index_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::BatchGetItemRequest& request) const {
  std::vector<Access> accesses;
  accesses.reserve(request.request_items.size());
  for (const auto& [table_name, keys] : request.request_items) {
    accesses.push_back({"dynamodb:BatchGetItem", table_arn(table_name)});
  }
  return accesses;
}

std::vector<Access> AccessOf::operator()(const dynamodb::BatchWriteItemRequest& request) const {
  std::vector<Access> accesses;
  accesses.reserve(request.request_items.size());
  for (const auto& [table_name, writes] : request.request_items) {
    accesses.push_back({"dynamodb:BatchWriteItem", table_arn(table_name)});
  }
  return accesses;
}

std::vector<Access> AccessOf::operator()(const dynamodb::TransactWriteItemsRequest& request) const {
  std::vector<Access> accesses;
  for (const auto& action : request.transact_items) {
    for (Access& access : std::visit(*this, action)) accesses.push_back(std::move(access));
  }
  return accesses;
}

std::vector<Access> AccessOf::operator()(const dynamodb::TransactGetItemsRequest& request) const {
  std::vector<Access> accesses;
  accesses.reserve(request.transact_items.size());
  for (const TransactGet& get : request.transact_items) {
    accesses.push_back({"dynamodb:GetItem", table_arn(get.table_name)});
  }
  return accesses;
}

void AccessOf::add_statement(std::vector<Access>& accesses, std::string_view statement,
                             const dynamodb::StatementParameters& parameters) const {
  const auto parsed = partiql::parse_statement(statement, parameters);
  if (!parsed) return;
  accesses.push_back({action_of(*parsed), index_arn(partiql::table_name(*parsed), index_name_of(*parsed))});
}

std::vector<Access> AccessOf::operator()(const dynamodb::ExecuteStatementRequest& request) const {
  std::vector<Access> accesses;
  add_statement(accesses, request.statement, request.parameters);
  return accesses;
}

std::vector<Access> AccessOf::operator()(const dynamodb::BatchStatementRequest& request) const {
  std::vector<Access> accesses;
  add_statement(accesses, request.statement, request.parameters);
  return accesses;
}

std::vector<Access> AccessOf::operator()(const dynamodb::ExecuteTransactionRequest& request) const {
  std::vector<Access> accesses;
  for (const auto& each : request.transact_statements) add_statement(accesses, each.statement, each.parameters);
  return accesses;
}

std::vector<Access> AccessOf::operator()(const dynamodb::CreateTableRequest& request) const {
  const std::string arn = table_arn(request.definition.name);
  if (request.tags.empty()) return {{"dynamodb:CreateTable", arn}};
  return {{"dynamodb:CreateTable", arn}, {"dynamodb:TagResource", arn}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::DescribeTableRequest& request) const {
  return {{"dynamodb:DescribeTable", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::UpdateTableRequest& request) const {
  return {{"dynamodb:UpdateTable", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::DeleteTableRequest& request) const {
  return {{"dynamodb:DeleteTable", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::ListTablesRequest& /*request*/) const {
  return {{"dynamodb:ListTables", "*"}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::UpdateTimeToLiveRequest& request) const {
  return {{"dynamodb:UpdateTimeToLive", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::DescribeTimeToLiveRequest& request) const {
  return {{"dynamodb:DescribeTimeToLive", table_arn(request.table_name)}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::TagResourceRequest& request) const {
  return {{"dynamodb:TagResource", request.resource_arn}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::UntagResourceRequest& request) const {
  return {{"dynamodb:UntagResource", request.resource_arn}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::ListTagsOfResourceRequest& request) const {
  return {{"dynamodb:ListTagsOfResource", request.resource_arn}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::ListStreamsRequest& /*request*/) const {
  return {{"dynamodb:ListStreams", "*"}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::DescribeStreamRequest& request) const {
  return {{"dynamodb:DescribeStream", request.stream_arn}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::GetShardIteratorRequest& request) const {
  return {{"dynamodb:GetShardIterator", request.stream_arn}};
}

std::vector<Access> AccessOf::operator()(const dynamodb::GetRecordsRequest& request) const {
  // An iterator begins with its stream's ARN and a bar.
  const auto bar = request.shard_iterator.find('|');
  const bool names_stream = bar != std::string::npos && request.shard_iterator.starts_with("arn:");
  return {{"dynamodb:GetRecords", names_stream ? request.shard_iterator.substr(0, bar) : "*"}};
}

}  // namespace endpoint
