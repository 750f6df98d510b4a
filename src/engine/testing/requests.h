// Requests on the table "Log" (database_fixture.h) in few words.
#pragma once

#include <string>
#include <utility>

#include "dynamodb/requests.h"

namespace engine::testing {

// What an operation's expressions need.
struct With {
  std::optional<std::string> condition = std::nullopt;
  std::optional<dynamodb::AttributeMap> values = std::nullopt;
  std::optional<std::map<std::string, std::string, std::less<>>> names = std::nullopt;
  dynamodb::ReturnValues return_values = dynamodb::ReturnValues::none;
  bool item_on_failure = false;
};

template <class Request>
Request completed(Request request, With with) {
  request.table_name = "Log";
  request.condition_expression = std::move(with.condition);
  request.attributes = {std::move(with.names), std::move(with.values)};
  request.return_values = with.return_values;
  if (with.item_on_failure) {
    request.on_condition_check_failure = dynamodb::ReturnValuesOnConditionCheckFailure::all_old;
  }
  return request;
}

inline dynamodb::PutItemRequest put_request(dynamodb::Item item, With with = {}) {
  dynamodb::PutItemRequest request;
  request.item = std::move(item);
  return completed(std::move(request), std::move(with));
}

inline dynamodb::DeleteItemRequest delete_request(dynamodb::Key key, With with = {}) {
  dynamodb::DeleteItemRequest request;
  request.key = std::move(key);
  return completed(std::move(request), std::move(with));
}

inline dynamodb::UpdateItemRequest update_request(dynamodb::Key key, std::string update, With with = {}) {
  dynamodb::UpdateItemRequest request;
  request.key = std::move(key);
  request.update_expression = std::move(update);
  return completed(std::move(request), std::move(with));
}

inline dynamodb::ConditionCheck check_request(dynamodb::Key key, std::string condition) {
  dynamodb::ConditionCheck check;
  check.table_name = "Log";
  check.key = std::move(key);
  check.condition_expression = std::move(condition);
  return check;
}

}  // namespace engine::testing
