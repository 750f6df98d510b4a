// A table in words, for the person at the terminal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/continuous_backup_requests.h"
#include "dynamodb/table_requests.h"

namespace cli {

// nullopt: the store was not asked, or does not say.
struct TableFacts {
  dynamodb::TableDescription table;
  std::optional<dynamodb::DescribeTimeToLiveResult> time_to_live = {};
  std::optional<std::vector<dynamodb::Tag>> tags = {};
  std::optional<dynamodb::ContinuousBackupsResult> point_in_time_recovery = {};
};

// Lines, each with its end.
[[nodiscard]] std::string describe(const TableFacts& facts);

}  // namespace cli
