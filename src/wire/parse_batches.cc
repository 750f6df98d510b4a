// BatchGetItem and BatchWriteItem.
#include "dynamodb/limits.h"
#include "wire/attribute_values.h"
#include "wire/legacy/read.h"
#include "wire/members.h"
#include "wire/parse.h"

namespace wire {
namespace {

namespace errors = dynamodb::errors;
namespace limits = dynamodb::limits;

// RequestItems' keys are table names or ARNs. `each` is called with the name and the value of each.
template <class Each>
void read_tables(const Field& request_items, std::string_view value_type, std::string_view operation, Each each) {
  std::size_t tables = 0;
  request_items.map(value_type, [&](std::string_view name_or_arn, const Field& value) {
    ++tables;
    const std::string_view name = without_arn(name_or_arn);
    if (!is_table_name(name)) {
      request_items.violates("{" + std::string(name_or_arn) + "}",
                             "Map keys must satisfy constraint: [Member must have length less than or equal to " +
                                 std::to_string(limits::name_chars_max) +
                                 ", Member must have length greater than or equal to " +
                                 std::to_string(limits::name_chars_min) +
                                 ", Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]");
    }
    each(std::string(name), value);
  });
  if (tables == 0) request_items.faults().invalid(errors::request_items_required(operation));
}

dynamodb::KeysAndAttributes read_keys_and_attributes(const Field& fields, std::string_view table_name) {
  dynamodb::KeysAndAttributes result;
  if (!fields.required().structure("KeysAndAttributes")) return result;
  legacy::check_parameters(fields, legacy::Operation::get_item);
  const Field keys = fields["Keys"];
  keys.required().list({.min = 1},
                       [&](const Field& key) { result.keys.push_back(attribute_map(key).value_or(dynamodb::Key())); });
  if (result.keys.size() > limits::batch_get_keys_max) {
    fields.faults().invalid(errors::too_many_keys_of_table(table_name));
  }
  result.consistent_read = fields["ConsistentRead"].boolean().value_or(false);
  result.projection_expression = fields["ProjectionExpression"].text();
  result.attributes = expression_attribute_names(fields);
  legacy::read_projection(fields, result.projection_expression, result.attributes);
  return result;
}

std::optional<dynamodb::WriteRequest> read_write_request(const Field& fields) {
  if (!fields.required().structure("WriteRequest")) return std::nullopt;
  const Field put = fields["PutRequest"];
  const Field remove = fields["DeleteRequest"];
  std::optional<dynamodb::WriteRequest> request;
  if (put.structure("PutRequest")) {
    request = dynamodb::PutRequest{attribute_map(put["Item"].required()).value_or(dynamodb::Item())};
  }
  if (remove.structure("DeleteRequest")) {
    request = dynamodb::DeleteRequest{attribute_map(remove["Key"].required()).value_or(dynamodb::Key())};
  }
  if (put.present() == remove.present()) fields.faults().invalid(errors::write_request_not_one());
  return request;
}

dynamodb::BatchGetItemRequest read_batch_get(const Field& fields) {
  dynamodb::BatchGetItemRequest request;
  request.return_consumed_capacity = return_consumed_capacity(fields);
  read_tables(fields["RequestItems"], "KeysAndAttributes", "BatchGetItem",
              [&](const std::string& table_name, const Field& value) {
                const bool is_new =
                    request.request_items.emplace(table_name, read_keys_and_attributes(value, table_name)).second;
                // One table by its name and by its ARN.
                if (!is_new) fields.faults().invalid(errors::duplicate_keys_in_batch());
              });
  return request;
}

dynamodb::BatchWriteItemRequest read_batch_write(const Field& fields) {
  dynamodb::BatchWriteItemRequest request;
  request.return_consumed_capacity = return_consumed_capacity(fields);
  request.return_item_collection_metrics = return_item_collection_metrics(fields);
  const Field request_items = fields["RequestItems"];
  read_tables(request_items, "java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>", "BatchWriteItem",
              [&](const std::string& table_name, const Field& value) {
                std::vector<dynamodb::WriteRequest>& writes = request.request_items[table_name];
                std::size_t count = 0;
                const bool is_list = value.required().list({}, [&](const Field& element) {
                  ++count;
                  if (auto write = read_write_request(element)) writes.push_back(*std::move(write));
                });
                if (is_list && (count == 0 || count > limits::batch_write_items_max)) {
                  request_items.violates(
                      "{" + table_name + "=[" + std::to_string(count) + " elements]}",
                      "Map value must satisfy constraint: [Member must have length less than or equal to " +
                          std::to_string(limits::batch_write_items_max) +
                          ", Member must have length greater than or equal to 1]");
                }
              });
  return request;
}

}  // namespace

template <>
dynamodb::Result<dynamodb::BatchGetItemRequest> parse(std::string_view body) {
  return parse_body<dynamodb::BatchGetItemRequest>(body, read_batch_get);
}

template <>
dynamodb::Result<dynamodb::BatchWriteItemRequest> parse(std::string_view body) {
  return parse_body<dynamodb::BatchWriteItemRequest>(body, read_batch_write);
}

}  // namespace wire
