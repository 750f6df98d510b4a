// Requests and results of the control plane.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb/table.h"

namespace dynamodb {

struct CreateTableRequest {
  TableDefinition definition;
};
struct DescribeTableRequest {
  std::string table_name;
};
struct DeleteTableRequest {
  std::string table_name;
};
// Of CreateTable, DescribeTable and DeleteTable.
struct TableResult {
  TableDescription table;
};
struct ListTablesRequest {
  std::optional<std::string> exclusive_start_table_name;
  std::optional<std::int64_t> limit;  // 1 … 100
};
struct ListTablesResult {
  std::vector<std::string> table_names;  // ascending by bytes
  std::optional<std::string> last_evaluated_table_name;
};

}  // namespace dynamodb
