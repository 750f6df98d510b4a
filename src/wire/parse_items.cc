// GetItem, PutItem, DeleteItem, UpdateItem. The members are read in the order in which the service lists violated
// constraints.
#include "wire/attribute_values.h"
#include "wire/legacy/read.h"
#include "wire/members.h"
#include "wire/parse.h"

namespace wire {

using dynamodb::Result;

namespace {

using dynamodb::ReturnValues;

constexpr Name<ReturnValues> return_values_names[] = {{"ALL_NEW", ReturnValues::all_new},
                                                      {"UPDATED_OLD", ReturnValues::updated_old},
                                                      {"ALL_OLD", ReturnValues::all_old},
                                                      {"NONE", ReturnValues::none},
                                                      {"UPDATED_NEW", ReturnValues::updated_new}};

// What PutItem, DeleteItem and UpdateItem have in common, beside what is written.
template <class Request>
void read_target(const Field& body, Request& request) {
  request.return_consumed_capacity = return_consumed_capacity(body);
  request.table_name = table_name(body);
}
template <class Request>
void read_options(const Field& body, Request& request) {
  request.return_values = body["ReturnValues"].one_of(return_values_names).value_or(ReturnValues::none);
  request.return_item_collection_metrics = return_item_collection_metrics(body);
  request.on_condition_check_failure = on_condition_check_failure(body);
  request.condition_expression = body["ConditionExpression"].text();
}

void check_returns_old_or_none(const Field& body, ReturnValues return_values) {
  if (return_values != ReturnValues::none && return_values != ReturnValues::all_old) {
    body.faults().invalid(dynamodb::errors::return_values_only_all_old_or_none());
  }
}

}  // namespace

template <>
Result<dynamodb::GetItemRequest> parse(std::string_view body) {
  return parse_body<dynamodb::GetItemRequest>(body, [](const Field& fields) {
    dynamodb::GetItemRequest request;
    legacy::check_parameters(fields, legacy::Operation::get_item);
    request.return_consumed_capacity = return_consumed_capacity(fields);
    request.table_name = table_name(fields);
    request.consistent_read = fields["ConsistentRead"].boolean().value_or(false);
    request.projection_expression = fields["ProjectionExpression"].text();
    request.key = attribute_map(fields["Key"].required()).value_or(dynamodb::Key());
    request.attributes = expression_attribute_names(fields);
    legacy::read_projection(fields, request.projection_expression, request.attributes);
    return request;
  });
}

template <>
Result<dynamodb::PutItemRequest> parse(std::string_view body) {
  return parse_body<dynamodb::PutItemRequest>(body, [](const Field& fields) {
    dynamodb::PutItemRequest request;
    legacy::check_parameters(fields, legacy::Operation::put_or_delete_item);
    read_target(fields, request);
    request.item = attribute_map(fields["Item"].required()).value_or(dynamodb::Item());
    read_options(fields, request);
    check_returns_old_or_none(fields, request.return_values);
    request.attributes = expression_attributes(fields);
    legacy::read_condition(fields, request.condition_expression, request.attributes);
    return request;
  });
}

template <>
Result<dynamodb::DeleteItemRequest> parse(std::string_view body) {
  return parse_body<dynamodb::DeleteItemRequest>(body, [](const Field& fields) {
    dynamodb::DeleteItemRequest request;
    legacy::check_parameters(fields, legacy::Operation::put_or_delete_item);
    read_target(fields, request);
    request.key = attribute_map(fields["Key"].required()).value_or(dynamodb::Key());
    read_options(fields, request);
    check_returns_old_or_none(fields, request.return_values);
    request.attributes = expression_attributes(fields);
    legacy::read_condition(fields, request.condition_expression, request.attributes);
    return request;
  });
}

template <>
Result<dynamodb::UpdateItemRequest> parse(std::string_view body) {
  return parse_body<dynamodb::UpdateItemRequest>(body, [](const Field& fields) {
    dynamodb::UpdateItemRequest request;
    legacy::check_parameters(fields, legacy::Operation::update_item);
    read_target(fields, request);
    request.key = attribute_map(fields["Key"].required()).value_or(dynamodb::Key());
    read_options(fields, request);
    request.update_expression = fields["UpdateExpression"].text();
    request.attributes = expression_attributes(fields);
    legacy::read_update(fields, request.update_expression, request.attributes);
    legacy::read_condition(fields, request.condition_expression, request.attributes);
    return request;
  });
}

}  // namespace wire
