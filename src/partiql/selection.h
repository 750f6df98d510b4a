// What stands between SELECT and FROM: which attributes are read, and how they are answered. An attribute of a path is
// answered at the top of the item, under the path's last name: m.list[0] as "list[0]". (Measured against DynamoDB Local
// 3.1.0.) Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dynamodb/encoded_item.h"
#include "dynamodb/error.h"
#include "dynamodb/expressions/document_path.h"
#include "partiql/placeholders.h"

namespace partiql {

// No two of one name, none the beginning of another.
[[nodiscard]] dynamodb::Result<void> check_selection(const std::vector<dynamodb::DocumentPath>& paths);
// The ProjectionExpression of the whole attributes in which the paths lie; nullopt for "*".
[[nodiscard]] std::optional<std::string> selection_text(const std::vector<dynamodb::DocumentPath>& paths,
                                                        Placeholders& placeholders);
// The item as the statement answers it; it has been read with the expression above.
[[nodiscard]] dynamodb::EncodedItem selected(dynamodb::EncodedItem item,
                                             const std::vector<dynamodb::DocumentPath>& paths);

}  // namespace partiql
