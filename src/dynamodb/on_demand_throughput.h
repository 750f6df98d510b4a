// The maxima of tables and global indexes that are billed by request.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html
#pragma once

#include <optional>
#include <string>

#include "dynamodb/error.h"
#include "dynamodb/table.h"

namespace dynamodb {

// Of a table or index that is being created: 1 or more, and only where it is billed by request. `index_name` is nullopt
// for a table, here and below.
[[nodiscard]] Result<void> validate_new_on_demand_throughput(const OnDemandThroughput& asked, BillingMode billing_mode,
                                                             const std::optional<std::string>& index_name);
// `current` with the members that are asked for; -1 takes one away.
[[nodiscard]] Result<OnDemandThroughput> changed_on_demand_throughput(const OnDemandThroughput& current,
                                                                      const OnDemandThroughput& asked,
                                                                      BillingMode billing_mode,
                                                                      const std::optional<std::string>& index_name);

}  // namespace dynamodb
