// The guide's pattern "Get athlete's sessions": PK = ATHLETE#<id> and SK begins with SESSION#. On the table itself, so
// strongly consistent: what a delete or a rename goes by.
#pragma once

#include <string>
#include <string_view>

#include "dynamodb/requests.h"

namespace tracker {

[[nodiscard]] dynamodb::QueryRequest partition_sessions(const std::string& table, std::string_view athlete_id);
// Only their keys.
[[nodiscard]] dynamodb::QueryRequest partition_session_keys(const std::string& table, std::string_view athlete_id);
// Only the keys of those that do not have this AthleteName.
[[nodiscard]] dynamodb::QueryRequest partition_sessions_named_otherwise(const std::string& table,
                                                                        std::string_view athlete_id,
                                                                        const std::string& name);

}  // namespace tracker
