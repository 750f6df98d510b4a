// The opaque text that says where the next page begins. It holds a position, not a count, so a page stays right while
// sessions come and go, and costs the same at any depth.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tracker/repository.h"
#include "tracker/session_range.h"

namespace tracker {

// Letters, digits, '-' and '_'.
[[nodiscard]] std::string encode_cursor(const SessionPosition& position, const SessionFilter& filter);

// nullopt: not made by encode_cursor for this filter. The check sum tells damage and mixing; it is no secret, and need
// not be one: what a forged cursor could name, its maker may ask for anyway.
[[nodiscard]] std::optional<SessionPosition> decode_cursor(std::string_view cursor, const SessionFilter& filter);

}  // namespace tracker
