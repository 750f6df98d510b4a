// A request body of DynamoDB's protocol, after one byte that chooses the operation: refused with ValidationException or
// SerializationException, or read. An item that was read is written and read again and is then the same.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "dynamodb/encoded_item.h"
#include "json/value.h"
#include "require.h"
#include "wire/parse.h"
#include "wire/serialize.h"

namespace {

using dynamodb::ErrorCode;

template <class Request>
dynamodb::Result<Request> parse(std::string_view body) {
  auto request = wire::parse<Request>(body);
  if (!request) {
    const dynamodb::Error& error = request.error();
    require(error.code == ErrorCode::validation || error.code == ErrorCode::serialization);
    require(json::parse(wire::serialize(error)).has_value());
  }
  return request;
}

template <class Request>
void parse_only(std::string_view body) {
  static_cast<void>(parse<Request>(body));
}

void parse_put(std::string_view body) {
  const auto request = parse<dynamodb::PutItemRequest>(body);
  if (!request) return;
  const dynamodb::EncodedItem stored(request->item);
  require(stored.decode() == request->item);
  const std::string answer = wire::serialize(dynamodb::GetItemResult{.item = stored});
  // {"Item":{…}} is a PutItem's body but for the table.
  const auto again = wire::parse<dynamodb::PutItemRequest>(R"({"TableName":"Table",)" + answer.substr(1));
  require(again && again->item == request->item);
}

constexpr std::array operations{
    parse_put,
    parse_only<dynamodb::GetItemRequest>,
    parse_only<dynamodb::DeleteItemRequest>,
    parse_only<dynamodb::UpdateItemRequest>,
    parse_only<dynamodb::QueryRequest>,
    parse_only<dynamodb::ScanRequest>,
    parse_only<dynamodb::BatchGetItemRequest>,
    parse_only<dynamodb::BatchWriteItemRequest>,
    parse_only<dynamodb::TransactGetItemsRequest>,
    parse_only<dynamodb::TransactWriteItemsRequest>,
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data + 1), size - 1);
  operations.at(data[0] % operations.size())(body);
  return 0;
}
