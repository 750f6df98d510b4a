// ExecuteStatement's NextToken: where a SELECT goes on. Opaque to the caller; good for the same statement with the
// same parameters only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb/requests.h"
#include "dynamodb/statement_requests.h"

namespace partiql {

struct Position {
  std::uint32_t query = 0;                           // of SelectPlan::queries; 0 with a scan
  std::optional<dynamodb::Key> last_evaluated = {};  // nullopt: from the query's beginning
  friend bool operator==(const Position&, const Position&) = default;
};

// Which statement a token belongs to.
[[nodiscard]] std::uint64_t statement_hash(std::string_view statement, const dynamodb::StatementParameters& parameters);

[[nodiscard]] std::string make_next_token(const Position& position, std::uint64_t statement_hash);
// nullopt: not a token of that statement's.
[[nodiscard]] std::optional<Position> read_next_token(std::string_view token, std::uint64_t statement_hash);

}  // namespace partiql
