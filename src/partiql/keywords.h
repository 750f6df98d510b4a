// The words that cannot stand as a name without quotes: those of SQL-92, which PartiQL reserves, and PartiQL's own.
#pragma once

#include <string_view>

namespace partiql {

// `word` is in capitals.
[[nodiscard]] bool is_keyword(std::string_view word);

}  // namespace partiql
