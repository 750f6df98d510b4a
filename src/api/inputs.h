// What a client may say of an athlete and of a session. Pure: the body in, the value or everything that is wrong with
// it out, in the order of the fields.
#pragma once

#include <array>
#include <expected>
#include <string>
#include <string_view>

#include "api/request_body.h"
#include "api/validation_error.h"
#include "tracker/model.h"

namespace api {

inline constexpr std::array<std::string_view, 1> athlete_input_fields = {"name"};
inline constexpr std::array<std::string_view, 7> session_input_fields = {"athlete_id", "date",  "duration", "distance",
                                                                         "notes",      "sport", "rpe"};

// The trimmed name.
[[nodiscard]] std::expected<std::string, ValidationErrors> read_athlete_input(const ParsedBody& body);
[[nodiscard]] std::expected<tracker::SessionInput, ValidationErrors> read_session_input(const ParsedBody& body);

}  // namespace api
