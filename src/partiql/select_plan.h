// How a SELECT is read: by one Query for each partition that its WHERE names, or else by a Scan. Pure.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.select.html
#pragma once

#include <optional>
#include <vector>

#include "dynamodb/error.h"
#include "dynamodb/requests.h"
#include "dynamodb/table.h"
#include "partiql/statement.h"

namespace partiql {

// Either queries, which are to be read one after the other, or a scan.
struct SelectPlan {
  std::vector<dynamodb::QueryRequest> queries = {};
  std::optional<dynamodb::ScanRequest> scan = {};
};

// Without limit and start. ValidationException: an index that is not there; a key compared with another type;
// ORDER BY of something else than the key, or without a partition; overlapping paths.
[[nodiscard]] dynamodb::Result<SelectPlan> plan_select(const SelectStatement& select,
                                                       const dynamodb::TableDefinition& table);

// The statement reads one item by its whole key: not from an index, and with no condition besides.
// nullopt: it does not. ValidationException as above.
[[nodiscard]] dynamodb::Result<std::optional<dynamodb::TransactGet>> plan_single_read(
    const SelectStatement& select, const dynamodb::TableDefinition& table);

}  // namespace partiql
