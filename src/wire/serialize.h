// Results and errors as bodies of DynamoDB's JSON protocol.
#pragma once

#include <string>

#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "dynamodb/statement_requests.h"
#include "dynamodb/stream_requests.h"
#include "dynamodb/table_requests.h"

namespace wire {

[[nodiscard]] std::string serialize(const dynamodb::GetItemResult& result);
[[nodiscard]] std::string serialize(const dynamodb::WriteItemResult& result);
// With Select COUNT a page has no Items.
[[nodiscard]] std::string serialize(const dynamodb::PageResult& result, dynamodb::Select select);
[[nodiscard]] std::string serialize(const dynamodb::BatchGetItemResult& result);
[[nodiscard]] std::string serialize(const dynamodb::BatchWriteItemResult& result);
[[nodiscard]] std::string serialize(const dynamodb::TransactWriteItemsResult& result);
[[nodiscard]] std::string serialize(const dynamodb::TransactGetItemsResult& result);

// DescribeTable calls it Table, the others TableDescription.
enum class TableMember { table, table_description };
[[nodiscard]] std::string serialize(const dynamodb::TableResult& result, TableMember member);
[[nodiscard]] std::string serialize(const dynamodb::ListTablesResult& result);
[[nodiscard]] std::string serialize(const dynamodb::UpdateTimeToLiveResult& result);
[[nodiscard]] std::string serialize(const dynamodb::DescribeTimeToLiveResult& result);
[[nodiscard]] std::string serialize(const dynamodb::TagResourceResult& result);
[[nodiscard]] std::string serialize(const dynamodb::UntagResourceResult& result);
[[nodiscard]] std::string serialize(const dynamodb::ListTagsOfResourceResult& result);

[[nodiscard]] std::string serialize(const dynamodb::ListStreamsResult& result);
[[nodiscard]] std::string serialize(const dynamodb::DescribeStreamResult& result);
[[nodiscard]] std::string serialize(const dynamodb::GetShardIteratorResult& result);
[[nodiscard]] std::string serialize(const dynamodb::GetRecordsResult& result);

[[nodiscard]] std::string serialize(const dynamodb::ExecuteStatementResult& result);
[[nodiscard]] std::string serialize(const dynamodb::BatchExecuteStatementResult& result);
[[nodiscard]] std::string serialize(const dynamodb::ExecuteTransactionResult& result);

// {"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"…", …}
[[nodiscard]] std::string serialize(const dynamodb::Error& error);

}  // namespace wire
