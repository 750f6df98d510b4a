#include "wire/members.h"

#include <algorithm>

#include "dynamodb/limits.h"

namespace wire {
namespace {

using dynamodb::ReturnConsumedCapacity;
using dynamodb::ReturnItemCollectionMetrics;
using dynamodb::ReturnValuesOnConditionCheckFailure;
namespace limits = dynamodb::limits;

constexpr Name<ReturnConsumedCapacity> capacity_names[] = {{"INDEXES", ReturnConsumedCapacity::indexes},
                                                           {"TOTAL", ReturnConsumedCapacity::total},
                                                           {"NONE", ReturnConsumedCapacity::none}};
constexpr Name<ReturnItemCollectionMetrics> metrics_names[] = {{"SIZE", ReturnItemCollectionMetrics::size},
                                                               {"NONE", ReturnItemCollectionMetrics::none}};
constexpr Name<ReturnValuesOnConditionCheckFailure> failure_names[] = {
    {"ALL_OLD", ReturnValuesOnConditionCheckFailure::all_old}, {"NONE", ReturnValuesOnConditionCheckFailure::none}};

constexpr std::string_view pattern_constraint = "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+";

bool is_of_name_characters(std::string_view name) {
  return std::ranges::all_of(name, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '_' || letter == '.' || letter == '-';
  });
}

// The constraints that `name` breaks.
std::vector<std::string> broken_by(std::string_view name) {
  std::vector<std::string> constraints;
  if (!is_of_name_characters(name)) constraints.emplace_back(pattern_constraint);
  if (name.size() < limits::name_chars_min) {
    constraints.push_back("Member must have length greater than or equal to " + std::to_string(limits::name_chars_min));
  }
  if (name.size() > limits::name_chars_max) {
    constraints.push_back("Member must have length less than or equal to " + std::to_string(limits::name_chars_max));
  }
  return constraints;
}

void check_table_name(const Field& field, std::string_view given, std::string_view name) {
  const auto violates = [&](std::string constraint) {
    field.faults().table_name_violation(
        {.value = std::string(given), .member = field.path(), .constraint = std::move(constraint)});
  };
  if (given.empty()) {
    violates("Member must have length greater than or equal to 1");
    return;
  }
  for (std::string& constraint : broken_by(name)) {
    violates(std::move(constraint));
  }
}

}  // namespace

std::string_view without_arn(std::string_view name_or_arn) {
  constexpr std::string_view resource = ":table/";
  if (!name_or_arn.starts_with("arn:")) return name_or_arn;
  const std::size_t at = name_or_arn.find(resource);
  return at == std::string_view::npos ? name_or_arn : name_or_arn.substr(at + resource.size());
}

bool is_table_name(std::string_view name) {
  return name.size() >= limits::name_chars_min && name.size() <= limits::name_chars_max && is_of_name_characters(name);
}

std::optional<std::string> optional_table_name(const Field& field) {
  const std::optional<std::string_view> given = field.text_view();
  if (!given) return std::nullopt;
  const std::string_view name = without_arn(*given);
  if (!is_table_name(name)) check_table_name(field, *given, name);
  return std::string(name);
}

std::string table_name(const Field& request) {
  const Field field = request["TableName"];
  if (!field.present()) {
    field.faults().table_name_violation(
        {.value = std::nullopt, .member = field.path(), .constraint = "Member must not be null"});
  }
  return optional_table_name(field).value_or("");
}

std::optional<std::string> index_name(const Field& field) {
  std::optional<std::string> name = field.text();
  if (name && !is_table_name(*name)) {
    for (std::string& constraint : broken_by(*name)) {
      field.violates(name, std::move(constraint));
    }
  }
  return name;
}

ReturnConsumedCapacity return_consumed_capacity(const Field& request) {
  return request["ReturnConsumedCapacity"].one_of(capacity_names).value_or(ReturnConsumedCapacity::none);
}

ReturnItemCollectionMetrics return_item_collection_metrics(const Field& request) {
  return request["ReturnItemCollectionMetrics"].one_of(metrics_names).value_or(ReturnItemCollectionMetrics::none);
}

ReturnValuesOnConditionCheckFailure on_condition_check_failure(const Field& request) {
  return request["ReturnValuesOnConditionCheckFailure"]
      .one_of(failure_names)
      .value_or(ReturnValuesOnConditionCheckFailure::none);
}

}  // namespace wire
