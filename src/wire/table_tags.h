// Tags of tables, in requests.
#pragma once

#include <vector>

#include "dynamodb/table_requests.h"
#include "wire/field.h"

namespace wire {

// A list of Tags; empty when it is absent. What a key or value may be is checked where tags are kept.
[[nodiscard]] std::vector<dynamodb::Tag> tags(const Field& field);

}  // namespace wire
