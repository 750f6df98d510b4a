#include "client/socket_database.h"

#include <chrono>
#include <utility>

#include "dynamodb/errors.h"
#include "http/unix_client.h"
#include "wire/parse_result.h"
#include "wire/serialize_request.h"

namespace client {
namespace {

using dynamodb::Awaitable;

constexpr std::chrono::seconds deadline{60};

http::Request post(std::string_view operation, std::string body) {
  http::Request request;
  request.method = "POST";
  request.target = "/";
  request.headers.add("Content-Type", "application/x-amz-json-1.0");
  request.headers.add("X-Amz-Target", "DynamoDB_20120810." + std::string(operation));
  request.body = std::move(body);
  return request;
}

// Of a request that is sent.
template <class Result>
Awaitable<Result> answer_of(std::string socket_path, http::Request request) {
  const auto answer = co_await http::exchange_over_unix_socket(socket_path, std::move(request), deadline);
  if (!answer) {
    co_return std::unexpected(dynamodb::errors::unreachable("The process that serves " + socket_path +
                                                            " did not answer: " + answer.error() + "."));
  }
  constexpr int ok = 200;
  if (answer->status != ok) co_return std::unexpected(wire::parse_error(answer->status, answer->body));
  co_return wire::parse_result<Result>(answer->body);
}

class SocketDatabase final : public dynamodb::Database {
 public:
  explicit SocketDatabase(std::string socket_path) : socket_path_(std::move(socket_path)) {}

  Awaitable<dynamodb::GetItemResult> get_item(dynamodb::GetItemRequest request) override {
    return ask<dynamodb::GetItemResult>("GetItem", request);
  }
  Awaitable<dynamodb::WriteItemResult> put_item(dynamodb::PutItemRequest request) override {
    return ask<dynamodb::WriteItemResult>("PutItem", request);
  }
  Awaitable<dynamodb::WriteItemResult> update_item(dynamodb::UpdateItemRequest request) override {
    return ask<dynamodb::WriteItemResult>("UpdateItem", request);
  }
  Awaitable<dynamodb::WriteItemResult> delete_item(dynamodb::DeleteItemRequest request) override {
    return ask<dynamodb::WriteItemResult>("DeleteItem", request);
  }
  Awaitable<dynamodb::PageResult> query(dynamodb::QueryRequest request) override {
    return ask<dynamodb::PageResult>("Query", request);
  }
  Awaitable<dynamodb::PageResult> scan(dynamodb::ScanRequest request) override {
    return ask<dynamodb::PageResult>("Scan", request);
  }
  Awaitable<dynamodb::BatchGetItemResult> batch_get_item(dynamodb::BatchGetItemRequest request) override {
    return ask<dynamodb::BatchGetItemResult>("BatchGetItem", request);
  }
  Awaitable<dynamodb::BatchWriteItemResult> batch_write_item(dynamodb::BatchWriteItemRequest request) override {
    return ask<dynamodb::BatchWriteItemResult>("BatchWriteItem", request);
  }
  Awaitable<dynamodb::TransactWriteItemsResult> transact_write_items(
      dynamodb::TransactWriteItemsRequest request) override {
    return ask<dynamodb::TransactWriteItemsResult>("TransactWriteItems", request);
  }
  Awaitable<dynamodb::TransactGetItemsResult> transact_get_items(dynamodb::TransactGetItemsRequest request) override {
    return ask<dynamodb::TransactGetItemsResult>("TransactGetItems", request);
  }

  Awaitable<dynamodb::TableResult> create_table(dynamodb::CreateTableRequest request) override {
    return ask<dynamodb::TableResult>("CreateTable", request);
  }
  Awaitable<dynamodb::TableResult> describe_table(dynamodb::DescribeTableRequest request) override {
    return ask<dynamodb::TableResult>("DescribeTable", request);
  }
  Awaitable<dynamodb::TableResult> delete_table(dynamodb::DeleteTableRequest request) override {
    return ask<dynamodb::TableResult>("DeleteTable", request);
  }
  Awaitable<dynamodb::ListTablesResult> list_tables(dynamodb::ListTablesRequest request) override {
    return ask<dynamodb::ListTablesResult>("ListTables", request);
  }

  Awaitable<std::optional<std::int64_t>> partition_item_count(std::string /*table_name*/, std::string /*index_name*/,
                                                              dynamodb::AttributeValue /*partition_key*/) override {
    co_return std::nullopt;
  }

 private:
  // Not a coroutine, so that the request may end here.
  template <class Result, class Request>
  Awaitable<Result> ask(std::string_view operation, const Request& request) {
    return answer_of<Result>(socket_path_, post(operation, wire::serialize(request)));
  }

  std::string socket_path_;
};

}  // namespace

std::unique_ptr<dynamodb::Database> connect(const std::string& socket_path) {
  if (!http::is_unix_socket_served(socket_path)) return nullptr;
  return std::make_unique<SocketDatabase>(socket_path);
}

}  // namespace client
