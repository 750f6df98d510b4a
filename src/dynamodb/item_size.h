// How many bytes an item counts for: in the 400 KB limit, in 1 MB pages and in capacity units.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
#pragma once

#include <cstddef>

#include "dynamodb/attribute_value.h"

namespace dynamodb {

// Name bytes plus value bytes of every attribute. S: UTF-8 bytes. B: raw bytes. N: Number::size_bytes. BOOL, NULL: 1.
// L, M: 3 + elements + 1 per element. Sets: the sum of the members.
[[nodiscard]] std::size_t item_size_bytes(const Item& item);
[[nodiscard]] std::size_t value_size_bytes(const AttributeValue& value);

}  // namespace dynamodb
