#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "dynamodb/expressions/expression_errors.h"
#include "wire/legacy/read.h"

namespace wire::legacy {

using dynamodb::ExpressionKind;

namespace {

struct ExpressionMember {
  std::string_view name;
  ExpressionKind kind;
};
constexpr ExpressionMember projection{"ProjectionExpression", ExpressionKind::projection};
constexpr ExpressionMember filter{"FilterExpression", ExpressionKind::filter};
constexpr ExpressionMember key_condition{"KeyConditionExpression", ExpressionKind::key_condition};
constexpr ExpressionMember condition{"ConditionExpression", ExpressionKind::condition};
constexpr ExpressionMember update{"UpdateExpression", ExpressionKind::update};

// In the order in which messages list them.
struct Members {
  std::span<const std::string_view> legacy;
  std::span<const ExpressionMember> expressions;
};
constexpr std::array<std::string_view, 1> legacy_of_get_item{"AttributesToGet"};
constexpr std::array expressions_of_get_item{projection};
constexpr std::array<std::string_view, 2> legacy_of_put_item{"Expected", "ConditionalOperator"};
constexpr std::array expressions_of_put_item{condition};
constexpr std::array<std::string_view, 3> legacy_of_update_item{"AttributeUpdates", "Expected", "ConditionalOperator"};
constexpr std::array expressions_of_update_item{update, condition};
constexpr std::array<std::string_view, 4> legacy_of_query{"AttributesToGet", "QueryFilter", "ConditionalOperator",
                                                          "KeyConditions"};
constexpr std::array expressions_of_query{projection, filter, key_condition};
constexpr std::array<std::string_view, 3> legacy_of_scan{"AttributesToGet", "ScanFilter", "ConditionalOperator"};
constexpr std::array expressions_of_scan{projection, filter};

Members members_of(Operation operation) {
  switch (operation) {
    case Operation::get_item:
      return {legacy_of_get_item, expressions_of_get_item};
    case Operation::put_or_delete_item:
      return {legacy_of_put_item, expressions_of_put_item};
    case Operation::update_item:
      return {legacy_of_update_item, expressions_of_update_item};
    case Operation::query:
      return {legacy_of_query, expressions_of_query};
    case Operation::scan:
      break;
  }
  return {legacy_of_scan, expressions_of_scan};
}

// An empty list or map is as good as none (DynamoDB Local).
bool is_given(const Field& field) {
  if (!field.present()) return false;
  if (const auto* object = field.json()->get_if<json::Object>()) return !object->empty();
  const auto* array = field.json()->get_if<json::Array>();
  return array == nullptr || !array->empty();
}

std::vector<std::string> given_expressions(const Field& request, const Members& members) {
  std::vector<std::string> given;
  for (const ExpressionMember& member : members.expressions) {
    if (request[member.name].present()) given.emplace_back(member.name);
  }
  return given;
}

// KeyConditions may go with a FilterExpression and a ProjectionExpression, which are older than KeyConditionExpression.
std::vector<std::string> given_legacy_parameters(const Field& request, const Members& members) {
  std::vector<std::string> given;
  for (const std::string_view name : members.legacy) {
    if (name == "KeyConditions" && !request[key_condition.name].present()) continue;
    if (is_given(request[name])) given.emplace_back(name);
  }
  return given;
}

void check_values_have_expression(const Field& request, const Members& members) {
  if (!request["ExpressionAttributeValues"].present()) return;
  std::vector<ExpressionKind> absent;
  for (const ExpressionMember& member : members.expressions) {
    if (member.kind == ExpressionKind::projection) continue;
    if (request[member.name].present()) return;
    absent.push_back(member.kind);
  }
  if (!absent.empty()) request.faults().invalid(dynamodb::expression_errors::values_without_expression(absent));
}

}  // namespace

void check_parameters(const Field& request, Operation operation) {
  const Members members = members_of(operation);
  const std::vector<std::string> expressions = given_expressions(request, members);
  if (expressions.empty()) {
    if (request["ExpressionAttributeNames"].present()) {
      request.faults().invalid(dynamodb::expression_errors::names_without_expression());
    }
  } else if (const auto legacy = given_legacy_parameters(request, members); !legacy.empty()) {
    request.faults().invalid(dynamodb::errors::legacy_and_expression_parameters(legacy, expressions));
  }
  check_values_have_expression(request, members);
}

}  // namespace wire::legacy
