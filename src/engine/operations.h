// Every operation of the embedded engine, one file each. Reads run on the calling thread and answer at once; writes
// validate, then wait for the writer (writer.h), which runs on_done on a thread of its own.
// Errors are DynamoDB's (dynamodb/errors.h), in its order: parameters, expressions, table, keys, conditions.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "dynamodb/requests.h"
#include "dynamodb/table_requests.h"

namespace engine {

class Storage;
class Writer;

// --- reads
[[nodiscard]] dynamodb::Result<dynamodb::GetItemResult> get_item(const Storage& storage,
                                                                 const dynamodb::GetItemRequest& request);
[[nodiscard]] dynamodb::Result<dynamodb::PageResult> query(const Storage& storage,
                                                           const dynamodb::QueryRequest& request);
[[nodiscard]] dynamodb::Result<dynamodb::PageResult> scan(const Storage& storage, const dynamodb::ScanRequest& request);
[[nodiscard]] dynamodb::Result<dynamodb::BatchGetItemResult> batch_get_item(
    const Storage& storage, const dynamodb::BatchGetItemRequest& request);
[[nodiscard]] dynamodb::Result<dynamodb::TransactGetItemsResult> transact_get_items(
    const Storage& storage, const dynamodb::TransactGetItemsRequest& request);
[[nodiscard]] dynamodb::Result<dynamodb::TableResult> describe_table(const Storage& storage,
                                                                     const dynamodb::DescribeTableRequest& request);
[[nodiscard]] dynamodb::Result<dynamodb::ListTablesResult> list_tables(const Storage& storage,
                                                                       const dynamodb::ListTablesRequest& request);
[[nodiscard]] dynamodb::Result<dynamodb::DescribeTimeToLiveResult> describe_time_to_live(
    const Storage& storage, const dynamodb::DescribeTimeToLiveRequest& request);
// All tags at once: a table has few.
[[nodiscard]] dynamodb::Result<dynamodb::ListTagsOfResourceResult> list_tags_of_resource(
    const Storage& storage, const dynamodb::ListTagsOfResourceRequest& request);
// nullopt for an index without a sort key. ValidationException where the table has no such index.
[[nodiscard]] dynamodb::Result<std::optional<std::int64_t>> partition_item_count(
    const Storage& storage, const std::string& table_name, const std::string& index_name,
    const dynamodb::AttributeValue& partition_key);

}  // namespace engine
