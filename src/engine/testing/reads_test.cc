// What reads.h declares; here so that the tests themselves need no Asio. No tests.
#include "engine/testing/reads.h"

#include "engine/embedded_database.h"
#include "engine/testing/awaited.h"

namespace engine::testing {

dynamodb::Result<dynamodb::GetItemResult> get_item(TestDatabase& database, dynamodb::GetItemRequest request) {
  return awaited(database.database().get_item(std::move(request)));
}

dynamodb::Result<dynamodb::PageResult> scan(TestDatabase& database, dynamodb::ScanRequest request) {
  return awaited(database.database().scan(std::move(request)));
}

dynamodb::Result<dynamodb::BatchGetItemResult> batch_get(TestDatabase& database,
                                                         dynamodb::BatchGetItemRequest request) {
  return awaited(database.database().batch_get_item(std::move(request)));
}

dynamodb::Result<dynamodb::TransactGetItemsResult> transact_get(TestDatabase& database,
                                                                dynamodb::TransactGetItemsRequest request) {
  return awaited(database.database().transact_get_items(std::move(request)));
}

dynamodb::QueryRequest partition_query(const std::string& pk) {
  dynamodb::QueryRequest request;
  request.table_name = "Log";
  request.key_condition_expression = "PK = :pk";
  add_value(request, ":pk", pk);
  return request;
}

dynamodb::QueryRequest index_query(const std::string& index, const std::string& name, const std::string& value) {
  dynamodb::QueryRequest request;
  request.table_name = "Log";
  request.index_name = index;
  request.key_condition_expression = "#key = :key";
  request.attributes.names.emplace().emplace("#key", name);
  add_value(request, ":key", value);
  return request;
}

void add_value(dynamodb::QueryRequest& request, const std::string& placeholder, dynamodb::AttributeValue value) {
  if (!request.attributes.values) request.attributes.values.emplace();
  request.attributes.values->insert_or_assign(placeholder, std::move(value));
}

std::vector<dynamodb::Item> decoded(const std::vector<dynamodb::EncodedItem>& items) {
  std::vector<dynamodb::Item> result;
  for (const auto& encoded : items) result.push_back(encoded.decode());
  return result;
}

std::string sort_keys(const dynamodb::PageResult& page) {
  std::string keys;
  for (const auto& encoded : page.items) {
    keys.append(keys.empty() ? "" : " ").append(encoded.find_string("SK").value_or("?"));
  }
  return keys;
}

}  // namespace engine::testing
