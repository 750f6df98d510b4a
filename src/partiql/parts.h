// The parsers of a statement's parts. Each reads from where the reader stands, and on a failure leaves it in the reader
// and returns anything.
#pragma once

#include "partiql/statement.h"
#include "partiql/token_reader.h"

namespace partiql {

// A literal or "?" stands next.
[[nodiscard]] bool at_value(const TokenReader& reader);
[[nodiscard]] dynamodb::AttributeValue parse_value(TokenReader& reader);
// The tuple of INSERT INTO … VALUE.
[[nodiscard]] dynamodb::Item parse_item(TokenReader& reader);

// A path, a value or size(path).
[[nodiscard]] Operand parse_operand(TokenReader& reader);
// What stands behind WHERE.
[[nodiscard]] Condition parse_where(TokenReader& reader);

// SET … and REMOVE …, at least one.
[[nodiscard]] std::vector<UpdateAction> parse_update_actions(TokenReader& reader);

}  // namespace partiql
