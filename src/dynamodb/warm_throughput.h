// What a table or global index takes at once.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "dynamodb/error.h"
#include "dynamodb/table.h"

namespace dynamodb {

// What was asked for, and never less than what is provisioned, or than what on-demand billing begins with.
struct WarmUnits {
  std::int64_t read = 0;  // per second
  std::int64_t write = 0;
  friend bool operator==(const WarmUnits&, const WarmUnits&) = default;
};
[[nodiscard]] WarmUnits warm_units(const TableDefinition& table);
[[nodiscard]] WarmUnits warm_units(const TableDefinition& table, const IndexDefinition& index);

// CreateTable, and an index that UpdateTable creates: nothing below what the billing implies.
[[nodiscard]] Result<void> validate_new_warm_throughput(const TableDefinition& table);
[[nodiscard]] Result<void> validate_new_warm_throughput(const TableDefinition& table, const IndexDefinition& index);

// `asked` in the place of `current`, whose units are `units`: it can be raised only. `index_name` is nullopt for a
// table.
[[nodiscard]] Result<WarmThroughput> raised_warm_throughput(const WarmThroughput& current, WarmUnits units,
                                                            const WarmThroughput& asked,
                                                            const std::optional<std::string>& index_name);
// What was reached stays when the billing changes: sets what `after` would lose.
void keep_warm_throughput(const TableDefinition& before, TableDefinition& after);

}  // namespace dynamodb
