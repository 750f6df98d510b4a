// Members that many requests have, and how a body as a whole is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "dynamodb/requests.h"
#include "wire/field.h"

namespace wire {

// Reads a body with `read`, a function from Field to Request, and answers the request or what is wrong with the body.
template <class Request, class Read>
[[nodiscard]] dynamodb::Result<Request> parse_body(std::string_view body, Read read) {
  const auto document = json::parse(body);
  if (!document || document->get_if<json::Object>() == nullptr) return std::unexpected(dynamodb::errors::not_json());
  Faults faults;
  Request request = read(Field(*document, faults));
  if (auto error = faults.told()) return std::unexpected(*std::move(error));
  return request;
}

// The name of a table that is given by its name or its ARN.
[[nodiscard]] std::string_view without_arn(std::string_view name_or_arn);
// 3 to 255 characters of a-z A-Z 0-9 _ . -
[[nodiscard]] bool is_table_name(std::string_view name);

// "TableName"; required.
[[nodiscard]] std::string table_name(const Field& request);
// As a table_name(), of another member; not required.
[[nodiscard]] std::optional<std::string> optional_table_name(const Field& field);
// "IndexName", and other names of indexes.
[[nodiscard]] std::optional<std::string> index_name(const Field& field);

// Absent is none.
[[nodiscard]] dynamodb::ReturnConsumedCapacity return_consumed_capacity(const Field& request);
[[nodiscard]] dynamodb::ReturnItemCollectionMetrics return_item_collection_metrics(const Field& request);
[[nodiscard]] dynamodb::ReturnValuesOnConditionCheckFailure on_condition_check_failure(const Field& request);

}  // namespace wire
