// Reading one item by its key, as GetItem, BatchGetItem and TransactGetItems all do.
#pragma once

#include <optional>
#include <string>

#include "dynamodb/encoded_item.h"
#include "dynamodb/expressions/expression.h"
#include "dynamodb/requests.h"
#include "engine/storage.h"

namespace engine {

// nullopt where the request has none. Also checks that every placeholder is used.
[[nodiscard]] dynamodb::Result<std::optional<dynamodb::ProjectionPaths>> parse_item_projection(
    const std::optional<std::string>& projection_expression, const dynamodb::ExpressionAttributes& attributes);

// The item's stored bytes as they are; nullopt: no such item. `row_key` is item_key().
[[nodiscard]] dynamodb::Result<std::optional<dynamodb::EncodedItem>> read_item(const ReadView& view,
                                                                               std::string_view row_key);

// What the projection, where there is one, leaves of an item.
[[nodiscard]] dynamodb::EncodedItem projected(dynamodb::EncodedItem item,
                                              const std::optional<dynamodb::ProjectionPaths>& projection);

}  // namespace engine
