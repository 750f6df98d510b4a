// Durations, distances and ratings as stored text: Python's str(float), which the guide's first program writes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/attribute_value.h"

namespace tracker {

// The shortest text that reads back as the same double, as Python prints it: "45.0", "0.1", "1e+16", "1e-07", "-0.0".
// The value is finite.
[[nodiscard]] std::string format_decimal(double value);

// Any decimal text that other writers store: "45", "45.0", "+4.5e1", "1e+16". Too small for a double reads as zero.
// nullopt: not a number, infinite, or beyond a double.
[[nodiscard]] std::optional<double> parse_decimal(std::string_view text);

// The same from an attribute of type S or N.
[[nodiscard]] std::optional<double> decimal_value(const dynamodb::AttributeValue& value);

}  // namespace tracker
