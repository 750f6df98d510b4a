// How the API spells what a table's description says.
// https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html
#pragma once

#include <string_view>

#include "dynamodb/table.h"

namespace dynamodb {

[[nodiscard]] std::string_view name_of(TableStatus status);      // "ACTIVE", "CREATING", …; an index's too
[[nodiscard]] std::string_view name_of(ProjectionType type);     // "ALL", "KEYS_ONLY", "INCLUDE"
[[nodiscard]] std::string_view name_of(BillingMode mode);        // "PROVISIONED", "PAY_PER_REQUEST"
[[nodiscard]] std::string_view name_of(TableClass table_class);  // "STANDARD", "STANDARD_INFREQUENT_ACCESS"

}  // namespace dynamodb
