// The other direction, for a client: requests as bodies of DynamoDB's JSON protocol. parse() reads the same back.
#pragma once

#include <string>

#include "dynamodb/continuous_backup_requests.h"
#include "dynamodb/requests.h"
#include "dynamodb/table_requests.h"

namespace wire {

[[nodiscard]] std::string serialize(const dynamodb::GetItemRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::PutItemRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::DeleteItemRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::UpdateItemRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::QueryRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::ScanRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::BatchGetItemRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::BatchWriteItemRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::TransactWriteItemsRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::TransactGetItemsRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::CreateTableRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::DescribeTableRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::DeleteTableRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::ListTablesRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::UpdateTableRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::UpdateTimeToLiveRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::DescribeTimeToLiveRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::TagResourceRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::UntagResourceRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::ListTagsOfResourceRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::UpdateContinuousBackupsRequest& request);
[[nodiscard]] std::string serialize(const dynamodb::DescribeContinuousBackupsRequest& request);

}  // namespace wire
