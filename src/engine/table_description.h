// How a table of the catalog is told to the outside.
#pragma once

#include <string>

#include "dynamodb/error.h"
#include "dynamodb/table.h"
#include "engine/catalog.h"

namespace engine {

class ReadView;

// With the status that it has, and the counts as the view sees them.
[[nodiscard]] dynamodb::Result<dynamodb::TableDescription> describe(const Table& table, const std::string& region,
                                                                    const ReadView& view);
// The same of one that is empty.
[[nodiscard]] dynamodb::TableDescription describe_new(const Table& table, const std::string& region);

}  // namespace engine
