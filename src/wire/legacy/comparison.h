// A comparison operator with its operands: what it may have, and as part of an expression.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/error.h"
#include "wire/legacy/parameters.h"
#include "wire/legacy/placeholders.h"

namespace wire::legacy {

using Operands = std::vector<dynamodb::AttributeValue>;

// The number and the types of the operands, the operands themselves, the attribute's name.
[[nodiscard]] dynamodb::Result<void> check_comparison(std::string_view attribute,
                                                      ComparisonOperator comparison_operator, const Operands& operands);
// Of a comparison that was checked.
[[nodiscard]] std::string comparison_text(std::string_view attribute, ComparisonOperator comparison_operator,
                                          const Operands& operands, Placeholders& placeholders);

// An attribute's name, and the value compared with it or given to it.
[[nodiscard]] dynamodb::Result<void> check_attribute(std::string_view name);
[[nodiscard]] dynamodb::Result<void> check_value(const dynamodb::AttributeValue& value);

}  // namespace wire::legacy
