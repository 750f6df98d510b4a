// A statement's text, with its parameters, to a Statement. Pure.
#pragma once

#include <string_view>

#include "dynamodb/error.h"
#include "dynamodb/statement_requests.h"
#include "partiql/statement.h"

namespace partiql {

// ValidationException, in the service's words, for what is no statement; among them parameters that are not as many
// as the statement's question marks.
[[nodiscard]] dynamodb::Result<Statement> parse_statement(std::string_view text,
                                                          const dynamodb::StatementParameters& parameters);

}  // namespace partiql
