// Athletes and sessions of a JSON export, one at a time. Pure.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "tracker/repository.h"

namespace operations {

// Errors: half a sentence, "'duration' is not a number that can be stored". Unknown members are errors: they would be
// lost.
[[nodiscard]] std::expected<tracker::Athlete, std::string> read_exported_athlete(std::string_view text);
[[nodiscard]] std::expected<tracker::ImportedSession, std::string> read_exported_session(std::string_view text);

}  // namespace operations
