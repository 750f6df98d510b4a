// The attributes of a key schema, however many they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dynamodb/table.h"

namespace dynamodb {

// In the schema's order.
[[nodiscard]] std::vector<std::string> partition_attributes(const KeySchema& schema);
[[nodiscard]] std::vector<std::string> sort_attributes(const KeySchema& schema);
// The former, then the latter.
[[nodiscard]] std::vector<std::string> key_attributes(const KeySchema& schema);
[[nodiscard]] bool is_key_attribute(const KeySchema& schema, std::string_view name);

// More than one partition key or sort key attribute.
[[nodiscard]] bool has_several_attributes(const KeySchema& schema);

}  // namespace dynamodb
