// The other direction, for a client: requests as bodies of DynamoDB's JSON protocol. parse() reads the same back.
#pragma once

#include <string>

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

}  // namespace wire
