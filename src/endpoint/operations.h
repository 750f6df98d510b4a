// Every operation of the API by its name: body of a request to body of an answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/service.h"
#include "endpoint/authorization.h"

namespace endpoint {

// What one call has; lives until its answer is there.
struct Call {
  dynamodb::Service& service;
  const Authorization& authorization;
  const Caller& caller;
  std::string_view host;  // for DescribeEndpoints
  std::string_view body;
  bool has_conflict = false;       // Fault::conflict
  bool is_processed_half = false;  // Fault::unprocessed
};

struct Operation {
  std::string_view target;  // "DynamoDB_20120810.GetItem"
  bool is_control_plane = false;
  bool knows_conflicts = false;  // may answer that a transaction is in its way
  bool knows_unprocessed = false;
  dynamodb::Awaitable<std::string> (*answer)(const Call& call) = nullptr;

  [[nodiscard]] constexpr std::string_view name() const { return target.substr(target.find('.') + 1); }
};

// By X-Amz-Target; nullptr: there is no such operation.
[[nodiscard]] const Operation* find_operation(std::string_view target);
// By name alone ("GetItem").
[[nodiscard]] const Operation* find_operation_by_name(std::string_view name);

}  // namespace endpoint
