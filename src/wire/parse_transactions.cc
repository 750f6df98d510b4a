// TransactGetItems and TransactWriteItems.
#include "wire/attribute_values.h"
#include "wire/members.h"
#include "wire/parse.h"

namespace wire {
namespace {

namespace errors = dynamodb::errors;

dynamodb::Key read_key(const Field& fields) {
  return attribute_map(fields["Key"].required()).value_or(dynamodb::Key());
}

// What every action of a write has. A request's own ReturnValues and the like do not exist here.
template <class Action>
void read_action(const Field& fields, Action& action) {
  action.table_name = table_name(fields);
  action.on_condition_check_failure = on_condition_check_failure(fields);
  action.attributes = expression_attributes(fields);
}

dynamodb::ConditionCheck read_condition_check(const Field& fields) {
  dynamodb::ConditionCheck check;
  check.key = read_key(fields);
  check.condition_expression = fields["ConditionExpression"].required().text().value_or("");
  read_action(fields, check);
  return check;
}

dynamodb::PutItemRequest read_put(const Field& fields) {
  dynamodb::PutItemRequest put;
  put.item = attribute_map(fields["Item"].required()).value_or(dynamodb::Item());
  put.condition_expression = fields["ConditionExpression"].text();
  read_action(fields, put);
  return put;
}

dynamodb::DeleteItemRequest read_delete(const Field& fields) {
  dynamodb::DeleteItemRequest request;
  request.key = read_key(fields);
  request.condition_expression = fields["ConditionExpression"].text();
  read_action(fields, request);
  return request;
}

dynamodb::UpdateItemRequest read_update(const Field& fields) {
  dynamodb::UpdateItemRequest update;
  update.key = read_key(fields);
  update.update_expression = fields["UpdateExpression"].required().text();
  update.condition_expression = fields["ConditionExpression"].text();
  read_action(fields, update);
  return update;
}

std::optional<dynamodb::TransactWriteItem> read_write_item(const Field& fields) {
  if (!fields.structure("TransactWriteItem")) return std::nullopt;
  std::optional<dynamodb::TransactWriteItem> item;
  int actions = 0;
  const auto read_member = [&](std::string_view name, auto read) {
    const Field action = fields[name];
    if (!action.structure(name)) return;
    item = read(action);
    ++actions;
  };
  read_member("ConditionCheck", read_condition_check);
  read_member("Put", read_put);
  read_member("Delete", read_delete);
  read_member("Update", read_update);
  if (actions != 1) fields.faults().invalid(errors::transaction_action_not_one());
  return item;
}

dynamodb::TransactWriteItemsRequest read_transact_write(const Field& fields) {
  dynamodb::TransactWriteItemsRequest request;
  request.return_consumed_capacity = return_consumed_capacity(fields);
  request.return_item_collection_metrics = return_item_collection_metrics(fields);
  const Field items = fields["TransactItems"];
  items.required().list({}, [&](const Field& element) {
    if (!element.present()) fields.faults().invalid(errors::transaction_action_not_one());
    if (auto item = read_write_item(element)) request.transact_items.push_back(*std::move(item));
  });
  request.client_request_token = fields["ClientRequestToken"].text();
  return request;
}

std::optional<dynamodb::TransactGet> read_get(const Field& element) {
  const Field fields = element["Get"];
  if (!fields.required().structure("Get")) return std::nullopt;
  dynamodb::TransactGet get;
  get.key = read_key(fields);
  get.table_name = table_name(fields);
  get.projection_expression = fields["ProjectionExpression"].text();
  get.attributes = expression_attribute_names(fields);
  return get;
}

dynamodb::TransactGetItemsRequest read_transact_get(const Field& fields) {
  dynamodb::TransactGetItemsRequest request;
  request.return_consumed_capacity = return_consumed_capacity(fields);
  const Field items = fields["TransactItems"];
  items.required().list({}, [&](const Field& element) {
    if (element.present() && !element.structure("TransactGetItem")) return;
    if (auto get = read_get(element)) request.transact_items.push_back(*std::move(get));
  });
  return request;
}

}  // namespace

template <>
dynamodb::Result<dynamodb::TransactWriteItemsRequest> parse(std::string_view body) {
  return parse_body<dynamodb::TransactWriteItemsRequest>(body, read_transact_write);
}

template <>
dynamodb::Result<dynamodb::TransactGetItemsRequest> parse(std::string_view body) {
  return parse_body<dynamodb::TransactGetItemsRequest>(body, read_transact_get);
}

}  // namespace wire
