// The additive indexes, brought to a table that was made without them, while it is used.
#pragma once

#include <string>
#include <vector>

#include "operations/table_unfit_items.h"
#include "operations/table_work.h"

namespace operations {

struct UpgradeReport {
  dynamodb::TableDescription table;
  std::vector<std::string> differences;  // sentences; where there is one nothing was changed
  UnfitItems unfit;                      // where there is one nothing was changed
  std::vector<std::string> added;        // names of indexes, filled and ACTIVE
  std::vector<std::string> changes;      // sentences: settings that were brought about
};

// Adds what is missing, one index after the other, as DynamoDB wants it, and waits for each to be filled. May be
// interrupted and repeated at any time.
[[nodiscard]] TableAnswer<UpgradeReport> upgrade_table(const TableWork& work, std::string table_name);

// The request that adds `index` (one of `wanted`'s) to `existing`, with the table's own throughput. Pure.
[[nodiscard]] dynamodb::UpdateTableRequest addition_of(dynamodb::IndexDefinition index,
                                                       const dynamodb::TableDefinition& wanted,
                                                       const dynamodb::TableDefinition& existing);

}  // namespace operations
