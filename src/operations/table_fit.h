// Whether a table that is there already is one that the tracker can work on, and what it lacks. Pure.
#pragma once

#include <string>
#include <vector>

#include "dynamodb/table.h"

namespace operations {

struct TableFit {
  std::vector<std::string> differences;  // sentences; what UpdateTable cannot mend
  // Of the wanted ones, in their order, with no throughput of their own.
  std::vector<dynamodb::IndexDefinition> missing_indexes;
};

// `wanted`: tracker::table_definition(). Compared are keys, their types and the wanted indexes; a table may have more
// than is wanted: other indexes, a wider projection.
[[nodiscard]] TableFit compare_tables(const dynamodb::TableDefinition& wanted,
                                      const dynamodb::TableDefinition& existing);

// Whether the tracker cannot work without that index. (Without the others it asks as the guide does, slower.)
[[nodiscard]] bool is_needed(const dynamodb::IndexDefinition& index);

}  // namespace operations
