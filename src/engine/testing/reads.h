// Reads of the table "Log" (database_fixture.h), awaited, in few words.
#pragma once

#include <string>
#include <vector>

#include "engine/testing/database_fixture.h"

namespace engine::testing {

dynamodb::Result<dynamodb::GetItemResult> get_item(TestDatabase& database, dynamodb::GetItemRequest request);
dynamodb::Result<dynamodb::PageResult> scan(TestDatabase& database, dynamodb::ScanRequest request);
dynamodb::Result<dynamodb::BatchGetItemResult> batch_get(TestDatabase& database, dynamodb::BatchGetItemRequest request);
dynamodb::Result<dynamodb::TransactGetItemsResult> transact_get(TestDatabase& database,
                                                                dynamodb::TransactGetItemsRequest request);

// PK = pk.
dynamodb::QueryRequest partition_query(const std::string& pk);
// `name` = value, on an index.
dynamodb::QueryRequest index_query(const std::string& index, const std::string& name, const std::string& value);
// Adds a placeholder's value.
void add_value(dynamodb::QueryRequest& request, const std::string& placeholder, dynamodb::AttributeValue value);

std::vector<dynamodb::Item> decoded(const std::vector<dynamodb::EncodedItem>& items);
// The attribute SK of each item, one after the other: "1 2 3".
std::string sort_keys(const dynamodb::PageResult& page);
// The error's message; "" where there is none.
template <class T>
std::string message(const dynamodb::Result<T>& result) {
  return result ? "" : result.error().message;
}

}  // namespace engine::testing
