// What CreateTable and UpdateTable check of each member by itself, before anything else; the service answers all of
// these at once (errors::constraints). `member` is the member's path as the service spells it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/errors.h"
#include "dynamodb/table.h"

namespace dynamodb::table_members {

using Violations = std::vector<errors::ConstraintViolation>;

void check_length(Violations& violations, std::string_view value, const std::string& member, std::size_t length_min,
                  std::size_t length_max);
// A table's or index's name.
void check_name(Violations& violations, std::string_view name, const std::string& member);
void check_throughput(Violations& violations, const std::optional<ProvisionedThroughput>& throughput,
                      const std::string& member);
void check_index(Violations& violations, const IndexDefinition& index, const std::string& member);

[[nodiscard]] Result<void> validate_throughput_bounds(const ProvisionedThroughput& throughput);

}  // namespace dynamodb::table_members
