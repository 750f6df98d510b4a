// Which actions on which resources a request needs, as IAM counts them.
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/requests.h"
#include "dynamodb/statement_requests.h"
#include "dynamodb/stream_requests.h"
#include "dynamodb/table_requests.h"

namespace endpoint {

struct Access {
  std::string_view action;  // "dynamodb:PutItem"
  std::string resource;     // an ARN, or "*" for actions without one
};

// Makes ARNs of tables and indexes, and looks into requests. Pure.
class AccessOf {
 public:
  explicit AccessOf(std::string_view region) : region_(region) {}

  [[nodiscard]] std::vector<Access> operator()(const dynamodb::GetItemRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::PutItemRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::UpdateItemRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::DeleteItemRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::ConditionCheck& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::QueryRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::ScanRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::BatchGetItemRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::BatchWriteItemRequest& request) const;
  // A transaction needs what each of its actions needs.
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::TransactWriteItemsRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::TransactGetItemsRequest& request) const;

  // What each statement needs; nothing for one that is none, which fails before it touches anything.
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::ExecuteStatementRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::BatchStatementRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::ExecuteTransactionRequest& request) const;

  [[nodiscard]] std::vector<Access> operator()(const dynamodb::CreateTableRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::DescribeTableRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::UpdateTableRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::DeleteTableRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::ListTablesRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::UpdateTimeToLiveRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::DescribeTimeToLiveRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::TagResourceRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::UntagResourceRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::ListTagsOfResourceRequest& request) const;

  [[nodiscard]] std::vector<Access> operator()(const dynamodb::ListStreamsRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::DescribeStreamRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::GetShardIteratorRequest& request) const;
  [[nodiscard]] std::vector<Access> operator()(const dynamodb::GetRecordsRequest& request) const;

 private:
  [[nodiscard]] std::string table_arn(std::string_view table_name) const;
  [[nodiscard]] std::string index_arn(std::string_view table_name, const std::optional<std::string>& index_name) const;
  void add_statement(std::vector<Access>& accesses, std::string_view statement,
                     const dynamodb::StatementParameters& parameters) const;

  std::string region_;
};

}  // namespace endpoint
